using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"Ida Holm (…) remains the focal point, and Ole Brandt becomes her alternate": in one sentence one keeps a seat and the other takes one (decision 40).</summary>
internal static class Keepers
{
    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i] is { Tag: Tag.Seated, Piece: { Kind: PieceKind.Writer } self } && Oneself.Leaves(context, self.Place.Span.Start, self.Place.Span.End) is not null) told[i] = told[i] with { Tag = Tag.None };
            if (told[i] is not { Tag: Tag.Seated, Piece: { Kind: PieceKind.Person, Place.Origin: DraftOrigin.Prose } person }) continue;
            var next = i + 1;
            while (next < told.Count && told[next].Piece.Place == person.Place && told[next].Piece.Kind is not (PieceKind.Person or PieceKind.Writer)) next++;
            if (Goes(context, told, i, next) || IsFormer(context, told, i)) { told[i] = told[i] with { Tag = Tag.Replaced }; continue; }
            var end = next < told.Count && told[next].Piece.Place == person.Place ? told[next].Piece.Start : person.Place.Span.End;
            if (context.Text.AsSpan(person.End, Math.Max(0, end - person.End)).IndexOf(';') is >= 0 and var cut) end = person.End + cut;
            if (!Keeps(context, person.End, end) && !Keeps(context, Clause(context, person), person.Start) && !Stays(context, person, end)) continue;
            for (var k = i; k < next; k++) if (told[k].Tag is not (Tag.BodyAhead or Tag.RoleAhead)) told[k] = told[k] with { Tag = Tag.None };
        }
        return told;
    }

    /// <summary>"Ida Holm, until now our focal point, has retired. From 1 October Ole Brandt …": who goes takes no seat.</summary>
    private static bool Goes(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int person, int next)
    {
        if (next >= told.Count
                || !told.Skip(next)
                .Any(one => one is { Tag: Tag.Seated, Piece.Kind: PieceKind.Person }
                    && !one.Piece.Value.Contains(told[person].Piece.Value, StringComparison.OrdinalIgnoreCase)))
            return false;
        for (var i = person + 1; i < next; i++) if (told[i].Tag == Tag.SeatDetail && told[i].Piece.Kind is not PieceKind.Function) return false;
        var piece = told[person].Piece;
        var end = next < told.Count && told[next].Piece.Place == piece.Place ? told[next].Piece.Start : piece.Place.Span.End;
        return context.Matters.First(Matter.Leaves, piece.End, end) is not null
            && Replacement.Marks(context.Marked, piece.Place.Span.Start, piece.Place.Span.End)
            .All(mark => mark.Kind != Word.Replace && mark.Hit.Start > piece.End);
    }

    /// <summary>"The seat held until now by Ida Holm passes to Ole Brandt."</summary>
    private static bool IsFormer(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int person)
    {
        var name = told[person].Piece;
        if (context.Matters.Last(Matter.Former, Math.Max(name.Place.Span.Start, name.Start - LongestFormer), name.Start) is not { } word
                || context.Text.AsSpan(word.End, name.Start - word.End).Trim().Length > LongestTitle || Clauses.Part(context.Text, word.End, name.Start - 1))
            return false;
        return told.Exists(one => one is { Tag: Tag.Seated, Piece.Kind: PieceKind.Person } && one.Piece.Start != name.Start && !one.Piece.Value.Contains(name.Value, StringComparison.OrdinalIgnoreCase));
    }

    private const int LongestFormer = 40;

    /// <summary>"Mr", "la Sra.".</summary>
    private const int LongestTitle = 9;

    /// <summary>Where the clause begins that the name ends: "… will remain as representative Ida Holm; …".</summary>
    private static int Clause(ItemContext context, Piece person)
    {
        var cut = context.Text.AsSpan(person.Place.Span.Start, person.Start - person.Place.Span.Start).LastIndexOfAny(",;:");
        return Math.Max(person.Place.Span.Start + cut + 1, person.Start - Reach);
    }

    private const int Reach = 70;

    /// <summary>"Our representative, Ida Holm, stays": the seat before the name, and a word of remaining behind it, in one clause.</summary>
    private static bool Stays(ItemContext context, Piece person, int end)
    {
        var from = Clause(context, person);
        if (context.Marked.Any(Word.Replace, from, end) || context.Matters.Any(Matter.NewMark, TextSpan.FromBounds(from, end))) return false;
        var role = Array.Exists(PartFinder.Roles, role => context.Marked.Any(role.Item1, Math.Max(from, person.Start - Near), person.Start));
        if (!role) return false;
        foreach (var word in context.Marked.Within(Word.Remain, person.End, end)) if (word.Start - person.End <= Near) return true;
        return false;
    }

    /// <summary>A word of remaining stands behind the name, and the seat that is kept behind that word.</summary>
    private static bool Keeps(ItemContext context, int start, int end)
    {
        foreach (var word in context.Marked.Within(Word.Remain, start, end))
            if (Array.Exists(PartFinder.Roles, role => context.Marked.Any(role.Item1, word.End, Math.Min(end, word.End + Near))) && !context.Marked.Any(Word.Replace, start, end)) return true;
        return false;
    }

    private const int Near = 45;
}
