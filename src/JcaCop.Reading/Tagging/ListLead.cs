using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
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

    /// <summary>"1. Heron Trust", the lines of its contact, "2. SafeTeen", …: an entry of the same list begins with a piece of the tag, though forms part the entries.</summary>
    public static bool IsHeadedAbove(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, Place place, Tag tag)
    {
        for (var block = place.Block - 1; block >= 0; block--)
        {
            if (context.Layout.Blocks[block] is Form) continue;
            if (context.Layout.Blocks[block] is not Listing { Entries.Count: > 0 } above || context.Layout.Blocks[place.Block] is not Listing { Entries.Count: > 0 } here
                || !Follows(here.Entries[0].Marker.In(context.Text), above.Entries[^1].Marker.In(context.Text))) return false;
            if (told.Exists(one => one.Tag == tag && one.Piece.Place is var other && other.Block == block && one.Piece.Start - other.Span.Start <= 1)) return true;
        }
        return false;
    }

    /// <summary>The next number, or the same bullet.</summary>
    private static bool Follows(string marker, string before) =>
        marker.Trim() == before.Trim() && !marker.Any(char.IsDigit)
        || int.TryParse(marker.Trim('.', ')', '）', '、', '(', '（', ' '), out var number) && int.TryParse(before.Trim('.', ')', '）', '、', '(', '（', ' '), out var last) && number == last + 1;

    /// <summary>Another entry of the list begins with a piece of the tag.</summary>
    public static bool IsHeadedBy(List<(Piece Piece, Tag Tag, double Sure)> told, Place place, Tag tag) =>
        told.Exists(one => one.Tag == tag && one.Piece.Place is var other && other.Block == place.Block && other.Unit != place.Unit && one.Piece.Start - other.Span.Start <= 1);
}
