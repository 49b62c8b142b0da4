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
            if (told[start].Piece.Place.Origin is DraftOrigin.Prose && HasSeveralRoles(told, start, end) && Says(context, told[start].Piece.Place)) Sentence(context, told, start, end);
            start = end;
        }
        return told;
    }

    private static bool HasSeveralRoles(List<(Piece Piece, Tag Tag, double Sure)> told, int start, int end)
    {
        var roles = 0;
        for (var i = start; i < end; i++) if (told[i].Piece.Kind == PieceKind.Role) roles++;
        return roles > 1;
    }

    private static bool Says(ItemContext context, Place place) =>
        !Replacement.Marks(context.Marked, place.Span.Start, place.Span.End).Any()
            && !context.Matters.Has(Matter.Unchanged) && (Passage.Of(context.Marked, place.Span).Moods & Moods.Past) == 0
            && !context.Marked.Any(Word.Remain, place.Span.Start, place.Span.End) && !Utterances.IsOpen(context, place.Span);

    private static void Sentence(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int start, int end)
    {
        var pairs = new List<(int Person, int Role)>();
        for (var i = start; i + 1 < end; i++)
            if (Follows(context, told, i, end, PieceKind.Person, PieceKind.Role) is { } role) pairs.Add((i, role));
        var ahead = pairs.Count == 0;
        if (ahead)
            for (var i = start; i + 1 < end; i++)
                if (Follows(context, told, i, end, PieceKind.Role, PieceKind.Person) is { } person) pairs.Add((person, i));
        if (pairs.Count < 2 || pairs.Select(pair => told[pair.Role].Piece.Seat).Distinct().Count() < 2
                || !pairs.Exists(pair => told[pair.Person].Tag is Tag.Seated or Tag.Replaced) // "X is shown as representative": nobody is put forward
                || !Passage.Of(context.Marked, told[start].Piece.Place.Span).Does(Intents.Designate) && !pairs.Exists(pair => SeatIs.IsOurs(context, told[pair.Person].Piece, told[pair.Role].Piece)))
            return;
        foreach (var (person, role) in pairs)
        {
            if (told[person].Tag is Tag.None or Tag.Replaced) told[person] = (told[person].Piece, Tag.Seated, Unsaid);
            if (told[person].Tag is Tag.Seated && told[role].Tag is Tag.None or Tag.Role or Tag.RoleAhead) told[role] = (told[role].Piece, ahead ? Tag.RoleAhead : Tag.Role, Unsaid);
        }
    }

    /// <summary>Place of what stands beside it, with small words and a title between them; brackets with an address or number are passed over.</summary>
    private static int? Follows(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int at, int end, PieceKind first, PieceKind second)
    {
        var one = told[at].Piece;
        if (one.Kind != first) return null;
        for (var i = at + 1; i < end; i++)
        {
            var next = told[i].Piece;
            if (next.Kind == second)
                return next.Start >= one.End && Gap(context.Text.AsSpan(one.End, next.Start - one.End)) is { Length: <= LongestGap } gap && gap.AsSpan().IndexOfAny(Signs) < 0 ? i : null;
            if (next.Kind is not (PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax)) return null;
        }
        return null;
    }

    /// <summary>What stands between two pieces, without the bracket.</summary>
    private static string Gap(ReadOnlySpan<char> between)
    {
        var (open, close) = (between.IndexOfAny('(', '（'), between.IndexOfAny(')', '）'));
        return open >= 0 && close > open ? string.Concat(between[..open], between[(close + 1)..]) : between.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(",;()，；（）、");
}
