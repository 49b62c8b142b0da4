using System.ComponentModel.DataAnnotations;
using JcaCop.Register;
using JcaCop.Register.Deciding;

namespace JcaCop.Worker.Settings;

/// <summary>What is recorded without a person, and how often a machine may answer. Section <c>Judging</c>.</summary>
public sealed class JudgingOptions
{
    /// <summary>An item below this confidence (0 to 1) waits for a person. Default 0.75.</summary>
    [Range(0.0, 1.0)]
    public double AcceptFrom { get; set; } = 0.75;

    /// <summary>Whether the word of a sender counts who writes from the official domain of the member or organization. A known seat's always does.</summary>
    public bool TrustOfficialDomains { get; set; } = true;

    /// <summary>Whether members are asked by letter about what was written in their name from an address that is not on record, and which of two answers counts. The secretariat always is.</summary>
    public bool AskMembers { get; set; } = true;

    /// <summary>Name under which our own mail server writes Authentication-Results (RFC 8601, 2.5). Null: no such header counts.</summary>
    public string? AuthenticationServer { get; set; }

    /// <summary>Automatic answers that one address gets in an hour.</summary>
    [Range(0, 1000)]
    public int AnswersInHour { get; set; } = 5;

    /// <summary>Automatic answers that one address gets on a day.</summary>
    [Range(0, 10_000)]
    public int AnswersOnDay { get; set; } = 20;

    /// <summary>Automatic answers in an hour to one address for mails that <see cref="AuthenticationServer"/> could not confirm: whoever forges the address uses up no others.</summary>
    [Range(0, 1000)]
    public int UnprovedInHour { get; set; } = 3;

    /// <summary>The same on a day.</summary>
    [Range(0, 10_000)]
    public int UnprovedOnDay { get; set; } = 10;

    /// <param name="ownAddresses">Addresses of all groups: mail from any of them is our own, come back.</param>
    public JudgePolicy PolicyFor(Group group, IReadOnlyCollection<string> ownAddresses) => new(group.Key, ownAddresses)
    {
        AcceptFrom = AcceptFrom,
        Trusted = TrustOfficialDomains ? new HashSet<Mandate> { Mandate.Seat, Mandate.Domain } : [Mandate.Seat],
        Official = group.Official,
        Officers = group.Officers,
        Zone = group.Zone,
        AuthenticationServer = AuthenticationServer,
        AnswersInWindow = AnswersInHour,
        AnswerWindow = TimeSpan.FromHours(1),
        AnswersOnDay = AnswersOnDay,
        UnprovedInWindow = UnprovedInHour,
        UnprovedOnDay = UnprovedOnDay,
    };
}
