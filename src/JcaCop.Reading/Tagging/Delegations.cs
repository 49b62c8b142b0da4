using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>Whoever stands in the list of a delegation comes to the meeting, and takes no seat.</summary>
/// <remarks>Rows of both look alike; what tells them apart is the sentence above the list, or those in the same list that are told to come.</remarks>
internal static class Delegations
{
    /// <summary>Changes the tags where a delegation to a meeting is listed and no role is told in it.</summary>
    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Meets is null) return told;
        foreach (var (span, block) in context.Utterances)
            if (block is Paragraph && Announces(context, span) && Behind(context, told, span.End)) Turn(told, one => one.Piece.Start >= span.End);
        foreach (var block in told.Where(one => one.Tag == Tag.Attending && one.Piece.Place.Origin is not DraftOrigin.Prose).Select(one => one.Piece.Place.Block).Distinct().ToList())
            if (!told.Exists(one => one.Piece.Place.Block == block && GivesRole(one)))
                Turn(told, one => one.Piece.Place.Block == block);
        return told;
    }

    /// <summary>"… communicates the delegation to the meeting of 10 September:", without a word of representing the body there.</summary>
    private static bool Announces(ItemContext context, TextSpan span) =>
        context.Matters.Any(Matter.Delegation, span) && context.Meets!.Covers(span) && !Utterances.IsOpen(context, span);

    /// <summary>Persons are listed behind the sentence, and none of them by role.</summary>
    private static bool Behind(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int from) =>
        told.TrueForAll(one => one.Piece.Start < from || !GivesRole(one) && one.Tag is not (Tag.Organization or Tag.Replaced) && !(one.Tag == Tag.Seated && !IsListed(context, one.Piece)));

    /// <summary>"Head of delegation" and "expert" are said of those who come.</summary>
    private static bool GivesRole((Piece Piece, Tag Tag, double Sure) one) =>
        one.Tag == Tag.Role && one.Piece.Seat is not SeatRole.Expert || one.Tag == Tag.RoleAhead && one.Piece.Seat is SeatRole.Alternate or SeatRole.FocalPoint;

    /// <summary>A row, entry or line, or a paragraph without a verb of putting forward.</summary>
    private static bool IsListed(ItemContext context, Piece piece) =>
        piece.Place.Origin is not DraftOrigin.Prose || !Array.Exists(Verbs, verb => context.Marked.Any(verb, piece.Place.Span.Start, piece.Place.Span.End));

    private static readonly Word[] Verbs = [Word.Designate, Word.Nominate, Word.Replace, Word.ReplacedBy, Word.InPlace, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole];

    /// <summary>An address or post of nobody else follows in the same row, entry or paragraph.</summary>
    private static bool HasDetails(List<(Piece Piece, Tag Tag, double Sure)> told, int person)
    {
        for (var i = person + 1; i < told.Count && told[i].Piece.Kind != PieceKind.Person && told[i].Piece.Place.Block == told[person].Piece.Place.Block; i++)
            if (told[i].Tag == Tag.SeatDetail) return true;
        return false;
    }

    private static void Turn(List<(Piece Piece, Tag Tag, double Sure)> told, Predicate<(Piece Piece, Tag Tag, double Sure)> where)
    {
        for (var i = 0; i < told.Count; i++)
        {
            if (!where(told[i])) continue;
            if (told[i].Tag == Tag.Seated || told[i] is { Tag: Tag.None, Piece.Kind: PieceKind.Person } && HasDetails(told, i)) told[i] = told[i] with { Tag = Tag.Attending };
            else if (told[i].Tag == Tag.Role && told[i].Piece.Seat == SeatRole.Expert) told[i] = told[i] with { Tag = Tag.SeatDetail };
        }
    }
}
