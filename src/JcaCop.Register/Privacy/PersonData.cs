using System.Text.Json.Nodes;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Privacy;

/// <summary>Tells what is held of a person: for whoever asks for it (DESIGN, 6).</summary>
public sealed class PersonData(Database database, RegisterStore register)
{
    /// <param name="email">An address; null where <paramref name="personId"/> is given.</param>
    /// <param name="personId">Number of the entry; null where the address is given. An address may stand with several.</param>
    /// <param name="within">The one group whose mails and entries may be told of; null: all.</param>
    /// <returns>Null where nothing is held.</returns>
    public async Task<JsonObject?> OfAsync(string group, string? email, long? personId, string? within, CancellationToken stop)
    {
        var snapshot = await register.SnapshotAsync(group, null, stop).ConfigureAwait(false);
        var folded = email is null ? null : Texts.FoldAddress(email);
        var known = await database.ReadAsync(session => KnownStore.WholeAsync(session, group, [EntryKind.Person]), stop).ConfigureAwait(false);
        // Entries that were merged are one person, and what was kept of each is held.
        var persons = snapshot.Persons.Where(person => person.Addresses.Any(address => Texts.FoldAddress(address.Email) == folded)).Append(known.Person(personId)).OfType<PersonEntry>()
            .SelectMany(known.WithMerged).DistinctBy(person => person.Id).OrderBy(person => person.Id).ToList();
        var addresses = persons.SelectMany(person => person.Addresses.Select(address => Texts.FoldAddress(address.Email))).Append(folded).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var numbers = persons.Select(person => person.Id).ToHashSet();
        var history = new JsonArray();
        foreach (var id in numbers)
            foreach (var line in await register.HistoryAsync(EntryKind.Person, id, stop).ConfigureAwait(false))
                history.Add(new JsonObject
                {
                    ["person"] = id, ["at"] = line.ChangedAt, ["by"] = line.AcceptedBy, ["message"] = line.MessageId,
                    ["fields"] = new JsonArray([.. line.Fields.Select(field => (JsonNode)new JsonObject { ["field"] = field.Field, ["before"] = field.Before, ["after"] = field.After })]),
                });
        var (mails, letters, items, filed) = await TracesAsync(PersonMarks.Of(persons).Words.Concat(addresses), addresses, within, stop).ConfigureAwait(false);
        if (persons.Count == 0 && mails.Count == 0 && letters.Count == 0 && items.Count == 0) return null;
        return new JsonObject
        {
            ["persons"] = Array(persons.Select(EntryJson.Write)),
            ["seats"] = Array(snapshot.Seats.Where(seat => numbers.Contains(seat.PersonId)).Select(EntryJson.Write)),
            ["contactOf"] = new JsonArray([.. snapshot.Organizations.Where(o => o.ContactId is { } contact && numbers.Contains(contact)).Select(o => (JsonNode)o.Name)]),
            ["history"] = history,
            ["mailsSent"] = new JsonArray([.. mails.Select(id => (JsonNode)id)]),
            ["lettersReceived"] = new JsonArray([.. letters.Select(id => (JsonNode)id)]),
            ["namedInItems"] = new JsonArray([.. items.Select(row => (JsonNode)new JsonObject { ["item"] = row.Id, ["text"] = JsonNode.Parse(row.Json) })]),
            ["namedInEntries"] = new JsonArray([.. filed.Select(row => (JsonNode)new JsonObject { ["entry"] = row.Entry.ToString(), ["id"] = row.Id, ["text"] = JsonNode.Parse(row.Json) })]),
        };
    }

    private Task<(IReadOnlyList<long> Mails, IReadOnlyList<long> Letters, List<JsonRow> Items, List<FiledJsonRow> Filed)> TracesAsync(
        IEnumerable<string> words, IReadOnlyList<string> addresses, string? group, CancellationToken stop) => database.ReadAsync(async session =>
    {
        var items = new Dictionary<long, JsonRow>();
        var filed = new Dictionary<(EntryKind, long), FiledJsonRow>();
        foreach (var like in words.Distinct(StringComparer.Ordinal).Select(PrivacyRows.Like))
        {
            foreach (var row in await session.QueryAsync<JsonRow>(PrivacyRows.ItemsLike, new { like, group }).ConfigureAwait(false)) items[row.Id] = row;
            foreach (var row in await session.QueryAsync<FiledJsonRow>(PrivacyRows.FiledLike, new { like, group }).ConfigureAwait(false)) filed[(row.Entry, row.Id)] = row;
        }
        return (
            await session.QueryInPortionsAsync<long, string>(PrivacyRows.MessagesFrom, addresses, some => new { addresses = some, group }).ConfigureAwait(false),
            await session.QueryInPortionsAsync<long, string>(PrivacyRows.LettersTo, addresses, some => new { addresses = some, group }).ConfigureAwait(false),
            items.Values.OrderBy(row => row.Id).ToList(), filed.Values.OrderBy(row => row.Entry).ThenBy(row => row.Id).ToList());
    }, stop);

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonNode.Parse(text))]);
}
