using JcaCop.Reading;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Neighbours;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Reaching;

namespace JcaCop.Register.Stores;

/// <summary>Loads what the register holds about a batch of mails, in a number of queries that does not grow with the batch.</summary>
public sealed class KnownStore(Database database)
{
    /// <summary>The same where no domain is known to speak for a member.</summary>
    public Task<Known> AboutAsync(string group, IReadOnlyCollection<MailReading> readings, CancellationToken stop) => AboutAsync(group, readings, OfficialDomains.None, stop);

    /// <inheritdoc cref="AboutAsync(string, IReadOnlyCollection{MailReading}, OfficialDomains, IReadOnlyList{GroupNames}, CancellationToken)"/>
    public Task<Known> AboutAsync(string group, IReadOnlyCollection<MailReading> readings, OfficialDomains official, CancellationToken stop) => AboutAsync(group, readings, official, [], stop);

    /// <param name="official">Domains that speak for a member: whom they speak for is loaded too.</param>
    /// <param name="others">The other groups of the service: what they have open is loaded too.</param>
    public Task<Known> AboutAsync(string group, IReadOnlyCollection<MailReading> readings, OfficialDomains official, IReadOnlyList<GroupNames> others, CancellationToken stop)
    {
        var mentions = new Mentions(official);
        foreach (var reading in readings) mentions.Add(reading);
        return database.ReadAsync(async session =>
        {
            var known = await AboutAsync(session, group, mentions).ConfigureAwait(false);
            known.Elsewhere = await ElsewhereAsync(session, others).ConfigureAwait(false);
            return known;
        }, stop);
    }

    private static async Task<IReadOnlyList<Known>> ElsewhereAsync(Session session, IReadOnlyList<GroupNames> others)
    {
        var elsewhere = new List<Known>(others.Count);
        foreach (var other in others)
        {
            var there = new Known(other.Group) { Called = other.Name };
            foreach (var entry in await FiledRows.LiveAsync(session, other.Group, EntryKind.Call, EntryKind.Meeting).ConfigureAwait(false)) there.Put(entry);
            elsewhere.Add(there);
        }
        return elsewhere;
    }

    /// <summary>What the register holds of the owner of one address: persons, their seats and organizations, members, and what they owe.</summary>
    /// <param name="official">Domains that speak for a member: whom the address's speaks for is the own one, too. Null: none.</param>
    public Task<Known> OwnAsync(string group, string email, CancellationToken stop, OfficialDomains? official = null) =>
        database.ReadAsync(async session =>
        {
            var mentions = new Mentions(official);
            if (official is null) mentions.Owner(email); else mentions.Speakers(email, official);
            return await WithLanguagesAsync(session, await AboutAsync(session, group, mentions).ConfigureAwait(false), email).ConfigureAwait(false);
        }, stop);

    /// <summary>Who asks what is on record may write in a word of any language: what tells the own one is loaded too.</summary>
    private static async Task<Known> WithLanguagesAsync(Session session, Known known, string email)
    {
        var names = known.Organizations.Select(organization => organization.Country).OfType<string>().Distinct(StringComparer.Ordinal).Select(MemberEntry.CountryName)
            .Append(MemberEntry.DomainName(new MailAddress(null, email).Domain));
        foreach (var member in await FiledRows.NamedAsync(session, known.Group, [.. names.Select(name => FiledKey.Of(EntryKind.Member, name)).OfType<string>()]).ConfigureAwait(false)) known.Put(member);
        return known;
    }

