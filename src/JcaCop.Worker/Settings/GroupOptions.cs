using System.ComponentModel.DataAnnotations;
using JcaCop.Post.Letters;
using JcaCop.Register;
using JcaCop.Register.Deciding;

namespace JcaCop.Worker.Settings;

/// <summary>One coordination body, under its key in <c>Groups</c>: <c>Groups:jca-cop:Address</c>.</summary>
public sealed class GroupOptions : IValidatableObject
{
    /// <summary>As in letters: <c>JCA-COP</c>.</summary>
    [Required, MaxLength(60)]
    public string Name { get; set; } = "";

    /// <summary>As in letters, spelled out.</summary>
    [Required, MaxLength(200)]
    public string FullName { get; set; } = "";

    /// <summary>Address to which members write, and from which letters come.</summary>
    [Required, EmailAddress]
    public string Address { get; set; } = "";

    /// <summary>Address of the mailing list; null where there is none.</summary>
    [EmailAddress]
    public string? List { get; set; }

    /// <summary>Canonical code of the parent body: <c>ITU-T SG17</c>.</summary>
    public string? Parent { get; set; }

    /// <summary>IANA name of the zone in which deadlines end. Default Geneva's.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Zurich";

    /// <summary>Addresses that may decide and command, and that get the digest.</summary>
    public IList<string> Secretaries { get; } = [];

    [EmailAddress]
    public string? Chairman { get; set; }

    /// <summary>The language of the secretariat, and of letters to those of whom none is known: one of the six official ones (ISO 639-1). Default English.</summary>
    [AllowedValues("ar", "zh", "en", "fr", "ru", "es", ErrorMessage = "letters are written in ar, zh, en, fr, ru or es")]
    public string Language { get; set; } = LetterLanguages.English;

    /// <summary>The language of letters to the chairman; null: the group's.</summary>
    [AllowedValues(null, "ar", "zh", "en", "fr", "ru", "es", ErrorMessage = "letters are written in ar, zh, en, fr, ru or es")]
    public string? ChairmanLanguage { get; set; }

    /// <summary>The language in which reports of meetings and years are drafted; null: the group's.</summary>
    [AllowedValues(null, "ar", "zh", "en", "fr", "ru", "es")]
    public string? DraftLanguage { get; set; }

