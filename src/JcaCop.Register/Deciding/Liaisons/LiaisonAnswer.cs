using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;

namespace JcaCop.Register.Deciding.Liaisons;

/// <summary>Finds the statement of ours that a mail without a form answers: by our letter in the thread or by our number, from the body that was asked.</summary>
internal static class LiaisonAnswer
{
    /// <summary>The reading with the answer, or as a mere acknowledgement; as it was, where it answers no statement of ours, or does not come from a body that was asked.</summary>
    public static MailReading Read(MailReading reading, AnsweredLetter? thread, Known known, JudgePolicy policy, DateOnly today)
    {
        if (reading.Sort.Kind != MailKind.Human || !reading.Items.All(item => item is Position) || reading.Items.Count > 0 && reading.Answers.Circular is not null || reading.Mail.Sender is not { } sender
            || policy.Officers.Contains(sender.Email, StringComparer.OrdinalIgnoreCase) || policy.OwnAddresses.Contains(sender.Email, StringComparer.OrdinalIgnoreCase)) return reading;
        if (Answered(reading, thread, known) is not { Number: { } number } ours) return reading;
        var proved = SpokenFor.Find(reading, known, policy.Official, today).Proved;
        if (((proved is null ? null : Asked(ours, proved, known)) ?? Seated(ours, sender, reading.Respondent, known, today)) is not { } body) return reading;
        // "We support the proposal": what is proposed is our statement's, and no circular's.
        if (reading.Items.Count > 0) reading = reading with { Items = [] };
        return StatementArrival.Is(reading) ? reading with { NeedsAttention = false, AttentionReasons = [], Acknowledges = true } : LiaisonReply.Read(reading, number, body);
    }

    /// <summary>Our statement that goes by a number, and has left.</summary>
    public static LiaisonEntry? Numbered(string? number, Known known) => LiaisonReference.Key(number, null) is { } key
        ? known.Named<LiaisonEntry>(EntryKind.Liaison, key).FirstOrDefault(other => other is { Way: LiaisonWay.Outgoing, Number: not null }) : null;

    private static LiaisonEntry? Answered(MailReading reading, AnsweredLetter? thread, Known known) =>
        (thread?.About is { Kind: EntryKind.Liaison, Id: var id } && known.Filed<LiaisonEntry>(EntryKind.Liaison, id) is { Way: LiaisonWay.Outgoing } threaded ? threaded : null)
        ?? LiaisonReply.Cited(reading).Select(cited => Numbered(cited, known)).FirstOrDefault(found => found is not null);

    /// <summary>
    /// The body that was asked and in which the sender sits, where the mail speaks for nobody else: whom a State has sent there may write its answer, and the body is asked whether it is (docs/decisions/0160).
    /// </summary>
    private static string? Seated(LiaisonEntry ours, MailAddress sender, Respondent? respondent, Known known, DateOnly today)
    {
        var bodies = known.PersonsWithEmail(sender.Email).SelectMany(person => known.SeatsOf(person.Id)).Where(seat => seat.HoldsOn(today))
            .Select(seat => NameKey.Of(seat.Body)).ToHashSet(StringComparer.Ordinal);
        return ours.To.Select(addressee => addressee.Body).FirstOrDefault(body => bodies.Contains(NameKey.Of(body))
            && (respondent?.Body is { } told ? NameKey.Of(told) == NameKey.Of(body) : respondent?.Country is null));
    }

    /// <summary>Under which name the member was asked; null where it was not.</summary>
    private static string? Asked(LiaisonEntry ours, MemberEntry member, Known known) =>
        ours.To.Select(addressee => addressee.Body).FirstOrDefault(body => NameKey.Of(body) == NameKey.Of(member.Body) || NameKey.Of(body) == NameKey.Of(member.Name))
        ?? known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Liaison, ours.Id)).FirstOrDefault(owed => owed.Debtor.MemberId == member.Id)?.Debtor.Name;
}
