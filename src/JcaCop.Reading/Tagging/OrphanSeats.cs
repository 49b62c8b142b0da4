using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>A detail is somebody's: where a tag says that an address or a post belongs to somebody seated or to be contacted, the person named directly before is meant.</summary>
internal static class OrphanSeats
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>The detail must be tagged as surely as that.</summary>
    private const double Told = 0.7;

    private const double SureName = 0.7;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 1; i < told.Count; i++)
        {
            var (piece, tag, sure) = told[i];
            if (piece.Kind is not (PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Function) || sure < Told) continue;
            if (tag == Tag.SeatDetail && piece.Kind == PieceKind.Email && Owner(context, told, i) is { } owner) told[owner] = (told[owner].Piece, Tag.Seated, Unsaid);
            else if (tag == Tag.SeatDetail && Holder(context, told, i) is { } seat && !Keeps(context, told[seat].Piece, piece)) told[seat] = (told[seat].Piece, Tag.Seated, Unsaid);
            else if (tag == Tag.NominationDetail && piece.Kind == PieceKind.Email && Spelled(told, i) is { } above) told[above] = (told[above].Piece, Tag.Contact, Unsaid);
            else if (tag == Tag.NominationDetail && piece.Kind == PieceKind.Email && Holder(context, told, i) is { } contact
                    && AddressAgreement.Person(told[contact].Piece.Value, piece.Value))
                told[contact] = (told[contact].Piece, Tag.Contact, Unsaid);
        }
        if ((told.Exists(one => one.Tag == Tag.Replaced) && told.Exists(one => one.Tag is Tag.Role or Tag.RoleAhead) || Designates(context, told))
                && !told.Exists(one => one.Tag is not (Tag.None or Tag.Replaced or Tag.Role or Tag.RoleAhead or Tag.BodyAhead or Tag.SeatDetail)))
            Sole(context, told);
        return told;
    }

    /// <summary>The text gives somebody a role, and asks, changes and takes back nothing.</summary>
    private static bool Designates(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Meets is not null || context.Text.AsSpan().IndexOfAny("?？؟") >= 0
                || !told.Exists(one => one.Piece is { Kind: PieceKind.Role, Seat: not SeatRole.Expert } role
                    && told.Exists(named => named.Piece.Kind == PieceKind.Person && named.Piece.Place.Block == role.Place.Block)))
            return false;
        var intents = Intents.None;
        foreach (var passage in context.Passages) intents |= passage.Intents;
        return (intents & (Intents.Designate | Intents.Nominate)) != 0 && (intents & (Intents.Withdraw | Intents.Correct | Intents.Regret | Intents.Register)) == 0;
    }

    /// <summary>Somebody goes, and no tag tells who comes: the only other person with an address.</summary>
    private static void Sole(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        var named = Enumerable.Range(0, told.Count)
            .Where(i => told[i] is { Tag: Tag.None, Piece: { Kind: PieceKind.Person } piece } && piece.Value.Contains(' ', StringComparison.Ordinal)
                && !SenderPerson.Is(context, piece.Value))
            .ToList();
        if (named is not [var only]) return;
        var details = Enumerable.Range(only + 1, told.Count - only - 1)
            .TakeWhile(i => told[i].Piece.Kind != PieceKind.Person && told[i].Piece.Place.Block - told[only].Piece.Place.Block <= 1)
            .Where(i => told[i].Tag is Tag.None or Tag.SeatDetail
                && told[i].Piece.Kind is PieceKind.Function or PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax)
            .ToList();
        if (!details.Exists(i => told[i].Piece.Kind == PieceKind.Email && AddressAgreement.Person(told[only].Piece.Value, told[i].Piece.Value)) || Keeps(context, told[only].Piece, told[details[0]].Piece)) return;
        told[only] = (told[only].Piece, Tag.Seated, Unsaid);
        foreach (var i in details) if (told[i].Tag == Tag.None) told[i] = (told[i].Piece, Tag.SeatDetail, Unsaid);
    }

    /// <summary>The nearest person before the detail, in the same sentence or entry; null where a tag tells whose it is.</summary>
    private static int? Holder(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int detail)
    {
        var place = told[detail].Piece.Place;
        for (var i = detail - 1; i >= 0 && told[i].Piece.Place.Block == place.Block && told[i].Piece.Place.Unit == place.Unit; i--)
        {
            var (piece, tag, _) = told[i];
            if (tag is Tag.Seated or Tag.Contact or Tag.ContactAhead or Tag.Attending or Tag.Absent or Tag.Withdrawn or Tag.Corrected
                        or Tag.SeatDetailAhead or Tag.NominationDetailAhead
                    || piece.Kind == PieceKind.Writer)
                return null;
            if (piece.Kind is PieceKind.Email) return null;
            if (piece.Kind != PieceKind.Person) continue;
            if (tag == Tag.Replaced && IsNewcomer(context, told, piece)) return i;
            if (tag != Tag.None || SenderPerson.Is(context, piece.Value)) return null;
            if (Folding.IsHan(piece.Initial)) return NameShapes.Score(piece.Value) >= SureName && AddressAgreement.Person(piece.Value, told[detail].Piece.Value) ? i : null;
            return piece.Value.Contains(' ', StringComparison.Ordinal) ? i : Full(told, i);
        }
        return null;
    }

    /// <summary>Somebody who takes no seat yet, above the address that spells the name; null where it spells that of somebody who does.</summary>
    private static int? Owner(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int email)
    {
        int? owner = null;
        for (var i = email - 1; i >= 0; i--)
        {
            var (piece, tag, _) = told[i];
            if (piece.Kind != PieceKind.Person || !piece.Value.Contains(' ', StringComparison.Ordinal) || !AddressAgreement.Spells(piece.Value, told[email].Piece.Value)) continue;
            if (tag is not (Tag.None or Tag.Replaced) || SenderPerson.Is(context, piece.Value)) return null;
            if (tag is Tag.Replaced && told.FindAll(one => one.Tag == Tag.Replaced).Count < 2 && !IsNewcomer(context, told, piece) || Keeps(context, piece, told[email].Piece)) continue;
            owner = i;
        }
        return owner;
    }

    /// <summary>The person without a tag behind the organization put forward whose name the address spells, where no contact is told between; null where nobody is.</summary>
    private static int? Spelled(List<(Piece Piece, Tag Tag, double Sure)> told, int email)
    {
        int? person = null;
        for (var i = email - 1; i >= 0; i--)
        {
            var (piece, tag, _) = told[i];
            if (tag == Tag.Organization) return person;
            if (tag is not (Tag.None or Tag.NominationDetail) || piece.Kind == PieceKind.Email) return null;
            if (piece.Kind == PieceKind.Person && piece.Value.Contains(' ', StringComparison.Ordinal)
                    && (AddressAgreement.Spells(piece.Value, told[email].Piece.Value)
                        || person is null && AddressAgreement.Person(piece.Value, told[email].Piece.Value)))
                person = i;
        }
        return null;
    }

    /// <summary>Nobody else takes a seat, and no word of replacing stands before the name: an address is told of who comes, not of who goes.</summary>
    private static bool IsNewcomer(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, Piece person) =>
        !told.Exists(one => one.Tag is Tag.Seated or Tag.Contact or Tag.Attending or Tag.Withdrawn) && !Replacement.Marks(context.Marked, person.Place.Span.Start, person.Start).Any();

    /// <summary>"Ms Holm can be reached …": Ida Holm, who is named before and has no tag.</summary>
    private static int? Full(List<(Piece Piece, Tag Tag, double Sure)> told, int surname)
    {
        for (var i = surname - 1; i >= 0; i--)
            if (told[i].Piece.Kind == PieceKind.Person && told[i].Piece.Value.EndsWith(" " + told[surname].Piece.Value, StringComparison.OrdinalIgnoreCase)) return told[i].Tag == Tag.None ? i : null;
        return null;
    }

    /// <summary>"Ida Holm remains …": nothing changes.</summary>
    private static bool Keeps(ItemContext context, Piece person, Piece detail) => context.Marked.Any(Word.Remain, person.End, Math.Max(detail.Start, person.Place.Span.End));
}
