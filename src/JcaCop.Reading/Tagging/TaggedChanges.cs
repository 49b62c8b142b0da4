using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>Joins tagged pieces to what is to be removed, and to what changes in entries recorded earlier.</summary>
internal sealed class TaggedChanges
{
    private readonly ItemContext context;
    private readonly List<(Piece Piece, Tag Tag, double Sure)> told;

    /// <summary>The draft of each name, by its place in <see cref="told"/>.</summary>
    private readonly Dictionary<int, CorrectionDraft> heads = [];

    private TaggedChanges(ItemContext context)
    {
        this.context = context;
        told = context.Told;
    }

    /// <summary>What is to be removed, in order.</summary>
    public List<(Piece Piece, Found Name, bool IsOrganization, double Sure)> Withdrawn { get; } = [];

    public List<CorrectionDraft> Corrected { get; } = [];

    public static TaggedChanges Of(ItemContext context)
    {
        var changes = new TaggedChanges(context);
        for (var i = 0; i < changes.told.Count; i++) changes.Head(i);
        for (var i = 0; i < changes.told.Count; i++) changes.Detail(i);
        changes.Corrected.RemoveAll(draft => draft.Empty);
        return changes;
    }

    private void Head(int at)
    {
        var (piece, tag, sure) = told[at];
        if (tag is not (Tag.Withdrawn or Tag.Corrected) || Named(piece) is not { } name) return;
        if (tag == Tag.Withdrawn)
        {
            if (!Withdrawn.Exists(other => SameName.Is(other.Name.Value, name.Name.Value))) Withdrawn.Add((piece, name.Name, name.IsOrganization, sure));
            return;
        }
        var draft = Corrected.Find(other => SameName.Is(other.Name, name.Name.Value));
        if (draft is null) Corrected.Add(draft = new CorrectionDraft(name.Name.Value, new TextSpan(piece.Start, piece.Length), piece.Confidence) { IsOrganization = name.IsOrganization, Sure = sure });
        heads[at] = draft;
    }

    /// <summary>Whom a piece names: the writer, or what it says.</summary>
    private (Found Name, bool IsOrganization)? Named(Piece piece)
    {
        if (piece.Kind == PieceKind.Writer) return SenderPerson.Of(context).Name is { } own ? (new Found(own, piece.Start, piece.Length, piece.Confidence), false) : null;
        return (piece.Found, piece.Kind is PieceKind.Organization || piece.Kind != PieceKind.Person && context.Marked.Any(Word.Organization, piece.Start, piece.End));
    }

    private void Detail(int at)
    {
        var (piece, tag, sure) = told[at];
        if (tag is not (Tag.CorrectedDetail or Tag.CorrectedTo) || Owner(at) is not { } draft) return;
        draft.Sure = Math.Min(draft.Sure ?? 1, sure);
        if (tag == Tag.CorrectedTo) Rename(draft, piece);
        else Take(draft, piece);
    }

    /// <summary>The name before it in the same sentence, entry or row; the one behind it there; or the last one before.</summary>
    private CorrectionDraft? Owner(int at)
    {
        for (var i = at - 1; i >= 0 && IsBeside(i, at); i--) if (heads.TryGetValue(i, out var before)) return before;
        for (var i = at + 1; i < told.Count && IsBeside(i, at); i++) if (heads.TryGetValue(i, out var behind)) return behind;
        for (var i = at - 1; i >= 0; i--) if (heads.TryGetValue(i, out var last)) return last;
        for (var i = at + 1; i < told.Count; i++) if (heads.TryGetValue(i, out var next)) return next;
        return null;
    }

    private bool IsBeside(int other, int at) => told[other].Piece.Place is var place && told[at].Piece.Place is var here && place.Block == here.Block && place.Unit == here.Unit;

    private static void Rename(CorrectionDraft draft, Piece piece)
    {
        if (piece.Kind == PieceKind.Person && !draft.IsOrganization) draft.NewName ??= piece.Value;
        else draft.NewOrganization ??= piece.Value;
    }

    private void Take(CorrectionDraft draft, Piece piece)
    {
        switch (piece.Kind)
        {
            case PieceKind.Email:
                draft.Email ??= piece.Value;
                break;
            case PieceKind.Website:
                draft.Website ??= piece.Value.TrimEnd('.');
                break;
            case PieceKind.Mobile:
                draft.Phone ??= piece.Value;
                break;
            case PieceKind.Phone or PieceKind.Fax or PieceKind.PhoneAndFax:
                var fax = piece.Kind != PieceKind.Phone || IsFax(piece);
                if (fax) draft.Fax ??= piece.Value;
                if (!fax || piece.Kind == PieceKind.PhoneAndFax) draft.Phone ??= piece.Value;
                break;
            case PieceKind.Address:
                draft.Address ??= piece.Value;
                break;
            case PieceKind.Person or PieceKind.Writer:
                break;
            default:
                draft.Function ??= piece.Value;
                break;
        }
    }

    /// <summary>The last word for phone or fax before a number tells what it is.</summary>
    private bool IsFax(Piece piece)
    {
        var from = piece.Place.Span.Start;
        return context.Matters.Last(Matter.FaxWord, from, piece.Start) is { } fax && (context.Matters.Last(Matter.PhoneWord, from, piece.Start) is not { } phone || phone.End < fax.Start);
    }
}
