using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace JcaCop.Worker.Mailbox;

/// <summary>One mail as a file.</summary>
/// <param name="Uid">What names the mail as long as it lies in the inbox.</param>
/// <param name="ChangedAt">Last change of its content, UTC; a rename does not count.</param>
internal sealed record MailFile(string Uid, string Path, long Size, DateTimeOffset ChangedAt);

/// <summary>How mail lies in a folder mailbox, and where it goes: a Maildir with Maildir++ folders, or plain files with plain folders.</summary>
/// <remarks>
/// In a Maildir a file's name without its flags is unique for all time (cr.yp.to/proto/maildir.html), so it is the key. In a
/// plain folder a name may come again for another mail, so size and time of the last change belong to the key.
/// </remarks>
internal sealed partial class FolderLayout
{
    private readonly string root;
    private readonly bool maildir;

    private FolderLayout(string root, bool maildir) => (this.root, this.maildir) = (root, maildir);

    /// <summary>True where a file may still be growing when it is seen. Into a Maildir, mail is renamed when it is whole.</summary>
    public bool NeedsSettling => !maildir;

    public static FolderLayout Open(string path)
    {
        var root = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(root);
        return new FolderLayout(root, Directory.Exists(System.IO.Path.Combine(root, "new")) && Directory.Exists(System.IO.Path.Combine(root, "cur")));
    }

    /// <summary>The inbox, oldest first. A mail that another program takes from <c>new</c> to <c>cur</c> at that moment is listed in both, and counts once.</summary>
    public IReadOnlyList<MailFile> Mails() =>
        [.. Files(root, maildir).Select(Describe).OfType<MailFile>().OrderBy(file => file.ChangedAt).ThenBy(file => file.Uid, StringComparer.Ordinal).DistinctBy(file => file.Uid)];

    /// <summary>The directory into which a mail is moved; made if absent.</summary>
    public string MakeDestination(string name)
    {
        if (!maildir) return Directory.CreateDirectory(System.IO.Path.Combine(root, name)).FullName;
        foreach (var part in (string[])["tmp", "new", "cur"]) Directory.CreateDirectory(System.IO.Path.Combine(root, "." + name, part));
        return System.IO.Path.Combine(root, "." + name, "cur");
    }

    /// <summary>Those of these mails that lie in the folder, also under the name that <see cref="Move"/> gave them because theirs was taken.</summary>
    public IReadOnlyList<MailFile> FindIn(string name, IReadOnlySet<string> uids)
    {
        var folder = System.IO.Path.Combine(root, maildir ? "." + name : name);
        if (!Directory.Exists(folder)) return [];
        return [.. Files(folder, maildir).Select(Describe).OfType<MailFile>().Where(file => uids.Contains(file.Uid) || uids.Contains(FirstUid(file)))];
    }

    public int CountIn(string name)
    {
        var folder = System.IO.Path.Combine(root, maildir ? "." + name : name);
        return Directory.Exists(folder) ? Files(folder, maildir).Count() : 0;
    }

    /// <summary>Renames the file into the directory, under another name where its own is taken. A file that is gone was moved before.</summary>
    public static void Move(MailFile file, string directory)
    {
        var name = System.IO.Path.GetFileName(file.Path);
        for (var again = 1; ; again++)
        {
            var target = System.IO.Path.Combine(directory, again == 1 ? name : $"{System.IO.Path.GetFileNameWithoutExtension(name)} ({again}){System.IO.Path.GetExtension(name)}");
            try
            {
                File.Move(file.Path, target, overwrite: false);
                return;
            }
            catch (FileNotFoundException)
            {
                return;
            }
            catch (IOException) when (File.Exists(target) && again < 1000)
            {
                // Taken: the next number is tried.
            }
        }
    }

    private static IEnumerable<string> Files(string folder, bool maildir) => maildir
        ? Directory.EnumerateFiles(System.IO.Path.Combine(folder, "new")).Concat(Directory.EnumerateFiles(System.IO.Path.Combine(folder, "cur")))
            .Where(path => !System.IO.Path.GetFileName(path).StartsWith('.'))
        : Directory.EnumerateFiles(folder)
            .Where(path => path.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) && !System.IO.Path.GetFileName(path).StartsWith('.'));

    private MailFile? Describe(string path)
    {
        var file = new FileInfo(path);
        // Gone between the listing and here: somebody else moved it. A link is not followed: who may put a mail here may not thereby read another file.
        if (!file.Exists || (file.Attributes.HasFlag(FileAttributes.ReparsePoint) && file.LinkTarget is not null)) return null;
        return new MailFile(UidOf(file.Name, file.Length, file.LastWriteTimeUtc), path, file.Length, new DateTimeOffset(file.LastWriteTimeUtc));
    }

    private string UidOf(string name, long size, DateTime changedAt) => Short(maildir
        ? name.Split(":2,")[0].Split(";2,")[0]
        : string.Create(CultureInfo.InvariantCulture, $"{name}~{size:x}~{changedAt.Ticks:x}"));

    /// <summary>The key under the name without the number that <see cref="Move"/> added.</summary>
    private string FirstUid(MailFile file) =>
        UidOf(Numbered().Replace(System.IO.Path.GetFileName(file.Path), ""), file.Size, file.ChangedAt.UtcDateTime);

    [GeneratedRegex(@" \([0-9]{1,4}\)(?=\.[^.]*\z)")]
    private static partial Regex Numbered();

    /// <summary>Keys are kept in a column of 300 characters: a longer one is told by its hash.</summary>
    private static string Short(string uid) =>
        uid.Length <= 250 ? uid : string.Concat(uid.AsSpan(0, 100), "~", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uid))));
}
