using JcaCop.Reading;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop read FILE|DIR …</c>: what mails say, as JSON Lines, in the order given.</summary>
internal static class ReadCommand
{
    public static int Run(string[] args)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var withText = args.Contains("--text");
        foreach (var file in args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).SelectMany(Files))
        {
            using var raw = File.OpenRead(file);
            output.Write(ReadingJson.Write(MailReader.Read(raw), Path.GetFileName(file), withText));
            output.WriteByte((byte)'\n');
        }
        return 0;
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
