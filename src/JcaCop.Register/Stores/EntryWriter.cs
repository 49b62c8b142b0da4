using JcaCop.Register.Entries;

namespace JcaCop.Register.Stores;

/// <summary>Writes changed entries and their history inside the caller's transaction.</summary>
/// <remarks>
/// New entries get their numbers here. An entry that was changed elsewhere since it was read is not overwritten: <see cref="StaleException"/>
/// ends the transaction, and whoever judged must judge anew.
/// </remarks>
internal sealed class EntryWriter(Session session)
{
    private readonly Dictionary<(EntryKind, long), long> numbers = [];

    /// <param name="changes">In the order in which they were made; each with the message and item behind it.</param>
    /// <returns>The changes, with the numbers that new entries have got.</returns>
    public async Task<IReadOnlyList<RegisterChange>> WriteAsync(IReadOnlyList<NotedChange> changes, DateTimeOffset now)
    {
        if (changes.Count == 0) return [];
        var last = new Dictionary<(EntryKind, long), RegisterEntry>();
        foreach (var change in changes) last[(change.Change.Kind, change.Change.After.Id)] = change.Change.After;
        foreach (var kind in Enum.GetValues<EntryKind>())
            await NumberAsync(kind, [.. last.Values.Where(entry => entry.Kind == kind && entry.Id < 0).Select(entry => entry.Id)]).ConfigureAwait(false);

        var entries = last.Values.Select(Numbered).ToList();
        var organizations = entries.OfType<OrganizationEntry>().ToList();
        var persons = entries.OfType<PersonEntry>().ToList();
        var seats = entries.OfType<SeatEntry>().ToList();
        // An organization and its contact point at each other: the organization is there first, its contact follows.
        await ChangeAsync(EntryTables.InsertOrganization, EntryTables.UpdateOrganization, [.. organizations.Select(o => IsNew(o) ? o with { ContactId = null } : o)], deferUpdates: true).ConfigureAwait(false);
        await ChangeAsync(EntryTables.InsertPerson, EntryTables.UpdatePerson, persons).ConfigureAwait(false);
        Expect(organizations.Count(o => !IsNew(o)), await session.ForEachAsync(EntryTables.UpdateOrganization, [.. organizations.Where(o => !IsNew(o))]).ConfigureAwait(false));
        await session.ForEachAsync(EntryTables.SetContact, [.. organizations.Where(o => IsNew(o) && o.ContactId is not null)]).ConfigureAwait(false);
        await ChangeAsync(EntryTables.InsertSeat, EntryTables.UpdateSeat, seats).ConfigureAwait(false);
        await WriteNamesAsync(organizations).ConfigureAwait(false);
        await WriteAddressesAsync(persons).ConfigureAwait(false);
        await WriteFiledAsync([.. entries.OfType<FiledEntry>()]).ConfigureAwait(false);

        var first = await session.TakeNumbersAsync("History", changes.Count).ConfigureAwait(false);
        await session.ForEachAsync(EntryTables.InsertHistory, [.. changes.Select((change, index) => new HistoryRow(
            first + index, Numbered(change.Change.After), change, now))]).ConfigureAwait(false);
        return [.. changes.Select(change => change.Change with { After = Numbered(change.Change.After) })];
    }

    /// <summary>A reference with the number that the entry has got by now.</summary>
    public EntryRef? Numbered(EntryRef? reference) => reference is { Id: < 0 } fresh ? fresh with { Id = numbers[(fresh.Kind, fresh.Id)] } : reference;

    private async Task NumberAsync(EntryKind kind, IReadOnlyList<long> fresh)
    {
        var first = await session.TakeNumbersAsync(kind.ToString(), fresh.Count).ConfigureAwait(false);
        // Made first, numbered first: numbers below zero fall.
        foreach (var (index, id) in fresh.OrderDescending().Index()) numbers[(kind, id)] = first + index;
    }

    private async Task ChangeAsync<T>(RowStatement<T> insert, RowStatement<T> update, IReadOnlyList<T> entries, bool deferUpdates = false) where T : RegisterEntry
    {
        await session.ForEachAsync(insert, [.. entries.Where(IsNew)]).ConfigureAwait(false);
        if (deferUpdates) return;
        var changed = entries.Where(entry => !IsNew(entry)).ToList();
        Expect(changed.Count, await session.ForEachAsync(update, changed).ConfigureAwait(false));
    }

    private static bool IsNew(RegisterEntry entry) => entry.Version == 0;

    private static void Expect(int rows, int changed)
    {
        if (rows != changed) throw new StaleException();
    }

    private async Task WriteNamesAsync(IReadOnlyList<OrganizationEntry> organizations)
    {
        if (organizations.Count == 0) return;
        var known = organizations.Where(o => !IsNew(o)).Select(o => o.Id).ToList();
        await session.ExecuteInPortionsAsync(EntryTables.DeleteNames, known, ids => new { ids }).ConfigureAwait(false);
        await session.ForEachAsync(EntryTables.InsertName, [.. organizations.SelectMany(o => o.OtherNames.Prepend(o.Name)
            .DistinctBy(NameKey.Of).Select((name, position) => new NameOf(o.Id, name, position)))]).ConfigureAwait(false);
    }

    private async Task WriteAddressesAsync(IReadOnlyList<PersonEntry> persons)
    {
        if (persons.Count == 0) return;
        var known = persons.Where(p => !IsNew(p)).Select(p => p.Id).ToList();
        await session.ExecuteInPortionsAsync(EntryTables.DeleteAddresses, known, ids => new { ids }).ConfigureAwait(false);
        await session.ForEachAsync(EntryTables.InsertAddress, [.. persons.SelectMany(p => p.Addresses
            .DistinctBy(a => Texts.FoldAddress(a.Email)).Select((address, position) => new AddressOf(p.Id, address, position)))]).ConfigureAwait(false);
    }

    private async Task WriteFiledAsync(IReadOnlyList<FiledEntry> filed)
    {
        if (filed.Count == 0) return;
        // What ends comes before what begins: a new entry may take over what had to be unique.
        await ChangeAsync(FiledTable.Insert, FiledTable.Update, [.. filed.Where(entry => !IsNew(entry))]).ConfigureAwait(false);
        await ChangeAsync(FiledTable.Insert, FiledTable.Update, [.. filed.Where(IsNew)]).ConfigureAwait(false);
        foreach (var kind in filed.Where(entry => !IsNew(entry)).GroupBy(entry => entry.Kind))
            await session.ExecuteInPortionsAsync(FiledTable.DeleteNames, [.. kind.Select(entry => entry.Id)], ids => new { entry = kind.Key.ToString(), ids }).ConfigureAwait(false);
        await session.ForEachAsync(FiledTable.InsertName, [.. filed.SelectMany(entry => entry.FoundBy.Select(name => FiledKey.Of(entry.Kind, name))
            .OfType<string>().Distinct(StringComparer.Ordinal).Select(key => new FiledName(entry.Kind, entry.Id, key)))]).ConfigureAwait(false);
    }

    private RegisterEntry Numbered(RegisterEntry entry) => entry.Numbered((kind, id) => id < 0 ? numbers[(kind, id)] : id);
}

/// <summary>A change with what stands behind it.</summary>
/// <param name="AcceptedBy">Address of the person who accepted it, or <c>auto: Seat</c> and the like.</param>
internal sealed record NotedChange(RegisterChange Change, long? MessageId, long? ItemId, string AcceptedBy);

/// <summary>The register moved on since it was read; nothing was written.</summary>
public sealed class StaleException() : Exception("The register was changed since it was read.");
