using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Pages.Content;

/// <summary>What sort of body is represented.</summary>
internal enum BodySort { StudyGroup, Union, External }

internal sealed record SeatLine(string? Person, RoleName Role, string? Function, string? Organization, CountryName? Country, DateOnly Since, string? Email, BareText? EmailLink);

internal sealed record BodyLine(string Body, IReadOnlyList<SeatLine> Seats);

internal sealed record BodyKind(BodySort Sort, IReadOnlyList<BodyLine> Bodies);

internal sealed record OrganizationLine(string Organization, CountryName? Country, string? Website, BareText? WebsiteLink);

internal sealed record RepresentativesPage(IReadOnlyList<BodyKind> Kinds, IReadOnlyList<OrganizationLine> Organizations)
{
    public static RepresentativesPage Of(PublicRegister register) => new(
        [.. register.Seats.GroupBy(seat => Sort(seat.Seat.Body)).OrderBy(kind => kind.Key).Select(kind => new BodyKind(kind.Key, Bodies(kind)))],
        [.. register.Organizations.OrderBy(one => one.Name, NumberedNames.Order).Select(one => new OrganizationLine(
            one.Name, one.Country is { } country ? new CountryName(country) : null, one.Website, BareText.Of(new WebLink(one.Website ?? "").Target)))]);

    private static List<BodyLine> Bodies(IEnumerable<PublicSeat> seats) =>
        [.. seats.GroupBy(seat => seat.Seat.Body, StringComparer.Ordinal).OrderBy(body => body.Key, NumberedNames.Order)
            .Select(body => new BodyLine(body.Key, [.. body.OrderBy(seat => seat.Seat.Role).ThenBy(seat => seat.Person?.Name, StringComparer.Ordinal).Select(Line)]))];

    private static SeatLine Line(PublicSeat seat)
    {
        // An organization that is itself the body needs no second mention.
        var organization = seat.Organization?.Name is { } name && !name.Equals(seat.Seat.Body, StringComparison.OrdinalIgnoreCase) ? name : null;
        return new(seat.Person?.Name, new RoleName(seat.Seat.Role), seat.Person?.Function, organization, seat.Organization?.Country is { } country ? new CountryName(country) : null,
            seat.Seat.From, seat.Email, BareText.Of(PageLinks.Mail(seat.Email)));
    }

    /// <summary>Codes of the schema: <c>ITU-T SG17</c>, <c>ITU-T TSAG</c>, <c>ETSI</c>.</summary>
    private static BodySort Sort(string body) =>
        !body.StartsWith("ITU", StringComparison.Ordinal) && !body.StartsWith("CWG", StringComparison.Ordinal) ? BodySort.External
        : body.Contains(" SG", StringComparison.Ordinal) ? BodySort.StudyGroup : BodySort.Union;
}
