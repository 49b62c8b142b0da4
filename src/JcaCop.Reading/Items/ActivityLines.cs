using System.Text;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>How an entry of a list or a heading is marked; what is of one kind is marked alike.</summary>
internal enum MarkStyle { None, Bullet, Digit, Han, Roman, Capital, Small, Dotted }

/// <summary>A heading, an entry or another piece of text that runs over one or more lines.</summary>
/// <param name="Start">In the text, without marker.</param>
/// <param name="Text">On one line.</param>
/// <param name="Indent">Blanks before the marker.</param>
/// <param name="AfterBlank">A blank line stands before it.</param>
/// <param name="Tabs">Columns of a flattened table within.</param>
internal sealed record MarkedLine(int Start, string Text, MarkStyle Style, int Indent, bool AfterBlank, int Tabs)
{
    public bool IsMarked => Style != MarkStyle.None;
}

/// <summary>Cuts a text into lines with their marks, wrapped lines joined to the line that they go on with.</summary>
internal static class ActivityLines
{
    /// <summary>A line of this length may have been broken by a mail program.</summary>
    private const int Wrapped = 66;

    /// <summary>Below this a marked line is whole: what stands deeper under it is an entry of its own.</summary>
    private const int Short = 40;

    private const int ShortHan = 20;

    public static List<MarkedLine> Of(string text)
    {
        var found = new List<MarkedLine>();
        var (blank, before) = (true, 0);
        var joined = new StringBuilder(); // the last line found, as far as others were joined to it
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line);
            if (end < 0) end = text.Length;
            var first = line;
            while (first < end && (char.IsWhiteSpace(text[first]) || text[first] is '\u200f' or '\u200e')) first++;
            if (first >= end) blank = true;
            else
            {
                var rest = text.AsSpan(first, end - first);
                var (length, style) = Mark(rest);
                var content = first + length;
                while (content < end && char.IsWhiteSpace(text[content])) content++;
                var written = Columns(text[content..end].TrimEnd());
                var indent = first - line;
                if (written.Length == 0) { }
                else if (!blank && style == MarkStyle.None && found.Count > 0 && GoesOn(found[^1], joined.Length > 0 ? joined[^1] : found[^1].Text[^1], written, indent, before))
                    (joined.Length > 0 ? joined : joined.Append(found[^1].Text)).Append(' ').Append(written);
                else
                {
                    Close();
                    found.Add(new MarkedLine(content, written, style, indent, blank, rest.Count('\t')));
                }
                (blank, before) = (false, end - line);
            }
            line = end + 1;
        }
        Close();
        return found;

        void Close()
        {
            if (found.Count > 0) found[^1] = found[^1] with { Text = MailLayout.Unwrap(joined.Length > 0 ? joined.ToString() : found[^1].Text) };
            joined.Clear();
        }
    }

    /// <summary>Wide gaps between columns part what they hold as commas do.</summary>
    private static string Columns(string line)
    {
        if (!line.Contains('\u3000', StringComparison.Ordinal) && !line.Contains("   ", StringComparison.Ordinal)) return line;
        return string.Join(Folding.IsHan(line[0]) || line.Contains('\u3000', StringComparison.Ordinal) ? "，"
            : ", ", line.Replace("\u3000", "   ", StringComparison.Ordinal)
            .Split("   ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <param name="last">The last sign of what is open.</param>
    private static bool GoesOn(MarkedLine open, char last, string written, int indent, int before)
    {
        if (char.IsLower(written[0])) return true;
        if (last is ':' or '：' || Particular(written) is not null) return false;
        if (open.IsMarked && indent > open.Indent) return before >= (Folding.IsHan(written[0]) ? ShortHan : Short);
        return before >= Wrapped && last is not ('.' or ';' or ')' or '。' or '；') && indent >= open.Indent;
    }

    /// <summary>"Place: Sanya" on a line of its own below an entry: what it tells of that entry; null for other lines.</summary>
    public static FieldLabel? Particular(string line)
    {
        var colon = line.AsSpan().IndexOfAny(":：");
        if (colon is < 2 or > 30 || colon + 1 >= line.Length) return null;
        var label = FieldLabels.Whole(line.AsSpan(0, colon));
        if (label is FieldLabel.Organization || label is FieldLabel.Contact or FieldLabel.Person && IsHouse(line[(colon + 1)..])) return FieldLabel.Organizer; // "الجهة: وزارة العدل" below a bill
        return label is FieldLabel.Organizer or FieldLabel.Date or FieldLabel.Start or FieldLabel.End or FieldLabel.Place or FieldLabel.Website
                    or FieldLabel.Category
            ? label : null;
    }

    /// <summary>"Исполнитель: Академия школьных наук": who is in charge is a house, and nobody who could be written to.</summary>
    private static bool IsHouse(string value)
    {
        value = value.Trim();
        return value.Length > 3 && !value.Contains('@', StringComparison.Ordinal) && OrganizationNames.Find(new MarkedText(value), 0, value.Length) is [{ Start: 0 } name] && name.Length * 10 >= value.Length * 8;
    }

    /// <summary>The mark as lists have it, or a letter with a point, dash or bracket, or a number in a table cell of its own.</summary>
    private static (int Length, MarkStyle Style) Mark(ReadOnlySpan<char> line)
    {
        var length = ListMarker.Length(line);
        if (length == 0) length = NumberedCell(line);
        if (length == 0 && line.Length > 2 && "甲乙丙丁戊己庚辛壬癸".Contains(line[0], StringComparison.Ordinal) && line[1] is '、' or '.' or '．' or '：') length = 2;
        if (length == 0 && line.Length > 3 && char.IsLetter(line[0]) && !Folding.IsHan(line[0]) && line[1] is '.' or ')' or '-' or '/' or '–')
            length = char.IsWhiteSpace(line[2]) ? 2 : 0;
        if (length == 0) return (0, MarkStyle.None);
        var first = line[0] is '(' or '（' or '[' or '【' && line.Length > 1 ? line[1] : line[0];
        // "b.1", "2.1": below an entry that is marked "b" or "2"
        var style = IsDotted(line[..length]) ? MarkStyle.Dotted
            : char.IsDigit(first) ? MarkStyle.Digit
            : Folding.IsHan(first) ? MarkStyle.Han
            : first is 'I' or 'V' or 'X' ? MarkStyle.Roman
            : char.IsUpper(first) ? MarkStyle.Capital
            : char.IsLetter(first) ? MarkStyle.Small
            : MarkStyle.Bullet;
        return (length, style);
    }

    private static bool IsDotted(ReadOnlySpan<char> marker)
    {
        var dot = marker.IndexOf('.');
        return dot > 0 && dot + 1 < marker.Length && char.IsDigit(marker[dot + 1]);
    }

    private static int NumberedCell(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (at < line.Length && at < 3 && char.IsDigit(line[at])) at++;
        return at > 0 && at < line.Length && line[at] == '\t' ? at + 1 : 0;
    }
}
