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

    private static readonly string[] If = [.. LexiconFile.Words("grammar", "ifWord").Select(Folding.Plain)], Courtesy = [.. LexiconFile.Words("grammar", "ifCourtesy").Select(Folding.Plain)];

    /// <returns>False where the condition is the reader's need ("if you have questions").</returns>
    public static bool Opens(ItemContext context, TextSpan sentence)
    {
        var at = sentence.Start;
        while (at < sentence.End && at - sentence.Start < LongestNumber && !char.IsLetter(context.Text[at])) at++;
        if (at + 1 < sentence.End && context.Text[at + 1] is 'í') return false; // "Sí participará": yes
        if (at < sentence.End && !MayBegin(context.Text[at])) return false;
        var begins = Folding.Plain(context.Text.Substring(at, Math.Min(Reach, sentence.End - at))).TrimStart();
        return Begins(begins, If) && !Begins(begins, Courtesy);
    }

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
