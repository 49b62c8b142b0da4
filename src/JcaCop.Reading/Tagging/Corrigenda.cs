using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tagging;

/// <summary>"Instead of “X, engineer” read “X, director”": nobody is replaced, seated or put forward by it.</summary>
internal static class Corrigenda
{
    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Corrigenda.Count == 0) return told;
        for (var i = 0; i < told.Count; i++)
            if (told[i].Tag is Tag.Seated or Tag.Replaced or Tag.Organization or Tag.Contact && ReadAs.Holds(context, told[i].Piece.Start)) told[i] = (told[i].Piece, Tag.None, told[i].Sure);
        return told;
    }

    /// <summary>"The surname of our representative is X, not Y."</summary>
    public static List<(Piece Piece, Tag Tag, double Sure)> Spelled(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 0; i < told.Count; i++)
            if (told[i] is { Piece.Kind: PieceKind.Person, Piece.Place: { Origin: DraftOrigin.Prose, Span: var span } } && told[i].Tag is Tag.Seated or Tag.Replaced or Tag.Contact
                && NameSpelled.Find(context, span) is { } pair
                    && (told[i].Piece.Overlaps(pair.Right.Start, pair.Right.End) || told[i].Piece.Overlaps(pair.Wrong.Start, pair.Wrong.End))) told[i] = (told[i].Piece, Tag.None, told[i].Sure);
        return told;
    }
}
