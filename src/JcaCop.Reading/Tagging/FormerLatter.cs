using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"The former may be reached at …, the latter at …": numbers and addresses behind the two words are those of the two persons whom the sentence before has named.</summary>
internal static class FormerLatter
{
    private const string List = "formerLatter";

    /// <summary>So far before the words the two are named.</summary>
    private const int Reach = 600;

    private static readonly PhraseIndex<bool> Words = new(LexiconFile.Phrases(List).Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code == "first")));

    public static Told Settle(ItemContext context, Told told)
    {
        var words = Words.FindLongest(context.Marked.Folded);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var (first, second) = (words[i], words[i + 1]);
            if (!first.Value || second.Value) continue;
            if (Pair(told, first.Start) is not var (former, latter) || End(told, first.Start, second.Start) is not { } end) continue;
            if (!Reaches(told, first.End, second.Start) || !Reaches(told, second.End, end)) continue;
            for (var at = 0; at < told.Count; at++)
                if (told[at].Piece.Start >= first.End && told[at].Piece.Start < end && IsDetail(told[at].Piece)) told[at] = told[at] with { Tag = Tag.SeatDetail };
            Say(told, second.Start, latter);
            Say(told, first.Start, former);
        }
        return told;
    }

    /// <summary>The two persons whom the nearest sentence before names, or the two nearest sentences with one each; null where it is not told who is the first.</summary>
    private static (Piece Former, Piece Latter)? Pair(Told told, int before)
    {
        var named = told.FindAll(one => one.Piece.Kind == PieceKind.Person && one.Piece.End <= before && before - one.Piece.End <= Reach
            && one.Tag is Tag.Seated or Tag.Contact or Tag.ContactAhead).ConvertAll(static one => one.Piece);
        if (named.Count < 2) return null;
        var last = named.FindAll(one => one.Place.Shares(named[^1].Place));
        if (last.Count == 1) last = named.FindAll(one => one.Place.Shares(named[^2].Place) || one.Place.Shares(named[^1].Place));
        return last is [var former, var latter] ? (former, latter) : null;
    }

    /// <summary>Where the sentence of the second word ends; null where the words stand in no running text, too far apart, or with a name between or behind them.</summary>
    private static int? End(Told told, int first, int second)
    {
        var (one, other) = (At(told, first), At(told, second));
        if (one is not { Origin: DraftOrigin.Prose } || other is null || one.Block != other.Block || other.Unit - one.Unit is < 0 or > 1) return null;
        return told.Exists(piece => piece.Piece.Kind == PieceKind.Person && piece.Piece.Start >= first && piece.Piece.Start < other.Span.End) ? null : other.Span.End;
    }

    private static Place? At(Told told, int offset) => told.Find(piece => piece.Piece.Place.Span.Start <= offset && piece.Piece.Place.Span.End > offset).Piece?.Place;

    private static bool Reaches(Told told, int from, int to) => told.Exists(one => one.Piece.Start >= from && one.Piece.End <= to && IsDetail(one.Piece));

    private static bool IsDetail(Piece piece) => piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax;

    /// <summary>As if the name stood there.</summary>
    private static void Say(Told told, int at, Piece person)
    {
        var next = told.FindIndex(one => one.Piece.Start >= at);
        if (next >= 0) told.Insert(next, (person with { Start = at, Length = 0, Place = told[next].Piece.Place }, Tag.None, 1));
    }
}
