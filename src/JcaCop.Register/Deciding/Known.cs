using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding;

/// <summary>The part of the register that a batch of mails touches, and how it stands after each of them. Loaded by <see cref="KnownStore"/>, carried forward by <see cref="Placing"/>.</summary>
/// <remarks>It belongs to one batch and one thread. Entries that the batch makes have numbers below zero until they are recorded.</remarks>
public sealed class Known(string group)
{
    private readonly Dictionary<long, OrganizationEntry> organizations = [];
    private readonly Dictionary<long, PersonEntry> persons = [];
    private readonly Dictionary<long, SeatEntry> seats = [];
    private readonly Dictionary<string, HashSet<long>> organizationsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<long>> personsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<long>> personsByEmail = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HashSet<long>> seatsByPerson = [];
    private readonly Dictionary<long, HashSet<long>> contactOf = [];
    private readonly Dictionary<string, HashSet<long>> seatsByBody = new(StringComparer.Ordinal);
    private readonly Dictionary<(EntryKind, long), FiledEntry> filed = [];
    private readonly Dictionary<string, HashSet<long>> filedByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnsweredLetter> letters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnswerBudget> budgets = new(StringComparer.Ordinal);
    private readonly Dictionary<long, IReadOnlyList<(Item Item, bool Recorded)>> shown = [];
    private readonly Dictionary<string, AddressHealth> healths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnsweredLetter> lastLetters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ToldBefore> told = new(StringComparer.Ordinal);
    private long lastNew;

    /// <summary>Key of the coordination body.</summary>
    public string Group => group;

    /// <summary>What the group is called in letters.</summary>
    public string Called { get; init; } = "";

    /// <summary>In which the group's days begin and end.</summary>
    public TimeZoneInfo Zone { get; internal set; } = TimeZoneInfo.Utc;

    /// <summary>The group's day at an instant: a mail that comes at half past midnight in Geneva is of the new day, whatever the clock says in London.</summary>
    public DateOnly DayOf(DateTimeOffset at) => Calls.ClosingDay.DayOf(at, Zone);

    /// <summary>What the other groups of the service have open: their calls and meetings, and nothing else.</summary>
    public IReadOnlyList<Known> Elsewhere { get; internal set; } = [];

    /// <summary>For an entry that has no number yet.</summary>
    public long NextNew() => --lastNew;

