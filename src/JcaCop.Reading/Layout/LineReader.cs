using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Layout;

/// <summary>Cuts a text into lines and notes what stands out in each: marker, labels, cells, ornament.</summary>
internal static class LineReader
{
    private const int LongestLabel = 70;

    public static List<TextLine> Read(string text)
    {
        var lines = new List<TextLine>();
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            lines.Add(Line(text, lines.Count, start, end));
            start = end + 1;
        }
        return lines;
    }

    private static TextLine Line(string text, int number, int start, int end)
    {
        var indent = 0;
        var from = start;
        while (from < end && char.IsWhiteSpace(text[from])) indent += text[from++] == '\t' ? 4 : 1;
        var span = TextSpan.FromBounds(from, end).Trim(text);
        if (span.IsEmpty) return new TextLine(number, span, 0, LineKind.Blank, default, span);
        if (IsOrnament(span.Of(text))) return new TextLine(number, span, indent, LineKind.Ornament, default, span);

        var markerLength = ListMarker.Length(span.Of(text));
        var marker = new TextSpan(span.Start, markerLength);
        var body = TextSpan.FromBounds(span.Start + markerLength, span.End).Trim(text);
        var cells = Cells(text, LeadingCell(text, start, from, span));
        if (cells.Count > 1 && !(markerLength > 0 && cells.Count == 2 && cells[0].Length <= markerLength))
        {
            if (cells.Count == 2 && FieldLabels.Of(cells[0].Of(text)) is { } label && FieldLabels.Whole(cells[1].Of(text)) is null)
                return new TextLine(number, span, indent, LineKind.Field, marker, body) { Cells = cells, Fields = [new FormField(label, cells[0], cells[1], 0)] };
            return new TextLine(number, span, indent, LineKind.Row, default, span) { Cells = cells };
        }
        var fields = Fields(text, body, markerLength > 0);
        var kind = fields.Count > 0 ? LineKind.Field : markerLength > 0 ? LineKind.Entry : LineKind.Plain;
        return new TextLine(number, span, indent, kind, marker, body) { Fields = fields };
    }

    /// <summary>A row whose first cell is empty begins with its tab.</summary>
    private static TextSpan LeadingCell(string text, int start, int from, TextSpan span) =>
        from == start + 1 && text[start] == '\t' && span.Of(text).Count('\t') >= 1 ? TextSpan.FromBounds(start, span.End) : span;

    private static bool IsOrnament(ReadOnlySpan<char> line)
    {
        foreach (var c in line) if (char.IsLetterOrDigit(c)) return false;
        return line.Length > 1 || line[0] is '*' or '◇' or '◆' or '~' or '_' or '=' or '※' or '○';
    }

    /// <summary>Cells between tabs, or between bars where there are two bars or more.</summary>
    private static List<TextSpan> Cells(string text, TextSpan span)
    {
        var line = span.Of(text);
        var bars = 0;
        foreach (var c in line) if (c is '|' or '│' or '┃' or '｜') bars++;
        var separator = line.Contains('\t') ? '\t' : '|';
        if (separator == '|' && bars < 2) return [];
        var cells = new List<TextSpan>();
        var start = span.Start;
        if (separator == '|' && IsBar(text[start])) start++;
        for (var i = start; i <= span.End; i++)
        {
            if (i < span.End && !(separator == '\t' ? text[i] == '\t' : IsBar(text[i]))) continue;
            if (i == span.End && i == start && separator == '|') break;
            cells.Add(TextSpan.FromBounds(start, i).Trim(text));
            start = i + 1;
        }
        return cells;
    }

    private static bool IsBar(char c) => c is '|' or '│' or '┃' or '｜';

    /// <summary>Labels with values on one line. The first may be unknown, the later ones must be known words.</summary>
    private static List<FormField> Fields(string text, TextSpan body, bool listed)
    {
        var fields = new List<FormField>();
        var (labelEnd, valueStart, strength) = Separator(text, body.Start, body.End);
        if (labelEnd < 0) return LeadingLabel(text, body);
        var labelSpan = TextSpan.FromBounds(body.Start, labelEnd).Trim(text);
        if (HoldsSentenceEnd(labelSpan.Of(text)) || IsClause(labelSpan.Of(text))) return [];
        var label = strength == Strength.NeedsKnownLabel ? FieldLabels.Whole(labelSpan.Of(text)) : FieldLabels.Of(labelSpan.Of(text));
        if (label is null && (strength == Strength.NeedsKnownLabel || !LooksLikeLabel(labelSpan.Of(text)))) return LeadingLabel(text, body);
        if (FieldLabels.Whole(labelSpan.Of(text)) is null && HouseLine.Is(labelSpan.Of(text), TextSpan.FromBounds(valueStart, body.End).Of(text), listed)) return [];
        var open = (Label: label ?? FieldLabel.Other, Span: labelSpan, Value: valueStart);
        for (var i = valueStart; i < body.End; i++)
        {
            if (!IsColon(text, i)) continue;
            var from = InnerLabelStart(text, valueStart, i);
            if (from <= open.Value && from > valueStart) continue;
            var innerSpan = TextSpan.FromBounds(from, i).Trim(text);
            if (innerSpan.IsEmpty || from == valueStart || FieldLabels.Of(innerSpan.Of(text)) is not { } inner) continue;
            fields.Add(new FormField(open.Label, open.Span, ValueSpan(text, open.Value, innerSpan.Start), 0));
            open = (inner, innerSpan, i + 1);
        }
        fields.Add(new FormField(open.Label, open.Span, ValueSpan(text, open.Value, body.End), 0));
        return fields;
    }

    /// <summary>"tel. +996 312", "E-mail name@example.org": a label of the contact kind needs no colon before its value.</summary>
    private static List<FormField> LeadingLabel(string text, TextSpan body)
    {
        var line = body.Of(text);
        for (var words = 1; words <= 3; words++)
        {
            var cut = NthBlank(line, words);
            if (cut <= 0 || cut > 30) return [];
            if (FieldLabels.Whole(line[..cut]) is not ({ } label and (FieldLabel.Phone or FieldLabel.Fax or FieldLabel.Mobile or FieldLabel.PhoneAndFax or FieldLabel.Email or FieldLabel.Website))) continue;
            var value = TextSpan.FromBounds(body.Start + cut, body.End).Trim(text);
            var first = text[value.Start];
            var fits = label switch
            {
                FieldLabel.Email => value.Of(text).Contains('@'),
                FieldLabel.Website => value.Of(text).Contains('.'),
                _ => char.IsDigit(first) || first is '+' or '(' or '（',
            };
            if (!fits) continue; // "M. Name, post, name@…": the letter for "mobile" is a title here
            var labelSpan = new TextSpan(body.Start, cut);
            return [new FormField(label, labelSpan, value, 0)];
        }
        return [];
    }

    private static int NthBlank(ReadOnlySpan<char> line, int n)
    {
        for (var i = 1; i < line.Length; i++)
            if (char.IsWhiteSpace(line[i]) && !char.IsWhiteSpace(line[i - 1]) && --n == 0) return i;
        return -1;
    }

    private static TextSpan ValueSpan(string text, int start, int end)
    {
        var span = TextSpan.FromBounds(start, end).Trim(text);
        while (!span.IsEmpty && text[span.End - 1] is ';' or '；' or ',' or '，' or '-' or '–' or '/' or '|' or '、' or '؛' or '،' or '(' or '（' && span.Length > 1)
            span = new TextSpan(span.Start, span.Length - 1).Trim(text);
        return span;
    }

    private static int InnerLabelStart(string text, int from, int colon)
    {
        for (var i = colon - 1; i > from && colon - i < 40; i--)
            if (text[i] is ';' or '；' or ',' or '，' or '|' or '/' or '、' or '(' or '（' or '،' or '؛' or '。'
                || text[i] == ' ' && (text[i - 1] == ' ' || text[i - 1] is '-' or '–' or '—' or '.' && !IsAbbreviation(text, i - 1)))
                return i + 1;
        return from;
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        var letters = 0;
        for (var i = dot - 1; i >= 0 && char.IsLetter(text[i]); i--) letters++;
        return letters is > 0 and < 5;
    }

    private enum Strength { Clear, NeedsKnownLabel }

    private static (int LabelEnd, int ValueStart, Strength Strength) Separator(string text, int start, int end)
    {
        var limit = Math.Min(end, start + LongestLabel);
        for (var i = start; i < limit; i++)
        {
            var c = text[i];
            if (c is '@') return (-1, -1, default);
            if (IsColon(text, i)) return (TrimLeader(text, start, i), i + 1, Strength.Clear);
            if (c == '=' && i > start && i + 1 < end && text[i + 1] != '=' ) return (i, i + 1, Strength.Clear);
            if (c is '.' or '·' or '_' or '…' && RunLength(text, i, end) is var run && (run >= 3 || c == '…'))
            {
                var after = i + run;
                while (after < end && char.IsWhiteSpace(text[after])) after++;
                if (after < end && text[after] is ':' or '：' or '=') after++;
                return (i, after, Strength.Clear);
            }
            if (c == '→' || c == '-' && i + 1 < end && text[i + 1] == '>') return (i, i + (c == '→' ? 1 : 2), Strength.Clear);
            if (c == '\u3000' && i > start && Math.Abs(i - start) > 1 && !IsSpacedLabel(text, i, end)) return (i, i + 1, Strength.NeedsKnownLabel);
            if (c == '—' && i > start && i + 2 < end && text[i + 1] == '—') return (i, i + 2, Strength.NeedsKnownLabel); // 绿伞——联系人：…
            if (c is '-' or '–' or '—' or '/' && i > start && char.IsWhiteSpace(text[i - 1]) && i + 1 < end && char.IsWhiteSpace(text[i + 1])
                    && !(c == '/' && (ColonFollows(text, i, end) || FieldLabels.Of(text.AsSpan(i + 1, end - i - 1)) is not null)))
                return (i, i + 1, Strength.NeedsKnownLabel);
            if (c is ' ' or '\t' && i + 2 < end && text[i + 1] is ' ' or '\t' && i > start && !(IsBehindHan(text, start, i) && IsSpacedLabel(text, i, end)))
            {
                var next = i;
                while (next < end && char.IsWhiteSpace(text[next])) next++;
                if (next < end
                    && (text[next] == '=' || text[next] == '-' && next + 1 < end && text[next + 1] == '>' || IsColon(text, next)
                        || next < end && RunLength(text, next, end) > 2 && text[next] is '.' or '_' or '·')) { i = next - 1; continue; }
                return (i, i + 2, Strength.NeedsKnownLabel);
            }
        }
        return (-1, -1, default);
    }

    /// <summary>地　　址　：the blanks stretch a label of two characters to the width of those around it.</summary>
    private static bool IsSpacedLabel(string text, int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + LongestSpaced); i++)
            if (IsColon(text, i)) return true;
            else if (text[i] is not ('\u3000' or ' ') && !Folding.IsHan(text[i])) return false;
        return false;
    }

    private const int LongestSpaced = 8;

    /// <summary>The last sign before the blanks is a Chinese one.</summary>
    private static bool IsBehindHan(string text, int start, int at)
    {
        while (at > start && text[at - 1] == ' ') at--;
        return at > start && Folding.IsHan(text[at - 1]);
    }

    /// <summary>"Fonction / Position: …": the stroke parts two languages of one label.</summary>
    private static bool ColonFollows(string text, int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + LongestLabel); i++) if (IsColon(text, i) || text[i] is '=' or '…' || text[i] is '.' or '_' && RunLength(text, i, end) > 2) return true;
        return false;
    }

    private static int RunLength(string text, int at, int end)
    {
        var i = at;
        while (i < end && (text[i] == text[at] || text[i] == ' ' && i + 1 < end && text[i + 1] == text[at])) i++;
        return i - at;
    }

    private static int TrimLeader(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or '·' or '_' && end - 2 >= start && text[end - 2] is '.' or '·' or '_' or ' ')) end--;
        return end;
    }

    private static bool IsColon(string text, int i)
    {
        var c = text[i];
        if (c is '：' or '︰' or '﹕' or '∶') return true;
        if (c != ':') return false;
        if (i + 2 < text.Length && text[i + 1] == '/' && text[i + 2] == '/') return false;
        return !(i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]));
    }

    /// <summary>"… risques. Contact: …" is prose with a label in it, no form.</summary>
    private static bool HoldsSentenceEnd(ReadOnlySpan<char> label)
    {
        if (label.ContainsAny("。؟？")) return true;
        for (var i = 4; i + 2 < label.Length; i++)
            if (label[i] == '.' && label[i + 1] == ' ' && char.IsLetter(label[i - 4]) && char.IsLetter(label[i - 3]) && char.IsLetter(label[i - 2]) && char.IsLetter(label[i - 1])) return true;
        return false;
    }

    /// <summary>"Secretary-General (telephone: …" is prose: a bracket stays open, or a comma stands in words that are no known label.</summary>
    private static bool IsClause(ReadOnlySpan<char> label)
    {
        var open = label.LastIndexOfAny("(（");
        if (open >= 0 && label[open..].IndexOfAny(")）") < 0) return true;
        if (label.Length > 0 && Folding.IsHan(label[^1]) && FieldLabels.Whole(label) is null)
            foreach (var verb in HanClauseEnds) if (label.Length > verb.Length + 2 && label.EndsWith(verb, StringComparison.Ordinal)) return true;
        return label.IndexOfAny(",،，") >= 0 && FieldLabels.Whole(label) is null && FieldLabels.InTwoLanguages(label) is null;
    }

    /// <summary>第9研究组代表有变动：… announces a sentence.</summary>
    private static readonly string[] HanClauseEnds = [.. LexiconFile.Phrases("clauseEnds").Where(entry => entry.Code == "clauseEnd").Select(entry => entry.Phrase)];

    private static bool LooksLikeLabel(ReadOnlySpan<char> label)
    {
        if (label.IsEmpty || label.Length > 40 || !char.IsLetter(label[0])) return false;
        var blanks = 0;
        foreach (var c in label)
        {
            if (c == ' ') blanks++;
            if (c is ',' or '،' or '，' or '。' or ';' or '@') return false;
        }
        return blanks < 5;
    }
}
