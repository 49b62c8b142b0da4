namespace JcaCop.Post.Letters.Reports;

/// <summary>Asks the chairman for the report of a meeting (Rec. ITU-T A.1, 2.2.8). The draft from the register goes with it.</summary>
/// <param name="Parent">Body that the report goes to.</param>
/// <param name="Deadline">Null where no day is set.</param>
/// <param name="Open">What the register does not know and the chairman should add.</param>
public sealed record ReportRequestLetter(MeetingName Meeting, string Parent, Deadline? Deadline, IReadOnlyList<LocalText> Open) : Letter("report-request");
