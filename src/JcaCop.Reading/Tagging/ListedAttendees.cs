using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

/// <summary>"Participants in the meeting of 12 September:" over a list whose entries begin with persons: each of them comes, though no tag says so.</summary>
internal static class ListedAttendees
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.35;

    /// <summary>A title before the name.</summary>
    private const int LongestTitle = 8;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Meets is null) return told;
        for (var i = 0; i < told.Count; i++)
        {
            var piece = told[i].Piece;
            if (told[i].Tag != Tag.None || piece.Kind != PieceKind.Person || !Begins(context, told, piece) || !Leads(context, piece.Place)
                || told.Exists(one => one.Piece.Place.Block == piece.Place.Block && one.Tag is Tag.Absent or Tag.Seated or Tag.Organization or Tag.Contact or Tag.Withdrawn or Tag.Corrected)) continue;
            told[i] = (piece, Tag.Attending, Unsaid);
            for (var k = i + 1; k < told.Count && told[k].Piece.Place.Shares(piece.Place) && told[k].Piece.Kind != PieceKind.Person; k++)
                if (told[k] is { Tag: Tag.None, Piece.Kind: PieceKind.Function or PieceKind.Email or PieceKind.Phone or PieceKind.Mobile }) told[k] = told[k] with { Tag = Tag.SeatDetail };
        }
        return told;
    }

    /// <summary>The piece begins an entry, or one of several lines that begin so.</summary>
    private static bool Begins(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, Piece piece) => piece.Place.Origin switch
    {
        DraftOrigin.List => piece.Start - piece.Place.Span.Start <= LongestTitle,
        DraftOrigin.Lines or DraftOrigin.Prose => BeginsLine(context, piece) && told.Count(one => one.Piece.Kind == PieceKind.Person && one.Piece.Place.Block == piece.Place.Block && BeginsLine(context, one.Piece)) > 1,
        _ => false,
    };

    private static bool BeginsLine(ItemContext context, Piece piece) => piece.Start - (piece.Start == 0 ? 0 : context.Text.LastIndexOf('\n', piece.Start - 1) + 1) <= LongestTitle;

    /// <summary>The sentence or heading above ends in a colon, names those who come, and is about the meeting.</summary>
    private static bool Leads(ItemContext context, Place place) =>
        (place.LeadIn ?? Above(context, place)) is { } lead && lead.Of(context.Text).TrimEnd() is [.., ':' or '：'] && (context.Matters.Any(Matter.Delegation, lead) || context.Matters.Any(Matter.AttendNoun, lead))
            && context.Meets!.Covers(lead) && !context.Matters.Any(Matter.Absent, lead) && !context.Matters.Any(Matter.Remove, lead) && !context.Matters.Any(Matter.Negator, lead)
            && !Utterances.IsOpen(context, lead);

    /// <summary>The line above the list, which may look like a label without a value ("Participants: …").</summary>
    private static TextSpan? Above(ItemContext context, Place place)
    {
        var end = context.Text.AsSpan(0, context.Layout.Blocks[place.Block].Span.Start).TrimEnd().Length;
        if (end == 0) return null;
        return TextSpan.FromBounds(context.Text.LastIndexOf('\n', end - 1) + 1, end);
    }
}
