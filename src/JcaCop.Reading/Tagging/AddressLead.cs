using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>The words that say that an address follows, and are no part of it: "con sede en el".</summary>
internal static class AddressLead
{
    private const int Longest = 45;

    private static readonly WordSet Articles = LexiconFile.Set("grammar", "articleInPost");

    /// <returns>Where the address itself begins; <paramref name="start"/> where nothing leads to it.</returns>
    public static int Behind(ItemContext context, int start, int end)
    {
        var at = start;
        foreach (var lead in context.Marked.Within(Word.Located, at, Math.Min(end, at + Longest))) at = Math.Max(at, lead.End);
        if (at == start) return start;
        at = BehindArticle(context.Text, at, end);
        while (at < end && !char.IsLetterOrDigit(context.Text[at])) at++;
        return at;
    }

    /// <summary>"con sede en el jirón Puno": the article belongs to the words that lead to the address.</summary>
    private static int BehindArticle(string text, int start, int end)
    {
        var word = start;
        while (word < end && text[word] == ' ') word++;
        var stop = word;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        return stop > word && stop + 1 < end && text[stop] == ' ' && char.IsLower(text[word]) && Articles.Contains(text.AsSpan(word, stop - word)) ? stop : start;
    }
}
