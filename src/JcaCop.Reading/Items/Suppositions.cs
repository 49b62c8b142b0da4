using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"If the board agrees, we would also propose …": a sentence that opens with a condition says what may come, and nothing to record.</summary>
internal static class Suppositions
{
    /// <summary>As far as the words of a condition reach.</summary>
    private const int Reach = 40;

    private const int LongestNumber = 6;

    private static readonly string[] If = [.. LexiconFile.Words("grammar", "ifWord").Select(Folding.Plain)];

    /// <summary>"si le" asks a courtesy in Spanish, and opens a condition in French.</summary>
    private static readonly Dictionary<string, string[]> Courtesy =
        LexiconFile.Phrases("grammar").Where(static entry => entry.Code == "ifCourtesy").GroupBy(static entry => entry.Language).ToDictionary(static own => own.Key, static own => own.Select(static entry => Folding.Plain(entry.Phrase)).ToArray());

    /// <returns>False where the condition is the reader's need ("if you have questions").</returns>
    public static bool Opens(ItemContext context, TextSpan sentence)
    {
        var at = sentence.Start;
        while (at < sentence.End && at - sentence.Start < LongestNumber && !char.IsLetter(context.Text[at])) at++;
        if (at + 1 < sentence.End && context.Text[at + 1] is 'í') return false; // "Sí participará": yes
        if (BehindLead(context, sentence)) return true;
        if (at < sentence.End && !MayBegin(context.Text[at])) return false;
        return At(context, at, sentence.End);
    }

    private static bool At(ItemContext context, int at, int end)
    {
        var begins = Folding.Plain(context.Text.Substring(at, Math.Min(Reach, end - at))).TrimStart();
        return Begins(begins, If) && !(Courtesy.TryGetValue(context.Language, out var courtesy) && Begins(begins, courtesy));
    }

    /// <summary>"With respect to Circular 313: should the Ministry agree, we would nominate …": the condition stands behind what the sentence refers to.</summary>
    private static bool BehindLead(ItemContext context, TextSpan sentence)
    {
        var cut = context.Text.AsSpan(sentence.Start, Math.Min(LongestLead, sentence.Length)).IndexOfAny(LeadEnds);
        if (cut < ShortestLead) return false;
        var at = sentence.Start + cut + 1;
        while (at < sentence.End && char.IsWhiteSpace(context.Text[at])) at++;
        return at < sentence.End && At(context, at, sentence.End) && (Passage.Of(context.Marked, TextSpan.FromBounds(sentence.Start, sentence.Start + cut)).Intents & (Intents.Nominate | Intents.Designate | Intents.Register)) == 0
            && context.Text.AsSpan(at, sentence.End - at).IndexOfAny(LeadEnds) > 0;
    }

    private const int LongestLead = 60, ShortestLead = 4;

    private static readonly SearchValues<char> LeadEnds = SearchValues.Create(":,，：،");

    private static readonly SearchValues<char> Firsts = SearchValues.Create([.. If.Select(phrase => phrase[0])]);

    /// <summary>Most sentences begin with a letter that no such word begins with. What folds to nothing says nothing.</summary>
    private static bool MayBegin(char c)
    {
        Span<char> folded = stackalloc char[2];
        return Folding.Fold(c, folded) == 0 || folded[0] == ' ' || Firsts.Contains(folded[0]);
    }

    private static bool Begins(string text, string[] phrases)
    {
        foreach (var phrase in phrases)
            if (text.StartsWith(phrase, StringComparison.Ordinal) && (text.Length == phrase.Length || Folding.IsHan(phrase[0]) || !char.IsLetter(text[phrase.Length]))) return true;
        return false;
    }
}
