using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Items;

/// <summary>
/// Tells a stance on a consultation that leaves nothing open: "supports the proposal in TSB Circular 270", "Circulaire TSB 270 : la France approuve".
/// Its object is the proposal, or the circular that the mail answers, and nothing stands behind it that could narrow it ("in part").
/// </summary>
internal static class PlainStance
{
    /// <summary>How far behind the words of the stance their object begins; UTF-16 units.</summary>
    private const int Reach = 40;

    /// <param name="stance">The words that say it.</param>
    public static bool Is(ItemContext context, TextSpan span, PhraseHit<Matter> stance, PositionTaken taken)
    {
        // What is commented is what the comment says, not that there is one.
        if (taken == PositionTaken.Comment) return false;
        if (Bare(context.Text, stance.End, span.End)) return Cited(context, span.Start, stance.Start) is not null;
        // "supports the revised working methods set out in Circular 270": the whole of what the circular proposes
        if (Cited(context, stance.End, span.End) is { } whole && IsMatter(context, stance.End, whole.Start) && (taken == PositionTaken.Objection || IsMatter(context, whole.End, span.End))) return true;
        var proposal = context.Matters.First(Matter.Proposal, stance.End, span.End) is { } hit ? TextSpan.FromBounds(hit.Start, hit.End) : (TextSpan?)null;
        var circular = Cited(context, stance.End, span.End);
        if ((proposal ?? circular) is not { } first) return false;
        if (circular is { } other && other.Start < first.Start) first = other;
        if (first.Start - stance.End > Reach || Clauses.Part(context.Text, stance.End, first.Start)) return false;
        // Who objects may say why; whatever narrows an approval is for a person.
        return taken == PositionTaken.Objection || Bare(context.Text, BehindIssuer(context, Math.Max(first.End, circular?.End ?? 0), span.End), span.End);
    }

    /// <summary>What circulars propose, and the small words that lead to it (<c>Lexicons/stanceObjects.json</c>).</summary>
    private static readonly PhraseIndex<bool> Objects = new(LexiconFile.Phrases("stanceObjects").Select(static entry => KeyValuePair.Create(entry.Phrase, true)));

    /// <summary>Nothing but such words stands between the offsets: no paragraph, no "in part".</summary>
    private static bool IsMatter(ItemContext context, int start, int end)
    {
        var words = Objects.FindAll(context.Marked.Folded).Concat(Issuers.FindAll(context.Marked.Folded)).Where(word => word.Start >= start && word.End <= end).ToList();
        for (var at = start; at < end; at++) if (char.IsLetterOrDigit(context.Text[at]) && !words.Exists(word => word.Start <= at && at < word.End)) return false;
        return true;
    }

    private static readonly PhraseIndex<bool> Issuers = new(LexiconFile.Words("stances", "issuer").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>Behind the last thing that is named "БСЭ", "of the TSB": who issued the circular narrows nothing.</summary>
    private static int BehindIssuer(ItemContext context, int start, int end)
    {
        foreach (var issuer in Issuers.FindAll(context.Marked.Folded))
            if (issuer.Start >= start && issuer.End <= end && Bare(context.Text, start, issuer.Start)) return BehindIssuer(context, issuer.End, end);
        return start;
    }

    /// <summary>Nothing but signs stands between the offsets.</summary>
    internal static bool Bare(string text, int start, int end)
    {
        for (var at = start; at < end; at++) if (char.IsLetterOrDigit(text[at])) return false;
        return true;
    }

    /// <summary>The number of the circular that the mail answers, as a number of its own.</summary>
    internal static TextSpan? Cited(ItemContext context, int start, int end)
    {
        if (context.Answers.Circular is not { Length: > 0 } number) return null;
        for (var at = context.Text.IndexOf(number, start, Math.Max(0, end - start), StringComparison.Ordinal); at >= 0; at = context.Text.IndexOf(number, at + 1, end - at - 1, StringComparison.Ordinal))
            if ((at == 0 || !char.IsLetterOrDigit(context.Text[at - 1]) || Folding.IsHan(context.Text[at - 1]))
                && (at + number.Length >= context.Text.Length || !char.IsLetterOrDigit(context.Text[at + number.Length]) || Folding.IsHan(context.Text[at + number.Length])))
                return TextSpan.FromBounds(at, at + number.Length);
        return null;
    }
}
