using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Reminders;

/// <summary>Whether letters reach those who owe something: a secretary who takes a matter over must know whether the debtor is silent, away, or never got a letter.</summary>
internal sealed class Standings
{
    /// <summary>Below this score trouble is so long past that letters count as arriving: a month after one that could not be delivered for the moment, two after one refused for good.</summary>
    private const double Past = 0.1;

    private readonly Group group;
    private readonly RegisterSnapshot register;
    private readonly Absences absences;
    private readonly IReadOnlyDictionary<string, AddressHealth> healths;
    private readonly DateTimeOffset now;

    private Standings(Group group, RegisterSnapshot register, Absences absences, IReadOnlyDictionary<string, AddressHealth> healths, DateTimeOffset now) =>
        (this.group, this.register, this.absences, this.healths, this.now) = (group, register, absences, healths, now);

    /// <param name="owed">Obligations that will be asked about.</param>
    /// <param name="now">UTC.</param>
    public static async Task<Standings> OfAsync(Group group, IEnumerable<ObligationEntry> owed, RegisterSnapshot snapshot, RegisterStore register, ReachStore reach, DateTimeOffset now, CancellationToken stop)
    {
        var addresses = owed.Select(one => AddressOf(group, one.Debtor, snapshot)).OfType<string>().ToList();
        return new Standings(group, snapshot, await Absences.OfAsync(group, register, now, stop), await reach.HealthsAsync(group.Key, addresses, stop), now);
    }

    public DebtorStanding Of(ObligationEntry owed)
    {
        // The secretariat itself is the one who reads it.
        if (owed.Debtor.Role is not (null or "chairman")) return new DebtorStanding(DebtorReach.Unsaid);
        if (AddressOf(group, owed.Debtor, register) is not { } address) return new DebtorStanding(DebtorReach.Nowhere);
        if (absences.Of(owed) is { } away)
            return new DebtorStanding(DebtorReach.Away, address, Back: DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(away.Back, group.Zone).DateTime), Deputy: away.Deputy);
        return healths.GetValueOrDefault(address) is { } health && (health.State != Register.Reaching.HealthState.Fine || health.ScoreAt(now) >= Past)
            ? new DebtorStanding(DebtorReach.Returned, address, health.Reason.Length > 0 ? health.Reason : null) : new DebtorStanding(DebtorReach.Reached, address);
    }

    /// <summary>Where letters go; where no address is reached, the one that they went to.</summary>
    private static string? AddressOf(Group group, Debtor debtor, RegisterSnapshot register) =>
        ReminderLetters.AddressesOf(group, debtor, register) is [var first, ..] ? first.Email
            : (debtor.MemberId is { } member ? register.One<MemberEntry>(member)?.Addresses : debtor.PersonId is { } person ? register.Person(person)?.Addresses : null) is [var one, ..] ? one.Email : null;
}
