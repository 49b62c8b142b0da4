using JcaCop.Reading;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding;

/// <summary>What the register holds for a member: what was put forward in its name, from an address of its own or its official domain.</summary>
public sealed record MemberHoldings(IReadOnlyList<OrganizationEntry> Organizations, IReadOnlyList<SeatEntry> Seats, IReadOnlyList<ActivityEntry> Activities)
{
    public static MemberHoldings Nothing { get; } = new([], [], []);

    /// <summary>Who is registered for meetings to come, each with the meeting, the nearest first.</summary>
    public IReadOnlyList<(RegistrationEntry Registration, MeetingEntry Meeting)> Registrations { get; init; } = [];

    /// <summary>Contributions to meetings to come, or to none, by their numbers.</summary>
    public IReadOnlyList<DocumentEntry> Contributions { get; init; } = [];

    /// <param name="day">On which seats are held.</param>
    public static MemberHoldings Of(IReadOnlyCollection<MemberEntry> members, RegisterSnapshot register, OfficialDomains official, DateOnly day)
    {
        if (members.Count == 0) return Nothing;
        var addresses = members.SelectMany(member => member.Addresses).Select(address => address.Email).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var countries = members.Select(member => member.Country).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = members.SelectMany(member => new[] { member.Name, member.Body }).Select(NameKey.Of).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        return new MemberHoldings(
            [.. register.Organizations.Where(organization => organization.State != OrganizationState.Withdrawn && Spoke(organization.NominatedBy))],
            [.. register.Seats.Where(seat => seat.HoldsOn(day) && (names.Contains(NameKey.Of(seat.Body)) || Spoke(seat.NominatedBy)))],
            [.. register.All<ActivityEntry>().Where(activity => !activity.Cancelled && Spoke(activity.ReportedBy))])
        {
            Registrations = [.. register.All<RegistrationEntry>().Where(one => one.State == RegistrationState.Registered && Spoke(one.ToldBy))
                .Select(one => (one, Meeting: register.One<MeetingEntry>(one.MeetingId))).Where(pair => pair.Meeting is { State: MeetingState.Planned or MeetingState.Announced })
                .Select(pair => (pair.one, pair.Meeting!)).OrderBy(pair => pair.Item2.Time.Opens).ThenBy(pair => pair.one.Name, StringComparer.Ordinal)],
            Contributions = [.. register.All<DocumentEntry>().Where(document => document is { Sort: DocumentSort.Contribution, State: not DocumentState.Withdrawn } && (Spoke(document.Newest?.By) || document.Announcer?.MemberId is { } announcer && members.Any(member => member.Id == announcer))
                && (document.MeetingId is not { } meeting || register.One<MeetingEntry>(meeting) is { State: MeetingState.Planned or MeetingState.Announced })).OrderBy(document => document.Number, StringComparer.Ordinal)],
        };

        bool Spoke(string? by)
        {
            if (by is null || !by.Contains('@', StringComparison.Ordinal)) return false;
            if (addresses.Contains(by)) return true;
            var domain = new MailAddress(null, by).Domain;
            return (official.MemberOf(domain) ?? Domains.GovernmentOf(domain)) is { } speaks && (countries.Contains(speaks) || names.Contains(NameKey.Of(speaks)));
        }
    }
}
