using JcaCop.Worker.Mailbox;

namespace JcaCop.Worker.Simulation;

/// <summary>A group's folder mailbox, into which the scenario's mails are put at their time.</summary>
/// <param name="addresses">Of the group: its own and its list's; null where it has none.</param>
internal sealed class SimulatedMailbox(MailboxOptions options, string folder, IReadOnlyList<string?> addresses)
{
    public string Name => options.Name;

    /// <summary>When the service looks next; null while nothing new lies there.</summary>
    public DateTimeOffset? Next { get; private set; }

    /// <summary>An answer to a letter may come to the plus-address that the letter named (name+r.id@domain): it is delivered all the same.</summary>
    public bool IsFor(ScenarioMail mail) =>
        mail.Recipients.Any(recipient => addresses.Contains(WithoutPlus(recipient), StringComparer.OrdinalIgnoreCase));

    /// <summary>Puts the mail there whole: written under another name, stamped with its time, then renamed.</summary>
    public void Deliver(ScenarioMail mail, byte[] raw, DateTimeOffset start)
    {
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, mail.Name + ".part");
        File.WriteAllBytes(part, raw);
        File.SetLastWriteTimeUtc(part, mail.At.UtcDateTime);
        File.Move(part, Path.Combine(folder, mail.Name), overwrite: true);
        LookAfter(mail.At, start);
    }

    /// <summary>Looks come every <see cref="MailboxOptions.PollInterval"/> from <paramref name="start"/> on.</summary>
    public void LookAfter(DateTimeOffset now, DateTimeOffset start)
    {
        var looks = (now - start).Ticks / options.PollInterval.Ticks + 1;
        Next ??= start + looks * options.PollInterval;
    }

    /// <summary>When the service looked last; null before the first look.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    public void Looked(DateTimeOffset now) => (Next, LookedAt) = (null, now);

    private static string WithoutPlus(string address)
    {
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        var at = address.LastIndexOf('@');
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }
}
