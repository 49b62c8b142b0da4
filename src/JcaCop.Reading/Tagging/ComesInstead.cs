using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"Igor Lund has left. In his place we propose Ms Olga Titt (titt@…)": whoever is named behind words that point back to somebody who has left takes the seat.</summary>
internal static class ComesInstead
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>From the words to the name, and from the name of who goes to the sentence.</summary>
    private const int LongestGap = 24, Above = 200;

    public static Told Settle(ItemContext context, Told told)
    {
        if (context.Meets is not null || told.Exists(static one => one.Tag is Tag.Seated)) return told;
        for (var i = 1; i < told.Count; i++)
        {
            var name = told[i].Piece;
            if (name is not { Kind: PieceKind.Person, Place.Origin: DraftOrigin.Prose } || told[i].Tag != Tag.None || !Led(context, name) || Utterances.IsOpen(context, name.Place.Span)) continue;
            var gone = told.FindLastIndex(i - 1, one => one.Piece.Kind == PieceKind.Person && one.Piece.Place != name.Place && name.Place.Span.Start - one.Piece.Start is > 0 and < Above);
            if (gone < 0 || told[gone].Tag is not (Tag.Replaced or Tag.None) || context.Matters.First(Matter.Leaves, told[gone].Piece.Place.Span.Start, told[gone].Piece.Place.Span.End) is null) continue;
            told[gone] = (told[gone].Piece, Tag.Replaced, Math.Max(told[gone].Sure, Unsaid));
            told[i] = (name, Tag.Seated, Unsaid);
            for (var k = i + 1; k < told.Count && told[k].Piece.Place == name.Place && told[k].Piece.Kind != PieceKind.Person; k++)
                if (told[k].Tag == Tag.None && told[k].Piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Function) told[k] = (told[k].Piece, Tag.SeatDetail, Unsaid);
            return told;
        }
        return told;
    }

    private static bool Led(ItemContext context, Piece name)
    {
        foreach (var back in context.Marked.Within(Word.InPlace, name.Place.Span.Start, name.Start))
            if (name.Start - back.End <= LongestGap && !context.Text.AsSpan(back.End, name.Start - back.End).ContainsAny(";:(")) return true;
        return false;
    }
}
