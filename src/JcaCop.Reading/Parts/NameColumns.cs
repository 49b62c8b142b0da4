namespace JcaCop.Reading.Parts;

/// <summary>Columns that blanks part on a line: a name does not reach over such a gap.</summary>
internal static class NameColumns
{
    /// <summary>"Organizer      Coalition for …": so many blanks on a line part a label from its value.</summary>
    public static bool IsGap(ReadOnlySpan<char> gap) => gap.Length >= FewestBlanks && !gap.Contains('\n');

    public const int FewestBlanks = 3;

    /// <summary>Where the column ends in which the offset stands: at such a gap, or at the end of the line above one that begins with a label; the end where there is none.</summary>
    public static int End(string text, int at, int end)
    {
        var gap = text.AsSpan(at, Math.Max(0, end - at)).IndexOf("   ");
        if (gap < 0 || gap > 0 && text[at + gap - 1] == '\n') return end;
        var turn = text.AsSpan(at, gap).LastIndexOf('\n');
        return at + (turn >= 0 ? turn : gap);
    }
}
