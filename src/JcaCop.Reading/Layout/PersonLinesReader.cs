using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Layout;

/// <summary>Lines "Ms Holm: phone …", "Mr Lund: new e-mail …": the name before the colon is no label but who the line is about, and the lines are a list.</summary>
internal static class PersonLinesReader
{
    private const int FewestLines = 2, FewestFigures = 5;

    /// <summary>So much looks like a name that stands without a title.</summary>
    private const double LikeName = 0.6, SureName = 0.8;

    public static (Block Block, int Next)? Read(string text, List<TextLine> lines, int at)
    {
        var entries = new List<ListEntry>();
        var reached = 0;
        var next = at;
        for (; next < lines.Count && IsOfPerson(text, lines[next]); next++)
        {
            if (next > at && lines[next].Marker.IsEmpty != lines[at].Marker.IsEmpty) break;
            if (Reaches(lines[next].Fields[0].Value.Of(text))) reached++;
            entries.Add(new ListEntry(lines[next].Marker, 0, lines[next].Body));
        }
        return entries.Count < FewestLines || reached < FewestLines ? null : (new Listing(TextSpan.FromBounds(lines[at].Span.Start, lines[next - 1].Span.End), entries), next);
    }

    private static bool IsOfPerson(string text, TextLine line)
    {
        if (line.Kind != LineKind.Field || line.Fields is not [{ Label: FieldLabel.Other } field, ..]) return false;
        var label = field.LabelSpan.In(text);
        var marked = new MarkedText(label);
        if (marked.Any(Word.Organization, 0, label.Length) || marked.Any(Word.LegalForm, 0, label.Length)) return false;
        if (PersonNames.Find(marked, 0, label.Length) is [var titled] && titled.End == label.Length) return true;
        if (Folding.IsHan(label[0])) return marked.Any(Word.HonorificAfter, 0, label.Length) || label.Length is >= 2 and <= 4 && !marked.Any(Word.Post, 0, label.Length) && NameShapes.Score(label) >= SureName;
        return label.Contains(' ', StringComparison.Ordinal) && !marked.Any(Word.Post, 0, label.Length) && NameShapes.Score(label) >= LikeName;
    }

    /// <summary>An address, or enough figures for a number.</summary>
    private static bool Reaches(ReadOnlySpan<char> value)
    {
        var figures = 0;
        foreach (var c in value)
            if (c == '@') return true;
            else if (char.IsDigit(c)) figures++;
        return figures >= FewestFigures;
    }
}
