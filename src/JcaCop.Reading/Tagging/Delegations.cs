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
        for (var i = 0; i < told.Count; i++)
            if (told[i] is { Tag: Tag.None, Piece: { Kind: PieceKind.Person, Place: { Origin: DraftOrigin.Form, Label: FieldLabel.Person
                        or FieldLabel.PersonAndFunction } } name }
                    && TellsWay(told, name))
                told[i] = (name, Tag.Attending, ByForm);
        foreach (var block in told.Where(one => one.Tag == Tag.Attending && one.Piece.Place.Origin is not DraftOrigin.Prose).Select(one => one.Piece.Place.Block).Distinct().ToList())
            if (!told.Exists(one => one.Piece.Place.Block == block && GivesRole(one)))
                Turn(told, one => one.Piece.Place.Block == block);
        return told;
    }

    /// <summary>So sure is who stands in a form with the way of taking part.</summary>
    private const double ByForm = 0.9;

    private const int LongestSign = 4;

    /// <summary>"How: on site": a field of the form holds nothing but a way of taking part, no role is told, and nobody else is named.</summary>
    private static bool TellsWay(List<(Piece Piece, Tag Tag, double Sure)> told, Piece name)
    {
        var form = told.FindAll(one => one.Piece.Place.Block == name.Place.Block);
        return form.Exists(one => one.Piece is { Kind: PieceKind.Mode, Confidence: > PieceFinder.ByPlace } way && way.Start > name.End && way.Place.Span.Length <= way.Length + LongestSign)
            && !form.Exists(one => GivesRole(one) || one.Tag is Tag.Organization or Tag.Seated or Tag.Contact || one.Piece.Kind == PieceKind.Person && one.Piece != name && one.Piece.Place.Label == name.Place.Label);
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
