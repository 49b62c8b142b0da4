using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"the words “regional desks” should be added": what is quoted is a piece of the text that is spoken of, and names nothing.</summary>
internal static class Wording
{
    private static readonly PhraseIndex<bool> Nouns = new(LexiconFile.Words("grammar", "wordingNoun").Select(static words => KeyValuePair.Create(words, true)));

    private const int Before = 12, HanBehind = 2, LongestNoun = 20;

    /// <summary>Such a noun stands directly before the quotation, in Chinese behind it; or before another in the same sentence that this one is joined to.</summary>
    /// <param name="open">Where the opening mark stands.</param>
    /// <param name="close">Where the closing mark stands.</param>
    public static bool Is(ItemContext context, int open, int close)
    {
        var from = Math.Max(0, open - Before - LongestNoun);
        var before = Folding.Cut(context.Text, from, open - from);
        foreach (var noun in Nouns.FindAll(before))
            if (before.Length - noun.End <= (Folding.IsHan(before[noun.Start]) ? HanBehind : Before) && before.AsSpan(noun.End).IndexOfAny(".;\n") < 0) return true;
        var behind = Folding.Cut(context.Text, close + 1, Math.Min(HanBehind * 2, Math.Max(0, context.Text.Length - close - 1)));
        foreach (var noun in Nouns.FindAll(behind)) if (Folding.IsHan(behind[noun.Start]) && noun.Start <= HanBehind) return true;
        return false;
    }

    /// <summary>The sentence speaks so of something quoted.</summary>
    public static bool Any(ItemContext context, TextSpan span)
    {
        foreach (var quoted in Quotations.Find(context.Text, span.Start, span.End)) if (Is(context, quoted.Start - 1, quoted.End)) return true;
        return false;
    }
}
