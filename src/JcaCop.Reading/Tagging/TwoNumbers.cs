using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

/// <summary>"电话/传真" above "+86-10-5550147 / +86-10-5550148", "Tel/Fax: a / b": of two numbers that a stroke parts behind a label for both, the second is the fax.</summary>
internal static class TwoNumbers
{
    /// <param name="here">The pieces of the place, in any order; kinds are changed in it.</param>
    public static void Settle(string text, Place place, List<Piece> here)
    {
        var both = place.Label is FieldLabel.PhoneAndFax;
        for (var i = 0; i < here.Count; i++)
        {
            if (here[i].Kind is not (PieceKind.PhoneAndFax or PieceKind.Phone) || here[i].Kind is PieceKind.Phone && !both) continue;
            var first = here[i];
            var second = here.FindIndex(piece => piece.Kind is PieceKind.Phone or PieceKind.PhoneAndFax && piece.Start > first.End && IsStroke(text.AsSpan(first.End, piece.Start - first.End)));
            if (second < 0) continue;
            here[i] = first with { Kind = PieceKind.Phone };
            here[second] = here[second] with { Kind = PieceKind.Fax };
            return;
        }
    }

    private static bool IsStroke(ReadOnlySpan<char> between) => between.Length <= LongestGap && between.Trim() is "/" or "／" or "|" or ";" or "；" or ",";

    private const int LongestGap = 5;
}
