namespace JcaCop.Post.Letters.Reports;

/// <summary>Reminds the chairman of a report.</summary>
/// <param name="Parent">Body that the report goes to.</param>
/// <param name="Deadline">Null where no day is set.</param>
/// <param name="Sent">When the draft was sent.</param>
public sealed record ReportReminderLetter(MeetingName Meeting, string Parent, Deadline? Deadline, DateOnly Sent) : Letter("report-reminder");
