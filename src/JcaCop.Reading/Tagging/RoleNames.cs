using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>"… Ida Holm as representative, and as alternate the engineer Ole Brandt": a role that leads to a name is that person's, not that of the one before.</summary>
internal static class RoleNames
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>An article, a title and a short post.</summary>
    private const int LongestTitle = 24;

    private static readonly WordSet Of = LexiconFile.Set("grammar", "ofWhom");

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 0; i + 1 < told.Count; i++)
        {
            var next = i + 2 < told.Count && told[i + 1].Piece.Kind is PieceKind.Function or PieceKind.Text ? i + 2 : i + 1;
            if (told[i] is not { Piece: { Kind: PieceKind.Role, Seat: not null } role, Tag: Tag.Role or Tag.RoleAhead or Tag.None }
                    || told[next] is not { Piece: { Kind: PieceKind.Person } name, Tag: Tag.None } || name.Place != role.Place)
                continue;
            if (role.Place.Origin is DraftOrigin.Table or DraftOrigin.Form || !name.Value.Contains(' ', StringComparison.Ordinal)
                    || !Leads(context, role, name) || !Another(told, i) || SenderPerson.Is(context, name.Value))
                continue;
            told[i] = told[i] with { Tag = Tag.RoleAhead };
            told[next] = (name, Tag.Seated, Unsaid);
        }
        House(context, told);
        return told;
    }

    /// <summary>Nothing but an article and a title stands between role and name: "alternate to Ms Holm" and "suplente de …" speak of somebody else.</summary>
    private static bool Leads(ItemContext context, Piece role, Piece name)
    {
        if (name.Start < role.End || name.Start - role.End > LongestTitle || context.Marked.Any(Word.Remain, role.Place.Span.Start, role.Start)
                || context.Marked.At(Word.As, role.Start) is null && !IsGiven(context, role.Start))
            return false;
        var between = context.Text.AsSpan(role.End, name.Start - role.End);
        if (between.IndexOfAny(Signs) >= 0 || name.Initial is >= '\u0400' and <= '\u04ff' && between.IndexOfAny("-–—") < 0) return false;
        foreach (var range in between.Split(' ')) if (Of.Contains(between[range])) return false;
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(",;:(؛،");

    /// <summary>"… and as", "y como", "et comme" stand before the role.</summary>
    private static bool IsGiven(ItemContext context, int role)
    {
        foreach (var particle in context.Marked.Within(Word.As, Math.Max(0, role - LongestTitle), role)) if (role - particle.End is >= 0 and <= 5) return true;
        return false;
    }

    /// <summary>Somebody else takes a seat before it in the same sentence.</summary>
    private static bool Another(List<(Piece Piece, Tag Tag, double Sure)> told, int role)
    {
        for (var i = role - 1; i >= 0 && told[i].Piece.Place == told[role].Piece.Place; i--) if (told[i].Tag == Tag.Seated) return true;
        return false;
    }

    /// <summary>"For all further matters turn to the Harbour Board, its focal point is Ida Holm": below organizations put forward, the contact of the house that writes takes a seat there.</summary>
    private static void House(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Respondent?.Organization is not { } own) return;
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i] is not { Tag: Tag.Contact, Piece: { Kind: PieceKind.Person, Place.Origin: DraftOrigin.Prose } person }) continue;
            var (first, end) = (i, i);
            while (first > 0 && told[first - 1].Piece.Place == person.Place) first--;
            while (end < told.Count && told[end].Piece.Place == person.Place) end++;
            var house = told.FindIndex(first, i - first, one => one is { Tag: Tag.None, Piece.Kind: PieceKind.Organization } && SameName.Is(one.Piece.Value, own));
            if (house < 0 || told.Slice(first, end - first).Exists(static one => one.Tag is Tag.Organization or Tag.Seated)
                    || !told.Slice(house, i - house).Exists(static one => one.Piece.Seat == SeatRole.FocalPoint))
                continue;
            for (var k = first; k < end; k++) told[k] = (told[k].Piece, k == house ? Tag.BodyAhead : k == i ? Tag.Seated : Turned(told[k], k < i), Math.Min(told[k].Sure, Unsaid));
        }
    }

    private static Tag Turned((Piece Piece, Tag Tag, double Sure) one, bool ahead) => one.Tag switch
    {
        Tag.NominationDetail => Tag.SeatDetail,
        Tag.NominationDetailAhead => Tag.SeatDetailAhead,
        _ when ahead && one.Piece.Seat == SeatRole.FocalPoint => Tag.RoleAhead,
        var tag => tag,
    };
}
