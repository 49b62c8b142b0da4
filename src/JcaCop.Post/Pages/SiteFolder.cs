using System.Text;

namespace JcaCop.Post.Pages;

/// <summary>What writing a site changed: numbers of files.</summary>
public sealed record SiteChange(int Written, int Removed, int Unchanged)
{
    public bool Any => Written + Removed > 0;
}

/// <summary>
/// The folder that a web server shows. All files are made beside it first; then each is put in place whole, in the order given, and what no longer
/// belongs to the site goes last: at no moment is there half a file, or a page that points to one that is not there. What did not change is not
/// touched, and files of others are neither overwritten nor removed (docs/decisions/0045).
/// </summary>
public sealed class SiteFolder(string folder)
{
    /// <summary>Names the files that are ours.</summary>
    public const string ListFile = ".jcacop-pages";

    /// <summary>The web server runs as another user; the service itself keeps all it writes to itself (umask).</summary>
    private const UnixFileMode Everybodys = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const string StagingFolder = ".jcacop-next";
    private const string LockFile = ".jcacop-lock";

    /// <exception cref="IOException">It cannot be written, another process writes it, or it holds a file of somebody else where one of ours belongs.</exception>
    public async Task<SiteChange> PlaceAsync(IReadOnlyList<SiteFile> files, CancellationToken stop)
    {
        foreach (var file in files) Check(file.Path);
        MakeFolder("");
        await using var held = new FileStream(In(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var own = await ReadListAsync(stop);
        var staging = In(StagingFolder);
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);

        var changed = new List<string>();
        foreach (var file in files)
        {
            var target = In(file.Path);
            if (File.Exists(target) && !own.Contains(file.Path)) throw new IOException($"{target} was not written by this service and is in the way. Name a folder for the pages alone, or remove it.");
            var content = file.Content ?? await File.ReadAllBytesAsync(file.CopyOf!, stop);
            if (await IsSameAsync(target, content, stop)) continue;
            var next = Path.Combine(staging, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(next)!);
            await File.WriteAllBytesAsync(next, content, stop);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(next, Everybodys);
            changed.Add(file.Path);
        }

        var now = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var gone = own.Where(path => !now.Contains(path)).ToList();
        // Known as ours before the first is put in place: breaking off here leaves nothing that the next time takes for another's.
        if (changed.Count > 0 || gone.Count > 0) await WriteListAsync(own.Union(now), stop);
        foreach (var path in changed)
        {
            MakeFolder(Path.GetDirectoryName(path)!);
            File.Move(Path.Combine(staging, path), In(path), overwrite: true);
        }
        foreach (var path in gone) Remove(path);
        if (gone.Count > 0) await WriteListAsync(now, stop);
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        return new(changed.Count, gone.Count, files.Count - changed.Count);
    }

    private string In(string path) => Path.Combine(folder, path);

    /// <summary>Makes what is missing of a folder of the site.</summary>
    private void MakeFolder(string path)
    {
        if (Directory.Exists(In(path))) return;
        if (path.Length > 0) MakeFolder(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(In(path));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(In(path), Everybodys | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private void Remove(string path)
    {
        File.Delete(In(path));
        for (var parent = Path.GetDirectoryName(path); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
        {
            if (!Directory.Exists(In(parent)) || Directory.EnumerateFileSystemEntries(In(parent)).Any()) return;
            Directory.Delete(In(parent));
        }
    }

    private static async Task<bool> IsSameAsync(string path, byte[] content, CancellationToken stop)
    {
        var there = new FileInfo(path);
        if (!there.Exists || there.Length != content.Length) return false;
        var old = await File.ReadAllBytesAsync(path, stop);
        return old.AsSpan().SequenceEqual(content);
    }

    private async Task<HashSet<string>> ReadListAsync(CancellationToken stop)
    {
        if (!File.Exists(In(ListFile))) return [];
        // A list that somebody wrote into must not lead out of the folder.
        return [.. (await File.ReadAllLinesAsync(In(ListFile), stop)).Where(IsPlain)];
    }

    private async Task WriteListAsync(IEnumerable<string> paths, CancellationToken stop)
    {
        var part = In(ListFile + ".part");
        await File.WriteAllLinesAsync(part, paths.Order(StringComparer.Ordinal), new UTF8Encoding(false), stop);
        File.Move(part, In(ListFile), overwrite: true);
    }

    private static void Check(string path)
    {
        if (!IsPlain(path)) throw new ArgumentException($"'{path}' is no path of a page.", nameof(path));
    }

    private static bool IsPlain(string path) =>
        path.Length is > 0 and <= 300 && path.Split('/').All(part => part.Length > 0 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));
}
