using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Delegates: Mr A, Ms B (Adviser) and Mr C" on one line: each of them comes to the meeting that the mail is about (<c>Lexicons/delegateLines.json</c>).</summary>
/// <remarks>Only where all that stands behind the colon is persons, at least two of them, each with a post at most; anything else is left to the other readers.</remarks>
internal static class DelegateLine
{
    private const double Listed = 0.9;

    private const int LongestLabel = 40, LongestLine = 600;

    private static readonly HashSet<string> Labels = [.. LexiconFile.Words("delegateLines", "delegates").Select(static words => Folding.Plain(words).Trim())];

    private static readonly IReadOnlyList<string> Ands = LexiconFile.Words("delegateLines", "and");

    private static readonly System.Buffers.SearchValues<char> Commas = System.Buffers.SearchValues.Create(",،，、;；؛");

    private readonly record struct Delegate(Mention<string> Name, string? Function);

    public static void Add(ItemContext context, List<Item> items)
    {
        if (context.Meets is null && context.Answers.Meeting is null || Liaisons.MayBe(context.Mail)) return;
        foreach (var (start, end) in Lines(context.Text))
        {
            if (Label(context.Text, start, end) is not { } colon || Read(context, colon + 1, End(context.Text, end)) is not { Count: > 1 } delegates) continue;
            // "we wish to take part" says of these that they come, and of the writer nothing
            if (SenderPerson.Of(context).Name is { } writer && !context.Matters.Has(Matter.I) && !delegates.Exists(one => SameName.Is(one.Name.Value, writer)))
                items.RemoveAll(item => item is Registration { Person.Name: { } known } && SameName.Is(known, writer));
            // a run of several that was taken for one
            items.RemoveAll(item => item is Registration { Person.Name: { } run } && delegates.Count(one => run.Contains(one.Name.Value.Split(' ')[^1], StringComparison.Ordinal)) > 1);
            foreach (var (name, function) in delegates)
            {
                if (items.Exists(item => item is Registration { Person.Name: { } known } && SameName.Is(known, name.Value))) continue;
                items.Add(new Registration(context.Answers.Meeting, AttendanceModes.Of(context, new TextSpan(0, context.Text.Length)), new Person(name.Value, function), context.Respondent?.Organization, context.Respondent?.Country)
                {
                    Confidence = Listed, Decision = Decision.Accept, Evidence = [new Evidence("person.name", context.Source, name.Start, name.Value, Listed)],
                });
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end > start) yield return (start, end);
            start = end + 1;
        }
    }

    /// <summary>Place of the colon behind such a label; null where the line begins with none.</summary>
    private static int? Label(string text, int start, int end)
    {
        var colon = text.AsSpan(start, Math.Min(LongestLabel, end - start)).IndexOfAny(':', '：');
        return colon > 0 && Labels.Contains(Folding.Plain(text.Substring(start, colon)).Trim(' ', '-', '*', '•')) ? start + colon : null;
    }

    /// <summary>A line that breaks off behind a comma goes on.</summary>
    private static int End(string text, int end)
    {
        while (end < text.Length && text.AsSpan(0, end).TrimEnd() is [.., var last] && Commas.Contains(last))
        {
            var next = text.IndexOf('\n', end + 1);
            end = next < 0 ? text.Length : next;
        }
        return end;
    }

    private static List<Delegate>? Read(ItemContext context, int start, int end)
    {
        if (end - start > LongestLine) return null;
        List<Delegate> found = [];
        foreach (var (from, to) in Entries(context.Text, start, end))
        {
            var part = TextSpan.FromBounds(from, to).Trim(context.Text);
            if (part.IsEmpty) continue;
            if (Name(context, part) is { } person) found.Add(person);
            else if (found.Count > 0 && found[^1].Function is null && Posts.Phrase(context.Marked, part.Start, part.End) is { } post && post.Start == part.Start && post.End == part.End) found[^1] = found[^1] with { Function = post.Value };
            else return null;
        }
        return found;
    }

    /// <summary>A name, and a post in brackets behind it.</summary>
    private static Delegate? Name(ItemContext context, TextSpan part)
    {
        var text = context.Text;
        var bracket = text.AsSpan(part.Start, part.Length).IndexOfAny('(', '（');
        var stop = bracket > 0 ? part.Start + bracket : part.End;
        while (stop > part.Start && char.IsWhiteSpace(text[stop - 1])) stop--;
        if (PersonNames.Parse(context.Marked, part.Start, stop, true) is not { } name || name.End < stop) return null;
        if (Posts.Phrase(context.Marked, part.Start, stop) is { } office && office.Start == part.Start) return null;
        if (bracket <= 0) return new Delegate(name, null);
        var inside = text[(part.Start + bracket + 1)..part.End].Trim().TrimEnd(')', '）').Trim();
        return inside.Length is > 1 and < 100 && !inside.ContainsAny('(', '（') ? new Delegate(name, inside) : null;
    }

    private static bool ContainsAny(this string text, char one, char other) => text.AsSpan().ContainsAny(one, other);

    /// <summary>What commas and "and" part, outside of brackets; a full stop ends the last.</summary>
    private static IEnumerable<(int Start, int End)> Entries(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or '。')) end--;
        var depth = 0;
        var from = start;
        for (var at = start; at < end; at++)
        {
            if (text[at] is '(' or '（') depth++;
            else if (text[at] is ')' or '）') depth--;
            if (depth > 0) continue;
            if (Commas.Contains(text[at]))
            {
                yield return (from, at);
                from = at + 1;
            }
            else if (And(text, at, end) is > 0 and var length)
            {
                yield return (from, at);
                from = at + length;
                at = from - 1;
            }
        }
        yield return (from, end);
    }

    /// <summary>Length of a word for "and" at the place, with the blank before it; 0 where there is none.</summary>
    private static int And(string text, int at, int end)
    {
        foreach (var and in Ands)
        {
            if (Folding.IsHan(and[0]))
            {
                if (string.CompareOrdinal(text, at, and, 0, and.Length) == 0 && at > 0 && Folding.IsHan(text[at - 1])) return and.Length;
                continue;
            }
            if (!char.IsWhiteSpace(text[at]) || at + 1 + and.Length >= end || string.CompareOrdinal(text, at + 1, and, 0, and.Length) != 0) continue;
            // the Arabic word is written together with the next one, which has a title or an article
            if (Folding.IsArabic(and[0]) ? string.CompareOrdinal(text, at + 1 + and.Length, "ال", 0, 2) == 0 : char.IsWhiteSpace(text[at + 1 + and.Length])) return 1 + and.Length;
        }
        return 0;
    }
}
