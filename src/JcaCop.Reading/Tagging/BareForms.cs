using JcaCop.Reading.Accepting;
using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

/// <summary>A form that names an organization and whom to contact, in a mail that says nothing else, puts the organization forward: its labels say so, where no words do.</summary>
internal static class BareForms
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.4;

    /// <summary>A greeting and a sentence beside the form; a letter says what it is about.</summary>
    private const int LongestRest = 160;

    /// <summary>What an organization and its contact are told by; any other field tells that the form is of something else.</summary>
    private static readonly FieldLabel[] Allowed =
    [
        FieldLabel.Organization, FieldLabel.Country, FieldLabel.Website, FieldLabel.Address, FieldLabel.City, FieldLabel.PostalCode, FieldLabel.Person, FieldLabel.Surname, FieldLabel.GivenName,
        FieldLabel.Salutation, FieldLabel.Contact, FieldLabel.Function, FieldLabel.Phone, FieldLabel.Fax, FieldLabel.PhoneAndFax, FieldLabel.Mobile, FieldLabel.Email,
    ];

    /// <summary>No words put it forward, only labels: whatever else speaks for it, a person is asked.</summary>
    public static Sign Sign => new("bare", 1);

    public static bool Told(OrganizationDraft organization) => organization is { Origin: DraftOrigin.Form, Sure: Unsaid };

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Meets is not null || Parts.Liaisons.MayBe(context.Mail) || told.Exists(static one => one.Tag != Tag.None) || context.Matters.Has(Matter.Remove) || context.Matters.Has(Matter.Change)) return told;
        var house = told.FindIndex(static one => one.Piece is { Kind: PieceKind.Organization or PieceKind.Person or PieceKind.Text, Place: { Origin: DraftOrigin.Form, Label: FieldLabel.Organization } });
        if (house < 0) return told;
        var block = told[house].Piece.Place.Block;
        if (context.Layout.Blocks[block] is not Form form || !form.Fields.All(static field => Allowed.Contains(field.Label))
            || context.Text.Length - context.Text.Count(char.IsWhiteSpace) - form.Span.Length > LongestRest) return told;
        var contact = told.FindIndex(one => one.Piece is { Kind: PieceKind.Person, Place.Label: FieldLabel.Contact or FieldLabel.Person } && one.Piece.Place.Block == block);
        if (contact < 0 || told.Count(one => one.Piece.Place is { Label: FieldLabel.Organization } place && place.Block == block) > 1) return told;
        told[house] = (told[house].Piece with { Kind = PieceKind.Organization }, Tag.Organization, Unsaid);
        told[contact] = (told[contact].Piece, Tag.Contact, Unsaid);
        for (var i = 0; i < told.Count; i++)
            if (told[i].Tag == Tag.None && told[i].Piece.Place.Block == block
                && told[i].Piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Website or PieceKind.Address or PieceKind.Function)
                told[i] = (told[i].Piece, Tag.NominationDetail, Unsaid);
        return told;
    }
}
