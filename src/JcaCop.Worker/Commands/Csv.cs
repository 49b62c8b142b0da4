using System.Text;

namespace JcaCop.Worker.Commands;

/// <summary>Comma-separated values (RFC 4180) that a spreadsheet program can open without running anything.</summary>
internal static class Csv
{
    /// <summary>UTF-8 with a mark at the start: without it Excel takes the text for the machine's old code page.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>
    /// A cell that begins like a formula gets an apostrophe before it (OWASP, CSV injection): the text comes from mails of
    /// strangers. A telephone number in international form begins with '+' and gets it too: dialled it is none the worse.
    /// </summary>
    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var text = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + value : value;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
