using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"I shall be there; my colleague Ole Brandt will follow online": a way of taking part is that of those for whom its own verb is said.</summary>
internal static class OwnWay
{
    /// <summary>The way is told of somebody else: in a sentence of his or her own, or by a verb behind one's own.</summary>
    public static bool IsAnothers(ItemContext context, Piece one, int way)
    {
        if (!Heads(context, way, one).Any(other => other.Start < way)) return false;
        if (one.Place.Span.Contains(way) && Heads(context, way, one).Where(other => other.Start < way).MaxBy(static other => other.Start) is { } nearest
            && nearest.Start > one.End && IsOfOne(context.Text, nearest.End, way)) return true;
        if (one.Place.Span.Contains(way)) return Heads(context, way, one).Any(other => other.Start > one.End && other.Start < way && Verb(context, one, other.Start) is { } own
            && own.End <= other.Start && Verb(context, other.End, way + Beside, other.Place.Span) is not null);
        return !context.Utterances.Exists(utterance => utterance.Span.Contains(way) && utterance.Span.Contains(one.Start))
            && !(one.Kind is PieceKind.Claim or PieceKind.Writer && SpeaksOfWriter(context, way));
    }

    /// <summary>"…, Ms Holm and Mr Lund, who will follow online", "Mr Lund (online)": a way behind a relative pronoun, or in a bracket of its own, directly behind a name is that one's.</summary>
    private static bool IsOfOne(string text, int name, int way)
    {
        if (way <= name) return false;
        var between = text.AsSpan(name, way - name).TrimStart(" ,،\n");
        if (between is "(" or "（") return true;
        if (between is ['(', ..] && between.IndexOf(')') is > 0 and var close) between = between[(close + 1)..].TrimStart(" ,،\n"); // an address
        var end = between.IndexOfAny(' ', '\n');
        return end > 0 && between.Length <= LongestClause && Relatives.Contains(between[..end]) && !between.ContainsAny(".;:");
    }

    private const int LongestClause = 40;

    private static readonly WordSet Relatives = LexiconFile.Set("grammar", "relativeOfOne");

    /// <summary>Persons who come by the sentence that holds the way.</summary>
    private static IEnumerable<Piece> Heads(ItemContext context, int way, Piece apart)
    {
        foreach (var (piece, tag, _) in context.Told)
            if (tag == Tag.Attending && piece.Kind == PieceKind.Person && piece != apart && piece.Place.Origin is DraftOrigin.Prose && piece.Place.Span.Contains(way)) yield return piece;
    }

    /// <summary>The verb by which one comes: for the writer that of the statement itself.</summary>
    private static PhraseHit<Matter>? Verb(ItemContext context, Piece one, int end) =>
        one.Kind is PieceKind.Claim or PieceKind.Writer
            ? one.Place.Claims?.FirstOrDefault(claim => claim.Comes && claim.Word.End <= end
                && claim.Word.Start >= one.Start - Reach) is { Word.Length: > 0 } said ? said.Word : Verb(context, one.Place.Span.Start, end, one.Place.Span)
            : Verb(context, one.End, end, one.Place.Span);

    private static PhraseHit<Matter>? Verb(ItemContext context, int start, int end, TextSpan within)
    {
        foreach (var kind in (Matter[])[Matter.Attend, Matter.AttendSelf, Matter.Dispatch])
            if (context.Matters.First(kind, Math.Max(start, within.Start), Math.Min(end, within.End)) is { } verb) return verb;
        return null;
    }

    private static bool SpeaksOfWriter(ItemContext context, int way)
    {
        foreach (var utterance in context.Utterances)
            if (utterance.Span.Contains(way)) return context.Matters.Any(Matter.I, utterance.Span) || context.Matters.Any(Matter.AttendSelf, utterance.Span);
        return false;
    }

    /// <summary>The verb may be the way itself ("подключится"), or stand behind it.</summary>
    private const int Beside = 25;

    private const int Reach = 60;
}
