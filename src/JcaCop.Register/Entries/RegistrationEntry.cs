using System.Globalization;
using System.Text.Json.Serialization;
using JcaCop.Reading.Items;

namespace JcaCop.Register.Entries;

public enum RegistrationState
{
    Registered,
    /// <summary>Was registered, and will not come.</summary>
    Cancelled,
    /// <summary>Told that nobody is to be expected.</summary>
    Regrets,
}

/// <summary>What somebody said of taking part in a meeting: one entry for each person, or for a body that sends nobody.</summary>
/// <param name="PersonId">Null where a body as a whole excuses itself.</param>
/// <param name="Name">Of the person or body, as in the list of participants.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where it was not told.</param>
/// <param name="Mode">Null where it was not told: a place in the room is kept.</param>
public sealed record RegistrationEntry(
    long Id, string Group, long MeetingId, long? PersonId, string Name, string? Organization, string? Country, AttendanceMode? Mode, RegistrationState State)
    : FiledEntry(Id, Group)
{
    /// <summary>Name of the person in whose place this one comes; null where there is none.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>What the person is in the delegation; null for a member of it.</summary>
    public DelegationRank? Rank { get; init; }

    /// <summary>Address of whoever registered the person.</summary>
    public string? ToldBy { get; init; }

    /// <summary>When the connection details were queued, UTC; null while they were not.</summary>
    public DateTimeOffset? ConnectionSentAt { get; init; }

    /// <summary>When a reminder of the deadline for contributions was queued, UTC; null while none was.</summary>
    public DateTimeOffset? ContributionRemindedAt { get; init; }

    /// <summary>SEQUENCE of the calendar entry that the participant got last; null where none was sent.</summary>
    public int? CalendarSequence { get; init; }

    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Registration;

    [JsonIgnore]
    public override string? Unique => $"{Number(MeetingId)} {(PersonId is { } person ? OfPerson(person) : OfBody(Name))}";

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy => [PersonId is { } person ? OfPerson(person) : OfBody(Name), Organization is { } body ? OfBody(body) : null, Live && ToldBy is { } sender
        ? ToldByKey(sender) : null, HouseKey(ToldBy)];

    [JsonIgnore]
    public override bool Live => State == RegistrationState.Registered;

    [JsonIgnore]
    public override string Standing => State.ToString();

    public static string OfPerson(long id) => $"person {Number(id)}";

    public static string OfBody(string name) => $"body {name}";

    /// <summary>The name under which those are found whom somebody registered: where they have no address, letters go to this one.</summary>
    public static string ToldByKey(string email) => $"told by {email}";

    /// <summary>The name under which all are found whom somebody of a house has named: a delegation.</summary>
    /// <returns>Null where no address tells a house.</returns>
    public static string? HouseKey(string? email) => Deciding.House.KeyOf(email) is { } house ? $"house {house}" : null;

    private static string Number(long id) => (id < 0 ? "new " : "") + Math.Abs(id).ToString(CultureInfo.InvariantCulture);

    internal override RegisterEntry Numbered(Numbering number) => this with
    {
        Id = number(Kind, Id), MeetingId = number(EntryKind.Meeting, MeetingId), PersonId = number.Of(EntryKind.Person, PersonId),
    };
}
