using JcaCop.Register.Entries;
using JcaCop.Reading.Items;
using EntryAddress = JcaCop.Register.Entries.PersonAddress;

namespace JcaCop.Register.Deciding;

/// <summary>Changes entries of <see cref="Known"/> for one item and notes each change with its fields.</summary>
/// <param name="at">Arrival of the mail; decides between two values of one field.</param>
internal sealed class EntryDraft(Known known, DateTimeOffset at, int position, List<RegisterChange> changes)
{
    public Known Known => known;

    public DateTimeOffset At => at;

    /// <summary>The group's day on which the mail came.</summary>
    public DateOnly Day => known.DayOf(at);

    /// <summary>Puts the entry and notes what changed. Nothing happens where nothing did.</summary>
    /// <param name="before">Null for a new entry.</param>
    public T Put<T>(T? before, T after, string title, params IReadOnlyList<FieldChange?> fields) where T : RegisterEntry
    {
        var changed = fields.OfType<FieldChange>().ToList();
        if (changed.Count == 0) return before ?? after;
        var stamps = new Dictionary<string, DateTimeOffset>(before?.Stamps ?? new Dictionary<string, DateTimeOffset>());
        foreach (var field in changed) stamps[field.Field] = at;
        var entry = after with { Stamps = stamps };
        known.Put(entry);
        Note(new RegisterChange(entry.Kind, title, before, entry, changed, position));
        return entry;
    }

    /// <summary>One item changes an entry once: what it does in two steps is one line of the receipt and one row of the history.</summary>
    private void Note(RegisterChange change)
    {
        var first = changes.FindIndex(other => other.ItemPosition == position && other.Kind == change.Kind && other.After.Id == change.After.Id);
        if (first < 0) changes.Add(change);
        else changes[first] = change with { Before = changes[first].Before, Fields = [.. changes[first].Fields, .. change.Fields] };
    }

    /// <summary>The value that a field has after the mail: what is new fills a gap; what is newer replaces what is older.</summary>
    /// <returns>The value, and the change where there is one.</returns>
    public (string? Value, FieldChange? Change) Merge(RegisterEntry? entry, string field, string? present, string? told)
    {
        var given = string.IsNullOrWhiteSpace(told) ? null : told.Trim();
        if (given is null || (present is not null && Alike(present, given))) return (present, null);
        if (present is not null && entry is not null && entry.Stamps.TryGetValue(field, out var stamp) && stamp > at) return (present, null);
        return (given, new FieldChange(field, present, given));
    }

    /// <summary>Finds the person, or makes one, and adds what the mail tells.</summary>
    /// <returns>Null where the mail tells nothing by which to know or reach the person.</returns>
    public PersonEntry? Person(PersonMention mention) => Told(mention) is { } told ? Put(told.Before, told.After, told.Title, told.Fields) : null;

    /// <summary>What a mention of a person changes; nothing of it is done.</summary>
    /// <returns>Null where the mail tells nothing by which to know or reach the person. Before is null for somebody new.</returns>
    public (PersonEntry? Before, PersonEntry After, string Title, IReadOnlyList<FieldChange?> Fields)? Told(PersonMention mention)
    {
        var (person, organizationId, meant) = mention;
        // Of somebody who is known, a function or a postal address alone is news, too.
        if (meant is null && new[] { person.Name, person.Email, person.Phone, person.Fax }.All(string.IsNullOrWhiteSpace)) return null;
        var before = meant ?? PersonMatch.Find(person.Name, person.Email, organizationId, known, mention.House);
        // A shorter form of a name that is known in full tells nothing new.
        var alike = before?.Name is { } full && person.Name is { } form && ShortName.Fits(full, form)
            && !(mention.Corrects && form.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= full.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        var told = alike && NameKey.Of(person.Name).Length <= NameKey.Of(before!.Name).Length ? null : person.Name;
        // A name that is told in full completes a shorter one, whichever mail is the older.
        var (name, nameChange) = alike && told is not null && ShortName.IsShort(before!.Name) ? (told.Trim(), new FieldChange("name", before.Name, told.Trim())) : Merge(before, "name", before?.Name, told);
        var (function, functionChange) = Merge(before, "function", before?.Function, person.Function);
        var (phone, phoneChange) = Merge(before, "phone", before?.Phone, person.Phone);
        var (fax, faxChange) = Merge(before, "fax", before?.Fax, person.Fax);
        var (address, addressChange) = Merge(before, "address", before?.Address, person.Address);
        var addresses = before?.Addresses ?? [];
        // A further address of somebody who has one already stands behind it.
        var further = mention.Beside && addresses.Count > 0 && person.Email is { } beside && !addresses.Any(a => a.Email.Equals(beside, StringComparison.OrdinalIgnoreCase)) ? person.Email.Trim() : null;
        var (email, emailChange) = mention.Beside && addresses.Count > 0 ? (before?.Email, further is null ? null : new FieldChange("addresses", Listed(addresses), $"{Listed(addresses)}, {further}")) : Merge(before, "email", before?.Email, person.Email);
        if (further is not null) addresses = [.. addresses, new EntryAddress(further, Reachability.Unknown)];
        else if (emailChange is not null && email is not null)
            addresses = [new EntryAddress(email, Reachability.Unknown), .. addresses.Where(a => !a.Email.Equals(email, StringComparison.OrdinalIgnoreCase))];
        var organization = before?.OrganizationId ?? organizationId;
        var organizationChange = organization == before?.OrganizationId ? null
            : new FieldChange("organization", null, known.Organization(organization)?.Name);
        var after = (before ?? new PersonEntry(known.NextNew(), known.Group, null, null, null, [], null, null, null)) with
        {
            Name = name, Function = function, Phone = phone, Fax = fax, Address = address, Addresses = addresses, OrganizationId = organization,
        };
        return (before, after, name ?? email ?? phone ?? fax ?? "", [nameChange, functionChange, emailChange, phoneChange, faxChange, addressChange, organizationChange]);
    }

    private static string Listed(IReadOnlyList<EntryAddress> addresses) => string.Join(", ", addresses.Select(address => address.Email));

    private static bool Alike(string one, string other) => string.Equals(one.Trim(), other, StringComparison.Ordinal);
}
