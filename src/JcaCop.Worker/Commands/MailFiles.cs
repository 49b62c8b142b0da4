namespace JcaCop.Worker.Commands;

/// <summary>The mail files that a path on the command line stands for.</summary>
internal static class MailFiles
{
    /// <summary>One mail comes from standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The path itself, or all <c>.eml</c> files below a directory in ordinal order of their paths. A directory without any stands for itself, so that it is complained of.</summary>
    public static IEnumerable<string> Under(string path)
    {
        if (path == StandardInput || !Directory.Exists(path)) return [path];
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive };
        var files = Directory.EnumerateFiles(path, "*.eml", options).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : [path];
    }
}
