using JcaCop.Reading;

namespace JcaCop.Register.Deciding;

/// <summary>Whether a mail may be answered by a machine (RFC 3834, section 2): only a person's own mail, and not without end.</summary>
public static class ReceiptRule
{
    private static readonly string[] Machines = ["noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster", "bounce", "bounces", "listserv", "majordomo"];

    /// <param name="known">Tells what the sender's address has had so far.</param>
    public static (bool Due, string Why) Ask(MailReading reading, bool ownMail, Known known, JudgePolicy policy, DateTimeOffset now)
    {
        var mail = reading.Mail;
        if (reading.Sort.Kind != MailKind.Human) return (false, $"no person wrote it ({reading.Sort.Kind})");
        if (ownMail) return (false, "own mail");
        if (mail.Sender is not { } sender || !sender.Email.Contains('@', StringComparison.Ordinal)) return (false, "no address to answer to");
        if (Value(mail, "Auto-Submitted") is { } auto && !auto.StartsWith("no", StringComparison.OrdinalIgnoreCase)) return (false, $"Auto-Submitted: {auto}");
        if (Value(mail, "Precedence") is { } precedence && precedence.ToLowerInvariant() is "bulk" or "list" or "junk") return (false, "bulk precedence");
        if (mail.Headers.ContainsKey("List-Id") || mail.Headers.ContainsKey("List-Post")) return (false, "came through a list");
        if (Value(mail, "X-Auto-Response-Suppress") is { } suppress && !suppress.Equals("None", StringComparison.OrdinalIgnoreCase)) return (false, "the sender's server asks for no automatic answers");
        if (mail.Headers.ContainsKey("X-Loop")) return (false, "X-Loop");
        if (Value(mail, "Return-Path") is "<>") return (false, "empty return path");
        var local = sender.Email[..sender.Email.LastIndexOf('@')].ToLowerInvariant();
        if (Machines.Contains(local) || local.StartsWith("owner-", StringComparison.Ordinal) || local.EndsWith("-request", StringComparison.Ordinal)) return (false, "a machine's address");
        var account = AnswerAccount.Of(mail, sender, policy);
        var standing = known.Budget(account.Key).At(now, policy.AnswerWindow);
        if (standing.WindowCount >= account.InWindow) return (false, "the address has had its answers for now");
        if (standing.DayCount >= account.OnDay) return (false, "the address has had its answers for today");
        return (true, "a person's mail");
    }

    private static string? Value(ReceivedMail mail, string field) =>
        mail.Headers.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
