using System.Text.Json.Nodes;
using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Training;

/// <summary>Finds the values of a golden answer among the pieces of its mail, and with them the tag of each piece.</summary>
internal sealed class GoldenTags
{
    /// <summary>A body or role farther away was not said of this person.</summary>
    private const int FarthestBody = 1500;
    private const int FarthestRole = 600;

    private readonly IReadOnlyList<Piece> pieces;
    private readonly string[] plain;
    private readonly Tag[] tags;
    private readonly HashSet<string> nominated = [];
    private readonly List<(int Person, string? Body, string? Role)> seats = [];
    private readonly List<(int Person, string? Mode, string? Organization)> attending = [];
    private readonly ItemContext context;

    private GoldenTags(ItemContext context, IReadOnlyList<Piece> pieces, JsonArray items)
    {
        (this.context, this.pieces) = (context, pieces);
        plain = [.. pieces.Select(piece => piece.Kind == PieceKind.Writer ? "\u0001" : Plain(piece.Value))];
        tags = new Tag[pieces.Count];
        foreach (var item in items)
            if ((string?)item!["type"] == "nomination" && (string?)item["organization"]?["name"] is { } name) nominated.Add(Plain(name));
    }

    public static Tag[] Of(ItemContext context, IReadOnlyList<Piece> pieces, JsonArray items)
    {
        var golden = new GoldenTags(context, pieces, items);
        foreach (var item in items) golden.Item(item!);
        foreach (var seat in golden.seats) golden.Belongings(seat.Person, seat.Body, seat.Role);
        foreach (var one in golden.attending) golden.Attends(one.Person, one.Mode, one.Organization);
        return golden.tags;
    }

    /// <summary>True where no piece holds the organization or person that a golden item begins with, so that nothing can be learned from it.</summary>
    public static bool IsLost(ItemContext context, IReadOnlyList<Piece> pieces, JsonNode item) =>
        (string?)item["type"] is "nomination" or "representative" or "registration" or "regret" or "withdrawal" or "correction" && Of(context, pieces, [item.DeepClone()]).All(tag => !IsHead(tag));

    private static bool IsHead(Tag tag) => tag is Tag.Organization or Tag.Contact or Tag.ContactAhead or Tag.Seated or Tag.Attending or Tag.Absent or Tag.Withdrawn or Tag.Corrected;

    private static string Plain(string value) =>
        string.Join(' ', Folding.Plain(value).Split([' ', '\n', '\t', '"', '«', '»', '“', '”', ',', '.', '،'], StringSplitOptions.RemoveEmptyEntries));

    private void Item(JsonNode item)
    {
        string? Text(params ReadOnlySpan<string> path)
        {
            JsonNode? at = item;
            foreach (var key in path) at = (at as JsonObject)?[key];
            return (string?)at;
        }

        switch ((string?)item["type"])
        {
            case "nomination":
                Nomination(Text("organization", "name"), item["contact"] as JsonObject, Text("organization", "website"), Text("organization", "address"));
                break;
            case "representative":
                Seat(item["person"] as JsonObject, Text("body"), Text("role"), Text("replaces"));
                break;
            case "registration":
                Registration(item["person"] as JsonObject, Text("mode"), Text("organization"));
                break;
            case "withdrawal":
                Mark(Find(Text("name"), IsName, null, true), Tag.Withdrawn);
                break;
            case "regret":
                if (Attendee(Text("name"), null) is { } absent) tags[absent] = Tag.Absent;
                break;
            case "correction":
                var corrected = Find(Text("name"), IsName, null, true);
                Mark(corrected, Tag.Corrected);
                if (corrected is { } at) Details(item["person"] as JsonObject, at, Tag.CorrectedDetail, Tag.CorrectedDetail);
                Mark(Find(Text("person", "name") ?? Text("organization", "name"), IsName, corrected, true), Tag.CorrectedTo);
                break;
            case "activity":
                Mark(Find(Text("title"), IsName, null, true), Tag.Activity);
                Mark(Find(Text("organization"), IsName, null, true), Tag.Organizer);
                break;
        }
    }

    private void Nomination(string? name, JsonObject? contact, string? website, string? address)
    {
        var near = Find((string?)contact?["email"], piece => piece.Kind == PieceKind.Email, null) ?? Find((string?)contact?["name"], IsPerson, null) ?? Find(website, piece => piece.Kind == PieceKind.Website, null);
        if (Find(name, IsName, near, true) is not { } organization) return;
        tags[organization] = Tag.Organization;
        Continue(organization, name!);
        var person = Find((string?)contact?["name"], IsPerson, organization) ?? Writer(contact, organization);
        if (person is { } found) tags[found] = found > organization ? Tag.Contact : Tag.ContactAhead;
        if (contact is not null) Details(contact, person ?? organization, Tag.NominationDetail, Tag.NominationDetailAhead);
        Mark(Find(website, piece => piece.Kind == PieceKind.Website, organization), Tag.NominationDetail, organization, Tag.NominationDetailAhead);
        var street = Find(address, piece => piece.Kind is PieceKind.Address or PieceKind.Text, organization, true);
        Mark(street, Tag.NominationDetail, organization, Tag.NominationDetailAhead);
        if (street is { } begins) Continue(begins, address!);
    }

