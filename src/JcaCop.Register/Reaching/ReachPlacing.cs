using JcaCop.Reading;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Trust;

namespace JcaCop.Register.Reaching;

/// <summary>What a mail tells of how addresses are reached: bounces, absences, and any sign that a letter arrived.</summary>
internal static class ReachPlacing
{
    public static Reach Place(TakenMail taken, MailReading reading, Verdict verdict, Known known, JudgePolicy policy, DateTimeOffset now, List<RegisterChange> changes)
    {
        if (verdict.OwnMail || SenderProof.Of(reading.Mail, policy.AuthenticationServer).Proof == Proof.Failed) return Reach.Nothing;
        var entries = new EntryDraft(known, taken.ArrivedAt, RegisterChange.OfMail, changes);
        switch (reading.Sort.Kind)
        {
            case MailKind.Bounce:
                return BouncePlacing.Place(reading, taken.ArrivedAt, entries, policy.Official, now);
            case MailKind.AutoReply:
                AbsencePlacing.Place(reading, verdict.Thread, entries, policy);
                return Arrived(verdict.Thread, entries, now);
            case MailKind.Human when verdict.Thread is { } letter && reading.Mail.Sender is { } sender && sender.Email.Equals(letter.Recipient, StringComparison.OrdinalIgnoreCase):
            case MailKind.Receipt:
                return Arrived(verdict.Thread, entries, now);
            case MailKind.Human when reading.Mail.Sender is { } writer && Judge.IsProved(reading.Mail, policy):
                return Writes(writer.Email, entries, now);
            default:
                return Reach.Nothing;
        }
    }

    /// <summary>Mail comes from an address that was given up: its mailbox is in use again. It is written to and probed once more; if the probe comes back as well, it is given up again (docs/decisions/0162).</summary>
    private static Reach Writes(string email, EntryDraft entries, DateTimeOffset now)
    {
        if (entries.Known.Health(email) is not { State: HealthState.Unreachable } health || health.ScoreAt(now) >= AddressHealth.Lost) return Reach.Nothing;
        var doubted = health with { State = HealthState.Suspect, ProbeId = null };
        entries.Known.Put(email, doubted);
        Reachabilities.Set(email, Reachability.Doubtful, entries, static standing => standing is Reachability.Unreachable);
        return new Reach([(email, doubted)], []);
    }

    /// <summary>Something came back that only the reader of the letter, or the reader's mailbox, can have written.</summary>
    private static Reach Arrived(AnsweredLetter? letter, EntryDraft entries, DateTimeOffset now)
    {
        if (letter is null) return Reach.Nothing;
        Reachabilities.Set(letter.Recipient, Reachability.Reached, entries);
        var health = entries.Known.Health(letter.Recipient);
        if (health.State == HealthState.Fine && health.Score == 0) return Reach.Nothing;
        var fine = AddressHealth.Fine with { ScoredAt = now };
        entries.Known.Put(letter.Recipient, fine);
        return new Reach([(letter.Recipient, fine)], []);
    }
}
