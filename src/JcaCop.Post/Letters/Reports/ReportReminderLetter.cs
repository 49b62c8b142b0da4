namespace JcaCop.Post.Letters.Reports;

/// <summary>What the chairman owes of a report.</summary>
public enum AwaitedWord
{
    /// <summary>The report itself: a draft made from the register was sent, to be completed.</summary>
    Report,
    /// <summary>The word that a text on file may go out.</summary>
    Approval,
}

/// <summary>Reminds the chairman of a report.</summary>
/// <param name="Parent">Body that the report goes to.</param>
/// <param name="Deadline">Null where no day is set.</param>
/// <param name="Sent">When the draft, or the text to be approved, was sent.</param>
public sealed record ReportReminderLetter(AwaitedWord Awaited, MeetingName Meeting, string Parent, Deadline? Deadline, DateOnly Sent) : Letter("report-reminder");