    private void Seat(JsonObject? person, string? body, string? role, string? replaces)
    {
        if (Person(person) is not { } found) return;
        if (role == "focal-point" && body is not null && nominated.Contains(Plain(body)))
        {
            var house = -1;
            for (var i = 0; i < pieces.Count; i++) if (tags[i] == Tag.Organization && plain[i] == Plain(body)) house = i;
            tags[found] = house > found ? Tag.ContactAhead : Tag.Contact;
            Details(person, found, Tag.NominationDetail, Tag.NominationDetailAhead);
            return;
        }
        tags[found] = Tag.Seated;
        Details(person, found, Tag.SeatDetail, Tag.SeatDetailAhead);
        Mark(Find(replaces, IsPerson, found), Tag.Replaced);
        seats.Add((found, body, role));
    }

    private void Registration(JsonObject? person, string? mode, string? organization)
    {
        var near = Find((string?)person?["email"], piece => piece.Kind == PieceKind.Email, null) ?? Find((string?)person?["function"], piece => piece.Kind == PieceKind.Function, null);
        if (Attendee((string?)person?["name"], near) is not { } found) return;
        tags[found] = Tag.Attending;
        Details(person, found, Tag.SeatDetail, Tag.SeatDetailAhead);
        attending.Add((found, mode, organization));
    }

