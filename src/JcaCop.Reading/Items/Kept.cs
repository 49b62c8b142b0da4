using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"Please keep Ms A, and cancel Mr B and Ms C": in one sentence one stays and others go.</summary>
internal static class Kept
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("kept").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>", et celle de Mme ": what joins two names of those who go.</summary>
    private const int LongestJoint = 18;

    /// <summary>Where a sentence asks to keep something, before what it asks to remove.</summary>
    /// <returns>Start of the first such word; -1 where there is none.</returns>
    public static int At(ItemContext context, TextSpan span)
    {
        foreach (var word in Index.FindAll(context.Marked.Folded)) if (word.Start >= span.Start && word.End <= span.End) return word.Start;
        return -1;
    }

    /// <summary>Where each such word of the clause stands.</summary>
    public static IEnumerable<int> All(ItemContext context, TextSpan span) => Index.FindAll(context.Marked.Folded).FindAll(word => word.Start >= span.Start && word.End <= span.End).ConvertAll(static word => word.Start);

    /// <summary>Whether the name stands behind the word of keeping, and before any of removing: who is named there stays.</summary>
    public static bool Stays(ItemContext context, int name)
    {
        foreach (var (span, _) in context.Utterances)
            if (span.Contains(name) && At(context, span) is >= 0 and var keeps && keeps < name)
                return context.Matters.First(Matter.Remove, keeps, span.End) is { } removes && removes.Start > name;
        return false;
    }

    /// <summary>Nothing but "and", a title and small words stands between two names.</summary>
    public static bool Joins(string text, int end, int start)
    {
        if (start - end is < 1 or > LongestJoint) return false;
        foreach (var c in text.AsSpan(end, start - end)) if (c is ';' or '；' or '؛' or ':' or '\n' or '(' or '。' || char.IsDigit(c)) return false;
        return true;
    }
}
