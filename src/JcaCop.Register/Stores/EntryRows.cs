using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Stores;

/// <summary>Loads entries of the register by their numbers, in the order of these: what a mail means must not hang on the order in which a database finds rows.</summary>
internal static class EntryRows
{
    public static async Task<IReadOnlyList<OrganizationEntry>> OrganizationsAsync(Session session, IReadOnlyCollection<long> ids)
    {
        var rows = await session.QueryInPortionsAsync<OrganizationRow, long>(Organizations, ids, some => new { ids = some }).ConfigureAwait(false);
        if (rows.Count == 0) return [];
        var names = (await session.QueryInPortionsAsync<NameRow, long>(Names, ids, some => new { ids = some }).ConfigureAwait(false))
            .ToLookup(name => name.OrganizationId);
        return [.. rows.OrderBy(row => row.Id).Select(row => row.Entry(names[row.Id]))];
    }

    public static async Task<IReadOnlyList<PersonEntry>> PersonsAsync(Session session, IReadOnlyCollection<long> ids)
    {
        var rows = await session.QueryInPortionsAsync<PersonRow, long>(Persons, ids, some => new { ids = some }).ConfigureAwait(false);
        if (rows.Count == 0) return [];
        var addresses = (await session.QueryInPortionsAsync<AddressRow, long>(Addresses, ids, some => new { ids = some }).ConfigureAwait(false))
            .ToLookup(address => address.PersonId);
        return [.. rows.OrderBy(row => row.Id).Select(row => row.Entry(addresses[row.Id]))];
    }

    public static async Task<IReadOnlyList<SeatEntry>> SeatsAsync(Session session, IReadOnlyCollection<long> ids) =>
        [.. (await session.QueryInPortionsAsync<SeatRow, long>(Seats, ids, some => new { ids = some }).ConfigureAwait(false)).OrderBy(row => row.Id).Select(row => row.Entry)];

    public static async Task<IReadOnlyList<OrganizationEntry>> AllOrganizationsAsync(Session session, string group) =>
        await OrganizationsAsync(session, await session.QueryAsync<long>(OrganizationIds, new { group }).ConfigureAwait(false)).ConfigureAwait(false);

    public static async Task<IReadOnlyList<PersonEntry>> AllPersonsAsync(Session session, string group) =>
        await PersonsAsync(session, await session.QueryAsync<long>(PersonIds, new { group }).ConfigureAwait(false)).ConfigureAwait(false);

    public static async Task<IReadOnlyList<SeatEntry>> AllSeatsAsync(Session session, string group) =>
        await SeatsAsync(session, await session.QueryAsync<long>(SeatIds, new { group }).ConfigureAwait(false)).ConfigureAwait(false);

    private sealed record OrganizationRow
    {
        public required long Id { get; init; }
        public required string GroupKey { get; init; }
        public required string Name { get; init; }
        public required string Country { get; init; }
        public string? Website { get; init; }
        public string? Address { get; init; }
        public required OrganizationState State { get; init; }
        public long? ContactId { get; init; }
        public string? NominatedBy { get; init; }
        public long? MergedInto { get; init; }
        public required string Stamps { get; init; }
        public required int Version { get; init; }

        public OrganizationEntry Entry(IEnumerable<NameRow> names) =>
            new(Id, GroupKey, Name, [.. names.OrderBy(name => name.Position).Where(name => name.Position > 0).Select(name => name.Name)],
                Country.Length == 0 ? null : Country, Website, Address, State, ContactId, NominatedBy)
            {
                Stamps = EntryJson.ReadStamps(Stamps), Version = Version, MergedInto = MergedInto,
            };
    }

    private sealed record NameRow
    {
        public required long OrganizationId { get; init; }
        public required string Name { get; init; }
        public required int Position { get; init; }
    }

    private sealed record PersonRow
    {
        public required long Id { get; init; }
        public required string GroupKey { get; init; }
        public string? Name { get; init; }
        public string? Func { get; init; }
        public long? OrganizationId { get; init; }
        public string? Phone { get; init; }
        public string? Fax { get; init; }
        public string? Address { get; init; }
        public long? MergedInto { get; init; }
        public required string Stamps { get; init; }
        public required int Version { get; init; }

        public PersonEntry Entry(IEnumerable<AddressRow> addresses) =>
            new(Id, GroupKey, Name, Func, OrganizationId, [.. addresses.OrderBy(a => a.Position).Select(a => new PersonAddress(a.Email, a.Reachability))], Phone, Fax, Address)
            {
                Stamps = EntryJson.ReadStamps(Stamps), Version = Version, MergedInto = MergedInto,
            };
    }

    private sealed record AddressRow
    {
        public required long PersonId { get; init; }
        public required string Email { get; init; }
        public required int Position { get; init; }
        public required Reachability Reachability { get; init; }
    }

    private sealed record SeatRow
    {
        public required long Id { get; init; }
        public required string GroupKey { get; init; }
        public required string Body { get; init; }
        public required SeatRole Role { get; init; }
        public required long PersonId { get; init; }
        public long? OrganizationId { get; init; }
        public required DateOnly FromDay { get; init; }
        public DateOnly? UntilDay { get; init; }
        public string? EndedBy { get; init; }
        public string? NominatedBy { get; init; }
        public DateTimeOffset? ConfirmedAt { get; init; }
        public string? Replaced { get; init; }
        public required string Stamps { get; init; }
        public required int Version { get; init; }

        public SeatEntry Entry =>
            new(Id, GroupKey, Body, Role, PersonId, OrganizationId, FromDay, UntilDay, EndedBy, NominatedBy, ConfirmedAt)
            {
                Replaced = Replaced, Stamps = EntryJson.ReadStamps(Stamps), Version = Version,
            };
    }

    private static readonly Statement OrganizationIds = Statement.Of("SELECT Id FROM Organization WHERE GroupKey = @group ORDER BY Id", "group text");

    private static readonly Statement PersonIds = Statement.Of("SELECT Id FROM Person WHERE GroupKey = @group ORDER BY Id", "group text");

    private static readonly Statement SeatIds = Statement.Of("SELECT Id FROM Seat WHERE GroupKey = @group ORDER BY Id", "group text");

    private static readonly Statement Organizations = Statement.Of("""
        SELECT Id, GroupKey, Name, Country, Website, Address, State, ContactId, NominatedBy, MergedInto, Stamps, Version
          FROM Organization
         WHERE Id IN @ids
        """, "ids numbers");

    private static readonly Statement Names = Statement.Of(
        "SELECT OrganizationId, Name, Position FROM OrganizationName WHERE OrganizationId IN @ids", "ids numbers");

    private static readonly Statement Persons = Statement.Of("""
        SELECT Id, GroupKey, Name, Func, OrganizationId, Phone, Fax, Address, MergedInto, Stamps, Version
          FROM Person
         WHERE Id IN @ids
        """, "ids numbers");

    private static readonly Statement Addresses = Statement.Of(
        "SELECT PersonId, Email, Position, Reachability FROM PersonAddress WHERE PersonId IN @ids", "ids numbers");

    private static readonly Statement Seats = Statement.Of("""
        SELECT Id, GroupKey, Body, Role, PersonId, OrganizationId, FromDay, UntilDay, EndedBy, NominatedBy, ConfirmedAt, Replaced, Stamps, Version
          FROM Seat
         WHERE Id IN @ids
        """, "ids numbers");
}