    /// <summary>Who comes or stays away, where a statement or list says so; the writer and his or her body stand for themselves in a statement that names nobody.</summary>
    private int? Attendee(string? name, int? near)
    {
        if (name is null) return null;
        int? best = null;
        var least = int.MaxValue;
        var wanted = Plain(name);
        var author = SenderPerson.Of(context).Name ?? context.Mail.Sender?.Name;
        var writes = author is not null && (Plain(author) == wanted || Plain(author).Split(' ').Intersect(wanted.Split(' ')).Any());
        var house = context.Respondent?.Organization is { } own && SameName.Is(own, name);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (tags[i] != Tag.None) continue;
            int cost;
            if (IsName(pieces[i]) && (plain[i] == wanted || wanted.Length > 5 && plain[i].Length > 5 && (plain[i].Contains(wanted, StringComparison.Ordinal) || wanted.Contains(plain[i], StringComparison.Ordinal))))
                cost = (plain[i] == wanted ? 0 : 10_000) + (pieces[i].Place.Origin != DraftOrigin.Prose || pieces[i].Place.Claims is { Count: > 0 } ? 0 : 3000);
            else if (pieces[i].Kind == PieceKind.Claim && (writes || house) && pieces[i].Place.Claims!.First(claim => claim.Word.Start == pieces[i].Start) is var claim)
                cost = 2000 + (writes && claim.OfSelf ? 0 : writes && context.Matters.Any(Matter.I, claim.Span) ? 200 : 600);
            else continue;
            cost += near is { } at ? Math.Min(1500, Math.Abs(pieces[i].Start - pieces[at].Start)) : Math.Min(1500, pieces[i].Start);
            if (cost < least) (best, least) = (i, cost);
        }
        return best;
    }

    private int? Person(JsonObject? person)
    {
        var near = Find((string?)person?["email"], piece => piece.Kind == PieceKind.Email, null) ?? Find((string?)person?["function"], piece => piece.Kind == PieceKind.Function, null);
        return Find((string?)person?["name"], IsPerson, near) ?? Writer(person, near);
    }

    /// <summary>A person whom no piece names, and who wrote the mail: the first words for oneself near a role or a word of doing.</summary>
    private int? Writer(JsonObject? person, int? near)
    {
        if ((string?)person?["name"] is not { } name) return null;
        var author = SenderPerson.Of(context).Name ?? context.Mail.Sender?.Name;
        if (author is null || Plain(author) != Plain(name) && !Plain(author).Split(' ').Intersect(Plain(name).Split(' ')).Any()) return null;
        int? best = null;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind != PieceKind.Writer || tags[i] != Tag.None) continue;
            var span = pieces[i].Place.Span;
            var speaks = (Passage.Of(context.Marked, span).Intents & ~Intents.Correct) != 0 || PartFinder.Roles.Any(role => context.Marked.Any(role.Item1, span.Start, span.End));
            if (speaks && (best is null || near is { } at && Math.Abs(pieces[i].Start - pieces[at].Start) < Math.Abs(pieces[best.Value].Start - pieces[at].Start))) best = i;
        }
        return best;
    }

    private void Details(JsonObject? person, int head, Tag behind, Tag ahead)
    {
        if (person is null) return;
        Mark(Find((string?)person["email"], piece => piece.Kind == PieceKind.Email, head), behind, head, ahead);
        Mark(Find((string?)person["phone"], piece => piece.Kind is PieceKind.Phone or PieceKind.Mobile or PieceKind.PhoneAndFax, head), behind, head, ahead);
        Mark(Find((string?)person["fax"], piece => piece.Kind is PieceKind.Fax or PieceKind.PhoneAndFax, head), behind, head, ahead);
        var post = Find((string?)person["function"], piece => piece.Kind is PieceKind.Function or PieceKind.Text or PieceKind.Role or PieceKind.Organization or PieceKind.Person, head, true);
        Mark(post, behind, head, ahead);
        if (post is { } begins) Continue(begins, (string)person["function"]!);
        Mark(Find((string?)person["address"], piece => piece.Kind is PieceKind.Address or PieceKind.Text, head, true), behind, head, ahead);
    }

    private void Mark(int? piece, Tag behind, int head = -1, Tag? ahead = null)
    {
        if (piece is { } at && tags[at] == Tag.None) tags[at] = at < head ? ahead ?? behind : behind;
    }

    /// <summary>The value goes on in the next pieces.</summary>
    private void Continue(int first, string value)
    {
        var whole = Plain(value);
        if (plain[first].Length >= whole.Length) return;
        for (var i = first + 1; i < pieces.Count && pieces[i].Start - pieces[i - 1].End < 6 && plain[i].Length > 1 && whole.EndsWith(plain[i], StringComparison.Ordinal); i++)
            if (tags[i] == Tag.None) tags[i] = Tag.Continued;
    }

    private void Belongings(int person, string? body, string? role)
    {
        if (body is not null)
        {
            var wanted = Plain(body);
            var named = Nearest(person, FarthestBody, i => pieces[i].Kind is PieceKind.Body or PieceKind.Organization or PieceKind.Text && (plain[i] == wanted || pieces[i].Value == body));
            if (named is { } at && tags[at] == Tag.None) tags[at] = at < person ? Tag.BodyAhead : Tag.Body;
        }
        if (role is null) return;
        var seat = role switch { "alternate" => SeatRole.Alternate, "focal-point" => SeatRole.FocalPoint, "expert" => SeatRole.Expert, _ => SeatRole.Representative };
        if (Nearest(person, FarthestRole, i => pieces[i].Kind == PieceKind.Role && pieces[i].Seat == seat) is { } said && tags[said] == Tag.None) tags[said] = said < person ? Tag.RoleAhead : Tag.Role;
    }

    private void Attends(int person, string? mode, string? organization)
    {
        if (mode is not null && Nearest(person, FarthestBody, i => pieces[i].Kind == PieceKind.Mode && pieces[i].Value == (mode == "remote" ? nameof(AttendanceMode.Remote) : nameof(AttendanceMode.InPerson))) is { } way)
        {
            tags[way] = way < person ? Tag.ModeAhead : Tag.Mode;
            // 通过网络远程: two words for one way
            for (var i = 0; i < pieces.Count; i++)
                if (pieces[i].Kind == PieceKind.Mode && pieces[i].Value == pieces[way].Value && pieces[i].Place == pieces[way].Place && !Clauses.Part(context.Text, Math.Min(pieces[i].End, pieces[way].End), Math.Max(pieces[i].Start, pieces[way].Start))) tags[i] = tags[way];
        }
        Belongings(person, organization, null);
    }

    private int? Nearest(int person, int farthest, Func<int, bool> fits)
    {
        int? nearest = null;
        var least = farthest;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!fits(i) || tags[i] is not (Tag.None or Tag.Body or Tag.BodyAhead or Tag.Role or Tag.RoleAhead or Tag.Mode or Tag.ModeAhead)) continue;
            var apart = Math.Abs(pieces[i].Start - pieces[person].Start) + (pieces[i].Place == pieces[person].Place ? 0 : 60) + (i > person ? 30 : 0);
            if (apart < least) (nearest, least) = (i, apart);
        }
        return nearest;
    }

    /// <param name="near">The piece beside which it stands, where several are alike.</param>
    /// <param name="roughly">A piece that holds the value, or most of it, will do.</param>
    private int? Find(string? value, Func<Piece, bool> fits, int? near, bool roughly = false)
    {
        if (value is null || Plain(value) is not { Length: > 0 } wanted) return null;
        int? best = null;
        var least = int.MaxValue;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (tags[i] != Tag.None || !fits(pieces[i])) continue;
            var exact = plain[i] == wanted;
            if (!exact && !(roughly && wanted.Length > 5 && plain[i].Length > 5 && (plain[i].Contains(wanted, StringComparison.Ordinal) || wanted.Contains(plain[i], StringComparison.Ordinal)))) continue;
            var apart = (near is { } at ? Math.Abs(pieces[i].Start - pieces[at].Start) : i) + (exact ? 0 : 10_000);
            if (apart < least) (best, least) = (i, apart);
        }
        return best;
    }

    private static bool IsName(Piece piece) => piece.Kind is PieceKind.Organization or PieceKind.Text or PieceKind.Person or PieceKind.Address or PieceKind.Function;

    private static bool IsPerson(Piece piece) => piece.Kind is PieceKind.Person or PieceKind.Text or PieceKind.Organization or PieceKind.Function;
}