    /// <summary>
    /// Which mail domain speaks for which member: the domain, then the country (two letters, ISO 3166-1) or the name of the
    /// organization or body. What comes from there needs no confirmation, as long as it is in that member's own matter.
    /// </summary>
    public IDictionary<string, string> OfficialDomains { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who gets a copy of meeting reports: names or body codes of members (<c>ITU-T TSAG</c>), or addresses.</summary>
    public IList<string> Copies { get; } = [];

    /// <summary>
    /// Who gets a copy of letters, by kind of letter as <c>letter list</c> names them: <c>Cc:report-distribution:0</c>. Addresses, or
    /// <c>chairman</c>, <c>secretariat</c>, <c>list</c>, <c>parent</c> (the member of that name or body), <c>seats</c> (all who hold one on the day). Each letter of the kind is copied, those of a circular to many too, but none
    /// that carries a code.
    /// </summary>
    public IDictionary<string, List<string>> Cc { get; } = new Dictionary<string, List<string>>(StringComparer.Ordinal);

    /// <summary>How the group holds its meetings.</summary>
    public MeetingOptions Meetings { get; } = new();

    /// <summary>The full name in further languages, for letters and the public pages: <c>FullNames:fr</c>.</summary>
    public IDictionary<string, string> FullNames { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the group is for, in a sentence or two, for the public pages: <c>Purposes:en</c>. English stands in for a language that is missing.</summary>
    public IDictionary<string, string> Purposes { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What it looks after year by year.</summary>
    public PeriodicOptions Periodic { get; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"this machine knows no time zone '{TimeZone}'", [nameof(TimeZone)]);
        for (var i = 0; i < Secretaries.Count; i++)
        {
            if (!new EmailAddressAttribute().IsValid(Secretaries[i]))
                yield return new ValidationResult($"'{Secretaries[i]}' is no e-mail address", [$"{nameof(Secretaries)}:{i}"]);
        }
        foreach (var (address, key) in new[] { (Chairman, nameof(Chairman)), (List, nameof(List)) })
            if (address is not null && address.Equals(Address, StringComparison.OrdinalIgnoreCase))
                yield return new ValidationResult("the group's own mailbox would get its own letters back", [key]);
        if (StudyGroups.IsNone(Parent)) yield return new ValidationResult($"there is no study group '{Parent}'", [nameof(Parent)]);
        for (var i = 0; i < Copies.Count; i++)
            if (StudyGroups.IsNone(Copies[i])) yield return new ValidationResult($"there is no study group '{Copies[i]}'", [$"{nameof(Copies)}:{i}"]);
        foreach (var wrong in WrongDomains()) yield return wrong;
        foreach (var wrong in WrongCopies()) yield return wrong;
        foreach (var (texts, key) in new[] { (FullNames, nameof(FullNames)), (Purposes, nameof(Purposes)) })
            foreach (var language in texts.Keys.Where(language => !LetterLanguages.All.Contains(language, StringComparer.OrdinalIgnoreCase)))
                yield return new ValidationResult($"'{language}' is none of the languages {string.Join(", ", LetterLanguages.All)}", [$"{key}:{language}"]);
    }

    private IEnumerable<ValidationResult> WrongDomains()
    {
        foreach (var (domain, member) in OfficialDomains)
        {
            if (Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
                yield return new ValidationResult($"'{domain}' is no mail domain like ministry.example.org", [$"{nameof(OfficialDomains)}:{domain}"]);
            else if (Domains.IsFreeMail(domain.ToLowerInvariant()))
                yield return new ValidationResult("it gives addresses to anybody and speaks for no member", [$"{nameof(OfficialDomains)}:{domain}"]);
            if (string.IsNullOrWhiteSpace(member))
                yield return new ValidationResult("it names no member: a country's two letters, or the name of an organization or body", [$"{nameof(OfficialDomains)}:{domain}"]);
            else if (member is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] && !Register.Calendar.CountryZones.Knows(member))
                yield return new ValidationResult($"'{member}' is no country of ISO 3166-1", [$"{nameof(OfficialDomains)}:{domain}"]);
        }
    }

    private IEnumerable<ValidationResult> WrongCopies()
    {
        foreach (var (kind, copied) in Cc)
        {
            if (!LetterKinds.All.Any(known => known.Name == kind))
                yield return new ValidationResult($"there is no letter '{kind}'; letter list names all", [$"{nameof(Cc)}:{kind}"]);
            else if (LetterKinds.ForOneReader.Contains(kind) && copied.Count > 0)
                yield return new ValidationResult("nobody can get copies of it: it carries codes that decide in its reader's name, or proves whether its reader is reached", [$"{nameof(Cc)}:{kind}"]);
            for (var i = 0; i < copied.Count; i++)
                if (WrongCopy(copied[i]) is { } why) yield return new ValidationResult(why, [$"{nameof(Cc)}:{kind}:{i}"]);
        }
    }

    private string? WrongCopy(string copied) => copied switch
    {
        "chairman" => Chairman is null ? "no Chairman is set who could get the copy" : null,
        "secretariat" => Secretaries.Count == 0 ? "no Secretaries are set who could get the copy" : null,
        "list" => List is null ? "no List is set that could get the copy" : null,
        Group.ParentRole => Parent is null ? "no Parent is set that could get the copy" : null,
        Group.SeatsRole => null,
        _ when !new EmailAddressAttribute().IsValid(copied) || !new LetterAddress(copied).CanReceive => $"'{copied}' is no e-mail address, and none of chairman, secretariat, list, parent, seats",
        _ when copied.Equals(Address, StringComparison.OrdinalIgnoreCase) => "the group's own mailbox would get its own letters back",
        _ => null,
    };

    private IEnumerable<string> Copied(string word) => word switch
    {
        "chairman" => Chairman is { } chairman ? [chairman] : [],
        "secretariat" => Secretaries,
        "list" => List is { } list ? [list] : [],
        _ => [word],
    };

    public Group ToGroup(string key) =>
        new(key, Name, FullName, Address, List, Parent, TimeZoneInfo.FindSystemTimeZoneById(TimeZone), [.. Secretaries], Chairman)
        {
            Language = Language,
            ChairmanLanguage = ChairmanLanguage,
            DraftLanguage = DraftLanguage,
            Official = new OfficialDomains(OfficialDomains),
            Meetings = Meetings.ToRules(),
            Periodic = Periodic.ToRules(),
            Copies = [.. Copies],
            Cc = Cc.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.SelectMany(Copied).Distinct(StringComparer.OrdinalIgnoreCase)], StringComparer.Ordinal),
            FullNames = Texts(FullNames),
            Purposes = Texts(Purposes),
        };

    private static Dictionary<string, string> Texts(IDictionary<string, string> set) => set.ToDictionary(text => text.Key.ToLowerInvariant(), text => text.Value, StringComparer.Ordinal);
}
