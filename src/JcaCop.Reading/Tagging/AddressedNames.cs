using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

/// <summary>
/// "We put forward two organizations: Kites, 4 Mill Lane, Leeds. Contact: Ms Ida Holm, …": what an address follows and a labelled contact is the organization of that contact,
/// though no noun says so and it looks like a person's name.
/// </summary>
internal static class AddressedNames
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.4;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (!told.Exists(static one => one.Tag == Tag.Organization)) return told; // another one is put forward
        for (var i = 0; i + 3 < told.Count; i++)
        {
            if (told[i] is not { Piece: { Kind: PieceKind.Person or PieceKind.Text, Confidence: <= 0.8, Length: > 3 } name, Tag: Tag.None or Tag.Contact or Tag.Seated }
                || told[i + 1].Piece.Kind != PieceKind.Address || !told[i + 1].Piece.Place.Shares(name.Place) || i > 0 && told[i - 1].Piece.Place.Shares(name.Place)
                || !char.IsUpper(name.Initial) || FieldLabels.Of(name.Value) is not null) continue;
            var contact = told.FindIndex(i + 2, static one => one.Piece.Kind == PieceKind.Person);
            if (contact < 0 || told[contact].Piece.Place.Block != name.Place.Block
                || !told.GetRange(i + 2, contact - i - 2).Exists(static one => one.Piece.Kind == PieceKind.Label && FieldLabels.Whole(one.Piece.Value) is FieldLabel.Contact)) continue;
            if (told.GetRange(i + 1, contact - i).Exists(static one => one.Tag == Tag.Organization)) continue;
            told[i] = (name with { Kind = PieceKind.Organization }, Tag.Organization, Unsaid);
            told[contact] = told[contact] with { Tag = Tag.Contact };
        }
        return told;
    }
}
