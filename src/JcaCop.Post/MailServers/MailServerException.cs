namespace JcaCop.Post.MailServers;

/// <summary>A mail server, or the folder in its place, cannot be used now. The message says what failed and what to do, and never holds a secret.</summary>
public sealed class MailServerException(MailServerStep step, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How far it came; <c>doctor</c> names it.</summary>
    public MailServerStep Step { get; } = step;

    /// <summary>True where the same try may succeed later by itself. False: a setting must change, and trying again could lock the account.</summary>
    public bool Temporary => Step is MailServerStep.Name or MailServerStep.Connection or MailServerStep.Conversation;
}

/// <summary>The steps on the way to a mail, or to a server that takes letters, in their order.</summary>
public enum MailServerStep
{
    /// <summary>A secret or certificate file of the settings, or the pickup folder.</summary>
    Secret,
    /// <summary>The server's name to an address (DNS).</summary>
    Name,
    /// <summary>TCP and the server's greeting.</summary>
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