    public void Put(RegisterEntry entry)
    {
        switch (entry)
        {
            case OrganizationEntry organization:
                organizations[organization.Id] = organization;
                if (organization.MergedInto is not null) break;
                foreach (var name in organization.OtherNames.Prepend(organization.Name)) Index(organizationsByName, NameKey.Of(name), organization.Id);
                if (organization.ContactId is { } contact) Index(contactOf, contact, organization.Id);
                break;
            case PersonEntry person:
                persons[person.Id] = person;
                if (person.MergedInto is not null) break;
                if (person.Name is not null) Index(personsByName, NameKey.Of(person.Name), person.Id);
                foreach (var address in person.Addresses) Index(personsByEmail, Texts.FoldAddress(address.Email), person.Id);
                break;
            case SeatEntry seat:
                seats[seat.Id] = seat;
                Index(seatsByPerson, seat.PersonId, seat.Id);
                Index(seatsByBody, NameKey.Of(seat.Body), seat.Id);
                break;
            case FiledEntry entryOfKind:
                filed[(entry.Kind, entry.Id)] = entryOfKind;
                foreach (var name in entryOfKind.FoundBy) Index(filedByName, FiledKey.Of(entry.Kind, name) ?? "", entry.Id);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>All loaded entries of a filed kind, in the order of their numbers, new ones last.</summary>
    public IEnumerable<T> All<T>() where T : FiledEntry => InOrder(filed.Values.OfType<T>());

    public T? Filed<T>(EntryKind kind, long? id) where T : FiledEntry => id is { } number ? filed.GetValueOrDefault((kind, number)) as T : null;

    /// <summary>Loaded entries that this name may mean.</summary>
    public IEnumerable<T> Named<T>(EntryKind kind, string? name) where T : FiledEntry =>
        FiledKey.Of(kind, name) is { } key && filedByName.TryGetValue(key, out var ids)
            ? InOrder(ids.Select(id => filed[(kind, id)]).OfType<T>().Where(entry => entry.FoundBy.Any(other => FiledKey.Of(kind, other) == key))) : [];

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> entries) where T : RegisterEntry => entries.OrderBy(entry => entry.Id < 0).ThenBy(entry => Math.Abs(entry.Id));

    public void Put(AnsweredLetter letter) => letters[letter.InternetId] = letter;

    public void Put(string address, AnswerBudget budget) => budgets[Texts.FoldAddress(address)] = budget;

    public OrganizationEntry? Organization(long? id) => id is { } number ? organizations.GetValueOrDefault(number) : null;

    public PersonEntry? Person(long? id) => id is { } number ? persons.GetValueOrDefault(number) : null;

    /// <summary>The organization of this name: of the same country, or of none where only one is told.</summary>
    /// <returns>Null where there is none, or where several could be meant.</returns>
    public OrganizationEntry? FindOrganization(string? name, string? country)
    {
        if (!organizationsByName.TryGetValue(NameKey.Of(name), out var ids) && !(HeadedName.Bare(name) is { } bare && organizationsByName.TryGetValue(bare, out ids))) return null;
        var same = ids.Select(id => organizations[id]).Where(o => o.MergedInto is null && o.Country is not null && o.Country == country).ToList();
        if (same.Count > 0) return same.MinBy(o => Math.Abs(o.Id));
        var open = ids.Select(id => organizations[id]).Where(o => o.MergedInto is null && (o.Country is null || country is null)).ToList();
        return open is [var only] ? only : null;
    }

    public IEnumerable<PersonEntry> PersonsWithEmail(string? email) =>
        email is not null && personsByEmail.TryGetValue(Texts.FoldAddress(email), out var ids)
            ? ids.Select(id => persons[id]).Where(p => p.MergedInto is null && p.Addresses.Any(a => Texts.FoldAddress(a.Email) == Texts.FoldAddress(email))).OrderBy(p => Math.Abs(p.Id))
            : [];

    public IEnumerable<PersonEntry> PersonsNamed(string? name) =>
        name is not null && personsByName.TryGetValue(NameKey.Of(name), out var ids)
            ? ids.Select(id => persons[id]).Where(p => p.MergedInto is null).OrderBy(p => Math.Abs(p.Id)) : [];

    /// <summary>All persons and organizations that are loaded, without those that were merged.</summary>
    public IEnumerable<PersonEntry> Persons => persons.Values.Where(p => p.MergedInto is null).OrderBy(p => p.Id < 0).ThenBy(p => Math.Abs(p.Id));

    /// <summary>A person with all entries that were found to be the same one, whichever of them is asked for.</summary>
    public IReadOnlyList<PersonEntry> WithMerged(PersonEntry person)
    {
        var standing = Standing(person).Id;
        return [.. persons.Values.Where(other => Standing(other).Id == standing).OrderBy(other => other.Id)];
    }

    private PersonEntry Standing(PersonEntry person)
    {
        while (Person(person.MergedInto) is { } kept) person = kept;
        return person;
    }

    public IEnumerable<OrganizationEntry> Organizations => organizations.Values.Where(o => o.MergedInto is null).OrderBy(o => o.Id < 0).ThenBy(o => Math.Abs(o.Id));

    public IEnumerable<SeatEntry> Seats => seats.Values.OrderBy(s => s.Id < 0).ThenBy(s => Math.Abs(s.Id));

    /// <summary>All seats of a person, ended ones too.</summary>
    public IEnumerable<SeatEntry> SeatsOf(long personId) =>
        seatsByPerson.TryGetValue(personId, out var ids) ? ids.Select(id => seats[id]).OrderBy(s => Math.Abs(s.Id)) : [];

    public IEnumerable<SeatEntry> OpenSeatsFor(string? body) =>
        seatsByBody.TryGetValue(NameKey.Of(body), out var ids)
            ? ids.Select(id => seats[id]).Where(s => s.Until is null).OrderBy(s => Math.Abs(s.Id)) : [];

    /// <summary>All loaded seats for a body, ended ones too.</summary>
    public IEnumerable<SeatEntry> SeatsFor(string? body) =>
        seatsByBody.TryGetValue(NameKey.Of(body), out var ids) ? ids.Select(id => seats[id]).OrderBy(s => s.Id < 0).ThenBy(s => Math.Abs(s.Id)) : [];

    /// <summary>Seats that somebody of this name holds.</summary>
    public IEnumerable<SeatEntry> OpenSeatsOf(string? name) => PersonsNamed(name).SelectMany(person => SeatsOf(person.Id)).Where(seat => seat.Until is null);

    /// <summary>Organizations whose contact the person is.</summary>
    public IEnumerable<OrganizationEntry> ContactOf(long personId) =>
        contactOf.TryGetValue(personId, out var ids) ? ids.Select(id => organizations[id]).Where(o => o.ContactId == personId) : [];

    /// <summary>Letters of ours that the batch answers, or is.</summary>
    public IEnumerable<AnsweredLetter> Letters => letters.Values;

    public AnsweredLetter? Letter(string internetId) => letters.GetValueOrDefault(internetId);

    /// <summary>Notes the items of an earlier mail: a letter of ours has shown them to its sender.</summary>
    public void PutShown(long messageId, IReadOnlyList<(Item Item, bool Recorded)> items) => shown[messageId] = items;

    /// <summary>The items of the mail that caused a letter, in their order; empty where none are known.</summary>
    public IReadOnlyList<(Item Item, bool Recorded)> Shown(long? messageId) => messageId is { } id ? shown.GetValueOrDefault(id, []) : [];

    /// <summary>Notes what somebody has told of late.</summary>
    public void PutTold(string address, ToldBefore said) => told[Texts.FoldAddress(address)] = said;

    /// <summary>What the owner of an address has told of late; loaded for those whose mails may complete it.</summary>
    public ToldBefore? Told(string address) => told.GetValueOrDefault(Texts.FoldAddress(address));

    public void Put(string address, AddressHealth health) => healths[Texts.FoldAddress(address)] = health;

    /// <summary>How mail to the address fares.</summary>
    public AddressHealth Health(string address) => healths.GetValueOrDefault(Texts.FoldAddress(address), AddressHealth.Fine);

    /// <summary>Notes the letter as the last one to its recipient.</summary>
    public void PutLast(AnsweredLetter letter) => lastLetters[Texts.FoldAddress(letter.Recipient)] = letter;

    /// <summary>The last letter to an address; loaded for addresses that a bounce names.</summary>
    public AnsweredLetter? LastLetterTo(string address) => lastLetters.GetValueOrDefault(Texts.FoldAddress(address));

    /// <summary>In which language the owners of addresses write; loaded for those whose entries are.</summary>
    public Spoken Spoken { get; init; } = new();

    public AnswerBudget Budget(string address) => budgets.GetValueOrDefault(Texts.FoldAddress(address), AnswerBudget.Fresh);

    private static void Index<TKey>(Dictionary<TKey, HashSet<long>> index, TKey key, long id) where TKey : notnull
    {
        if (key is "") return;
        if (!index.TryGetValue(key, out var ids)) index[key] = ids = [];
        ids.Add(id);
    }
}
