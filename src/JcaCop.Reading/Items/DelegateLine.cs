using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Delegates: Mr A, Ms B (Adviser) and Mr C" on one line: each of them comes to the meeting that the mail is about (<c>Lexicons/delegateLines.json</c>).</summary>
/// <remarks>
/// Only where all that stands behind the colon is persons, at least two of them, each with a post or a town at most; anything else is left to the other readers. What is said of them above
/// (<see cref="DelegateLead"/>) or in brackets behind each (<see cref="DelegateBracket"/>) may be that they stay away: then they are excused, or their registrations taken back, and a person looks.
/// </remarks>
internal static class DelegateLine
{
    private const double Listed = 0.9;

    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.3;

    private const int LongestLabel = 40, LongestLine = 600;

    private static readonly HashSet<string> Labels = [.. LexiconFile.Words("delegateLines", "delegates").Select(static words => Folding.Plain(words).Trim())];

    private static readonly IReadOnlyList<string> Ands = LexiconFile.Words("delegateLines", "and");

    private static readonly System.Buffers.SearchValues<char> Commas = System.Buffers.SearchValues.Create(",،，、;；؛");

    private readonly record struct Delegate(Mention<string> Name, string? Function, DelegateBracket.Says Says = DelegateBracket.Says.Post, bool HasPlace = false);

    public static void Add(ItemContext context, List<Item> items)
    {
        foreach (var (line, delegates) in Of(context))
        {
            var said = DelegateLead.Of(context, line.Start);
            // "we wish to take part" says of these that they come, and of the writer nothing
            if (said is DelegateLead.Says.Coming && SenderPerson.Of(context).Name is { } writer && !context.Matters.Has(Matter.I) && !delegates.Exists(one => SameName.Is(one.Name.Value, writer)))
                items.RemoveAll(item => item is Registration { Person.Name: { } known } && SameName.Is(known, writer));
            // a run of several that was taken for one
            items.RemoveAll(item => item is Registration { Person.Name: { } run } && delegates.Count(one => run.Contains(one.Name.Value.Split(' ')[^1], StringComparison.Ordinal)) > 1);
            // "these people are not coming:" says it of no house
            if (said is DelegateLead.Says.Away && context.Respondent?.Organization is { } house)
                items.RemoveAll(item => item is Regret { Name: { } gone, Evidence: [{ Offset: var at }, ..] } && at < line.Start && line.Start - at < LongestLine && SameName.Is(gone, house));
            foreach (var one in delegates) Put(context, items, one, said, line);
        }
    }

    /// <summary>Those whose registration is taken back above their line.</summary>
    public static IEnumerable<Withdrawal> Cancelled(ItemContext context)
    {
        foreach (var (line, delegates) in Of(context))
            if (DelegateLead.Of(context, line.Start) is DelegateLead.Says.Cancelled)
                foreach (var (name, _, _, _) in delegates)
                    yield return new Withdrawal(WithdrawalOf.Registration, name.Value)
                    {
                        Confidence = Unsaid, Decision = Decision.Review, Evidence = [new Evidence("name", context.Source, name.Start, name.Value, Unsaid)],
                    };
    }

    private static IEnumerable<(TextSpan Line, List<Delegate> Delegates)> Of(ItemContext context)
    {
        if (context.Meets is null && context.Answers.Meeting is null || Liaisons.MayBe(context.Mail)) yield break;
        foreach (var (start, end) in Lines(context.Text))
            if (Label(context.Text, start, end) is { } colon && Read(context, colon + 1, End(context.Text, end)) is { Count: > 1 } delegates) yield return (TextSpan.FromBounds(start, End(context.Text, end)), delegates);
    }

