using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"Contact: Ms Ida Holm, expert, i.holm@…": what is a role of those who take a seat is the post of whoever is the contact of an organization.</summary>
internal static class ExpertContacts
{
    /// <summary>The place tells, not the tags.</summary>
    private const double Unsaid = 0.5;

    public static Told Settle(ItemContext context, Told told)
    {
        for (var i = 0; i + 1 < told.Count; i++)
        {
            var (name, role) = (told[i].Piece, told[i + 1].Piece);
            if (!IsContact(told, i) || name.Kind != PieceKind.Person || role is not { Kind: PieceKind.Role, Seat: SeatRole.Expert } || role.Place != name.Place
                    || told[i + 1].Tag is not (Tag.None or Tag.Role or Tag.NominationDetail) || !Alone(context.Text, name, role)) continue;
            if (told[i].Tag is Tag.None or Tag.Seated)
            {
                told[i] = (name, Tag.Contact, Unsaid);
                for (var k = i + 2; k < told.Count && told[k].Piece.Place == name.Place
                    && told[k].Piece.Kind is not (PieceKind.Person or PieceKind.Organization); k++) if (told[k].Tag is Tag.SeatDetail) told[k] = told[k] with { Tag = Tag.NominationDetail };
            }
            told[i + 1] = (role with { Kind = PieceKind.Function, Seat = null }, Tag.NominationDetail, Unsaid);
        }
        return told;
    }

    /// <summary>Told to be a contact, or led in by the label for one behind the organization put forward ("…, contact: Mr Bo Lind, expert").</summary>
    private static bool IsContact(Told told, int at)
    {
        if (told[at].Tag is Tag.Contact or Tag.ContactAhead) return true;
        return told[at].Tag is Tag.None or Tag.Seated && at > 1 && told[at - 1].Piece is { Kind: PieceKind.Label } label && label.Place == told[at].Piece.Place && FieldLabels.Whole(label.Value) is FieldLabel.Contact
            && told[at - 2] is { Tag: Tag.Organization, Piece.Place: var house } && house == label.Place;
    }

    /// <summary>Signs part it from the name and from what follows.</summary>
    private static bool Alone(string text, Piece name, Piece role)
    {
        var end = role.End;
        while (end < text.Length && text[end] == ' ') end++;
        return role.Start - name.End is >= 1 and <= 3 && text.AsSpan(name.End, role.Start - name.End).IndexOfAny(",،，(（") >= 0 && (end >= text.Length
            || text[end] is ',' or '،' or '，' or ';' or '(' or ')' or '）' or '\n' or '.');
    }
}
