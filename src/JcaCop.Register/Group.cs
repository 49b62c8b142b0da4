using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;

namespace JcaCop.Register;

/// <summary>One coordination body with its own mailbox, list, parent, languages and time zone (DESIGN, 1). Comes from the settings.</summary>
/// <param name="Key">Short word that names it in verbs, tables and folders: <c>jca-cop</c>.</param>
/// <param name="Name">As in letters: <c>JCA-COP</c>.</param>
/// <param name="FullName">As in letters: <c>Joint Coordination Activity on Child Online Protection</c>.</param>
/// <param name="Address">Its mailbox.</param>
/// <param name="ListAddress">Its mailing list; null where it has none.</param>
/// <param name="Parent">Canonical code of the parent body: <c>ITU-T SG17</c>.</param>
/// <param name="Zone">Where its deadlines end (IANA name in the settings).</param>
/// <param name="Secretaries">Who may decide and command, and reads the digest.</param>
public sealed record Group(
    string Key,
    string Name,
    string FullName,
    string Address,
    string? ListAddress,
    string? Parent,
    TimeZoneInfo Zone,
    IReadOnlyList<string> Secretaries,
    string? Chairman)
{
    /// <summary>ISO 639-1 code, one of the six: the language of the secretariat, and of letters to those of whom none is known.</summary>
    public string Language { get; init; } = "en";

    /// <summary>ISO 639-1 code, one of the six: the language of letters to the chairman; null where it is the group's.</summary>
    public string? ChairmanLanguage { get; init; }

    /// <summary>ISO 639-1 code, one of the six: the language of drafts of reports; null where it is the group's.</summary>
    public string? DraftLanguage { get; init; }

    /// <summary>The language of letters to an address of which none else is known.</summary>
    public string LanguageFor(string email) => ChairmanLanguage is { } own && email.Equals(Chairman, StringComparison.OrdinalIgnoreCase) ? own : Language;

    /// <summary>Addresses of the chairman, where one is known, and of the secretariat.</summary>
    public IReadOnlyList<string> Officers => Chairman is { } chairman ? [chairman, .. Secretaries] : Secretaries;

    /// <summary>Domains from which its members write.</summary>
    public OfficialDomains Official { get; init; } = OfficialDomains.None;

    /// <summary>How it holds its meetings.</summary>
    public MeetingRules Meetings { get; init; } = MeetingRules.Customary;

    /// <summary>What it looks after year by year.</summary>
    public PeriodicRules Periodic { get; init; } = PeriodicRules.Customary;

    /// <summary>Who gets a copy of reports: names or body codes of members, or addresses.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>By kind of letter (<c>report-distribution</c>): addresses that get a copy of each letter of that kind, beside its addressee.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Cc { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<string> CopiedOn(string kind) => Cc.TryGetValue(kind, out var copied) ? [.. copied.Where(word => word is not (ParentRole or SeatsRole))] : [];

    /// <summary>Who gets a copy of letters of a kind by a role of the register.</summary>
    public IReadOnlyList<CopiedRole> CopiedRolesOn(string kind) => Cc.TryGetValue(kind, out var copied)
        ? [.. copied.Where(word => word is SeatsRole || (word is ParentRole && Parent is not null)).Select(word => new CopiedRole(word == ParentRole ? Parent : null, Zone))] : [];

    /// <summary>In <see cref="Cc"/>: the body to which the group reports.</summary>
    public const string ParentRole = "parent";

    /// <summary>In <see cref="Cc"/>: all who hold a seat.</summary>
    public const string SeatsRole = "seats";

    /// <summary>Its full name in further languages, by ISO 639-1 code: for letters and the public pages.</summary>
    public IReadOnlyDictionary<string, string> FullNames { get; init; } = new Dictionary<string, string>();

    /// <summary>What it is for, in a sentence or two, by ISO 639-1 code: for the public pages.</summary>
    public IReadOnlyDictionary<string, string> Purposes { get; init; } = new Dictionary<string, string>();
}
