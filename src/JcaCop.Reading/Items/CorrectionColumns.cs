using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads corrections from lines in columns "label, old, new": the value of the last column holds, for whoever is named in the sentence above.</summary>
internal static class CorrectionColumns
{
    /// <summary>So sure whose details a table changes that only the sentence above names.</summary>
    private const double ByLead = 0.8;

    private const int LongestHead = 24, Reach = 300;

    private static readonly System.Buffers.SearchValues<char> RuleSigns = System.Buffers.SearchValues.Create("-|+=–— \t│");

    private static readonly Dictionary<string, string> Heads = LexiconFile.Phrases("columns")
        .GroupBy(static entry => Folding.Plain(entry.Phrase)).ToDictionary(static group => group.Key, static group => group.First().Code);

    /// <summary>The changes told in columns, and the lines that tell them.</summary>
    public static (CorrectionDraft Draft, TextSpan Lines)? Read(ItemContext context)
    {
        var text = context.Text;
        var heading = -1;
        List<TextSpan> rows = [];
        foreach (var line in Lines(text))
        {
            if (heading < 0 && !HasColumns(line.Of(text))) continue;
            var cells = Cells(text, line);
            if (heading < 0)
            {
                if (cells.Count >= 2 && IsHead(text, cells)) heading = line.Start;
                continue;
            }
            if (cells.Count == 3 && FieldLabels.Of(cells[0].Of(text).TrimEnd(':')) is not null) rows.Add(line);
            else if (rows.Count > 0 || !IsRule(line.Of(text))) break;
        }
        if (rows.Count == 0 || Whose(context, heading) is not { } draft) return null;
        foreach (var row in rows) Take(context, draft, Cells(text, row));
        return draft.Empty ? null : (draft, TextSpan.FromBounds(heading, rows[^1].End));
    }

    private static void Take(ItemContext context, CorrectionDraft draft, List<TextSpan> cells)
    {
        var (value, span) = (MailLayout.Unwrap(cells[2].In(context.Text)).Trim(), cells[2]);
        if (value.Length < 2) return;
        var label = FieldLabels.Of(cells[0].Of(context.Text).TrimEnd(':'));
        draft.Take(label, value, context.Emails.Find(email => span.Contains(email.Start)).Value);
        switch (label)
        {
            case FieldLabel.Person or FieldLabel.Contact when !draft.IsOrganization: draft.NewName ??= value; break;
            case FieldLabel.Organization when draft.IsOrganization: draft.NewOrganization ??= value; break;
        }
    }

    /// <summary>The last person or house named above the columns; otherwise the writer's house.</summary>
    private static CorrectionDraft? Whose(ItemContext context, int heading)
    {
        var from = Math.Max(0, heading - Reach);
        if (context.Utterances.FindLast(utterance => utterance.Span.End <= heading && utterance.Span.Start >= from).Span is { IsEmpty: false } above)
        {
            var houses = OrganizationNames.Find(context.Marked, above.Start, above.End).FindAll(name => name.Confidence >= 0.6 && Bodies.Find(name.Value).Count == 0);
            if (NamesIn.Find(context, above.Start, above.End) is [var name]) return new CorrectionDraft(name.Value, new TextSpan(name.Start, name.Length), ByLead);
            if (houses is [var house]) return new CorrectionDraft(house.Value, new TextSpan(house.Start, house.Length), ByLead) { IsOrganization = true };
            if (houses.Count == 0 && context.Matters.Any(Matter.Self, above) && SenderPerson.Of(context).Name is { } self) return new CorrectionDraft(self, above, ByLead);
            if (houses.Count == 0 && Oneself.IsOurHouse(context, above.Start, above.End) && context.Respondent?.Organization is { } own) return new CorrectionDraft(own, above, ByLead) { IsOrganization = true };
        }
        return null;
    }

    /// <summary>The last two cells, or all but a first one for the label, say old and new.</summary>
    private static bool IsHead(string text, List<TextSpan> cells) =>
        cells.Count <= 3 && Says(text, cells[^2], "oldColumn") && Says(text, cells[^1], "newColumn");

    private static bool Says(string text, TextSpan cell, string code) =>
        cell.Length is > 0 and <= LongestHead && Heads.GetValueOrDefault(Folding.Plain(cell.In(text)).Trim().TrimEnd(':')) == code;

    /// <summary>A line of dashes under the head.</summary>
    private static bool IsRule(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(RuleSigns) < 0;

    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            yield return TextSpan.FromBounds(start, end);
            start = end + 1;
        }
    }

    /// <summary>Something parts the line: most lines of mails have nothing that does.</summary>
    private static bool HasColumns(ReadOnlySpan<char> line) => line.ContainsAny(Bars) || line.Contains("  ", StringComparison.Ordinal);

    private static readonly System.Buffers.SearchValues<char> Bars = System.Buffers.SearchValues.Create("|\t│｜");

    /// <summary>What bars, tabs or two blanks at least part; an empty first cell is none.</summary>
    private static List<TextSpan> Cells(string text, TextSpan line)
    {
        var cells = new List<TextSpan>();
        var start = line.Start;
        for (var i = line.Start; i <= line.End; i++)
        {
            var ends = i == line.End || text[i] is '|' or '\t' or '│' or '｜' || text[i] == ' ' && i + 1 < line.End && text[i + 1] == ' ';
            if (!ends) continue;
            var cell = TextSpan.FromBounds(start, i).Trim(text);
            if (!cell.IsEmpty) cells.Add(cell);
            start = Math.Min(i + 1, line.End);
        }
        return cells;
    }
}
