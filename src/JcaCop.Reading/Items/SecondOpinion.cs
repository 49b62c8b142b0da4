using JcaCop.Reading.Accepting;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>What the tagger says of items that rules have read, and what it reads where the rules see nothing.</summary>
/// <remarks>Either is right oftener where both say the same; what one of them says alone waits for a person.</remarks>
internal static class SecondOpinion
{
    /// <summary>Probability of one of the tags at a place; where another tag is told, what that one leaves.</summary>
    /// <returns>0 to 1; null where no piece lies there.</returns>
    public static double? Of(ItemContext context, int start, int end, params ReadOnlySpan<Tag> tags)
    {
        double? best = null;
        foreach (var (piece, tag, sure) in context.Told)
            if (piece.Overlaps(start, end)) best = Math.Max(best ?? 0, tags.Contains(tag) ? sure : 1 - sure);
        return best;
    }

    /// <summary>The least of the probabilities at the name and at each new value.</summary>
    public static double? Of(ItemContext context, CorrectionDraft draft)
    {
        var least = Of(context, draft.Where.Start, draft.Where.End, Tag.Corrected);
        foreach (var (piece, tag, sure) in context.Told)
            if (IsValue(draft, piece)) least = Math.Min(least ?? 1, tag is Tag.CorrectedDetail or Tag.CorrectedTo ? sure : 1 - sure);
        return least;
    }

    private static bool IsValue(CorrectionDraft draft, Piece piece) =>
        piece.Value == draft.Email || piece.Value == draft.Phone || piece.Value == draft.Fax || piece.Value == draft.NewName
            || piece.Value == draft.NewOrganization || piece.Kind == PieceKind.Website && piece.Value.TrimEnd('.') == draft.Website;

    /// <param name="alone">Only the tagger reads the item.</param>
    public static IReadOnlyList<Sign> Signs(double? sure, bool alone = false) => [sure is { } told ? Confidence.Tagged(told) : new Sign("untagged", 1), .. alone ? [new Sign("taggerAlone", 1)] : Array.Empty<Sign>()];

    /// <summary>From this probability on the tagger's word counts where the rules say nothing, or otherwise.</summary>
    private const double Likely = 0.5;

    /// <summary>A removal that no rule sees is oftener another person's leaving or replacing.</summary>
    private const double AlmostSure = 0.7;

    /// <summary>What the tagger alone reads as removed, in a text with some word of removing or leaving.</summary>
    public static List<(Piece Piece, Found Name, bool IsOrganization, double Sure)> Withdrawn(ItemContext context, IReadOnlyList<Item> ruled) =>
        !context.Matters.Has(Matter.Remove) && !context.Matters.Has(Matter.Leaves)
                && !context.Marked.Any(Lexicons.Word.Withdraw, 0, context.Text.Length)
            ? []
            : TaggedChanges.Of(context).Withdrawn.FindAll(told => told.Sure >= AlmostSure
                && !ruled.Any(item => item is Withdrawal { Name: { } name }
                    && (SameName.Is(name, told.Name.Value) || Covers(item, told.Piece.Start, told.Piece.End))));

    /// <summary>What the tagger alone reads as changed.</summary>
    public static List<CorrectionDraft> Corrected(ItemContext context, IReadOnlyList<CorrectionDraft> ruled)
    {
        var found = TaggedChanges.Of(context).Corrected.FindAll(told => told.Sure >= Likely
            && !ruled.Any(draft => SameName.Is(draft.Name, told.Name) || draft.Where.Start < told.Where.End && told.Where.Start < draft.Where.End));
        foreach (var draft in found) draft.Alone = true;
        return found;
    }

    /// <summary>The same value given to two names: it is that of the one that the tagger is surer of.</summary>
    public static bool IsOutdone(CorrectionDraft ruled, List<CorrectionDraft> told) =>
        told.Exists(other => other.Sure > (ruled.Sure ?? 0)
            && (other.Email is { } email && email == ruled.Email || other.Phone is { } phone && phone == ruled.Phone
                || other.Fax is { } fax && fax == ruled.Fax || other.Website is { } site && site == ruled.Website));

    private static bool Covers(Item item, int start, int end) => item.Evidence.Any(evidence => evidence.Offset < end && start < evidence.Offset + evidence.Text.Length);
}
