using JcaCop.Reading;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>
/// For whom the holder of a seat speaks (docs/decisions/0160). Whoever a State or a company sends into a study group speaks for the State or the company; for the group speaks whom the group itself
/// named. A seat for an organization is always the organization's. Pure.
/// </summary>
/// <param name="Members">Those on record for which the holder may speak; several where the register does not tell which of them it is.</param>
/// <param name="Country">Of the State that filled the seat, on record or not; null where no State is known to have.</param>
/// <param name="IsBodys">The body or organization of the seat itself, and nobody else, filled it.</param>
/// <param name="IsCertain">False where nobody on record filled it: then the mail must say for whom it speaks.</param>
internal sealed record SeatVoice(IReadOnlyList<MemberEntry> Members, string? Country, bool IsBodys, bool IsCertain)
{
    /// <param name="members">The members that a name may mean, as <see cref="MemberEntry.FoundBy"/> gives them.</param>
    public static SeatVoice Of(SeatEntry seat, PersonEntry? holder, Func<string, IEnumerable<MemberEntry>> members, OfficialDomains official)
    {
        var bodys = members(seat.Body).ToList();
        if (!IsInBody(seat, bodys)) return new SeatVoice(bodys, null, true, true);
        if (FilledBy(seat.NominatedBy, seat.Body, members, official) is { } filled) return filled;
        var houses = (holder?.Addresses ?? []).Select(address => FilledBy(address.Email, seat.Body, members, official)).OfType<SeatVoice>().ToList();
        var others = houses.SelectMany(house => house.Members).Except(bodys).DistinctBy(member => member.Id).ToList();
        var ordered = seat.NominatedBy?.Contains('@', StringComparison.Ordinal) != true;
        return new SeatVoice([.. bodys, .. others], houses.Select(house => house.Country).FirstOrDefault(country => country is not null),
            houses.TrueForAll(house => house.IsBodys) && (ordered || houses.Count > 0), ordered && houses.TrueForAll(static house => house.IsBodys) || houses is [{ IsBodys: true }, ..]);
    }

    /// <inheritdoc cref="Of(SeatEntry, PersonEntry?, Func{string, IEnumerable{MemberEntry}}, OfficialDomains)"/>
    public static SeatVoice Of(SeatEntry seat, Known known, OfficialDomains official) =>
        Of(seat, known.Person(seat.PersonId), name => known.Named<MemberEntry>(EntryKind.Member, name), official);

    /// <summary>Whether it is known to be filled in the name of somebody else than the body: the body's word does not take it away.</summary>
    public bool IsForeign => !IsBodys && IsCertain;

    /// <summary>A seat in a study group, standards body or another body that is written to as one; a seat of an organization is that of its own people.</summary>
    private static bool IsInBody(SeatEntry seat, List<MemberEntry> bodys) =>
        seat.OrganizationId is null && (Domains.IsBodyCode(seat.Body) || bodys.Exists(member => member.Sort is MemberSort.Group or MemberSort.External));

    /// <summary>In whose name somebody with this address acts; null where the address tells nothing.</summary>
    private static SeatVoice? FilledBy(string? email, string body, Func<string, IEnumerable<MemberEntry>> members, OfficialDomains official)
    {
        if (email is null || !email.Contains('@', StringComparison.Ordinal)) return null;
        if (members(email).ToList() is { Count: > 0 } own) return Of(own);
        var domain = new MailAddress(null, email).Domain;
        if (domain.Length == 0 || Domains.IsFreeMail(domain)) return null;
        if (official.MemberOf(domain) is { } speaks)
            return OfficialDomains.IsCountry(speaks) ? OfCountry(speaks.ToUpperInvariant())
                : OfficialDomains.Covers(speaks, null, body) ? new SeatVoice([.. members(body)], null, true, true) : new SeatVoice([.. members(speaks)], null, false, true);
        if (Domains.GovernmentOf(domain) is { } government) return OfCountry(government);
        if (Domains.IsOfBody(domain, body)) return new SeatVoice([.. members(body)], null, true, true);
        return members(MemberEntry.DomainName(domain)).ToList() is { Count: > 0 } house ? Of(house) : null;

        SeatVoice OfCountry(string country) => new([.. members(MemberEntry.CountryName(country))], country, false, true);

        SeatVoice Of(List<MemberEntry> some) => some.Find(member => new[] { member.Name, member.Body }.Any(name => name is not null && NameKey.Of(name) == NameKey.Of(body))) is { } itself
            ? new SeatVoice([itself], null, true, true) : new SeatVoice(some, some.Select(member => member.Country).FirstOrDefault(country => country is not null), false, true);
    }
}
