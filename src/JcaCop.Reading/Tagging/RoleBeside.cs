using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>What stands at the word for a role: the person behind "Deputy:", the house in "as focal point of the Mission", and the house that a post names, which is no body.</summary>
internal static class RoleBeside
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>": ", " - Ms ", and as many more.</summary>
    private const int LongestGap = 14;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 0; i + 1 < told.Count; i++)
        {
            var (piece, tag, _) = told[i];
            if (tag == Tag.RoleAhead && Labels(context, told, i)) Seat(told, i + 1);
            else if (tag is Tag.Role or Tag.RoleAhead && told[i + 1] is { Tag: Tag.None, Piece.Kind: PieceKind.Organization } house && house.Piece.Place == piece.Place && IsHouse(house.Piece.Value)
                    && told.Exists(one => one.Tag == Tag.Seated && one.Piece.Place == piece.Place) && (Joins(context, piece.End, house.Piece.Start) || Leads(context, piece, house.Piece)))
                told[i + 1] = (house.Piece, Tag.Body, Unsaid);
            else if (tag == Tag.SeatDetail && piece.Kind == PieceKind.Function && told.FindLastIndex(i, static one => one.Piece.Kind == PieceKind.Person) is >= 0 and var holder && told[holder].Tag == Tag.Seated && told[i + 1] is { Tag: Tag.Body, Piece.Kind: PieceKind.Organization } place
                    && place.Piece.Place == piece.Place && IsOfPost(context, piece, place.Piece) && IsAnother(context, place.Piece.Value))
                told[i + 1] = (place.Piece, Tag.Continued, Unsaid);
        }
        return told;
    }

    /// <summary>The role ends with the preposition that leads to the house ("contact point for"), or holds the house itself (ممثلة للمجلس الأعلى).</summary>
    private static bool Leads(ItemContext context, Piece role, Piece house)
    {
        if (house.Start > role.Start && house.End <= role.End) return true;
        var last = role.Value.LastIndexOf(' ');
        return last > 0 && house.Start - role.End == 1 && context.Marked.At(Word.Connector, role.Start + last + 1) is { } joint && joint.End == role.End;
    }

    /// <summary>"Deputy: Ms Ida Holm": a line or entry that a role begins, in a block where somebody else takes a seat.</summary>
    private static bool Labels(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int role)
    {
        var (said, next) = (told[role].Piece, told[role + 1].Piece);
        if (next.Kind != PieceKind.Person || told[role + 1].Tag is not (Tag.None or Tag.Contact) || next.Place != said.Place || said.Place.Origin is DraftOrigin.Prose or DraftOrigin.Table
                || !next.Value.Contains(' ', StringComparison.Ordinal) || next.Start - said.End is < 1 or > LongestGap)
            return false;
        if (said.Place.Origin != DraftOrigin.Form && context.Text.AsSpan(said.End, next.Start - said.End).IndexOfAny(":：-–—") < 0) return false;
        return told.Exists(one => one.Tag == Tag.Seated && Math.Abs(one.Piece.Place.Block - said.Place.Block) <= 2 && one.Piece.Place != said.Place);
    }

    private static void Seat(List<(Piece Piece, Tag Tag, double Sure)> told, int person)
    {
        told[person] = (told[person].Piece, Tag.Seated, Unsaid);
        for (var i = person + 1; i < told.Count && told[i].Piece.Place == told[person].Piece.Place && told[i].Piece.Kind != PieceKind.Person; i++)
            if (told[i].Tag == Tag.NominationDetail) told[i] = told[i] with { Tag = Tag.SeatDetail };
    }

    /// <summary>The post ends in a preposition, or nothing but one stands before the house: "directrice de l'Observatoire X".</summary>
    private static bool IsOfPost(ItemContext context, Piece post, Piece house)
    {
        if (house.Start - post.End > LongestGap || house.Start < post.End) return false;
        if (house.Start - post.End > 1) return Joins(context, post.End, house.Start);
        var word = post.End;
        while (word > post.Start && char.IsWhiteSpace(context.Text[word - 1])) word--;
        var end = word;
        while (word > post.Start && !char.IsWhiteSpace(context.Text[word - 1])) word--;
        return word > post.Start && char.IsLower(context.Text[word]) && context.Marked.At(Word.Connector, word) is { } joint && joint.End >= end - 1;
    }

    /// <summary>Nothing but small joining words between the two.</summary>
    private static bool Joins(ItemContext context, int from, int to)
    {
        if (to <= from || to - from > LongestGap) return false;
        if (Folding.IsArabic(context.Text[to]) && context.Text.AsSpan(from, to - from).Trim() is "ل" or "لل") return true; // "ممثلة للهيئة"
        var words = 0;
        for (var at = from; at < to;)
        {
            if (char.IsWhiteSpace(context.Text[at])) { at++; continue; }
            if (!char.IsLower(context.Text[at]) || context.Marked.At(Word.Connector, at) is not { } joint || joint.End > to) return false;
            at = joint.End;
            words++;
        }
        return words > 0;
    }

    /// <summary>More than the noun alone, and not the coordination activity or whoever is written to.</summary>
    private static bool IsHouse(string name) =>
        name.Contains(' ', StringComparison.Ordinal) && !Bodies.IsAddressee(name) && !RespondentOrganization.IsAddressee(name) && Bodies.Parse(name) is null;

    /// <summary>The mail speaks for another house, which sends people of its own: not a mission, which hands on what an authority decides.</summary>
    private static bool IsAnother(ItemContext context, string house) =>
        context.Respondent?.Organization is { } own && !SameName.Is(own, house) && !RespondentWords.Says(own, RespondentWord.Mission)
            && !own.Contains(house, StringComparison.OrdinalIgnoreCase) && !house.Contains(own, StringComparison.OrdinalIgnoreCase) && !Units.IsUnit(house) && !Units.IsUnit(own);
}
