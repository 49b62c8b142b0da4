using System.Text;

namespace JcaCop.Reading.Text;

/// <summary>
/// Marks travel through cells and tables as private-use characters in the text, and become ranges when the page is whole.
/// The text itself cannot bring such characters: they are replaced when it is read.
/// </summary>
internal static class HtmlMarks
{
    private const char First = '\ue000';

    public static bool IsMark(char c) => c is >= First and < (char)(First + 6);

    public static char Open(TextMarkKind kind) => (char)(First + 2 * (int)kind);

    public static char Close(TextMarkKind kind) => (char)(First + 2 * (int)kind + 1);

    /// <summary>Takes the marks out, trims line ends, and leaves at most two line ends in a row.</summary>
    public static VisibleText Resolve(StringBuilder page, bool hidden)
    {
        var text = new StringBuilder(page.Length);
        var marks = new List<TextMark>();
        var open = new Stack<(int Index, TextMarkKind Kind)>();
        var ends = 2;
        foreach (var chunk in page.GetChunks())
            foreach (var c in chunk.Span)
            {
                if (IsMark(c)) { Note(c); continue; }
                if (c != '\n') { text.Append(c); ends = 0; continue; }
                while (text.Length > 0 && text[^1] is ' ' or '\u00a0') text.Length--;
                if (text.Length == 0 || (ends == 0 && text[^1] == '\n')) ends = text.Length > 1 && text[^2] == '\n' ? 2 : 1;
                if (ends >= 2 || text.Length == 0) continue;
                text.Append('\n');
                ends++;
            }
        while (text.Length > 0 && Blanks.IsBlank(text[^1])) text.Length--;
        while (open.TryPop(out var last)) marks[last.Index] = marks[last.Index] with { End = text.Length };
        return new VisibleText(text.ToString(), [.. marks.Select(m => Within(m, text.Length)).Where(m => m.End > m.Start).OrderBy(m => m.Start)], hidden);

        void Note(char c)
        {
            var kind = (TextMarkKind)((c - First) / 2);
            if ((c - First) % 2 == 0)
            {
                open.Push((marks.Count, kind));
                marks.Add(new TextMark(kind, text.Length, text.Length));
            }
            else if (open.TryPop(out var opened)) marks[opened.Index] = marks[opened.Index] with { End = text.Length };
        }
    }

    private static TextMark Within(TextMark mark, int length) => mark with { Start = Math.Min(mark.Start, length), End = Math.Min(mark.End, length) };
}
