using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Tells whether a clause denies what a word of it says: "won't", "ne … pas", "никто не", 未能.</summary>
internal static class Denials
{
    /// <returns>True where a word that denies stands between the offsets with no new clause behind it.</returns>
    public static bool Before(ItemContext context, int from, int word)
    {
        foreach (var denial in context.Matters.Within(Matter.Negator, from, word))
            if (!Means(context, denial) && !Clauses.Part(context.Text, denial.End, word)
                && (Folding.IsHan(context.Text[denial.Start]) || context.Matters.First(Matter.But, denial.End, word) is null)) return true;
        return false;
    }

    private static readonly string[] Neither = [.. LexiconFile.Words("grammar", "neitherFirst")];

    /// <summary>"Neither Mr Brandt nor Ms Holm will be able to attend": a sentence that opens so denies what its verb says of those between.</summary>
    public static bool Opens(ItemContext context, int start, int verb)
    {
        while (start < verb && !char.IsLetter(context.Text[start])) start++;
        // "Unfortunately neither …": an adverb or two may stand before it
        for (var skipped = 0; skipped <= MostAdverbs; skipped++)
        {
            var words = context.Text.AsSpan(start, Math.Max(0, verb - start));
            foreach (var word in Neither)
                if (words.Length > word.Length && words[word.Length] == ' ' && words.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
            while (start < verb && !char.IsWhiteSpace(context.Text[start])) start++;
            while (start < verb && !char.IsLetter(context.Text[start])) start++;
        }
        return Twice(context.Text, start, verb);
    }

    /// <summary>"We must tell you that ni A ni B …": the word stands before each of two.</summary>
    private static bool Twice(string text, int start, int verb)
    {
        foreach (var word in Neither)
        {
            var found = 0;
            for (var at = start; found < 2 && (at = text.IndexOf(word, at, Math.Max(0, verb - at), StringComparison.OrdinalIgnoreCase)) >= 0; at += word.Length)
                if ((at == 0 || !char.IsLetter(text[at - 1])) && at + word.Length < text.Length && text[at + word.Length] == ' ') found++;
            if (found > 1) return true;
        }
        return false;
    }

    private const int MostAdverbs = 2;

    /// <summary>"not only" denies nothing.</summary>
    private static bool Means(ItemContext context, PhraseHit<Matter> denial)
    {
        foreach (var longer in context.Matters.Within(Matter.NotNegator, Math.Max(0, denial.Start - 12), Math.Min(context.Text.Length, denial.End + 16)))
            if (longer.Start <= denial.Start && longer.End >= denial.End) return true;
        return false;
    }
}
