using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Meetings;

/// <summary>The files of documents: a folder for each meeting below that of its group (<c>documents/jca-cop/2015_04_13_Geneva</c>) in the data directory.</summary>
/// <remarks>Names are those of the register, which makes them itself; whatever else comes here is refused.</remarks>
internal sealed class DocumentArchive(DataDirectory data)
{
    private readonly string root = data.Resolve("documents");

    public string PathOf(string group, string folder, string file) => Path.Combine(root, Plain(group), Plain(folder), Plain(file));

    /// <summary>Writes a file whole: under another name first, then renamed. Once more after a failure does no harm.</summary>
    public static async Task WriteAsync(string path, byte[] content, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(content, stop);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
    }

    /// <returns>Null where there is none.</returns>
    public static async Task<byte[]?> ReadAsync(string path, CancellationToken stop) => File.Exists(path) ? await File.ReadAllBytesAsync(path, stop) : null;

    private static string Plain(string name) =>
        name.Length is > 0 and <= 200 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !name.Contains("..", StringComparison.Ordinal)
            ? name : throw new ArgumentException($"'{name}' is no name of the archive.", nameof(name));
}
