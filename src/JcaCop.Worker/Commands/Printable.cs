using System.Globalization;

namespace JcaCop.Worker.Commands;

/// <summary>Text of a mail made safe for a terminal: nothing in it moves the cursor, changes colours or turns the writing direction.</summary>
internal static class Printable
{
    public static string Line(string? text) =>
        string.Concat((text ?? "").Replace('\t', ' ').Where(c => !char.IsControl(c) && (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format || c is '\u200c' or '\u200d')));
}
