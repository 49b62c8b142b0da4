using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Questions;

namespace JcaCop.Register.Deciding;

/// <summary>Reads what the holder of a seat answers to the yearly question about it: "I am no longer the representative" gives the seat up, whoever is named beside these words comes in the holder's place, and a person decides. Pure.</summary>
public static class SeatAnswer
{
    /// <summary>Name of the letter that asks.</summary>
    public const string Question = "seat-confirmation";

    private const double Supposed = 0.5;

    /// <summary>Number of the seat about which a letter asks its holder, where the holder answers it; null where the mail answers no such letter of its sender's.</summary>
    public static long? Asked(AnsweredLetter? thread, string? sender) =>
        thread is { Kind: Question, About: { Kind: EntryKind.Seat, Id: var id } } && sender is not null && sender.Equals(thread.Recipient, StringComparison.OrdinalIgnoreCase) ? id : null;

    /// <summary>The reading with the withdrawal or the predecessor, for a person to confirm; as it was, where the mail answers no such letter of its sender's, or tells nothing of the seat.</summary>
    public static MailReading Read(MailReading reading, AnsweredLetter? thread, Known known)
    {
        if (Asked(thread, reading.Mail.Sender?.Email) is not { } id || known.Seats.FirstOrDefault(seat => seat.Id == id) is not { Until: null } held || known.Person(held.PersonId)?.Name is not { } holder) return reading;
        var leaves = AnswerWords.SaysNoLonger(reading.Mail.Body.ReplyText);
        if (reading.Items.Count > 0) return reading with { Items = [.. reading.Items.Select(item => Beside(item, held, holder, leaves))] };
        return leaves ? reading with { Items = [new Withdrawal(WithdrawalOf.Representative, holder) { Body = held.Body, Confidence = Supposed, Decision = Decision.Review }] } : reading;
    }

    /// <summary>
    /// Whoever is named without a word of the body is named for that of the seat. For the same part it is in the holder's place where the holder goes; otherwise a person must say whether both hold it.
    /// </summary>
    private static Item Beside(Item item, SeatEntry held, string holder, bool leaves) =>
        item is Representative named && !ShortName.Fits(named.Person.Name, holder) && (named.Body is null || named.Replaces is null && SeatAnswered.IsForSame(named, held))
            ? named with { Body = named.Body ?? held.Body, Replaces = named.Replaces ?? (leaves && SeatAnswered.IsForSame(named, held) ? holder : null), Decision = Decision.Review } : item;
}
