using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Adds, changes and retires members at the secretariat's word.</summary>
public static class MemberDesk
{
    /// <summary>Kinds of which all entries must be known to add or retire one: what it owes to open calls and liaison statements ends and begins with it.</summary>
    public static readonly EntryKind[] Whole = [EntryKind.Member, EntryKind.Call, EntryKind.Liaison, EntryKind.Obligation];

    /// <summary>By what an obligation ended that ended with the membership.</summary>
    internal const string NoLongerMember = "no longer a member";

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
        if (before is { Active: false }) Resume(after, draft);
        return DeskResult.Done;
    }

    /// <param name="who">Who gave the order.</param>
    public static DeskResult Remove(string name, string who, DeskDraft draft)
    {
        if (Find(name, draft.Known) is not { Active: true } member) return DeskResult.Refused($"there is no member '{name}'");
        draft.Put(member, member with { Active = false }, member.Name, new FieldChange("active", "yes", "no"));
        foreach (var (owed, _) in OwedBy(member, draft).Where(one => one.Owed.State is ObligationState.Open or ObligationState.Unreachable).ToList())
            CallDesk.End(owed, ObligationState.Waived, $"{who}: {NoLongerMember}", draft);
        return DeskResult.Done;
    }

    /// <summary>Who is a member again owes what ended with the membership, by the deadline as it stands now.</summary>
    private static void Resume(MemberEntry member, DeskDraft draft)
    {
        foreach (var (owed, deadline) in OwedBy(member, draft).Where(one => one.Owed.State == ObligationState.Waived && one.Owed.ClosedBy?.EndsWith(NoLongerMember, StringComparison.Ordinal) == true).ToList())
            draft.Put(owed, owed with { State = ObligationState.Open, ClosedAt = null, ClosedBy = null, Deadline = deadline }, CallPlacing.Title(owed),
                new FieldChange("state", owed.State.ToString(), nameof(ObligationState.Open)));
    }

    /// <summary>What open calls, and statements of ours that are not answered, ask of the member; by when, as it stands now.</summary>
    private static IEnumerable<(ObligationEntry Owed, Deadline? Deadline)> OwedBy(MemberEntry member, DeskDraft draft)
    {
        foreach (var owed in draft.Known.All<ObligationEntry>().Where(owed => owed.Debtor.MemberId == member.Id))
            if (owed.OfKind == EntryKind.Call && draft.Known.Filed<CallEntry>(EntryKind.Call, owed.Of) is { Live: true } call) yield return (owed, call.Deadline);
            else if (owed.OfKind == EntryKind.Liaison && draft.Known.Filed<LiaisonEntry>(EntryKind.Liaison, owed.Of) is { State: LiaisonState.Sent }) yield return (owed, owed.Deadline);
    }

    /// <summary>By name, body code, or the country of an administration.</summary>
    public static MemberEntry? Find(string? name, Known known) =>
        known.Named<MemberEntry>(EntryKind.Member, name).FirstOrDefault(member => NameKey.Of(member.Unique) == NameKey.Of(name))
        ?? known.Named<MemberEntry>(EntryKind.Member, name).FirstOrDefault()
        ?? (name is { Length: 2 } ? known.Named<MemberEntry>(EntryKind.Member, MemberEntry.CountryName(name)).FirstOrDefault() : null);

    private static string? Text(MemberEntry? member) => member is null || member.Addresses.Count == 0 ? null : string.Join(", ", member.Addresses.Select(address => address.Email));

}
