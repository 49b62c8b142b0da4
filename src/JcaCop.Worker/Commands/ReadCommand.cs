using System.Text;
using System.Text.Json;
using JcaCop.Reading;
using JcaCop.Reading.Explaining;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop read FILE|DIR … [--text | --explain [--json]]</c>: what mails say, as JSON Lines in the order given (<c>corpus/SCHEMA.md</c>), or as a marked-up text.</summary>
/// <remarks>
/// A file that cannot be read does not stop the next: it prints a line with its <c>error</c>, says so on stderr, and the exit code is 1 at the end;
/// 0 when all were read, 2 for wrong usage. Needs no settings and no database; one mail is held in memory at a time.
/// </remarks>
internal static class ReadCommand
{
    /// <summary>Larger files are no mail that a mailbox would have let in.</summary>
    private const long MaxBytes = 50L * 1024 * 1024;

    private const string Usage = "usage: jcacop read FILE|DIR|- ... [--text | --explain [--json]]";

    public static int Run(string[] args)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        return Run(args, output, Console.Error);
    }

    /// <param name="output">Gets the JSON Lines.</param>
    /// <param name="complaints">Gets one line for each file that could not be read.</param>
    public static int Run(string[] args, Stream output, TextWriter complaints)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var paths = new List<string>();
        foreach (var arg in args)
        {
            if (arg is "--text" or "--explain" or "--json") asked.Add(arg);
            else if (arg.StartsWith("--", StringComparison.Ordinal)) return Wrong(complaints, $"jcacop read: unknown option {arg}");
            else paths.Add(arg);
        }
        if (asked.Contains("--json") && !asked.Contains("--explain")) return Wrong(complaints, "jcacop read: --json goes with --explain; without it JSON Lines are printed anyway");
        if (paths.Count == 0) return Wrong(complaints, "jcacop read: no file named");

        var unread = 0;
        foreach (var path in paths)
        {
            foreach (var file in MailFiles.Under(path))
            {
                var (line, error) = Read(file, (reading, name) => Written(reading, name, asked));
                output.Write(line);
                output.WriteByte((byte)'\n');
                if (error is null) continue;
                unread++;
                complaints.WriteLine($"jcacop read: {file}: {error}");
            }
            output.Flush();
        }
        return unread == 0 ? 0 : 1;
    }

    private static byte[] Written(MailReading reading, string name, HashSet<string> asked)
    {
        if (!asked.Contains("--explain")) return ReadingJson.Write(reading, name, asked.Contains("--text"));
        if (asked.Contains("--json")) return ReadingJson.Write(reading, name, withText: true, Explanation.Of(reading));
        using var text = new StringWriter { NewLine = "\n" };
        new MarkedUpMail(reading, name).Write(text);
        return Encoding.UTF8.GetBytes(text.ToString().TrimEnd('\n') + "\n");
    }

    private static (byte[] Line, string? Error) Read(string file, Func<MailReading, string, byte[]> written)
    {
        var name = file == MailFiles.StandardInput ? file : Path.GetFileName(file);
        var error = "";
        try
        {
            using var raw = Open(file, out error);
            if (raw is not null) return (written(MailReader.Read(raw), name), null);
        }
        catch (FormatException e)
        {
            error = $"no mail: {e.Message}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error = $"cannot be read: {e.Message}";
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            error = $"the reader failed: {e.GetType().Name}: {e.Message}"; // a fault of ours costs one mail, not the run
        }
        return (ErrorLine(name, error), error);
    }

    private static Stream? Open(string file, out string error)
    {
        error = "";
        if (file == MailFiles.StandardInput)
        {
            var copy = new MemoryStream();
            using var input = Console.OpenStandardInput();
            input.CopyTo(copy);
            copy.Position = 0;
            if (copy.Length > 0) return copy;
            copy.Dispose();
            error = "empty";
            return null;
        }
        var info = new FileInfo(file);
        if (!info.Exists) error = Directory.Exists(file) ? "holds no .eml file" : "does not exist";
        else if (info.Length == 0) error = "empty";
        else if (info.Length > MaxBytes) error = $"{info.Length / (1024 * 1024)} MB are more than the {MaxBytes / (1024 * 1024)} MB that are read";
        return error.Length == 0 ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 14, FileOptions.SequentialScan) : null;
    }

    private static byte[] ErrorLine(string name, string error)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("file", name);
            json.WriteString("kind", "human");
            json.WriteBoolean("needsAttention", true);
            json.WriteStartArray("items");
            json.WriteEndArray();
            json.WriteString("error", error);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static int Wrong(TextWriter complaints, string what)
    {
        complaints.WriteLine(what);
        complaints.WriteLine(Usage);
        return 2;
    }
}
