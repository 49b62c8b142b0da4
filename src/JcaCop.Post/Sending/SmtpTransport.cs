using JcaCop.Register.Mail;
using MailKit.Net.Smtp;
using MimeKit;

namespace JcaCop.Post.Sending;

/// <summary>One SMTP connection, kept from letter to letter.</summary>
/// <remarks>
/// What an answer means: 5xx to the recipient or the content refuses this letter for good; 4xx puts it off. 5xx to our own sender
/// address, or a connection that is gone, says nothing about the letter: nothing more can be sent now. A connection that breaks
/// after the content has begun leaves the letter unknown; one that breaks before has sent nothing (RFC 5321, 4.2.5, 6.1).
/// </remarks>
public sealed class SmtpTransport(SendingOptions options, TimeProvider time) : ITransport
{
    /// <summary>Servers close idle connections after a minute or more; one that has been idle longer is not trusted.</summary>
    private static readonly TimeSpan TrustIdle = TimeSpan.FromSeconds(30);

    private readonly SmtpConnector connector = new(options);
    private CancellationTokenSource patience = new();
    private SmtpClient? client;
    private int sent;
    private long usedAt;

    public async Task OpenAsync(CancellationToken stop)
    {
        if (client is { IsConnected: true } && sent < options.LettersPerConnection && time.GetElapsedTime(usedAt) < TrustIdle) return;
        await CloseAsync().ConfigureAwait(false);
        client = await connector.OpenAsync(stop).ConfigureAwait(false);
        sent = 0;
        usedAt = time.GetTimestamp();
    }

    public async Task<Delivery> SendAsync(OutboxLetter letter, CancellationToken stop)
    {
        try
        {
            await OpenAsync(stop).ConfigureAwait(false);
        }
        catch (MailServers.MailServerException unavailable)
        {
            return new Delivery.NotReached(unavailable.Message);
        }
        if (!MailboxAddress.TryParse(letter.From, out var from) || !MailboxAddress.TryParse(letter.To, out var to))
            return new Delivery.Refused("The sender's or recipient's address is not one that SMTP can carry.");

        var reused = sent > 0;
        if (Load(letter.Mime) is not { } read) return new Delivery.Unreadable($"The stored bytes of the letter ({letter.Mime.Length}) are no mail.");
        using var message = read;
        var delivery = await SayAsync(message, from, to).ConfigureAwait(false);
        if (delivery is Delivery.NotReached && reused && !stop.IsCancellationRequested && client is null)
        {
            // The server had closed the kept connection: that happens to the first command after a pause, and nothing has been sent yet.
            try
            {
                await OpenAsync(stop).ConfigureAwait(false);
            }
            catch (MailServers.MailServerException unavailable)
            {
                return new Delivery.NotReached(unavailable.Message);
            }
            delivery = await SayAsync(message, from, to).ConfigureAwait(false);
        }
        return delivery;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        patience.Dispose();
    }

    private async Task<Delivery> SayAsync(MimeMessage message, MailboxAddress from, MailboxAddress to)
    {
        // Not the caller's token: a service that stops lets the letter under way end.
        if (!patience.TryReset())
        {
            patience.Dispose();
            patience = new CancellationTokenSource();
        }
        patience.CancelAfter(options.Timeout);
        var begun = new ContentBegun();
        try
        {
            sent++;
            var answer = await client!.SendAsync(message, from, [to], patience.Token, begun).ConfigureAwait(false);
            usedAt = time.GetTimestamp();
            return new Delivery.Accepted(answer);
        }
        catch (SmtpCommandException refused)
        {
            if (client is { IsConnected: false } || (int)refused.StatusCode == 421) await CloseAsync().ConfigureAwait(false);
            return Meaning(refused);
        }
        catch (NotSupportedException cannot)
        {
            return new Delivery.Refused(cannot.Message);
        }
        catch (Exception broken) when (SmtpConnector.IsOutside(broken, CancellationToken.None))
        {
            await CloseAsync().ConfigureAwait(false);
            var what = broken is OperationCanceledException ? $"The server was silent for {options.Timeout}." : broken.Message;
            return begun.Yes
                ? new Delivery.Unknown($"The connection broke after the content had begun: {what}")
                : new Delivery.NotReached($"The connection broke: {what}");
        }
    }

    /// <summary>The parts stay where they are in the stored bytes and go out from there.</summary>
    /// <returns>Null where the bytes are no mail.</returns>
    private static MimeMessage? Load(byte[] mime)
    {
        try
        {
            return MimeMessage.Load(new MemoryStream(mime), persistent: true);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Delivery Meaning(SmtpCommandException refused)
    {
        var code = (int)refused.StatusCode;
        var answer = $"{code} {refused.Message}";
        if (refused.ErrorCode == SmtpErrorCode.SenderNotAccepted) return new Delivery.NotReached($"The server takes nothing from our address: {answer}");
        if (code is 421 or 530 or 535) return new Delivery.NotReached(answer);
        return code >= 500 ? new Delivery.Refused(answer) : new Delivery.Deferred(answer);
    }

    private async Task CloseAsync()
    {
        if (client is null) return;
        try
        {
            if (client.IsConnected) await client.DisconnectAsync(quit: true, new CancellationTokenSource(TimeSpan.FromSeconds(5)).Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (SmtpConnector.IsOutside(gone, CancellationToken.None))
        {
            // QUIT is a courtesy: whoever does not answer it is gone, which is what was wanted.
        }
        client.Dispose();
        client = null;
    }
}
