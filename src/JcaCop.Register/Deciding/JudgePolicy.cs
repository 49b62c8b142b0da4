using JcaCop.Reading;
using JcaCop.Register.Deciding.Neighbours;

namespace JcaCop.Register.Deciding;

/// <summary>What the secretariat settles beforehand: how sure a reading must be, whose word counts, how often a machine may answer.</summary>
/// <param name="Group">Key of the coordination body.</param>
/// <param name="OwnAddresses">Addresses of the service: mail from them is its own, come back.</param>
public sealed record JudgePolicy(string Group, IReadOnlyCollection<string> OwnAddresses)
{
    /// <summary>An item below this confidence waits for a person, whatever its reader decided. 0 to 1.</summary>
    public double AcceptFrom { get; init; } = 0.75;

    /// <summary>Senders whose items are recorded without a person.</summary>
    public IReadOnlySet<Mandate> Trusted { get; init; } = new HashSet<Mandate> { Mandate.Seat, Mandate.Domain };

    /// <summary>Domains that speak for a member, as the secretariat knows them.</summary>
    public OfficialDomains Official { get; init; } = OfficialDomains.None;

    /// <summary>Addresses of the chairman and the secretariat: who may send the report of a meeting.</summary>
    public IReadOnlyCollection<string> Officers { get; init; } = [];

    /// <summary>Name under which our own mail server writes Authentication-Results (RFC 8601, 2.5); null: no such header counts.</summary>
    public string? AuthenticationServer { get; init; }

    /// <summary>In which days begin and end: when somebody who is away is back.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The group's day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) => Calls.ClosingDay.DayOf(at, Zone);

    /// <summary>Automatic answers that one address gets in a window.</summary>
    public int AnswersInWindow { get; init; } = 5;

    public TimeSpan AnswerWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Automatic answers that one address gets on a day (UTC).</summary>
    public int AnswersOnDay { get; init; } = 20;

    /// <summary>The same for mails whose sender our own mail server checks and could not confirm: whoever writes under another's address uses these up, and no others.</summary>
    public int UnprovedInWindow { get; init; } = 3;

    public int UnprovedOnDay { get; init; } = 10;

    /// <summary>How the group itself is called; null where it is the only one of the service.</summary>
    public GroupNames? Own { get; init; }

    /// <summary>The other groups of the service.</summary>
    public IReadOnlyList<GroupNames> Others { get; init; } = [];

    /// <summary>Whether a mail went to more than one group of the service.</summary>
    public bool IsToSeveral(ReceivedMail mail) =>
        OwnAddresses.Distinct(StringComparer.OrdinalIgnoreCase).Count(own => mail.To.Concat(mail.Cc).Any(address => address.Email.Equals(own, StringComparison.OrdinalIgnoreCase))) > 1;
}
