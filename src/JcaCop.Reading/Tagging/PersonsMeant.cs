using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>Whom words speak of that name nobody anew: a surname, a title behind a family name, the subject of a sentence.</summary>
internal sealed class PersonsMeant(ItemContext context, Drafts drafts)
{
    /// <summary>Scripts behind it write no blank between the parts of a name.</summary>
    private const char LastLetter = '\u2e80';

    /// <summary>The person seated whose name holds the one word that the piece is; null where nobody's does.</summary>
    public PersonDraft? Of(Piece piece) =>
        drafts.Persons.Find(known => known.Name is { } name && name.Start < piece.Start && string.Equals(name.Value, piece.Value, StringComparison.OrdinalIgnoreCase)) is { } same ? same
        : Folding.IsHan(piece.Initial) ? Titled(piece)
        : piece.Value.Length <= 2 || piece.Initial >= LastLetter || piece.Value.Contains(' ', StringComparison.Ordinal) ? null
        : drafts.Persons.FindLast(known => known.Name is { } name && name.Value.Length > piece.Value.Length && name.Value.Split(' ').Contains(piece.Value, StringComparer.OrdinalIgnoreCase));

    /// <summary>罗先生: the family name and a title speak of somebody seated before.</summary>
    private PersonDraft? Titled(Piece piece)
    {
        foreach (var title in context.Marked.Within(Word.HonorificAfter, piece.Start, Math.Min(context.Text.Length, piece.End + 2)))
            if (title.Start - piece.Start is 1 or 2 && title.Start <= piece.End && NameShapes.SurnameLength(context.Text.AsSpan(piece.Start, title.Start - piece.Start)) == title.Start - piece.Start)
                return drafts.Persons.FindLast(known => known.Name is { } name && name.Start < piece.Start
                    && name.Value.Length > title.Start - piece.Start
                    && name.Value.AsSpan().StartsWith(context.Text.AsSpan(piece.Start, title.Start - piece.Start)));
        return null;
    }

    /// <summary>"Ms Holm will also be the representative": the sentence speaks of somebody seated before.</summary>
    public PersonDraft? Speaks(Piece said)
    {
        var before = context.Told.LastOrDefault(one => one.Piece.Kind == PieceKind.Person && one.Piece.Start < said.Start && one.Piece.Place.Shares(said.Place));
        return before is { Piece: { } piece, Tag: Tag.None or Tag.Contact } && said.Place.Origin is DraftOrigin.Prose ? Of(piece) : null;
    }

    /// <summary>"Ida Holm takes the seat …; Ole Brandt stays on as her alternate": the role is that of somebody without a tag who keeps it.</summary>
    public bool IsAnothers(Piece told, PersonDraft seated)
    {
        var between = context.Told.LastOrDefault(one => one.Piece.Kind == PieceKind.Person && one.Piece.Start < told.Start && one.Piece.Start > seated.Start);
        return between.Piece is { } other && between.Tag == Tag.None && Of(other) is null && context.Marked.Any(Word.Remain, other.End, told.End);
    }

    /// <summary>"Ms Holm takes the chair that Mr Brandt leaves": the surname of somebody seated before, in the same sentence.</summary>
    public PersonDraft? Subject(Piece gone)
    {
        var before = context.Told.LastOrDefault(one => one.Piece.Kind == PieceKind.Person && one.Piece.Start < gone.Start && one.Piece.Place.Shares(gone.Place));
        return before is { Piece: { } piece, Tag: Tag.None } ? Of(piece) : null;
    }
}
