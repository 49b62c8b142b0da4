using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Questions;

namespace JcaCop.Register.Deciding;

/// <summary>Reads what the holder of a seat answers to the yearly question about it: "I am no longer the representative" gives the seat up, and a person decides. Pure.</summary>
public static class SeatAnswer
{
    /// <summary>Name of the letter that asks.</summary>
    public const string Question = "seat-confirmation";

    private const double Supposed = 0.5;

    /// <summary>The reading with the withdrawal, for a person to confirm; as it was, where the mail answers no such letter of its sender's, or tells something by itself.</summary>
    public static MailReading Read(MailReading reading, AnsweredLetter? thread, Known known)
    {
        if (reading.Items.Count > 0 || thread is not { Kind: Question, About: { Kind: EntryKind.Seat, Id: var id } } || reading.Mail.Sender is not { } sender
            || !sender.Email.Equals(thread.Recipient, StringComparison.OrdinalIgnoreCase) || !AnswerWords.SaysNoLonger(reading.Mail.Body.ReplyText)) return reading;
        return known.Seats.FirstOrDefault(seat => seat.Id == id) is { Until: null } held && known.Person(held.PersonId)?.Name is { } holder
            ? reading with { Items = [new Withdrawal(WithdrawalOf.Representative, holder) { Body = held.Body, Confidence = Supposed, Decision = Decision.Review }] } : reading;
    }
}
