using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Mailbox;

/// <summary>Opens a mailbox as its settings say. Nothing is connected yet.</summary>
public static class Mailboxes
{
    public static IMailbox Open(MailboxOptions options, TimeProvider clock, ILoggerFactory logs) => options.Kind switch
    {
        MailboxKind.Imap => new ImapMailbox(options, clock, logs.CreateLogger<ImapMailbox>()),
        _ => new FolderMailbox(options, clock, logs.CreateLogger<FolderMailbox>()),
    };
}
