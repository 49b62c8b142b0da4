using System.Globalization;

namespace JcaCop.Worker.Tests.Servers;

/// <summary>Puts mail into a Maildir as a delivery agent does, and looks what lies there.</summary>
/// <param name="own">Gives a new path to the server's user; null where the files are one's own.</param>
public sealed class Maildir(string root, Action<string>? own = null)
{
    private static int serial;

    public string Root => root;

    /// <summary>Delivers in the order given. The names carry both sizes, as Dovecot's own deliveries do.</summary>
    public void Deliver(params IEnumerable<byte[]> mails)
    {
        var made = !Directory.Exists(root);
        foreach (var folder in (string[])["tmp", "new", "cur"]) Directory.CreateDirectory(Path.Combine(root, folder));
        if (made) own?.Invoke(Path.GetDirectoryName(root)!);
        foreach (var raw in mails)
        {
            var n = Interlocked.Increment(ref serial);
            var onTheWire = raw.Length + raw.Index().Count(b => b.Item == '\n' && (b.Index == 0 || raw[b.Index - 1] != '\r'));
            var name = string.Create(CultureInfo.InvariantCulture, $"{1_700_000_000 + n}.M{n}P{Environment.ProcessId}.localhost,S={raw.Length},W={onTheWire}");
            var partial = Path.Combine(root, "tmp", name);
            File.WriteAllBytes(partial, raw);
            File.Move(partial, Path.Combine(root, "new", name));
        }
    }

    /// <summary>Mails in the inbox, or in a folder beside it.</summary>
    public IReadOnlyList<byte[]> Mails(string? folder = null)
    {
        var at = folder is null ? root : Path.Combine(root, "." + folder);
        return [.. ((string[])["new", "cur"]).Select(part => Path.Combine(at, part)).Where(Directory.Exists)
            .SelectMany(Directory.GetFiles).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }

    /// <summary>What happens when a mailbox is rebuilt from a backup: all UIDs are new, and UIDVALIDITY with them.</summary>
    public void ForgetUids()
    {
        foreach (var file in Directory.GetFiles(root, "dovecot*")) File.Delete(file);
    }
}