    internal static async Task<Known> AboutAsync(Session session, string group, Mentions mentions)
    {
        var known = new Known(group) { Spoken = await SpeechRows.OfAsync(session, group, mentions.Emails).ConfigureAwait(false) };
        await LettersAsync(session, mentions, known).ConfigureAwait(false);
        var persons = new HashSet<long>(await session.QueryInPortionsAsync<long, string>(KnownRows.PersonsByEmail, mentions.Emails, emails => new { emails }).ConfigureAwait(false));
        persons.UnionWith(await session.QueryInPortionsAsync<long, string>(KnownRows.PersonsByName, mentions.Persons, names => new { group, names }).ConfigureAwait(false));
        var organizations = new HashSet<long>(await session.QueryInPortionsAsync<long, string>(KnownRows.OrganizationsByName, mentions.Organizations, names => new { names }).ConfigureAwait(false));
        organizations.UnionWith(await session.QueryInPortionsAsync<long, long>(KnownRows.OrganizationsByContact, persons, ids => new { ids }).ConfigureAwait(false));
        var seats = new HashSet<long>(await session.QueryInPortionsAsync<long, long>(KnownRows.SeatsByPerson, persons, ids => new { ids }).ConfigureAwait(false));
        seats.UnionWith(await session.QueryInPortionsAsync<long, string>(KnownRows.OpenSeatsByBody, mentions.Organizations, bodies => new { group, bodies }).ConfigureAwait(false));
        seats.UnionWith(await session.QueryInPortionsAsync<long, string>(KnownRows.SuccessorsByBody, mentions.Organizations, bodies => new { group, bodies }).ConfigureAwait(false));

        var seatEntries = await EntryRows.SeatsAsync(session, seats).ConfigureAwait(false);
        persons.UnionWith(seatEntries.Select(seat => seat.PersonId));
        organizations.UnionWith(seatEntries.Select(seat => seat.OrganizationId).OfType<long>());
        if (mentions.Failed.Count > 0) seatEntries = await WithColleaguesAsync(session, group, seatEntries, persons).ConfigureAwait(false);
        var personEntries = (await EntryRows.PersonsAsync(session, persons).ConfigureAwait(false)).ToList();
        foreach (var address in personEntries.Where(person => mentions.Away.Contains(NameKey.Of(person.Name))).SelectMany(person => person.Addresses)) mentions.Owner(address.Email);
        organizations.UnionWith(personEntries.Select(person => person.OrganizationId).OfType<long>());
        var organizationEntries = await EntryRows.OrganizationsAsync(session, organizations).ConfigureAwait(false);
        var contacts = organizationEntries.Select(o => o.ContactId).OfType<long>().Where(id => !persons.Contains(id)).ToList();
        personEntries.AddRange(await EntryRows.PersonsAsync(session, contacts).ConfigureAwait(false));

        foreach (var entry in organizationEntries.Where(entry => entry.Group == group)) known.Put(entry);
        foreach (var entry in personEntries.Where(entry => entry.Group == group)) known.Put(entry);
        foreach (var entry in seatEntries.Where(entry => entry.Group == group)) known.Put(entry);
        foreach (var entry in await FiledRows.LiveAsync(session, group, AlwaysKnown).ConfigureAwait(false)) known.Put(entry);
        foreach (var entry in await FiledRows.NamedAsync(session, group, mentions.Filed).ConfigureAwait(false)) known.Put(entry);
        // What a letter of ours was about is what its reply is about, though the entry be closed and the mail name it nowhere.
        await PointedAtAsync(session, known, [.. known.Letters.Select(letter => letter.About).OfType<EntryRef>(), .. mentions.Entries]).ConfigureAwait(false);
        if (mentions.Short.Count > 0) await LoadNamedShortlyAsync(session, known, mentions.Short).ConfigureAwait(false);
        if (mentions.Moving.Count > 0)
            foreach (var entry in (await FiledRows.LiveAsync(session, group, EntryKind.Activity).ConfigureAwait(false)).OfType<ActivityEntry>()
                .Where(entry => mentions.Moving.Any(teller => House.IsOne(teller, entry.ReportedBy)))) known.Put(entry);
        var people = known.All<RegistrationEntry>().Select(entry => entry.PersonId).OfType<long>().Distinct().Where(id => known.Person(id) is null).ToList();
        foreach (var person in await EntryRows.PersonsAsync(session, people).ConfigureAwait(false)) known.Put(person);
        await LoadMeetingsAsync(session, known).ConfigureAwait(false);
        if (mentions.Failed.Count > 0 && known.Letters.Any(letter => letter.Kind == BouncePlacing.ProbeKind)) await LoadSeatsOfFailedAsync(session, known, mentions).ConfigureAwait(false);
        await FollowAsync(session, known, mentions).ConfigureAwait(false);
        foreach (var row in await session.QueryInPortionsAsync<KnownRows.BudgetRow, string>(KnownRows.Budgets, mentions.Senders, addresses => new { group, addresses }).ConfigureAwait(false))
            known.Put(row.FoldedAddress, new AnswerBudget(row.WindowStart, row.WindowCount, row.DayStart, row.DayCount));
        // Whoever was named by a letter, a report or the mail itself; few addresses have ever been in trouble.
        foreach (var (address, health) in await HealthRows.OfAsync(session, group, mentions.Emails).ConfigureAwait(false)) known.Put(address, health);
        return known;
    }

