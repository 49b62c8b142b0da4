namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Kinds of letters about meetings: names of templates, and keys under which a meeting remembers when it last sent one.</summary>
public static class MeetingLetters
{
    public const string Announcement = "meeting-announcement";
    public const string Update = "meeting-update";
    public const string Cancelled = "meeting-cancelled";
    public const string ContributionsCall = "contributions-call";
    public const string ContributionReminder = "contribution-reminder";
    public const string Documents = "documents-announcement";
    public const string Connection = "connection-details";
    public const string Participants = "participants-list";
    public const string ReportRequest = "report-request";
    public const string ReportApproval = "report-approval";
    public const string ReportDistribution = "report-distribution";
}
