using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Adds, changes and retires members at the secretariat's word.</summary>
public static class MemberDesk
{
    /// <param name="told">What is said of the member; its number does not count.</param>
    /// <param name="rename">Whether a member on record under another name is the one that is meant.</param>
    public static DeskResult Add(MemberEntry told, bool rename, DeskDraft draft)
    {
        if (NameKey.Of(told.Name).Length == 0) return DeskResult.Refused("a member needs a name");
        if (StudyGroups.IsNone(told.Body)) return DeskResult.Refused($"there is no study group '{told.Body}'");
        var before = Find(told.Unique, draft.Known);
        if (before is not null && !rename && NameKey.Of(before.Name) != NameKey.Of(told.Name))
            return DeskResult.Refused($"{told.Body ?? told.Country ?? told.Name} is on record as '{before.Name}' (member {before.Id}); under that name it is changed, and --rename gives it the new one");
        var after = before is null ? told with { Id = draft.Known.NextNew() } : before with
        {
            Name = told.Name, Sort = told.Sort, Country = told.Country ?? before.Country, Body = told.Body ?? before.Body,
            Addresses = told.Addresses.Count > 0 ? told.Addresses : before.Addresses, Language = told.Language ?? before.Language, Active = true,
        };
        draft.Put(before, after, after.Name,
            FieldText.Change("name", before?.Name, after.Name), FieldText.Change("country", before?.Country, after.Country), FieldText.Change("body", before?.Body, after.Body),
            FieldText.Change("addresses", Text(before), Text(after)), FieldText.Change("language", before?.Language, after.Language),
            before is { Active: false } ? new FieldChange("active", "no", "yes") : null);
        return DeskResult.Done;
    }

    public static DeskResult Remove(string name, DeskDraft draft)
    {
        if (Find(name, draft.Known) is not { Active: true } member) return DeskResult.Refused($"there is no member '{name}'");
        draft.Put(member, member with { Active = false }, member.Name, new FieldChange("active", "yes", "no"));
        return DeskResult.Done;
    }

    /// <summary>By name, body code, or the country of an administration.</summary>
    public static MemberEntry? Find(string? name, Known known) =>
        known.Named<MemberEntry>(EntryKind.Member, name).FirstOrDefault(member => NameKey.Of(member.Unique) == NameKey.Of(name))
        ?? known.Named<MemberEntry>(EntryKind.Member, name).FirstOrDefault()
        ?? (name is { Length: 2 } ? known.Named<MemberEntry>(EntryKind.Member, MemberEntry.CountryName(name)).FirstOrDefault() : null);

    private static string? Text(MemberEntry? member) => member is null || member.Addresses.Count == 0 ? null : string.Join(", ", member.Addresses.Select(address => address.Email));

}
