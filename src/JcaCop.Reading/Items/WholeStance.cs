using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Items;

/// <summary>
/// An answer that says its stance and nothing else: "Canada supports.", "D'accord." Beside greeting, thanks and courtesy nothing is said that could
/// narrow it, so that with the consultation known nothing is left open.
/// </summary>
public static class WholeStance
{
    private static readonly PhraseIndex<bool> Agreed = new(LexiconFile.Words("stances", "agreed").Select(static words => KeyValuePair.Create(words, true)));

    private static readonly PhraseIndex<bool> Thanked = new(LexiconFile.Words("stances", "thanks").Select(static words => KeyValuePair.Create(words, true)));

    private static readonly PhraseIndex<bool> Words = new(LexiconFile.Words("stances", "word")
        .Concat(LexiconFile.Words("stances", "agreed")).Concat(LexiconFile.Words("stances", "thanks")).Select(static words => KeyValuePair.Create(words, true)));

    private static readonly WordSet Speaker = LexiconFile.Set("grammar", "speaker");

    /// <summary>Words before the stance that may tell who takes it: "The Administration of the Republic of Benin".</summary>
    private const int MostBefore = 6;

    /// <summary>The statement is all that the mail says, before the stance stands only who takes it, and nothing behind.</summary>
    internal static bool Is(ItemContext context, TextSpan span, PhraseHit<Matter> stance) =>
        IsOnly(context, span) && IsEnd(context, stance.End, span.End) && IsWho(context, span.Start, stance.Start);

    /// <summary>The words of agreement that are all the mail says; null where it says something else.</summary>
    internal static PhraseHit<bool>? Agreement(ItemContext context)
    {
        foreach (var words in Agreed.FindAll(context.Marked.Folded))
            foreach (var utterance in context.Utterances)
                if (utterance.Span.Contains(words.Start) && IsOnly(context, utterance.Span) && IsEnd(context, words.End, utterance.Span.End)
                        && IsWho(context, utterance.Span.Start, words.Start)) return words;
        return null;
    }

    /// <summary>"Yes.", "好的，谢谢": a word that may answer what was asked stands alone; thanks alone are none.</summary>
    /// <param name="reply">The new text of the mail.</param>
    public static bool IsWord(string reply)
    {
        var line = reply.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return line.Length is 1 or 2 && IsAll(Words, line[0]) && !IsAll(Thanked, line[0]);
    }

    /// <summary>Such words are all that is said.</summary>
    private static bool IsAll(PhraseIndex<bool> phrases, string text)
    {
        var hits = phrases.FindAll(Folding.Fold(text));
        if (hits.Count == 0) return false;
        for (var at = 0; at < text.Length; at++) if (char.IsLetterOrDigit(text[at]) && !hits.Exists(hit => hit.Start <= at && at < hit.End)) return false;
        return true;
    }

    private static bool IsOnly(ItemContext context, TextSpan span) =>
        context.Utterances.All(other => other.Span.Start == span.Start || Thanks.IsGreeting(context, other.Span) || Thanks.IsThanks(context, other.Span)
            || ClosingFormula.Read(PhraseSet.Fold(context.Text.Substring(other.Span.Start, other.Span.Length))) == Closing.Whole);

    /// <summary>Nothing but signs follows, or ", thank you".</summary>
    private static bool IsEnd(ItemContext context, int start, int end) =>
        !Says(context.Text, start, end) || IsWho(context, start, end) && end - start <= LongestThanks || IsAll(Thanked, context.Text[start..end])
            || end - start <= LongestThanks && (context.Matters.Any(Matter.Receipt, TextSpan.FromBounds(start, end)) || context.Matters.Any(Matter.Courtesy, TextSpan.FromBounds(start, end)));

    /// <summary>", many thanks for your patience"</summary>
    private const int LongestThanks = 34;

    /// <summary>Nothing, whoever speaks for the house, or the house or country that the mail speaks for.</summary>
    private static bool IsWho(ItemContext context, int start, int end)
    {
        var before = context.Text[start..end].Trim(' ', ',', ':', '.', '\u00a0', '\n');
        if (!Says(before, 0, before.Length) || Speaker.Contains(before)) return true;
        if (before.Count(static sign => sign == ' ') >= MostBefore) return false;
        return context.Respondent?.Organization is { Length: > 1 } house && before.Contains(house, StringComparison.OrdinalIgnoreCase)
            || context.Respondent?.Country is { } country && Countries.Find(before).Exists(named => named.Value == country);
    }

    private static bool Says(string text, int start, int end)
    {
        for (var at = start; at < end; at++) if (char.IsLetterOrDigit(text[at])) return true;
        return false;
    }
}
