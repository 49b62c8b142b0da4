using JcaCop.Register;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Reminders;

/// <summary>Which debtors are away, by their own word: until when, and who stands in.</summary>
internal sealed class Absences
{
    private readonly Dictionary<(EntryKind, long), Absence> byDebtor = [];
    private readonly Dictionary<string, Absence> byAddress = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="Back">When the first day back begins, UTC: no reminder before.</param>
    /// <param name="Deputy">Address; null where nobody is named.</param>
    internal sealed record Absence(DateTimeOffset Back, string? Deputy);

    private string? chairman;

    private static readonly Absences None = new();

    public static async Task<Absences> OfAsync(Group group, RegisterStore register, DateTimeOffset now, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, group.Zone).DateTime);
        var away = (await register.LiveAsync(group.Key, [EntryKind.Absence], stop)).OfType<AbsenceEntry>().Where(absence => absence.On(today))
            .ToDictionary(absence => absence.Address, StringComparer.OrdinalIgnoreCase);
        if (away.Count == 0) return None;
        var snapshot = await register.SnapshotAsync(group.Key, null, stop);
        var absences = new Absences { chairman = group.Chairman };
        foreach (var (address, absence) in away) absences.byAddress[address] = Told([absence], away, group);
        foreach (var person in snapshot.Persons) absences.Add(EntryKind.Person, person.Id, person.Addresses, away, group);
        foreach (var member in snapshot.All<MemberEntry>()) absences.Add(EntryKind.Member, member.Id, member.Addresses, away, group);
        return absences;
    }

    /// <summary>When the chairman is back; null where there is none, or none who is away.</summary>
    public DateTimeOffset? OfChairman => chairman is { } email ? byAddress.GetValueOrDefault(email)?.Back : null;

    /// <returns>Null where the debtor is not away. A deputy is named only where somebody else can give what is owed.</returns>
    public Absence? Of(ObligationEntry owed)
    {
        var absence = owed.Debtor.MemberId is { } member ? byDebtor.GetValueOrDefault((EntryKind.Member, member))
            : owed.Debtor.PersonId is { } person ? byDebtor.GetValueOrDefault((EntryKind.Person, person))
            : ((owed.Debtor.Role == "chairman" ? chairman : null) ?? owed.Debtor.Email) is { } email ? byAddress.GetValueOrDefault(email) : null;
        return absence is not null && owed.Matter is not (ObligationMatter.AnswerCall or ObligationMatter.AnswerLiaison) ? absence with { Deputy = null } : absence;
    }

    /// <summary>Somebody else at the debtor can be reminded as long as one address is read.</summary>
    private void Add(EntryKind kind, long id, IReadOnlyList<PersonAddress> addresses, Dictionary<string, AbsenceEntry> away, Group group)
    {
        var read = addresses.Where(address => address.Reachability != Reachability.Unreachable).ToList();
        if (read.Count == 0 || !read.TrueForAll(address => away.ContainsKey(address.Email))) return;
        byDebtor[(kind, id)] = Told(read.ConvertAll(address => away[address.Email]), away, group);
    }

    private static Absence Told(List<AbsenceEntry> told, Dictionary<string, AbsenceEntry> away, Group group)
    {
        var deputy = told.Select(absence => absence.Deputy).FirstOrDefault(deputy => deputy is not null && !Same(deputy, group.Address) && !away.ContainsKey(deputy));
        return new Absence(ClosingDay.StartOf(told.Min(absence => absence.Until!.Value), group.Zone), deputy);
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
