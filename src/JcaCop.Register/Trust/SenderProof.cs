using JcaCop.Reading;
using JcaCop.Register.Deciding;
using MimeKit;

namespace JcaCop.Register.Trust;

/// <summary>Whether the address in From is who wrote, as far as our own mail server could tell.</summary>
public enum Proof
{
    /// <summary>The server says nothing, or no server is trusted to say anything.</summary>
    Unknown,
    Passed,
    /// <summary>The address may be forged.</summary>
    Failed,
}

/// <summary>The proof that a mail comes from the address in its From field, with the sentence that says why.</summary>
/// <remarks>
/// Only the topmost Authentication-Results field counts, and only under our own server's name: a server writes above what came in, so a field
/// further down, or in an ARC set, may be the sender's own work (RFC 8601, 5). DMARC (RFC 7489) is believed as it stands; without it, SPF or DKIM
/// must have passed for the very domain of From.
/// </remarks>
public sealed record SenderProof(Proof Proof, string Why)
{
    private const string MayBeForged = "our mail server says that the sender's address may be forged (dmarc=fail)";

    private const string SeveralAuthors = "the mail names several authors";

    /// <summary>Whether the reason for which a mail waits says that its sender may be somebody else.</summary>
    public static bool TellsOfForgery(string? reason) => reason is not null && (reason.Contains(MayBeForged, StringComparison.Ordinal) || reason.Contains(SeveralAuthors, StringComparison.Ordinal));

    /// <param name="server">authserv-id of our own mail server; null where none is set.</param>
    public static SenderProof Of(ReceivedMail mail, string? server)
    {
        if (server is not { Length: > 0 }) return new(Proof.Unknown, "no mail server of ours is set that checks senders (Judging:AuthenticationServer)");
        if (mail.Sender is not { } sender) return new(Proof.Unknown, "the mail has no sender");
        // DMARC speaks of one author; which of several is shown depends on the program (RFC 7489, 6.6.1).
        if (mail.Mime.Headers.Count(header => header.Id == HeaderId.From) != 1 || mail.Mime.From.Mailboxes.Count() != 1)
            return new(Proof.Failed, SeveralAuthors);
        var top = mail.Mime.Headers.FirstOrDefault(header => header.Id == HeaderId.AuthenticationResults);
        if (top is null || AuthenticationResults.Parse(top.Value) is not { } told || !told.Server.Equals(server, StringComparison.OrdinalIgnoreCase))
            return new(Proof.Unknown, "our mail server says nothing about the sender");
        return Of(told, sender.Domain);
    }

    private static SenderProof Of(AuthenticationResults told, string domain)
    {
        var dmarc = told.Of("dmarc").ToList();
        if (dmarc.Exists(result => result.Result is "fail" or "permerror")) return new(Proof.Failed, MayBeForged);
        if (dmarc.Exists(result => result.Result == "pass" && (result.Property("header.from") is not { } from || Same(from, domain)))) return new(Proof.Passed, "dmarc=pass");
        if (told.Of("dkim").Any(result => result.Result == "pass" && Aligned(result.Property("header.d") ?? DomainOf(result.Property("header.i")), domain)))
            return new(Proof.Passed, $"dkim=pass for {domain}");
        if (told.Of("spf").Any(result => result.Result == "pass" && Aligned(DomainOf(result.Property("smtp.mailfrom")), domain)))
            return new(Proof.Passed, $"spf=pass for {domain}");
        return new(Proof.Unknown, "our mail server could not confirm the sender");
    }

    private static bool Same(string one, string other) => one.Trim().TrimEnd('.').Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Relaxed alignment: one owner (RFC 7489, 3.1).</summary>
    private static bool Aligned(string? proved, string domain) =>
        proved is { Length: > 0 } && Domains.Owner(proved.TrimEnd('.').ToLowerInvariant()) == Domains.Owner(domain);

    private static string? DomainOf(string? address) => address?[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
