using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>What the entries of a list are, told by the words above it or by its other entries.</summary>
internal static class ListLead
{
    /// <summary>The words above the list say one of the kinds, now: nothing is denied, past or taken back.</summary>
    public static bool Says(ItemContext context, Place place, params ReadOnlySpan<Word> kinds)
    {
        if (place.LeadIn is not { } lead || context.Marked.Any(Word.Withdraw, lead.Start, lead.End) || (Passage.Of(context.Marked, lead).Moods & (Moods.Negated | Moods.Past)) != 0) return false;
        foreach (var kind in kinds) if (context.Marked.Any(kind, lead.Start, lead.End)) return true;
        return false;
    }

    /// <summary>The same for words that give seats.</summary>
    public static bool GivesSeats(ItemContext context, Place place) => Says(context, place, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole);

    /// <summary>Another entry of the list begins with a piece of the tag.</summary>
    public static bool IsHeadedBy(List<(Piece Piece, Tag Tag, double Sure)> told, Place place, Tag tag) =>
        told.Exists(one => one.Tag == tag && one.Piece.Place is var other && other.Block == place.Block && other.Unit != place.Unit && one.Piece.Start - other.Span.Start <= 1);
}
