using System.Text;

namespace JcaCop.Reading.Attachments;

/// <summary>Comma separated files (RFC 4180) and their kin with semicolons or tabs: one line a row, cells parted by tabs.</summary>
internal static class TableText
{
    public static AttachmentText Read(byte[] bytes, string? charset)
    {
        var text = PlainText.Decode(bytes, charset);
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n') is > 0 and var end) text = text[(end + 1)..];
        var separator = Separator(text);
        return AttachmentText.Of(separator == '\t' && !text.Contains('"') ? text : Rows(text, separator));
    }

    /// <summary>The sign that stands most often in the first rows, outside quotation marks.</summary>
    private static char Separator(string text)
    {
        Span<int> counts = stackalloc int[4];
        const string signs = ";,\t|";
        var quoted = false;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 4000)))
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && signs.IndexOf(c) is >= 0 and var i) counts[i]++;
        }
        var best = 1;
        for (var i = 0; i < counts.Length; i++)
            if (counts[i] > counts[best] || (counts[i] == counts[best] && i == 0 && counts[i] > 0))
                best = i;
        return signs[best];
    }

    private static string Rows(string text, char separator)
    {
        var rows = new StringBuilder(text.Length);
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                if (quoted && i + 1 < text.Length && text[i + 1] == '"') rows.Append(text[++i]);
                else quoted = !quoted;
            }
            else if (quoted && c is '\n' or '\t') rows.Append(' ');
            else if (!quoted && c == separator) rows.Append('\t');
            else rows.Append(c);
        }
        return rows.ToString();
    }
}
