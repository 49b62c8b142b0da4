using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"the civil association called Faro Digital", 名为灯塔少年的机构: behind a noun of organizations and a word for its name stands the name, though no noun heads it.</summary>
internal static class Called
{
    private static readonly PhraseIndex<bool> Words = new(LexiconFile.Words("grammar", "called").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>So far before the word the noun stands: "the not-for-profit company registered here and known as".</summary>
    private const int Far = 60;

    private const string Opens = "“「『《\"", Closes = "”」』》\"";

    private const int LongestHan = 20, ShortestHan = 3;

    /// <summary>The name between the offsets; null where none is told there.</summary>
    public static Mention<string>? Find(ItemContext context, int start, int end)
    {
        var (text, marked) = (context.Text, context.Marked);
        if (!marked.Any(Word.Organization, start, end)) return null;
        foreach (var hit in Words.FindLongest(marked.Folded))
        {
            if (hit.Start <= start || hit.End >= end) continue;
            if (Folding.IsHan(text[hit.Start])) { if (Han(context, hit.End, end) is { } han) return han; continue; }
            if (Noun(context, start, hit.Start) && Name(context, hit.End, end) is { } name) return name;
        }
        return null;
    }

    /// <summary>A noun of organizations, with no sign that ends a clause and no person's title between it and the word.</summary>
    private static bool Noun(ItemContext context, int start, int at)
    {
        var noun = -1;
        foreach (var mark in context.Marked.Within(Word.Organization, Math.Max(start, at - Far), at)) noun = mark.End;
        return noun >= 0 && !Clauses.Part(context.Text, noun, at) && !context.Marked.Any(Word.Post, noun, at);
    }

    private static Mention<string>? Name(ItemContext context, int at, int end)
    {
        foreach (var quoted in Quotations.Find(context.Text, at, end)) { if (quoted.Start - at <= 3) return quoted; break; }
        return OrganizationNames.Headless(context.Marked, at, end) is { } name && name.Start - at <= 3 && PersonNames.Find(context.Marked, at, name.Start + 1).Count == 0 ? name : null;
    }

    /// <summary>What stands before 的 and a noun of organizations, or before the end of the clause where the noun stands before.</summary>
    private static Mention<string>? Han(ItemContext context, int at, int end)
    {
        var text = context.Text;
        if (at < end && Opens.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var mark && text.IndexOf(Closes[mark], at, Math.Min(end - at, LongestHan)) is var close && close > at + 2)
            return new Mention<string>(text[(at + 1)..close], at + 1, close - at - 1, 0.85);
        var stop = at;
        while (stop < end && stop - at < LongestHan && char.IsLetterOrDigit(text[stop]) && text[stop] != '的') stop++;
        if (stop - at < ShortestHan || stop >= end) return null;
        if (text[stop] != '的') return Clauses.Ends.Contains(text[stop]) && !context.Marked.Any(Word.Organization, at, stop) ? new Mention<string>(text[at..stop], at, stop - at, 0.65) : null;
        return context.Marked.Any(Word.Organization, stop, Math.Min(end, stop + LongestHan)) ? new Mention<string>(text[at..stop], at, stop - at, 0.65) : null;
    }
}
