using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"In person: no" and, below it, "Remote participation: yes": a way of taking part asked as a field of its own. What is answered with no is blanked, and of the other line the way stays.</summary>
/// <remarks>As many characters stay as there were, so that offsets hold. Where no line is answered with yes all stay as they are: whoever comes in neither way may not come at all.</remarks>
internal static class ModeFields
{
    private const int LongestLabel = 70;
    private const int LongestAnswer = 8;

    private static readonly WordSet Yes = LexiconFile.Set("answered", "yes"), No = LexiconFile.Set("answered", "no");

    private readonly record struct Line(int Start, int Mark, int End, bool Said);

    /// <returns>The text itself where no such field is in it.</returns>
    public static string Settle(string text)
    {
        List<Line>? fields = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            if (Field(text, start, end) is { } field) (fields ??= []).Add(field);
            start = end + 1;
        }
        if (fields is null || !fields.Exists(static field => field.Said)) return text;
        var settled = text.ToCharArray();
        foreach (var (start, mark, end, said) in fields) settled.AsSpan((said ? mark : start)..end).Fill(' ');
        return new string(settled);
    }

    private static Line? Field(string text, int start, int end)
    {
        var line = text.AsSpan(start, end - start).TrimEnd();
        var mark = line.LastIndexOfAny(":：\t");
        if (mark is < 2 or > LongestLabel || line.Length - mark > LongestAnswer + 2) return null;
        var answer = line[(mark + 1)..].Trim(" \t\u00a0.。!！");
        var said = Yes.Contains(answer);
        if (!said && !No.Contains(answer)) return null;
        var label = line[..mark];
        if (label.IndexOfAny('?', '？', '؟') >= 0) return null;
        var matters = new Matters(Folding.Fold(label.ToString()));
        if (matters.Has(Matter.Remote) == matters.Has(Matter.InPerson)) return null;
        // "Attending remotely (yes/no): yes"
        if (label.IndexOfAny('(', '（') is > 0 and var bracket) mark = bracket;
        return new Line(start, start + mark, end, said);
    }
}
