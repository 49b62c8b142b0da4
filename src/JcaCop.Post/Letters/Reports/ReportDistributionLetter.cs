namespace JcaCop.Post.Letters.Reports;

/// <summary>In which quality somebody gets a report.</summary>
public enum ReportAudience
{
    /// <summary>The parent group, which issues it as a document of its own.</summary>
    Parent,
    Participants,
    /// <summary>Representatives who were not there.</summary>
    Absent,
    /// <summary>The mailing list.</summary>
    List,
    /// <summary>TSAG, the Council working group, others.</summary>
    Information,
}

/// <summary>A report on its way to one recipient. The report goes with it.</summary>
/// <param name="Summary">Null for none.</param>
/// <param name="CommentsBy">Null where no comments are asked for.</param>
/// <param name="Attachments">Names of what is attached.</param>
public sealed record ReportDistributionLetter(
    ReportAudience Audience, MeetingName Meeting, string Document, DocumentTitle Title, Prose? Summary, Deadline? CommentsBy, IReadOnlyList<string> Attachments) : Letter("report-distribution");
