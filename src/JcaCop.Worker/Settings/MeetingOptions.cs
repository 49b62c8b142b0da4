using System.ComponentModel.DataAnnotations;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;

namespace JcaCop.Worker.Settings;

/// <summary>How a group holds its meetings: <c>Groups:jca-cop:Meetings:Series</c>. Days are calendar days.</summary>
public sealed class MeetingOptions : IValidatableObject
{
    /// <summary>Pattern of document numbers; <c>{meeting}</c> stands for the meeting's number: <c>WG-CP-{meeting}/{number:00}</c>.</summary>
    public string Series { get; set; } = MeetingRules.Customary.Series;

    /// <summary>The invitation leaves at the latest so many days before the first day (Recommendation ITU-T A.1, 2.2.5).</summary>
    [Range(0, 365)]
    public int AnnouncementDays { get; set; } = MeetingLimits.Customary.Announcement;

    /// <summary>The last day for contributions lies so many days before the first day (Recommendation ITU-T A.1, 3.1.8).</summary>
    [Range(0, 365)]
    public int ContributionDays { get; set; } = MeetingLimits.Customary.Contributions;

    /// <summary>So many days before the first day documents are available (Recommendation ITU-T A.1, 3.3.3).</summary>
    [Range(0, 365)]
    public int DocumentDays { get; set; } = MeetingLimits.Customary.Documents;

    /// <summary>So many days before the first day remote participants get the connection details.</summary>
    [Range(0, 30)]
    public int ConnectionDays { get; set; } = MeetingLimits.Customary.Connection;

    /// <summary>Contributions are called for so many days before their deadline.</summary>
    [Range(0, 365)]
    public int ContributionsCallDays { get; set; } = MeetingRules.Customary.ContributionsCall;

    /// <summary>Registered participants are reminded of the deadline for contributions so many days before it, once; 0: never.</summary>
    [Range(0, 365)]
    public int ContributionReminderDays { get; set; } = MeetingRules.Customary.ContributionReminder;

    /// <summary>The report is due so many days after the last day.</summary>
    [Range(1, 365)]
    public int ReportDays { get; set; } = MeetingRules.Customary.Report;

    /// <summary>The chairman has so many days to approve a draft.</summary>
    [Range(1, 365)]
    public int ApprovalDays { get; set; } = MeetingRules.Customary.Approval;

    /// <summary>Who is invited. Empty: members, seats, list.</summary>
    public IList<MeetingRole> Invited { get; } = [];

    /// <summary>Who is called for contributions. Empty: members, seats, list.</summary>
    public IList<MeetingRole> Contributors { get; } = [];

    /// <summary>Who hears that the documents are there. Empty: participants, seats, list.</summary>
    public IList<MeetingRole> Readers { get; } = [];

    /// <summary>Who gets the report. Empty: parent, list, participants, absentSeats, copies.</summary>
    public IList<MeetingRole> Reported { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!DocumentNumber.IsPattern(Series.Replace("{meeting}", "1", StringComparison.Ordinal)))
            yield return new ValidationResult($"'{Series}' is no pattern of document numbers like DOC{{number:000}} or WG-CP-{{meeting}}/{{number:00}}", [nameof(Series)]);
    }

    public MeetingRules ToRules()
    {
        var custom = MeetingRules.Customary;
        return new MeetingRules(Series, new MeetingLimits(AnnouncementDays, ContributionDays, DocumentDays, ConnectionDays), ContributionsCallDays, ReportDays, ApprovalDays)
        {
            ContributionReminder = ContributionReminderDays, Invited = Or(Invited, custom.Invited),
                Contributors = Or(Contributors, custom.Contributors), Readers = Or(Readers, custom.Readers), Reported = Or(Reported, custom.Reported),
        };
    }

    private static IReadOnlyList<MeetingRole> Or(IList<MeetingRole> told, IReadOnlyList<MeetingRole> custom) => told.Count > 0 ? [.. told] : custom;
}