    private static void Put(ItemContext context, List<Item> items, Delegate one, DelegateLead.Says said, TextSpan line)
    {
        var name = one.Name;
        if (said is DelegateLead.Says.Away or DelegateLead.Says.Cancelled || one.Says is DelegateBracket.Says.Away)
        {
            items.RemoveAll(item => item is Registration { Person.Name: { } coming } && SameName.Is(coming, name.Value) || item is Regret { Name: { } gone } && SameName.Is(gone, name.Value));
            if (said is not DelegateLead.Says.Cancelled)
                items.Add(Confidence.Judge(new Regret(context.Answers.Meeting, name.Value) { Evidence = [new Evidence("name", context.Source, name.Start, name.Value, Unsaid)] }, DraftOrigin.Prose, Unsaid));
            return;
        }
        // "A, B (apologies)": what the bracket of another says is not said of this one
        items.RemoveAll(item => item is Regret { Name: { } gone, Evidence: [{ Offset: var at }, ..] } && line.Contains(at) && SameName.Is(gone, name.Value));
        var open = said is DelegateLead.Says.Open || one.Says is DelegateBracket.Says.Open;
        if (items.FindIndex(item => item is Registration { Person.Name: { } known } && SameName.Is(known, name.Value)) is >= 0 and var place)
        {
            if (open) items[place] = Asked(items[place]);
            return;
        }
        var mode = AttendanceModes.Of(context, new TextSpan(0, context.Text.Length));
        var coming = new Registration(context.Answers.Meeting, mode, new Person(name.Value, one.Function), context.Respondent?.Organization, context.Respondent?.Country)
        {
            Confidence = Listed, Decision = Decision.Accept, Evidence = [new Evidence("person.name", context.Source, name.Start, name.Value, Listed)],
        };
        items.Add(open ? Asked(coming) : coming);
    }

    private static Item Asked(Item item) => item with { Signs = [.. item.Signs, new Accepting.Sign(HinderedJourney.Open, 1)] };

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
        var inParts = context.Text.AsSpan(start, end - start).ContainsAny(Semicolons); // "A, Oslo; B, Lomé": a comma parts no persons
        foreach (var (from, to) in Entries(context.Text, start, end))
        {
            var part = TextSpan.FromBounds(from, to).Trim(context.Text);
            if (part.IsEmpty) continue;
            var town = IsPlace(part.In(context.Text)) || inParts && from > start && !Semicolons.Contains(context.Text[from - 1]) && IsWord(context, part);
            if (found.Count > 0 && !found[^1].HasPlace && town) found[^1] = found[^1] with { HasPlace = true };
            else if (Name(context, part) is { } person) found.Add(person);
            else if (found.Count > 0 && found[^1].Function is null && Posts.Phrase(context.Marked, part.Start, part.End) is { } post && post.Start == part.Start && post.End == part.End)
                found[^1] = found[^1] with { Function = post.Value };
            else return null;
        }
        return found;
    }

    private static readonly System.Buffers.SearchValues<char> Semicolons = System.Buffers.SearchValues.Create(";；؛");

    private static bool IsWord(ItemContext context, TextSpan part) =>
        char.IsUpper(context.Text[part.Start]) && !part.Of(context.Text).ContainsAny(' ', '.', '(') && Posts.Phrase(context.Marked, part.Start, part.End) is null;

    /// <summary>"Lars Berg, Geneva": where somebody comes from.</summary>
    private static bool IsPlace(string part) => CountryPlaces.IsCity(part) || Countries.Parse(part) is not null;

    /// <summary>A name, and a bracket behind it. One word without a title is no name that could be told from a town.</summary>
    private static Delegate? Name(ItemContext context, TextSpan part)
    {
        var text = context.Text;
        var bracket = text.AsSpan(part.Start, part.Length).IndexOfAny('(', '（');
        var stop = bracket > 0 ? part.Start + bracket : part.End;
        while (stop > part.Start && char.IsWhiteSpace(text[stop - 1])) stop--;
        if (PersonNames.Parse(context.Marked, part.Start, stop, true) is not { } name || name.End < stop) return null;
        if (!Folding.IsHan(name.Value[0]) && !name.Value.Contains(' ', StringComparison.Ordinal) && context.Marked.At(Word.Honorific, part.Start) is null) return null;
        if (Posts.Phrase(context.Marked, part.Start, stop) is { } office && office.Start == part.Start) return null;
        if (bracket <= 0) return new Delegate(name, null);
        var inside = text[(part.Start + bracket + 1)..part.End].Trim().TrimEnd(')', '）').Trim();
        if (inside.Length is < 2 or >= 100 || inside.ContainsAny('(', '（')) return null;
        var said = DelegateBracket.Of(inside);
        return new Delegate(name, said is DelegateBracket.Says.Post && !IsPlace(inside) ? inside : null, said);
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
