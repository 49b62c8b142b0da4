using System.Text.RegularExpressions;
using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>The role of somebody seated whom no tag gives one: the only one that is told beside the name, or over the list.</summary>
internal sealed partial class RolesBeside(ItemContext context)
{
    private const int LongestHeading = 60;

    public SeatRole? Of(Found name, Place place)
    {
        if (place.Origin == DraftOrigin.Form && (Ticked(place) ?? Chosen(name, place)) is { } ticked) return ticked;
        var told = context.Told;
        var at = 0;
        while (at < told.Count && (told[at].Piece.Start < name.Start || told[at].Piece.Start == name.Start && told[at].Piece.Kind is not (PieceKind.Person or PieceKind.Writer))) at++;
        return Only(at + 1, 1, place, true) ?? Only(at - 1, -1, place, false) ?? Over(place);
    }

    /// <summary>Who comes for somebody has the role that was told of him or her.</summary>
    public SeatRole? Former(Found gone)
    {
        var told = context.Told;
        for (var at = 0; at < told.Count; at++)
            if (told[at].Piece.Start == gone.Start && told[at].Piece.Kind is PieceKind.Person) return Only(at + 1, 1, told[at].Piece.Place, false) ?? Only(at - 1, -1, told[at].Piece.Place, true);
        return null;
    }

    /// <summary>The one role in the same sentence, entry or row before the next person; null where none is told or several are.</summary>
    /// <param name="any">Also one that a tag gives to somebody before it.</param>
    private SeatRole? Only(int from, int step, Place place, bool any)
    {
        SeatRole? only = null;
        for (var i = from; i >= 0 && i < context.Told.Count && context.Told[i] is var (piece, tag, _) && piece.Place.Block == place.Block && piece.Place.Unit == place.Unit; i += step)
        {
            if (piece.Kind is PieceKind.Person or PieceKind.Writer or PieceKind.Nil) break;
            if (Seat(piece) is not { } seat || tag != Tag.None && !(any && tag == Tag.Role) && !(tag == Tag.SeatDetail && piece.Kind == PieceKind.Function) && !IsCell(piece)) continue;
            if (step > 0 && RoleOfWriter.Leads(context, context.Told, i)) continue;
            if (only is not null && only != seat) return null;
            only = seat;
        }
        return only;
    }

    /// <summary>A cell that holds a role and nothing else gives it, whatever the tag says.</summary>
    private static bool IsCell(Piece piece) => piece is { Kind: PieceKind.Role, Place.Origin: DraftOrigin.Table } && piece.Start == piece.Place.Span.Start && piece.End == piece.Place.Span.End;

    /// <summary>Also "as its expert for …", which looks like a post.</summary>
    private SeatRole? Seat(Piece piece)
    {
        if (piece.Kind == PieceKind.Role) return piece.Seat;
        if (piece.Kind != PieceKind.Function || context.Marked.At(Word.ExpertRole, piece.Start) is null) return null;
        foreach (var kind in Givers)
            foreach (var particle in context.Marked.Within(kind, Math.Max(0, piece.Start - LongestAs), piece.Start)) if (particle.End == piece.Start - 1) return SeatRole.Expert;
        var before = Folding.Plain(context.Text[Math.Max(0, piece.Start - LongestAs)..piece.Start]).TrimEnd();
        return Array.Exists(Is, words => before.EndsWith(words, StringComparison.Ordinal)
                && (before.Length == words.Length || Folding.IsHan(words[0]) || !char.IsLetter(before[^(words.Length + 1)])))
            ? SeatRole.Expert : null;
    }

    private const int LongestAs = 24;

    private static readonly Word[] Givers = [Word.As, Word.Designate];

    /// <summary>"… is our expert for …".</summary>
    private static readonly string[] Is = [.. LexiconFile.Words("grammar", "isExpert").Select(static words => Folding.Plain(words).Trim())];

    /// <summary>A heading, or a sentence with a colon, directly over the block, that names one role and nobody.</summary>
    private SeatRole? Over(Place place)
    {
        SeatRole? only = null;
        Piece? last = null;
        for (var i = context.Told.Count - 1; i >= 0; i--)
        {
            var piece = context.Told[i].Piece;
            if (piece.Place.Block >= place.Block) continue;
            last ??= piece;
            if (piece.Place.Block != last.Place.Block || piece.Place.Unit != last.Place.Unit) break;
            if (piece.Kind is PieceKind.Person or PieceKind.Email or PieceKind.Nil) return null;
            if (piece is not { Kind: PieceKind.Role, Seat: { } seat }) continue;
            if (only is not null && only != seat) return null;
            only = seat;
        }
        if (last is null || last.Place.Block != place.Block - 1) return null;
        return last.Place.Span.Length < LongestHeading || last.Place.Span.Of(context.Text).TrimEnd() is [.., ':' or '：'] ? only : null;
    }

    /// <summary>"[ ] representative [x] alternate".</summary>
    private SeatRole? Ticked(Place place)
    {
        var form = context.Layout.Blocks[place.Block].Span;
        foreach (Match box in Boxes().Matches(context.Text[form.Start..form.End]))
        {
            var start = form.Start + box.Index + box.Length;
            foreach (var (kind, role) in PartFinder.Roles)
                if (context.Marked.At(kind, start) is not null) return role;
        }
        return null;
    }

    /// <summary>"Designated as: alternate": the field of a form that holds a role and nothing else, behind the name where such fields stand behind names, otherwise before it.</summary>
    private SeatRole? Chosen(Found name, Place place)
    {
        if (context.Layout.Blocks[place.Block] is not Form { Fields.Count: < MostFields } form) return null;
        var roles = form.Fields.Select(field => (field.Value.Start, Role: Whole(field))).Where(static one => one.Role is not null).ToList();
        if (roles.Count == 0) return null;
        var persons = context.Told.Where(one => one.Tag == Tag.Seated && one.Piece.Place.Block == place.Block).Select(static one => one.Piece.Start).ToList();
        if (persons.Count > roles.Count && persons.Count > 1) return null;
        if (roles[0].Start < persons.DefaultIfEmpty(name.Start).Min()) return roles.FindLast(one => one.Start < name.Start).Role;
        var next = persons.Where(other => other > name.Start).DefaultIfEmpty(int.MaxValue).Min();
        return roles.Find(one => one.Start > name.Start && one.Start < next).Role;
    }

    private const int MostFields = 200;

    private SeatRole? Whole(FormField field)
    {
        var value = field.Value.Trim(context.Text);
        if (value.IsEmpty) return null;
        foreach (var (kind, role) in PartFinder.Roles) if (context.Marked.At(kind, value.Start) is { } word && word.End >= value.End) return role;
        return null;
    }

    [GeneratedRegex(@"(?:\[ ?[xX✓✔] ?\]|\( ?[xX✓✔] ?\)|☒|☑) *(?=\p{L})")]
    private static partial Regex Boxes();
}