    /// <summary>Loads filed entries by number, and what obligations among them follow from.</summary>
    private static async Task PointedAtAsync(Session session, Known known, IReadOnlyCollection<EntryRef> entries)
    {
        foreach (var kind in entries.Where(entry => FiledRows.Kinds.Contains(entry.Kind) && known.Filed<FiledEntry>(entry.Kind, entry.Id) is null).GroupBy(entry => entry.Kind))
            foreach (var entry in await FiledRows.NumberedAsync(session, kind.Key, [.. kind.Select(entry => entry.Id).Distinct()]).ConfigureAwait(false))
                if (entry.Group == known.Group) known.Put(entry);
        var owed = entries.Where(entry => entry.Kind == EntryKind.Obligation).Select(entry => known.Filed<ObligationEntry>(EntryKind.Obligation, entry.Id)).OfType<ObligationEntry>()
            .Select(obligation => new EntryRef(obligation.OfKind, obligation.Of)).Where(entry => entry.Kind != EntryKind.Obligation).ToList();
        if (owed.Count > 0) await PointedAtAsync(session, known, owed).ConfigureAwait(false);
    }

    /// <summary>Letters of ours that the mails name. Whoever got one is meant too, where a machine speaks of it.</summary>
    private static async Task LettersAsync(Session session, Mentions mentions, Known known)
    {
        foreach (var row in await session.QueryInPortionsAsync<KnownRows.LetterRow, string>(KnownRows.Letters, mentions.Letters, ids => new { ids }).ConfigureAwait(false))
        {
            known.Put(row.Letter);
            mentions.Owner(row.Recipient);
        }
        foreach (var mail in (await session.QueryInPortionsAsync<KnownRows.ShownRow, long>(KnownRows.ShownItems,
                [.. known.Letters.Select(letter => letter.CauseMessageId).OfType<long>().Distinct()], ids => new { ids }).ConfigureAwait(false))
                     .GroupBy(row => row.MessageId))
        {
            // What a person has refused waits no longer: nothing that is added to it brings it back.
            var items = mail.OrderBy(row => row.Position).Select(row => (Item: EntryJson.ReadItem(row.Json), row.State != ItemState.Held)).ToList();
            known.PutShown(mail.Key, items);
            foreach (var (item, _) in items) mentions.Add(item);
        }
        var before = await session.QueryInPortionsAsync<KnownRows.ToldRow, string>(KnownRows.ToldItems, mentions.Completing, addresses => new { group = known.Group, addresses }).ConfigureAwait(false);
        foreach (var row in before.GroupBy(row => row.FoldedRecipient))
        {
            var items = row.OrderBy(item => item.Position).Select(item => (Item: EntryJson.ReadItem(item.Json), item.State != ItemState.Held)).ToList();
            known.PutTold(row.Key, new ToldBefore(row.First().MessageId, items, row.First().ArrivedAt));
            foreach (var (item, _) in items) mentions.Add(item);
        }
        foreach (var row in await session.QueryInPortionsAsync<KnownRows.LetterRow, string>(KnownRows.LastLetters, mentions.Failed, addresses => new { addresses }).ConfigureAwait(false))
            known.PutLast(row.Letter);
    }

    /// <summary>All entries of some kinds, for orders that need them whole.</summary>
    internal static async Task<Known> WholeAsync(Session session, string group, IReadOnlyCollection<EntryKind> kinds)
    {
        var known = new Known(group)
        {
            Spoken = kinds.Contains(EntryKind.Person) || kinds.Contains(EntryKind.Member) ? await SpeechRows.AllAsync(session, group).ConfigureAwait(false) : new Spoken(),
        };
        if (kinds.Contains(EntryKind.Organization))
            foreach (var entry in await EntryRows.AllOrganizationsAsync(session, group).ConfigureAwait(false)) known.Put(entry);
        if (kinds.Contains(EntryKind.Person))
            foreach (var entry in await EntryRows.AllPersonsAsync(session, group).ConfigureAwait(false)) known.Put(entry);
        if (kinds.Contains(EntryKind.Seat))
            foreach (var entry in await EntryRows.AllSeatsAsync(session, group).ConfigureAwait(false)) known.Put(entry);
        foreach (var entry in await FiledRows.WholeAsync(session, group, [.. kinds.Intersect(FiledRows.Kinds)]).ConfigureAwait(false)) known.Put(entry);
        return known;
    }

