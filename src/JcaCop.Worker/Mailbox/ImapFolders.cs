using MailKit;
using MailKit.Net.Imap;

namespace JcaCop.Worker.Mailbox;

/// <summary>Finds a folder of the user's own by its path (parts parted by <c>/</c> whatever the server uses), and makes what is missing.</summary>
internal static class ImapFolders
{
    public static async Task<IMailFolder> OpenOrMakeAsync(ImapClient client, string path, CancellationToken stop)
    {
        // Some servers keep all folders below INBOX: the personal namespace tells (RFC 2342).
        var folder = client.PersonalNamespaces.Count > 0 ? client.GetFolder(client.PersonalNamespaces[0]) : client.Inbox!;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            folder = await StepAsync(folder, part, stop);
        return folder;
    }

    private static async Task<IMailFolder> StepAsync(IMailFolder parent, string name, CancellationToken stop)
    {
        try
        {
            return await parent.GetSubfolderAsync(name, stop);
        }
        catch (FolderNotFoundException)
        {
            var made = await parent.CreateAsync(name, isMessageFolder: true, stop)
                ?? throw new InvalidOperationException("the server does not say that it was made");
            await made.SubscribeAsync(stop);
            return made;
        }
    }
}
