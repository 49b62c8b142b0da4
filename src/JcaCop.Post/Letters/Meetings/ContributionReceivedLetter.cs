namespace JcaCop.Post.Letters.Meetings;

/// <summary>Whether a contribution came in time (Rec. ITU-T A.1, 3.1.8 and 3.2.5).</summary>
public enum ContributionTiming
{
    InTime,
    /// <summary>Held for the following meeting, unless it is admitted.</summary>
    Late,
}

/// <summary>Tells a contributor under which number a contribution is registered.</summary>
/// <param name="Document"><c>DOC065</c>, <c>WG-CP-2/01 Rev.1</c>.</param>
/// <param name="Source">Null where the mail does not say it.</param>
/// <param name="Closing">Last day for contributions.</param>
/// <param name="Replaces">Document that this one revises; null for none.</param>
public sealed record ContributionReceivedLetter(
    string Document, string Title, string? Source, MeetingName Meeting, DateOnly Received, ContributionTiming Timing, DateOnly Closing, string? Replaces = null) : Letter("contribution-received");
