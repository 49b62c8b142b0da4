using System.Globalization;
using System.Runtime.CompilerServices;

namespace JcaCop.Worker.Commands;

/// <summary>One mail of an mbox file.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="ArrivedAt">From its <c>From </c> line, taken as UTC; null where that cannot be read.</param>
internal sealed record MboxMail(int Number, DateTimeOffset? ArrivedAt, byte[] Raw);

/// <summary>Cuts an mbox file into its mails, one in memory at a time (RFC 4155; <c>&gt;From </c> lines are freed of their mark as in mboxrd). The blank line after a mail is the file's, not the mail's.</summary>
internal static class MboxFile
{
    private static ReadOnlySpan<byte> Start => "From "u8;

    public static async IAsyncEnumerable<MboxMail> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken stop)
    {
        var mail = new MemoryStream();
        var number = 0;
        DateTimeOffset? arrived = null;
        var afterBlank = true;
        var separator = 0;
        await foreach (var line in LinesAsync(file, stop))
        {
            if (afterBlank && IsStart(line))
            {
                if (number > 0) yield return Mail();
                number++;
                arrived = DateOf(line);
                mail.SetLength(0);
                separator = 0;
                continue;
            }
            afterBlank = line.AsSpan().TrimEnd("\r\n"u8).IsEmpty;
            separator = afterBlank ? line.Length : 0;
            if (number > 0) mail.Write(line.AsSpan(IsMarked(line) ? 1 : 0));
        }
        if (number > 0) yield return Mail();

        MboxMail Mail() => new(number, arrived, mail.GetBuffer().AsSpan(0, (int)mail.Length - separator).ToArray());
    }

    /// <summary>With a time of day and a year in it: text that begins with the same word after a blank line should be marked, and often is not.</summary>
    private static bool IsStart(byte[] line)
    {
        if (!line.AsSpan().StartsWith(Start)) return false;
        var words = Words(line);
        return words.Exists(word => TimeOnly.TryParseExact(word, ["H:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            && words.Exists(word => word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 1970);
    }

    private static bool IsMarked(byte[] line)
    {
        var marks = line.AsSpan().IndexOfAnyExcept((byte)'>');
        return marks > 0 && line.AsSpan(marks).StartsWith(Start);
    }

    /// <summary><c>From jane@example.org Thu Aug 30 18:00:00 2012</c>: the last five words are the time, as C's asctime writes it.</summary>
    private static DateTimeOffset? DateOf(byte[] line)
    {
        var words = Words(line);
        if (words.Count < 6) return null;
        return DateTimeOffset.TryParseExact(string.Join(' ', words[^4..]), "MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }

    private static List<string> Words(byte[] line) =>
        [.. System.Text.Encoding.Latin1.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Lines with their ends, as bytes: a mail may be in any charset, or in several.</summary>
    private static async IAsyncEnumerable<byte[]> LinesAsync(Stream file, [EnumeratorCancellation] CancellationToken stop)
    {
        var buffer = new byte[1 << 16];
        var rest = new MemoryStream();
        int read;
        while ((read = await file.ReadAsync(buffer, stop)) > 0)
        {
            var from = 0;
            while (from < read)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', from, read - from);
                if (end < 0)
                {
                    rest.Write(buffer, from, read - from);
                    break;
                }
                rest.Write(buffer, from, end + 1 - from);
                yield return rest.ToArray();
                rest.SetLength(0);
                from = end + 1;
            }
        }
        if (rest.Length > 0) yield return rest.ToArray();
    }
}
