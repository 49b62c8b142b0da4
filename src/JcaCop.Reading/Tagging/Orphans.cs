using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>A contact is somebody's: where a tag says that a person is to be contacted, the organization named directly before is put forward.</summary>
internal sealed class Orphans
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>An address alone must be tagged as surely as that.</summary>
    private const double Told = 0.8;

    private readonly ItemContext context;
    private readonly List<(Piece Piece, Tag Tag, double Sure)> told;

    private Orphans(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        this.context = context;
        this.told = told;
    }

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        var orphans = new Orphans(context, told);
        for (var i = 1; i < told.Count; i++)
            if ((told[i].Tag == Tag.Contact || told[i] is { Tag: Tag.NominationDetail, Piece.Kind: PieceKind.Email, Sure: > Told }) && orphans.House(i) is { } house) told[house] = (told[house].Piece, Tag.Organization, Unsaid);
        return told;
    }

    /// <summary>The organization without a tag between what belongs to the one before and the contact: in running text the nearest, on lines and in rows the first. Null where a tag tells whose contact it is.</summary>
    private int? House(int contact)
    {
        int? house = null;
        for (var i = contact - 1; i >= 0 && IsNear(told[i].Piece.Place, told[contact].Piece.Place); i--)
        {
            var (piece, tag, _) = told[i];
            if (tag is Tag.NominationDetailAhead || tag is Tag.NominationDetail && piece.Kind is PieceKind.Address or PieceKind.Website) continue;
            if (tag is not Tag.None) return tag is Tag.Contact or Tag.NominationDetail ? house : null;
            if (IsHouse(piece) && (house is null || piece.Place.Origin is not DraftOrigin.Prose)) house = i;
        }
        return house;
    }

    private static bool IsNear(Place one, Place other) => one.Block == other.Block && (one.Unit == other.Unit || other.Origin is DraftOrigin.Form);

    /// <summary>A name of its own, of nobody who writes or is written to, and none that is put forward already.</summary>
    private bool IsHouse(Piece piece)
    {
        if (piece.Kind != PieceKind.Organization && !(piece is { Kind: PieceKind.Text or PieceKind.Person, Place.Label: FieldLabel.Organization } && piece.Start == piece.Place.Span.Start)) return false;
        if (piece.Place.Label is not null and not FieldLabel.Organization and not FieldLabel.Other) return false;
        var own = context.Respondent?.Organization;
        return piece.Value.Length > 5 && (piece.Value.Contains(' ', StringComparison.Ordinal) || Folding.IsHan(piece.Value[0])) && !RespondentOrganization.IsAddressee(piece.Value) && !RespondentWords.Says(piece.Value, RespondentWord.Host) && !RespondentWords.Says(piece.Value, RespondentWord.Mission)
            && (own is null || !SameName.Is(own, piece.Value)) && !told.Exists(one => one.Tag == Tag.Organization && SameName.Is(one.Piece.Value, piece.Value));
    }
}
