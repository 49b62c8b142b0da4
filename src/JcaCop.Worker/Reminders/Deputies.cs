using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Reminders;

/// <summary>Who stands in for debtors that are away, by their own word.</summary>
internal sealed class Deputies
{
    private readonly Dictionary<(EntryKind, long), string> byDebtor = [];

    private static readonly Deputies None = new();

    /// <summary>Most days nobody is away who named a deputy: then the register is not read.</summary>
    public static async Task<Deputies> OfAsync(Group group, RegisterStore register, DateTimeOffset now, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, group.Zone).DateTime);
        var away = (await register.LiveAsync(group.Key, [EntryKind.Absence], stop)).OfType<AbsenceEntry>()
            .Where(absence => absence.On(today) && absence.Deputy is not null && !Same(absence.Deputy, group.Address) && !Same(absence.Deputy, absence.Address))
            .ToDictionary(absence => absence.Address, absence => absence.Deputy!, StringComparer.OrdinalIgnoreCase);
        if (away.Count == 0) return None;
        var snapshot = await register.SnapshotAsync(group.Key, null, stop);
        var deputies = new Deputies();
        foreach (var person in snapshot.Persons) deputies.Add(EntryKind.Person, person.Id, person.Addresses, away);
        foreach (var member in snapshot.All<MemberEntry>()) deputies.Add(EntryKind.Member, member.Id, member.Addresses, away);
        return deputies;
    }

    /// <returns>Null where the debtor is not away or named nobody, and where nobody else can give what is owed.</returns>
    public string? For(ObligationEntry owed, DateTimeOffset now) =>
        byDebtor.Count > 0 && owed.NotBefore > now && owed.Matter is (ObligationMatter.AnswerCall or ObligationMatter.AnswerLiaison)
            ? owed.Debtor.MemberId is { } member ? byDebtor.GetValueOrDefault((EntryKind.Member, member))
            : owed.Debtor.PersonId is { } person ? byDebtor.GetValueOrDefault((EntryKind.Person, person)) : null
            : null;

    private void Add(EntryKind kind, long id, IReadOnlyList<PersonAddress> addresses, Dictionary<string, string> away)
    {
        foreach (var address in addresses)
            if (away.TryGetValue(address.Email, out var deputy)) byDebtor.TryAdd((kind, id), deputy);
    }

    private static bool Same(string? one, string other) => other.Equals(one, StringComparison.OrdinalIgnoreCase);
}
