namespace JcaCop.Post.Letters.Reports;

/// <summary>Asks for the last word before a report is distributed. Goes with a code and the report.</summary>
/// <param name="Recipients">Who will get it, one line each.</param>
/// <param name="Expires">When the question lapses; null where it does not.</param>
public sealed record ReportApprovalLetter(MeetingName Meeting, string Document, DocumentTitle Title, IReadOnlyList<LocalText> Recipients, ZonedTime? Expires) : Letter("report-approval");
