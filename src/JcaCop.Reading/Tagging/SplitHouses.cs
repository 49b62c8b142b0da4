using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"We propose Bright Harbour and KindClicks. Contact of the first: …, of the second: …": what was taken for one name is two, where the text goes on to speak of the first and the second.</summary>
internal static class SplitHouses
{
    /// <summary>The numbers tell, not the tags.</summary>
    private const double Unsaid = 0.5;

    private const int Reach = 260;

    public static Told Settle(ItemContext context, Told told)
    {
        if (told.FindAll(static one => one.Tag is Tag.Organization) is not [var only] || only.Piece is not { Kind: PieceKind.Organization, Place.Origin: DraftOrigin.Prose } piece || !Numbered(context, piece)
                || Cut(context, piece) is not { } joint) return told;
        var at = told.IndexOf(only);
        told[at] = (Part(context, piece, piece.Start, joint.Start), Tag.Organization, Math.Min(only.Sure, Unsaid));
        told.Insert(at + 1, (Part(context, piece, joint.End, piece.End), Tag.Organization, Math.Min(only.Sure, Unsaid)));
        return told;
    }

    /// <summary>The first and the second are spoken of behind the name, and no third.</summary>
    private static bool Numbered(ItemContext context, Piece piece)
    {
        var numbers = Ordinals.Find(context.Marked.Folded, piece.End, Math.Min(context.Text.Length, piece.End + Reach)).ConvertAll(static hit => hit.Value);
        return numbers.Contains(1) && numbers.Contains(2) && !numbers.Exists(static number => number > 2);
    }

    /// <summary>The only "and" between two words with capitals.</summary>
    private static TextSpan? Cut(ItemContext context, Piece piece)
    {
        TextSpan? found = null;
        foreach (var and in context.Marked.Within(Word.Conjunction, piece.Start, piece.End))
        {
            if (and.Start == piece.Start || and.End >= piece.End || !Folding.IsHan(context.Text[and.Start]) && context.Text[and.Start - 1] != ' ') continue;
            var next = and.End;
            while (next < piece.End && context.Text[next] == ' ') next++;
            if (char.IsLower(context.Text[next])) continue;
            if (found is not null) return null;
            found = TextSpan.FromBounds(and.Start, next);
        }
        return found;
    }

    private static Piece Part(ItemContext context, Piece piece, int start, int end)
    {
        while (end > start && context.Text[end - 1] == ' ') end--;
        return piece with { Value = MailLayout.Unwrap(context.Text[start..end]), Start = start, Length = end - start };
    }
}
