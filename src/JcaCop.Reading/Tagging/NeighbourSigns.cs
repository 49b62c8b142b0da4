using JcaCop.Reading.Items;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>The signs that other pieces give: what stands before and behind, how far away, and whether an address says the name.</summary>
internal sealed class NeighbourSigns(ItemContext context, List<Piece> pieces)
{
    private const int Reach = 5;
    private const int Most = 3;

    private static readonly SignPart None = "#";
    private static readonly SignPart[] Same = [.. Enum.GetNames<PieceKind>().Select(name => (SignPart)name)];
    private static readonly SignPart[] OtherUnit = [.. Same.Select(name => (SignPart)(name.Words + "'"))];
    private static readonly SignPart[] OtherBlock = [.. Same.Select(name => (SignPart)(name.Words + "*"))];

    public void Of(int at, SignList signs)
    {
        var piece = pieces[at];
        SignPart last = Kind(at - 1), next = Kind(at + 1);
        signs.Add(Key.Last, last);
        signs.Add(Key.Next, next);
        signs.Add(Key.Last2, Kind(at - 2));
        signs.Add(Key.Next2, Kind(at + 2));
        signs.Add(Key.Last21, Kind(at - 2), last);
        signs.Add(Key.Next12, next, Kind(at + 2));
        signs.Add(Key.LastNext, last, next);
        if (at > 0) signs.Add(Key.LastAt, PieceSigns.Distance(piece.Start - pieces[at - 1].End), last);
        if (at + 1 < pieces.Count) signs.Add(Key.NextAt, PieceSigns.Distance(pieces[at + 1].Start - piece.End), next);
        Unit(at, signs);
        if (piece.Kind is PieceKind.Person or PieceKind.Text) Record(at, signs);
        Addresses(at, signs);

        SignPart Kind(int other) => other < 0 || other >= pieces.Count ? None
            : (pieces[other].Place.Block != piece.Place.Block ? OtherBlock : pieces[other].Place.Unit != piece.Place.Unit ? OtherUnit : Same)[(int)pieces[other].Kind];
    }

    /// <summary>How many organizations, persons and addresses the sentence, entry or row holds.</summary>
    private void Unit(int at, SignList signs)
    {
        var place = pieces[at].Place;
        int first = at, end = at, organizations = 0, persons = 0, emails = 0;
        while (first > 0 && Within(first - 1)) first--;
        while (end < pieces.Count && Within(end)) end++;
        for (var i = first; i < end; i++)
        {
            if (pieces[i].Kind == PieceKind.Organization) organizations++;
            if (pieces[i].Kind == PieceKind.Person) persons++;
            if (pieces[i].Kind == PieceKind.Email) emails++;
        }
        signs.Add(Key.UnitOrganizations, Math.Min(Most, organizations));
        signs.Add(Key.UnitPersons, Math.Min(Most, persons));
        signs.Add(Key.UnitEmails, Math.Min(Most, emails));

        bool Within(int other) => pieces[other].Place.Block == place.Block && pieces[other].Place.Unit == place.Unit;
    }

    /// <summary>Whether a way of taking part or a role follows before the next person of the block: it tells a participant from a representative.</summary>
    private void Record(int at, SignList signs)
    {
        bool mode = false, role = false;
        for (var i = at + 1; i < pieces.Count && pieces[i].Place.Block == pieces[at].Place.Block && pieces[i].Kind != PieceKind.Person; i++)
        {
            mode |= pieces[i].Kind == PieceKind.Mode;
            role |= pieces[i].Kind == PieceKind.Role;
        }
        if (mode || role) signs.Add(Key.Record, mode ? "mode" : "-", role ? "role" : "-");
    }

    private void Addresses(int at, SignList signs)
    {
        var piece = pieces[at];
        if (piece.Kind == PieceKind.Email)
        {
            if (Nearest(at, -1, PieceKind.Person) is { } before && AddressAgreement.Person(before.Value, piece.Value)) signs.Add(Key.SaysLastPerson);
            if (Nearest(at, 1, PieceKind.Person) is { } behind && AddressAgreement.Person(behind.Value, piece.Value)) signs.Add(Key.SaysNextPerson);
            if (Nearest(at, -1, PieceKind.Organization) is { } house && AddressAgreement.House(house.Value, piece.Value)) signs.Add(Key.SaysLastOrganization);
            return;
        }
        if (piece.Kind is not (PieceKind.Person or PieceKind.Organization or PieceKind.Text) || Nearest(at, 1, PieceKind.Email) is not { } email) return;
        if (context.Mail.Sender is { } sender) signs.Add(Key.NextEmail, AddressAgreement.SameHouse(email.Value, sender.Email) ? 1 : 0);
        if (AddressAgreement.House(piece.Value, email.Value)) signs.Add(Key.EmailSaysHouse);
        if (AddressAgreement.Person(piece.Value, email.Value)) signs.Add(Key.EmailSaysPerson);
    }

    private Piece? Nearest(int at, int step, PieceKind kind)
    {
        for (var i = 1; i <= Reach; i++)
        {
            var other = at + i * step;
            if (other < 0 || other >= pieces.Count) return null;
            if (pieces[other].Kind == kind) return pieces[other];
        }
        return null;
    }

    /// <summary>The names of the signs, hashed once.</summary>
    private static class Key
    {
        public static readonly SignPart
            Last = "last", Next = "next", Last2 = "last2", Next2 = "next2", Last21 = "last21", Next12 = "next12", LastNext = "lastNext",
            LastAt = "lastAt", NextAt = "nextAt", UnitOrganizations = "unitOrganizations", UnitPersons = "unitPersons", UnitEmails = "unitEmails",
            Record = "record", SaysLastPerson = "saysLastPerson", SaysNextPerson = "saysNextPerson", SaysLastOrganization = "saysLastOrganization",
            NextEmail = "nextEmail", EmailSaysHouse = "emailSaysHouse", EmailSaysPerson = "emailSaysPerson";
    }
}
