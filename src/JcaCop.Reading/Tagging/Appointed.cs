using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>"We designate Ida Holm as representative and Ole Brandt as alternate": each who stands at a role in a sentence that designates takes a seat, and makes way for nobody where no word of replacing stands there.</summary>
internal static class Appointed
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.4;

    /// <summary>" a la Sra. " stands between a role and its person.</summary>
    private const int LongestGap = 16;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var start = 0; start < told.Count;)
        {
            var end = start + 1;
            while (end < told.Count && told[end].Piece.Place == told[start].Piece.Place) end++;
            if (told[start].Piece.Place.Origin is DraftOrigin.Prose && Designates(context, told[start].Piece.Place)) Sentence(context, told, start, end);
            start = end;
        }
        return told;
    }

    private static bool Designates(ItemContext context, Place place) =>
        Passage.Of(context.Marked, place.Span).Does(Intents.Designate) && !Replacement.Marks(context.Marked, place.Span.Start, place.Span.End).Any()
            && !context.Matters.Has(Matter.Unchanged) && (Passage.Of(context.Marked, place.Span).Moods & Moods.Past) == 0 && !context.Marked.Any(Word.Remain, place.Span.Start, place.Span.End) && !Utterances.IsOpen(context, place.Span);

    private static void Sentence(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int start, int end)
    {
        var pairs = new List<(int Person, int Role)>();
        for (var i = start; i + 1 < end; i++)
            if (Follows(context, told, i, PieceKind.Person, PieceKind.Role)) pairs.Add((i, i + 1));
        var ahead = pairs.Count == 0;
        if (ahead)
            for (var i = start; i + 1 < end; i++)
                if (Follows(context, told, i, PieceKind.Role, PieceKind.Person)) pairs.Add((i + 1, i));
        if (pairs.Count < 2 || pairs.Select(pair => told[pair.Role].Piece.Seat).Distinct().Count() < 2
                || !pairs.Exists(pair => told[pair.Person].Tag is Tag.Seated or Tag.Replaced)) // "X is shown as representative": nobody is put forward
            return;
        foreach (var (person, role) in pairs)
        {
            if (told[person].Tag is Tag.None or Tag.Replaced) told[person] = (told[person].Piece, Tag.Seated, Unsaid);
            if (told[person].Tag is Tag.Seated && told[role].Tag is Tag.None or Tag.Role or Tag.RoleAhead) told[role] = (told[role].Piece, ahead ? Tag.RoleAhead : Tag.Role, Unsaid);
        }
    }

    /// <summary>The two stand side by side, with small words and a title between them.</summary>
    private static bool Follows(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int at, PieceKind first, PieceKind second)
    {
        var (one, next) = (told[at].Piece, told[at + 1].Piece);
        return one.Kind == first && next.Kind == second && next.Start >= one.End && next.Start - one.End <= LongestGap
            && context.Text.AsSpan(one.End, next.Start - one.End).IndexOfAny(",;()") < 0;
    }
}
