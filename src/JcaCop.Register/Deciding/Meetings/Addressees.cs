using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Privacy;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>One who gets a letter about a meeting.</summary>
/// <param name="Language">ISO 639-1 code; null where none is known.</param>
/// <param name="RegistrationId">Where a registered participant gets it.</param>
/// <param name="Connected">The participant has the connection details, and keeps them in the calendar.</param>
public sealed record Addressee(MeetingRole Role, string Name, string Email, string? Language, long? RegistrationId = null, bool Connected = false);

/// <summary>Who gets a letter, each address once, and whom the register cannot reach.</summary>
/// <param name="Unreached">One sentence each, with what to do.</param>
public sealed record AddresseeList(IReadOnlyList<Addressee> All, IReadOnlyList<string> Unreached);

/// <summary>Looks up who gets letters about a meeting: roles of the settings to addresses of the register.</summary>
public static class Addressees
{
    /// <param name="known">Members, persons, seats and registrations whole.</param>
    /// <param name="day">Seats are those held on this day.</param>
    public static AddresseeList Of(IEnumerable<MeetingRole> roles, MeetingEntry meeting, Group group, Known known, DateOnly day)
    {
        var found = new List<Addressee>();
        var unreached = new List<string>();
        foreach (var role in roles) Add(role, meeting, group, known, day, found, unreached);
        return new AddresseeList([.. found.DistinctBy(one => Texts.FoldAddress(one.Email))], unreached);
    }

    /// <summary>Registered participants of a meeting.</summary>
    public static IEnumerable<RegistrationEntry> Registered(MeetingEntry meeting, Known known) =>
        known.All<RegistrationEntry>().Where(registration => registration.MeetingId == meeting.Id && registration.State == RegistrationState.Registered);

    /// <summary>The participant's own address, otherwise that of whoever registered the participant. Of somebody erased nothing is left but a stub: nobody gets a letter about it, nor at it.</summary>
    public static Addressee? Of(RegistrationEntry registration, Known known) =>
        registration.Name == PersonMarks.Stub || (Reachable(known.Person(registration.PersonId)?.Addresses) ?? registration.ToldBy) is not { } email || email == PersonMarks.Stub ? null
            : new Addressee(MeetingRole.Participants, registration.Name, email, Speaking.In(known).Of(email) ?? Speaking.In(known).OfCountry(registration.Country), registration.Id, registration.ConnectionSentAt is not null);

    private static void Add(MeetingRole role, MeetingEntry meeting, Group group, Known known, DateOnly day, List<Addressee> found, List<string> unreached)
    {
        switch (role)
        {
            case MeetingRole.Members:
                foreach (var member in known.All<MemberEntry>().Where(member => member.Active)) Member(role, member, known, found, unreached);
                break;
            case MeetingRole.Seats:
                Seats(role, known.Seats.Where(seat => seat.HoldsOn(day)), known, found);
                break;
            case MeetingRole.AbsentSeats:
                var present = Registered(meeting, known).Select(registration => registration.PersonId).ToHashSet();
                Seats(role, known.Seats.Where(seat => seat.HoldsOn(day) && !present.Contains(seat.PersonId)), known, found);
                // Whoever has excused himself or herself was told that the report would come.
                found.AddRange(known.All<RegistrationEntry>().Where(registration => registration.MeetingId == meeting.Id && registration.State != RegistrationState.Registered)
                    .Select(registration => Of(registration, known)).OfType<Addressee>().Select(one => one with { Role = role, RegistrationId = null }));
                break;
            case MeetingRole.List when group.ListAddress is { } list:
                found.Add(new Addressee(role, $"{group.Name} list", list, null));
                break;
            case MeetingRole.Parent when group.Parent is { } parent:
                Named(role, parent, known, found, unreached);
                break;
            case MeetingRole.Participants:
                found.AddRange(Registered(meeting, known).Select(registration => Of(registration, known)).OfType<Addressee>());
                break;
            case MeetingRole.Copies:
                foreach (var copy in group.Copies) Named(role, copy, known, found, unreached);
                break;
            case MeetingRole.Chairman when group.Chairman is { } chairman:
                found.Add(new Addressee(role, $"Chairman of {group.Name}", chairman, null));
                break;
            case MeetingRole.Chairman:
                unreached.Add($"no address of the chairman: setting Groups:{group.Key}:Chairman");
                break;
            case MeetingRole.Secretariat:
                found.AddRange(group.Secretaries.Select(address => new Addressee(role, $"Secretariat of {group.Name}", address, null)));
                break;
            default:
                // The group has no list, or no parent.
                break;
        }
    }

    private static void Seats(MeetingRole role, IEnumerable<SeatEntry> seats, Known known, List<Addressee> found)
    {
        foreach (var seat in seats)
            if (known.Person(seat.PersonId) is { } person && Reachable(person.Addresses) is { } email)
                found.Add(new Addressee(role, person.Name ?? email, email, Speaking.In(known).Of(person, seat)));
    }

    private static void Named(MeetingRole role, string name, Known known, List<Addressee> found, List<string> unreached)
    {
        if (name.Contains('@', StringComparison.Ordinal)) found.Add(new Addressee(role, name, name, Speaking.In(known).Of(name)));
        else if (MemberDesk.Find(name, known) is { } member) Member(role, member, known, found, unreached);
        else unreached.Add($"the register knows no address of {name}: member add \"{name}\" --body \"{name}\" --email ADDRESS");
    }

    private static void Member(MeetingRole role, MemberEntry member, Known known, List<Addressee> found, List<string> unreached)
    {
        if (Reachable(member.Addresses) is { } email) found.Add(new Addressee(role, member.Name, email, Speaking.In(known).Of(member)));
        else unreached.Add($"{member.Name} has no address that can be reached: member add \"{member.Name}\" --email ADDRESS");
    }

    private static string? Reachable(IReadOnlyList<PersonAddress>? addresses) => addresses?.FirstOrDefault(address => address.Reachability != Reachability.Unreachable)?.Email;
}
