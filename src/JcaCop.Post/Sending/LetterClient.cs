using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace JcaCop.Post.Sending;

/// <summary>An SMTP client that sends a letter to its addressee though a copy of it is refused: whom the copy does not reach stands in the outbox with the server's answer.</summary>
public sealed class LetterClient : SmtpClient
{
    private readonly List<string> refusedCopies = [];

    /// <summary>One answer each of the server, of the message that is being sent.</summary>
    public IReadOnlyList<string> RefusedCopies => refusedCopies;

    public Task<string> SendAsync(MimeMessage message, MailboxAddress from, MailboxAddress to, ITransferProgress progress, CancellationToken stop)
    {
        refusedCopies.Clear();
        return SendAsync(message, from, [to, .. message.Cc.Mailboxes.Where(copy => !Same(copy, to))], stop, progress);
    }

    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        if (!message.Cc.Mailboxes.Any(copy => Same(copy, mailbox)) || message.To.Mailboxes.Any(to => Same(to, mailbox))) base.OnRecipientNotAccepted(message, mailbox, response);
        else refusedCopies.Add($"{mailbox.Address}: {(int)response.StatusCode} {response.Response}");
    }

    private static bool Same(MailboxAddress one, MailboxAddress other) => one.Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase);
}
