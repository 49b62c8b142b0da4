using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"Ida Holm has retired. Ole Brandt is now our principal, and Finn Aas is the alternate": who is now something takes that seat, and makes way for nobody who is named behind.</summary>
internal static class NowSeated
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>The words "is now our" between the name and the role.</summary>
    private const int Near = 40;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i] is not { Tag: Tag.Replaced, Piece: { Kind: PieceKind.Person, Place.Origin: DraftOrigin.Prose } person }) continue;
            var end = Clauses.End(context.Text, person.End, person.Place.Span.End);
            for (var k = i + 1; k < told.Count && told[k].Piece.Start < end; k++) if (told[k].Piece.Kind == PieceKind.Person) end = told[k].Piece.Start;
            if (RoleIn(context, person.End, end) is not { } role || Leaves(context, person, end) || !told.Exists(one => one.Tag == Tag.Seated && one.Piece.Start > end)) continue;
            told[i] = (person, Tag.Seated, Unsaid);
            for (var k = i + 1; k < told.Count && told[k].Piece.Start < end; k++)
                if (told[k].Piece is { Kind: PieceKind.Role } piece && piece.Start <= role && role < piece.End) told[k] = (piece, Tag.Role, Unsaid);
        }
        return told;
    }

    /// <summary>Where the role begins that the person has now: a word of becoming leads to it, in the person's own clause.</summary>
    private static int? RoleIn(ItemContext context, int start, int end)
    {
        foreach (var (word, _) in PartFinder.Roles)
            foreach (var role in context.Marked.Within(word, start, end))
                if (role.Start - start <= Near && (context.Matters.First(Matter.Becomes, start, role.Start) ?? context.Matters.First(Matter.NewMark, start, role.Start)) is not null) return role.Start;
        return null;
    }

    /// <summary>A word of replacing or leaving in the sentence before the name, or in the clause behind it, makes it another matter.</summary>
    private static bool Leaves(ItemContext context, Piece person, int end) =>
        Replacement.Marks(context.Marked, person.Place.Span.Start, end).Any() || context.Matters.First(Matter.Leaves, person.End, end) is not null || context.Matters.First(Matter.Former, person.Place.Span.Start, end) is not null;
}
