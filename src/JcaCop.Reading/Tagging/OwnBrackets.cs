using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

/// <summary>
/// "Mr A, adviser (on site)", "Ms B, expert (remote)", one a line: the way in a bracket behind somebody, or alone on somebody's line, is that one's, whatever the tags of the lines around it say.
/// </summary>
internal static class OwnBrackets
{
    public static void Settle(ItemContext context, List<AttendeeDraft> drafts)
    {
        foreach (var (way, _, _) in context.Told)
            if (way is { Kind: PieceKind.Mode, Confidence: > PieceFinder.ByPlace } && way.Place.Origin is not (DraftOrigin.Form or DraftOrigin.Table) && Owner(context, drafts, way) is { } one
                    && (IsBracketed(context.Text, way) || IsAloneOnLine(context, one, way)))
                one.Mode = way.Found;
    }

    /// <summary>Who was named last before the way, with nobody else's name between.</summary>
    private static AttendeeDraft? Owner(ItemContext context, List<AttendeeDraft> drafts, Piece way)
    {
        var one = drafts.Where(draft => draft.Comes && draft.Head.Kind == PieceKind.Person && draft.Head.End <= way.Start && draft.Head.Place.Block == way.Place.Block).MaxBy(static draft => draft.Head.Start);
        if (one is null || context.Text.AsSpan(one.Head.End, way.Start - one.Head.End).Contains("\n\n", StringComparison.Ordinal)) return null;
        return context.Told.Any(other => other.Piece.Kind == PieceKind.Person && other.Piece.Start >= one.Head.End && other.Piece.Start < way.Start) ? null : one;
    }

    /// <summary>The bracket holds nothing but the way.</summary>
    private static bool IsBracketed(string text, Piece way)
    {
        var (left, right) = (way.Start - 1, way.End);
        while (left >= 0 && text[left] == ' ') left--;
        while (right < text.Length && text[right] == ' ') right++;
        return left >= 0 && right < text.Length && text[left] is '(' or '（' && text[right] is ')' or '）';
    }

    /// <summary>The line begins with a name, or a number or bullet before it, names nobody else and tells of one way alone.</summary>
    private static bool IsAloneOnLine(ItemContext context, AttendeeDraft one, Piece way)
    {
        var text = context.Text;
        var line = TextSpan.FromBounds(text.LastIndexOf('\n', Math.Max(0, way.Start - 1)) + 1, text.IndexOf('\n', way.End) is >= 0 and var end ? end : text.Length);
        return line.Contains(one.Head.Start) && one.Head.Start - line.Start <= LongestLead
            && context.Told.All(other => !line.Contains(other.Piece.Start) || other.Piece == one.Head || other.Piece.Kind != PieceKind.Person && (other.Piece.Kind != PieceKind.Mode || other.Piece.Value == way.Value))
            && text[Math.Max(0, line.End - 1)] is not ':';
    }

    /// <summary>"12. Mme ", "- Her Excellency Ms ".</summary>
    private const int LongestLead = 22;
}
