using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

/// <summary>A form with a person's name under a subject that announces who comes to a meeting: the person comes, though nothing says more than the labels.</summary>
internal static class BareRegistrations
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.35;

    /// <summary>What a participant is told by; any other field tells that the form is of something else.</summary>
    private static readonly FieldLabel[] Allowed =
    [
        FieldLabel.Person, FieldLabel.Surname, FieldLabel.GivenName, FieldLabel.Salutation, FieldLabel.Function, FieldLabel.Organization, FieldLabel.Country, FieldLabel.Address, FieldLabel.City,
        FieldLabel.PostalCode, FieldLabel.Phone, FieldLabel.Fax, FieldLabel.PhoneAndFax, FieldLabel.Mobile, FieldLabel.Email,
    ];

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (!Announces(context) || told.Exists(static one => !IsOpen(one.Tag)) || Array.Exists(Other, context.Matters.Has)) return told;
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].Piece is not { Kind: PieceKind.Person, Place: { Origin: DraftOrigin.Form, Label: FieldLabel.Person or FieldLabel.Surname } place } || !IsOfPerson(context.Layout.Blocks[place.Block])) continue;
            told[i] = (told[i].Piece, Tag.Attending, Unsaid);
            for (var k = i + 1; k < told.Count && told[k].Piece.Kind != PieceKind.Person; k++)
                if (told[k].Piece.Place.Block == place.Block && told[k].Piece.Kind is PieceKind.Function or PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax) told[k] = (told[k].Piece, Tag.SeatDetail, Unsaid);
                else if (told[k].Piece.Kind == PieceKind.Mode) told[k] = (told[k].Piece, Tag.Mode, Unsaid);
        }
        return told;
    }

    /// <summary>Whether the mail is about a meeting, is called a registration, and holds such a form.</summary>
    public static bool Announces(ItemContext context) =>
        context.Answers.Meeting is not null && IsAnnounced(context) && context.Layout.Blocks.Any(IsOfPerson) && !Parts.Liaisons.MayBe(context.Mail);

    private static bool IsOfPerson(Block block) =>
        block is Form form && form.Fields.Any(static field => field.Label is FieldLabel.Person or FieldLabel.Surname) && form.Fields.All(static field => Allowed.Contains(field.Label));

    /// <summary>"Registration", "参会回执": in the subject, or on the line that heads the form.</summary>
    private static bool IsAnnounced(ItemContext context)
    {
        var text = context.Text.AsSpan();
        var start = text.Length - text.TrimStart().Length;
        var end = text[start..].IndexOf('\n') is >= 0 and var line ? start + line : text.Length;
        return Array.Exists(Words, context.SubjectMatters.Has) || Array.Exists(Words, word => context.Matters.Any(word, TextSpan.FromBounds(start, end)));
    }

    private static readonly Matter[] Words = [Matter.RegistrationNoun, Matter.Delegation, Matter.AttendNoun];

    /// <summary>Tags that a participant may have as well; a seat tells its body or its role.</summary>
    private static bool IsOpen(Tag tag) => tag is Tag.None or Tag.Seated or Tag.SeatDetail or Tag.SeatDetailAhead or Tag.Mode or Tag.ModeAhead;

    /// <summary>Words that tell of something else than coming.</summary>
    private static readonly Matter[] Other = [Matter.Absent, Matter.AbsentSelf, Matter.Miss, Matter.Remove, Matter.Change];
}