    /// <summary>Where an address is lost, those count who stand for the same bodies.</summary>
    private static async Task<IReadOnlyList<SeatEntry>> WithColleaguesAsync(Session session, string group, IReadOnlyList<SeatEntry> seats, HashSet<long> persons)
    {
        var bodies = seats.Where(seat => seat.Until is null).Select(seat => NameKey.Of(seat.Body)).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var ids = await session.QueryInPortionsAsync<long, string>(KnownRows.OpenSeatsByBody, bodies, some => new { group, bodies = some }).ConfigureAwait(false);
        var known = seats.Select(seat => seat.Id).ToHashSet();
        var further = await EntryRows.SeatsAsync(session, [.. ids.Where(id => !known.Contains(id))]).ConfigureAwait(false);
        persons.UnionWith(further.Select(seat => seat.PersonId));
        return [.. seats, .. further];
    }

    /// <summary>Where a probe comes back, and with it a member's address is lost, those count who stand for the member, whatever the unit for which they were named.</summary>
    private static async Task LoadSeatsOfFailedAsync(Session session, Known known, Mentions mentions)
    {
        if (!known.All<MemberEntry>().Any(member => member.Addresses.Any(address => mentions.Failed.Contains(Texts.FoldAddress(address.Email))))) return;
        var loaded = known.Seats.Select(seat => seat.Id).ToHashSet();
        var seats = await EntryRows.SeatsAsync(session,
            [.. (await session.QueryAsync<long>(KnownRows.OpenSeats, new { group = known.Group }).ConfigureAwait(false)).Where(id => !loaded.Contains(id))]).ConfigureAwait(false);
        foreach (var seat in seats) known.Put(seat);
        foreach (var person in await EntryRows.PersonsAsync(session, [.. seats.Select(seat => seat.PersonId).Distinct().Where(id => known.Person(id) is null)]).ConfigureAwait(false)) known.Put(person);
    }

    /// <summary>Loads what follows from the entries that are known by now: obligations of what a mail may settle.</summary>
    private static async Task FollowAsync(Session session, Known known, Mentions mentions)
    {
        foreach (var entry in await FiledRows.NamedAsync(session, known.Group, mentions.OfSeats(known)).ConfigureAwait(false)) known.Put(entry);
        foreach (var entry in await FiledRows.NamedAsync(session, known.Group, Following.Keys(known)).ConfigureAwait(false)) known.Put(entry);
        // "Reply to your liaison statement" of a body that owes one answer means that statement; what others owe of it stays open.
        List<EntryRef> asked = [.. known.All<ObligationEntry>().Where(owed => owed.Live && owed.OfKind == EntryKind.Liaison && known.Filed<LiaisonEntry>(EntryKind.Liaison, owed.Of) is null)
            .Select(owed => new EntryRef(EntryKind.Liaison, owed.Of)).Distinct()];
        if (asked.Count == 0) return;
        await PointedAtAsync(session, known, asked).ConfigureAwait(false);
        foreach (var entry in await FiledRows.NamedAsync(session, known.Group, [.. asked.Select(statement => FiledKey.Of(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Liaison, statement.Id))).OfType<string>()])
            .ConfigureAwait(false)) known.Put(entry);
    }

    /// <summary>Whoever is registered for a meeting and may be meant by a short name. No key finds them: people shorten names in many ways.</summary>
    private static async Task LoadNamedShortlyAsync(Session session, Known known, IReadOnlyCollection<string> names)
    {
        var registered = (await FiledRows.LiveAsync(session, known.Group, EntryKind.Registration).ConfigureAwait(false)).OfType<RegistrationEntry>();
        foreach (var entry in registered.Where(entry => names.Any(name => ShortName.Fits(name, entry.Name)))) known.Put(entry);
    }

    /// <summary>The meetings of registrations and documents that are known by now: they may be over, and named nowhere.</summary>
    private static async Task LoadMeetingsAsync(Session session, Known known)
    {
        var meetings = known.All<RegistrationEntry>().Select(entry => (long?)entry.MeetingId).Concat(known.All<DocumentEntry>().Select(entry => entry.MeetingId))
            .OfType<long>().Distinct().Where(id => known.Filed<MeetingEntry>(EntryKind.Meeting, id) is null).ToList();
        foreach (var entry in await FiledRows.NumberedAsync(session, EntryKind.Meeting, meetings).ConfigureAwait(false)) known.Put(entry);
    }

    /// <summary>Few at a time, and any mail may be about them though it names none.</summary>
    private static readonly EntryKind[] AlwaysKnown = [EntryKind.Call, EntryKind.Meeting, EntryKind.Mandate, EntryKind.Series];
}
