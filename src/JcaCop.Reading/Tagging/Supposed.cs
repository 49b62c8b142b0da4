using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>Who is named in a sentence that opens with a condition neither comes nor stays away yet, and no organization is put forward in it.</summary>
internal static class Supposed
{
    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        Place? last = null;
        var open = false;
        for (var i = 0; i < told.Count; i++)
        {
            var (piece, tag, _) = told[i];
            if (piece.Place.Origin is not (DraftOrigin.Prose or DraftOrigin.List)) continue;
            if (piece.Place != last) (last, open) = (piece.Place, Suppositions.Opens(context, piece.Place.Span));
            if (open
                    && (tag is Tag.Organization or Tag.Attending or Tag.Absent
                        || tag == Tag.Seated && !context.Marked.Any(Word.AlternateRole, piece.Place.Span.Start, piece.Place.Span.End)))
                told[i] = told[i] with { Tag = Tag.None };
        }
        return told;
    }
}
