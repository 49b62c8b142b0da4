using JcaCop.Post.MailServers;
using JcaCop.Register.Mail;

namespace JcaCop.Post.Sending;

/// <summary>A way out for letters: one kept SMTP connection, or a folder. Used by one thread at a time.</summary>
public interface ITransport : IAsyncDisposable
{
    /// <summary>Makes ready to send; does nothing where it is.</summary>
    /// <exception cref="MailServerException">What failed, and what to do.</exception>
    Task OpenAsync(CancellationToken stop);

    /// <summary>Sends one letter. Once its content has begun, <paramref name="stop"/> no longer ends it: a letter half sent is one that nobody knows about.</summary>
    Task<Delivery> SendAsync(OutboxLetter letter, CancellationToken stop);
}
