namespace JcaCop.Worker.Mailbox;

/// <summary>The mailbox cannot be used now. The message says what failed and what to do, and never holds a secret.</summary>
public sealed class MailboxException(MailboxStep step, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How far it came; <c>doctor</c> names it.</summary>
    public MailboxStep Step { get; } = step;

    /// <summary>True where the same try may succeed later by itself. False: a setting must change, and trying again could lock the account.</summary>
    public bool Temporary => Step is MailboxStep.Name or MailboxStep.Connection or MailboxStep.Conversation;
}

/// <summary>The steps on the way to a mail, in their order.</summary>
public enum MailboxStep
{
    /// <summary>A secret or certificate file of the settings.</summary>
    Secret,
    /// <summary>The server's name to an address (DNS).</summary>
    Name,
    /// <summary>TCP.</summary>
    Connection,
    /// <summary>TLS and the server's certificate.</summary>
    Certificate,
    /// <summary>User and password or token.</summary>
    SignIn,
    /// <summary>The inbox or one of the folders beside it.</summary>
    Folder,
    /// <summary>Anything later: the connection broke, the server refused a command, the disk failed.</summary>
    Conversation,
}
