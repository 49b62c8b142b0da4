using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>"This note cancels and replaces …; the delegation is now composed as follows": whom the same sender had registered and does not name any more is taken back.</summary>
internal static class Superseding
{
    private const double Supposed = 0.5;

    /// <summary>The reading with a withdrawal, for a person to confirm, of each who was registered from the same address for the same meeting and is named no more.</summary>
    public static MailReading Read(MailReading reading, MailContext mail, Known known)
    {
        if (!reading.AttentionReasons.Any(Attention.Supersedes) || mail.Sender is not { } sender) return reading;
        var coming = reading.Items.OfType<Registration>().ToList();
        if (coming.Count == 0 || MeetingMatch.Find(coming[0].Meeting, mail, known).Meeting is not { } meeting) return reading;
        var gone = known.All<RegistrationEntry>()
            .Where(entry => entry is { State: RegistrationState.Registered, PersonId: not null } && entry.MeetingId == meeting.Id && sender.Equals(entry.ToldBy, StringComparison.OrdinalIgnoreCase)
                && !coming.Exists(told => !PersonMatch.Differ(told.Person.Name, entry.Name))
                && !reading.Items.Any(item => item is Withdrawal { Name: { } out1 } && !PersonMatch.Differ(out1, entry.Name) || item is Regret { Name: { } out2 } && !PersonMatch.Differ(out2, entry.Name)))
            .OrderBy(entry => entry.Id).Select(entry => new Withdrawal(WithdrawalOf.Registration, entry.Name) { Confidence = Supposed, Decision = Decision.Review }).ToList();
        return gone.Count == 0 ? reading : reading with { Items = [.. reading.Items, .. gone] };
    }
}
