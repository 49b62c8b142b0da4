using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>An entry of the part of a mail that lists activities.</summary>
/// <param name="Start">In the text; of the entry without its marker.</param>
/// <param name="Text">On one line.</param>
internal sealed record ListedActivity(int Start, string Text, ActivityCategory? Category);

/// <summary>Finds the entries of lists of activities: under a heading, a number of the circular's paragraph, or headings of categories.</summary>
internal sealed class ActivitySections
{
    private readonly List<ListedActivity> entries = [];
    private readonly System.Text.StringBuilder entry = new();
    private int entryStart = -1;
    private int entryIndent;
    private bool inside;
    private bool entered;
    private bool blank;
    private ActivityCategory? category;

    public static IReadOnlyList<ListedActivity> Find(string text)
    {
        var reader = new ActivitySections();
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line);
            if (end < 0) end = text.Length;
            reader.Line(text, line, end);
            line = end + 1;
        }
        reader.Close();
        return reader.entries;
    }

    private void Line(string text, int start, int end)
    {
        var first = start;
        while (first < end && (char.IsWhiteSpace(text[first]) || text[first] is '\u200f' or '\u200e')) first++;
        if (first >= end)
        {
            Close();
            blank = true;
            return;
        }
        var indent = first - start;
        var marker = ListMarker.Length(text.AsSpan(first, end - first));
        if (marker == 0) marker = NumberedCell(text.AsSpan(first, end - first));
        var content = first + marker;
        while (content < end && char.IsWhiteSpace(text[content])) content++;
        var written = text[content..end].TrimEnd();
        if (Heading(written, marker > 0)) { blank = false; return; }
        if (!inside) { blank = false; return; }
        if (text.IndexOf('\t', first, end - first) > 0 && marker == 0 && text.AsSpan(first, end - first).Count('\t') > 1) { blank = false; return; }
        if (marker > 0 || entered is false && category is not null && (indent > 0 || Folding.IsHan(written[0]) || written.Length < 120) || blank && category is not null && entered && indent > 0)
        {
            Close();
            Open(content, written, indent);
        }
        else if (entryStart >= 0 && !blank && (indent > entryIndent || !EndsEntry(entry.ToString()) || char.IsLower(written[0]))) entry.Append(' ').Append(written);
        else if (entryStart >= 0 && !blank && category is not null && indent == entryIndent && char.IsUpper(written[0])) { Close(); Open(content, written, indent); }
        else
        {
            Close();
            if (blank && entered) { inside = false; category = null; }
        }
        blank = false;
    }

    /// <summary>A number in a table cell of its own before the entry.</summary>
    private static int NumberedCell(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (at < line.Length && at < 3 && char.IsDigit(line[at])) at++;
        return at > 0 && at < line.Length && line[at] == '\t' ? at + 1 : 0;
    }

    private static bool EndsEntry(string soFar) => soFar.Length < 75 || soFar[^1] is '.' or ';' or ')' or '。' or '；';

    private void Open(int start, string text, int indent)
    {
        entryStart = start;
        entryIndent = indent;
        entered = true;
        entry.Clear().Append(text);
    }

    private void Close()
    {
        if (entryStart >= 0) entries.Add(new ListedActivity(entryStart, MailLayout.Unwrap(entry.ToString()), category));
        entryStart = -1;
    }

    /// <summary>Headings open and end the part; a heading of a category names that of the entries below it.</summary>
    private bool Heading(string line, bool marked)
    {
        if (line.Length > 220) return false;
        var hits = ActivityWords.Find(line);
        if (hits.Count == 0) return false;
        var colon = line[^1] is ':' or '：';
        var category1 = OnlyCategory(line, hits);
        if (category1 is not null && line.Length <= 60)
        {
            // "1. Education" inside a list of nominations is no heading of activities unless something below it looks like one
            Close();
            inside = true;
            entered = false;
            category = category1;
            return true;
        }
        var section = hits.Exists(hit => hit.Value == ActivityWord.Section);
        var other = hits.Exists(hit => hit.Value == ActivityWord.OtherSection);
        var headed = colon || line.Length <= 60 && line[^1] is not ('.' or '。' or ',') && (line.Any(char.IsDigit) || !line.Any(char.IsLower) || marked || !line.Contains(' ', StringComparison.Ordinal) || line.Split(' ').Length <= 6);
        if (section && headed && !Quoted(line))
        {
            Close();
            inside = true;
            entered = false;
            category = null;
            return true;
        }
        if (other && headed && (!inside || !marked) && line.Length <= 70 && !Quoted(line))
        {
            Close();
            inside = false;
            category = null;
        }
        return false;
    }

    private static bool Quoted(string line) => line.AsSpan().IndexOfAny("«“\"《") >= 0;

    private static ActivityCategory? OnlyCategory(string line, List<PhraseHit<ActivityWord>> hits)
    {
        var covered = 0;
        var last = -1;
        foreach (var hit in hits.Where(hit => ActivityWords.IsCategory(hit.Value)).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.Length))
            if (hit.Start >= last) { covered += hit.Length; last = hit.End; }
        var letters = line.Count(c => char.IsLetter(c) || c == ' ');
        if (covered == 0 || Quoted(line)) return null;
        var bare = line.Trim(' ', ':', '：', '【', '】', '[', ']', '(', ')', '.', '*', '-', '–');
        return covered * 10 >= bare.Length * 8 || covered * 10 >= letters * 5 && line[^1] is ':' or '：' && bare.Split(' ').Length <= 4 && !line.Contains(',', StringComparison.Ordinal) || line[0] == '【' && line[^1] == '】'
            ? ActivityWords.Named(line) : null;
    }
}
