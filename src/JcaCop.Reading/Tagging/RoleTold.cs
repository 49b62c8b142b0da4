using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>
/// "We have asked Dr Lou to act as expert", 我们请娄青博士担任专家: the only person of a sentence with the only word for an expert or alternate takes that seat, where somebody else is seated in the mail.
/// "Dr Lou is Head of Studies" behind it tells the post.
/// </summary>
internal static class RoleTold
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.4;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Meets is not null) return told;
        Posts(context, told);
        var seated = told.Exists(static one => one.Tag == Tag.Seated);
        for (var start = 0; start < told.Count;)
        {
            var end = start + 1;
            while (end < told.Count && told[end].Piece.Place == told[start].Piece.Place) end++;
            if (seated && told[start].Piece.Place.Origin is DraftOrigin.Prose) Sentence(context, told, start, end);
            start = end;
        }
        for (var i = 0; i < told.Count; i++) if (told[i] is { Tag: Tag.Seated or Tag.Contact, Piece: { Kind: PieceKind.Person, Place.Origin: DraftOrigin.Prose } }) Next(context, told, i);
        return told;
    }

    /// <summary>"comme expert" is no post "expert" beside it, and the "principal" of "ingénieur principal" is no role.</summary>
    private static void Posts(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i] is not { Tag: Tag.Role or Tag.RoleAhead, Piece: { Kind: PieceKind.Role, Length: > 0 } role }) continue;
            for (var k = i + 1; k < told.Count && told[k].Piece.Start < role.End; k++)
                if (told[k] is { Piece.Kind: PieceKind.Function, Tag: Tag.SeatDetail or Tag.SeatDetailAhead } && told[k].Piece.End <= role.End) told[k] = told[k] with { Tag = Tag.None };
            if (role.Seat == SeatRole.Representative && !role.Value.Contains(' ', StringComparison.Ordinal) && char.IsLower(role.Initial)
                    && told.Exists(one => one.Piece is { Kind: PieceKind.Role } other && one.Tag is Tag.Role or Tag.RoleAhead && one.Piece != role && one.Piece.Place == role.Place)
                    && Behind(context, role.Start)) told[i] = told[i] with { Tag = Tag.None };
        }
    }

    private static bool Behind(ItemContext context, int at)
    {
        foreach (var post in context.Marked.Within(Word.Post, Math.Max(0, at - LongestPost), at)) if (at - post.End == 1) return true;
        return false;
    }

    private const int LongestPost = 30;

    private static void Sentence(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int start, int end)
    {
        var span = told[start].Piece.Place.Span;
        int person = -1, role = -1;
        for (var i = start; i < end; i++)
        {
            if (told[i].Tag is Tag.Seated or Tag.Replaced or Tag.Withdrawn or Tag.Organization or Tag.Attending or Tag.Absent
                    || told[i].Tag is Tag.Corrected && context.Matters.Any(Matter.Change, span)) return;
            if (told[i].Piece.Kind == PieceKind.Person) { if (person >= 0) return; person = i; }
            if (told[i].Piece.Kind == PieceKind.Role) { if (role >= 0) return; role = i; }
        }
        if (person < 0 || role < 0 || told[role].Piece.Seat is not (SeatRole.Expert or SeatRole.Alternate) || told[person].Tag is not (Tag.None or Tag.Contact or Tag.Corrected)) return;
        var name = told[person].Piece.Value;
        if (!name.Contains(' ', StringComparison.Ordinal) && !(Folding.IsHan(name[0]) && name.Length > 1) || SenderPerson.Is(context, name)) return;
        if ((Passage.Of(context.Marked, span).Moods & (Moods.Negated | Moods.Past | Moods.Conditional)) != 0 || Utterances.IsOpen(context, span) || context.Marked.Any(Word.Remain, span.Start, span.End)
                || context.Matters.Any(Matter.Remove, span) || context.Matters.Any(Matter.Unchanged, span) || Replacement.Marks(context.Marked, span.Start, span.End).Any()) return;
        if (!told.GetRange(start, end - start).Exists(static one => one.Piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile)) return; // a heading, or a translation of what stands above
        told[person] = (told[person].Piece, Tag.Seated, Unsaid);
        told[role] = (told[role].Piece, role > person ? Tag.Role : Tag.RoleAhead, Unsaid);
        for (var i = start; i < end; i++)
            if (IsDetail(told[i].Piece) && told[i].Tag is Tag.None or Tag.NominationDetail or Tag.NominationDetailAhead or Tag.CorrectedDetail) told[i] = told[i] with { Tag = i > person ? Tag.SeatDetail : Tag.SeatDetailAhead };
    }

    /// <summary>"Dr Lou is Head of Studies.": the sentence behind begins with the surname, and with a title at most before it; its post and numbers are those of whom the sentence before it named.</summary>
    private static void Next(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int holder)
    {
        var (name, tag, _) = told[holder];
        var next = holder + 1;
        while (next < told.Count && told[next].Piece.Place == name.Place) { if (told[next].Piece.Kind == PieceKind.Person) return; next++; }
        if (next >= told.Count || told[next].Piece.Place.Block != name.Place.Block || told[next].Piece.Place.Unit != name.Place.Unit + 1) return;
        var place = told[next].Piece.Place;
        if (told[next].Piece is not { Kind: PieceKind.Person or PieceKind.Text } first || first.Start - place.Span.Start > LongestTitle || told[next].Tag is not (Tag.None or Tag.Seated or Tag.Contact)
                || !IsSurname(context, name.Value, first.Value)) return;
        var (detail, free) = tag == Tag.Seated ? (Tag.SeatDetail, Tag.NominationDetail) : (Tag.NominationDetail, Tag.SeatDetail);
        for (var i = next + 1; i < told.Count && told[i].Piece.Place == place && told[i].Piece.Kind != PieceKind.Person; i++)
            if (IsDetail(told[i].Piece) && (told[i].Tag is Tag.None or Tag.CorrectedDetail || told[i].Tag == free)) told[i] = told[i] with { Tag = detail };
    }

    /// <summary>"Mr ", "والدكتور ".</summary>
    private const int LongestTitle = 16;

    private static bool IsSurname(ItemContext context, string name, string words)
    {
        var own = name.Split(' ');
        var marked = new MarkedText(words);
        var rest = words.Split(' ').Where(word => !own.Contains(word, StringComparer.OrdinalIgnoreCase)).ToList();
        return own.Length > 1 && words.Split(' ').Any(word => own.Contains(word, StringComparer.OrdinalIgnoreCase)) && rest.TrueForAll(word => marked.At(Word.Honorific, words.IndexOf(word, StringComparison.Ordinal)) is not null);
    }

    private static bool IsDetail(Piece piece) => piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Function;
}
