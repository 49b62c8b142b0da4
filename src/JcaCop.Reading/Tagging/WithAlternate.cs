using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"We shall be represented by Ida Holm, with Ole Brandt as alternate": a second person in a sentence that gives somebody a seat, at the word for an alternate, takes one too.</summary>
internal static class WithAlternate
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>" as her ", " por el Sr. ".</summary>
    private const int LongestGap = 14;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 1; i < told.Count; i++)
        {
            var (piece, tag, sure) = told[i];
            if (piece is not { Kind: PieceKind.Person, Place.Origin: DraftOrigin.Prose } || tag is not (Tag.None or Tag.Contact or Tag.Absent) && !(tag == Tag.Replaced && sure < Doubtful)) continue;
            if (!told[..i].Exists(one => one.Tag == Tag.Seated && one.Piece.Kind == PieceKind.Person && one.Piece.Place.Shares(piece.Place) && one.Piece.Value != piece.Value)) continue;
            if (Utterances.IsOpen(context, piece.Place.Span) || IsAbsent(context, told, piece.Place) || context.Matters.Any(Matter.Remove, piece.Place.Span)) continue;
            if (Beside(context, told, i, 1) is >= 0 and var behind) (told[i], told[behind]) = ((piece, Tag.Seated, Unsaid), told[behind] with { Tag = Tag.Role });
            else if (Beside(context, told, i, -1) is >= 0 and var before && !Follows(context, told, before)) (told[i], told[before]) = ((piece, Tag.Seated, Unsaid), told[before] with { Tag = Tag.RoleAhead });
        }
        return told;
    }

    private const double Doubtful = 0.8;

    /// <summary>Somebody is said to stay away; the absence in which an alternate acts ("in his absence") is none.</summary>
    private static bool IsAbsent(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, Place place)
    {
        foreach (var word in context.Matters.Within(Matter.Absent, place.Span.Start, place.Span.End))
            if (!told.Exists(one => one.Piece is { Kind: PieceKind.Role, Seat: SeatRole.Alternate } role && role.Start <= word.Start && role.End >= word.End)) return true;
        return false;
    }

    /// <summary>The word for an alternate directly at the name, in the same sentence; -1 where none stands there.</summary>
    private static int Beside(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int person, int step)
    {
        var at = person + step;
        if (at < 0 || at >= told.Count || told[at].Piece is not { Kind: PieceKind.Role, Seat: SeatRole.Alternate } role || !role.Place.Shares(told[person].Piece.Place)) return -1;
        var name = told[person].Piece;
        var (from, to) = step > 0 ? (name.End, role.Start) : (role.End, name.Start);
        return to >= from && to - from <= LongestGap && !context.Text.AsSpan(from, to - from).ContainsAny(Parting) ? at : -1;
    }

    /// <summary>The role stands directly behind somebody seated, whose it may be; "and, in his absence, by Ms B" goes on to the next.</summary>
    private static bool Follows(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int role) =>
        !(role > 0 && told[role - 1].Piece.End <= told[role].Piece.Start && context.Marked.Any(Word.Conjunction, told[role - 1].Piece.End, told[role].Piece.Start))
        && told[role].Tag == Tag.Role && role > 0 && told[role - 1] is { Tag: Tag.Seated or Tag.SeatDetail } one && one.Piece.Place.Shares(told[role].Piece.Place);

    private static readonly System.Buffers.SearchValues<char> Parting = System.Buffers.SearchValues.Create(";；؛.。(（");
}
