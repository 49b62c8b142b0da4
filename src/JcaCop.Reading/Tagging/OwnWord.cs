using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tagging;

/// <summary>"I shall be in Geneva": what the writer says of himself or herself needs no name, and no tag.</summary>
internal static class OwnWord
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.4;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Meets is not { } meets || told.Exists(one => one is { Tag: Tag.Attending, Piece.Kind: PieceKind.Claim or PieceKind.Writer })) return told;
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i] is not { Tag: Tag.None, Piece.Kind: PieceKind.Claim } || told[i].Piece.Place.Claims is not { } claims
                    || Leads(context, told[i].Piece.Place) || Named(context, told, told[i].Piece.Place))
                continue;
            foreach (var claim in claims)
                if (claim.Word.Start == told[i].Piece.Start && claim is { Comes: true, OfSelf: true } && meets.Covers(claim.Span) && !IsOf(told, claim)
                        && !Utterances.IsOpen(context, claim.Span))
                    told[i] = (told[i].Piece, Tag.Attending, Unsaid);
        }
        return told;
    }

    /// <summary>"I confirm the attendance of Ms X", "Подтверждаю участие Жанар Тулегеновой": the name stands directly behind the word.</summary>
    private static bool IsOf(List<(Piece Piece, Tag Tag, double Sure)> told, AttendanceClaim claim) =>
        told.Exists(one => one is { Tag: Tag.Attending, Piece.Kind: PieceKind.Person } && one.Piece.Start - claim.Word.End is >= 1 and <= LongestTitle);

    /// <summary>" of Ms ".</summary>
    private const int LongestTitle = 7;

    /// <summary>"We shall attend as follows:" tells of those who are listed below.</summary>
    private static bool Leads(ItemContext context, Place place) => place.Span.Of(context.Text).TrimEnd() is [.., ':' or '：'];

    /// <summary>"I, Ida Holm, shall connect": the name in the sentence is tagged already, or stands in a form.</summary>
    private static bool Named(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, Place place) =>
        told.Exists(one => one.Piece.Kind == PieceKind.Person
            && (one.Tag == Tag.Attending && one.Piece.Place == place || one.Piece.Place.Origin is DraftOrigin.Form or DraftOrigin.Table)
            && SenderPerson.Is(context, one.Piece.Value));
}
