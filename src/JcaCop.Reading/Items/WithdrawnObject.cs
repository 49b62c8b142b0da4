using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>"We take back our nomination of KindClicks", 撤回对绿网盾的提名: what stands at the noun for what is taken back is a name, though no noun heads it.</summary>
internal static class WithdrawnObject
{
    /// <summary>The place tells, not the words: a person is asked.</summary>
    private const double Untold = 0.7;

    private const int LongestGap = 16, LongestName = 60, LongestHan = 18;

    /// <returns>The name, and whether it is an organization's; null where the statement names none there.</returns>
    public static (Mention<string> Name, bool Organization)? Find(ItemContext context, int from, int end) => Han(context, from, end) ?? Of(context, from, end);

    /// <summary>"(a) Heron Watch is no longer active. Please take its nomination off your list": the capital words that begin the entry or paragraph of the statement, where another sentence stands between.</summary>
    public static Mention<string>? Subject(ItemContext context, TextSpan statement)
    {
        var start = context.Layout.BlockAt(statement.Start) switch
        {
            Listing listing => listing.Entries.Where(entry => entry.Text.Contains(statement.Start)).Select(static entry => (int?)entry.Text.Start).FirstOrDefault(),
            Paragraph paragraph => paragraph.Span.Start,
            _ => null,
        };
        if (start is not { } first || first >= statement.Start || OrganizationNames.Headless(context.Marked, first, statement.Start) is not { } name || name.Start - first > LongestLead) return null;
        return CapitalWords.AreOwn(name.Value) && Bodies.Find(name.Value).Count == 0 && !context.Marked.Any(Word.Honorific, name.Start, name.End)
            && !(context.Respondent?.Organization is { } own && SameName.Is(own, name.Value)) ? name with { Confidence = Untold } : null;
    }

    /// <summary>Before the name stands an article at most.</summary>
    private const int LongestLead = 4;

    /// <summary>对…的提名: between the particle and the noun.</summary>
    private static (Mention<string> Name, bool Organization)? Han(ItemContext context, int from, int end)
    {
        var text = context.Text;
        var start = text.AsSpan(from, end - from).IndexOfAny('对', '對');
        if (start < 0) return null;
        start += from + 1;
        var of = text.AsSpan(start, end - start).IndexOf('的');
        if (of is < 2 or > LongestHan) return null;
        var name = text.AsSpan(start, of);
        foreach (var c in name) if (!Folding.IsHan(c) && !char.IsAsciiLetterOrDigit(c) && c is not ('“' or '”' or '「' or '」' or '·')) return null;
        var (noun, stop) = (start + of + 1, Math.Min(end, start + of + 1 + LongestGap));
        var seat = context.Matters.First(Matter.SeatNoun, noun, stop) is not null || context.Matters.First(Matter.RegistrationNoun, noun, stop) is not null || context.Marked.At(Word.Designate, noun) is not null;
        if (!seat && context.Matters.First(Matter.CandidateNoun, noun, stop) is not { } candidate) return null;
        var person = name.Length <= 4 && NameShapes.SurnameLength(name) > 0 && NameShapes.Score(name) >= 0.7;
        return seat == person ? (new Mention<string>(name.Trim("“”「」").ToString(), start, of, Untold), !person) : null;
    }

    /// <summary>"nomination of KindClicks", "proposition concernant Cyber Cocon": the words with capitals behind the noun and small words.</summary>
    private static (Mention<string> Name, bool Organization)? Of(ItemContext context, int from, int end)
    {
        var text = context.Text;
        foreach (var noun in context.Matters.Within(Matter.CandidateNoun, from, end))
        {
            var start = noun.End;
            while (start < end && !char.IsUpper(text[start]) && (char.IsLower(text[start]) || text[start] is ' ' or '\n' or '\'' or '’') && start - noun.End <= LongestGap) start++;
            if (start >= end || start - noun.End is < 3 or > LongestGap || !char.IsUpper(text[start])) continue;
            var stop = start;
            for (var at = start; at < end && at - start < LongestName && char.IsUpper(text[at]);)
            {
                while (at < end && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '\'' or '’' or '&')) at++;
                stop = at;
                if (at < end && text[at] == ' ') at++;
            }
            var name = text[start..stop];
            if (name.Length > 2 && CapitalWords.AreOwn(name) && Countries.Find(name).Count == 0 && Bodies.Find(name).Count == 0 && !context.Marked.Any(Word.Honorific, start, stop)
                && !context.Marked.Any(Word.Post, start, stop))
                return (new Mention<string>(name, start, stop - start, Untold), true);
        }
        return null;
    }
}
