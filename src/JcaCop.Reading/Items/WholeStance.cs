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
    private static readonly PhraseIndex<bool> Agreed = new(LexiconFile.Words("assent", "agreed").Select(static words => KeyValuePair.Create(words, true)));

    private static readonly PhraseIndex<bool> Thanked = new(LexiconFile.Words("assent", "thanks").Select(static words => KeyValuePair.Create(words, true)));

    private static readonly PhraseIndex<bool> Words = new(LexiconFile.Words("assent", "word")
        .Concat(LexiconFile.Words("assent", "agreed")).Concat(LexiconFile.Words("assent", "thanks")).Select(static words => KeyValuePair.Create(words, true)));

    private static readonly WordSet Speaker = LexiconFile.Set("grammar", "speaker");

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
        context.Utterances.All(other => other.Span.Start == span.Start || Thanks.IsGreeting(context, other.Span) && !IsWordMore(context, span, other.Span) || Thanks.IsThanks(context, other.Span)
            || ClosingFormula.Read(PhraseSet.Fold(context.Text.Substring(other.Span.Start, other.Span.Length))) == Closing.Whole);

    /// <summary>"Agreed. Partly.": a word behind the stance that ends as a sentence does takes something back; a name alone ("Jane") does not.</summary>
    private static bool IsWordMore(ItemContext context, TextSpan stance, TextSpan other) =>
        other.Start > stance.Start && other.Of(context.Text).TrimEnd() is [.., '.' or '。' or '!' or '！'] && !PlainStance.Bare(context.Text, other.Start, other.End);

    /// <summary>Nothing but signs follows, thanks alone, or for whom it is said ("OK for Canada").</summary>
    private static bool IsEnd(ItemContext context, int start, int end) =>
        PlainStance.Bare(context.Text, start, end) || IsAll(Thanked, context.Text[start..end]) || IsWho(context, start, end);

    /// <summary>Nothing, whoever speaks for the house, or the house or country that the mail speaks for, with no other words than articles and the nouns of an administration: "except annex 2" would take something back.</summary>
    private static bool IsWho(ItemContext context, int start, int end)
    {
        var said = context.Text[start..end].Trim(' ', ',', ':', '.', '\u00a0', '\n');
        if (PlainStance.Bare(said, 0, said.Length) || Speaker.Contains(said)) return true;
        var named = context.Respondent?.Country is { } country ? Countries.Find(said).FindAll(one => one.Value == country).ConvertAll(static one => new TextSpan(one.Start, one.Length)) : [];
        if (context.Respondent?.Organization is { Length: > 1 } house && said.IndexOf(house, StringComparison.OrdinalIgnoreCase) is >= 0 and var at) named.Add(new TextSpan(at, house.Length));
        if (named.Count == 0) return false;
        var marked = new MarkedText(said);
        named.AddRange(Small.SelectMany(kind => marked.Within(kind, 0, said.Length)).Select(static word => new TextSpan(word.Start, word.Length)));
        for (var i = 0; i < said.Length; i++)
            if (char.IsLetterOrDigit(said[i]) && !named.Exists(span => span.Contains(i)) && !Articles.Contains(WordAt(said, i))) return false;
        return true;
    }

    private static readonly Word[] Small = [Word.Organization, Word.Connector];

    private static readonly WordSet Articles = new(LexiconFile.Words("grammar", "article").Select(static word => word.Trim()));

    private static ReadOnlySpan<char> WordAt(string text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return text.AsSpan(start, end - start);
    }
}
