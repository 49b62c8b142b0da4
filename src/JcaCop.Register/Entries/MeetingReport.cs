namespace JcaCop.Register.Entries;

/// <summary>Where the report of a meeting stands (Recommendation ITU-T A.1, 2.2.8: one after each meeting).</summary>
public enum ReportState
{
    /// <summary>Nothing has come.</summary>
    Awaited,
    /// <summary>A draft is on file.</summary>
    Drafted,
    /// <summary>The chairman, or the secretariat for the chairman, said yes to the draft.</summary>
    Approved,
    /// <summary>Sent to all who get it.</summary>
    Distributed,
    /// <summary>The chairman, or the secretariat for the chairman, said no to the draft: another text is awaited.</summary>
    Rejected,
}

/// <summary>One letter of a distribution: who got it, in which role, and when it was queued (UTC).</summary>
/// <param name="Role"><c>parent</c>, <c>list</c>, <c>participants</c>, <c>absent-seats</c>, <c>copies</c> …</param>
public sealed record ReportDelivery(string Role, string Name, string Email, DateTimeOffset At)
{
    /// <summary>Revision of the text that went; null where that was not noted (a text on file before it is meant).</summary>
    public int? Revision { get; init; }

    public bool IsOf(DocumentRevision text) => Revision is { } sent ? sent == text.Number : At >= text.At;
}

/// <summary>The report of a meeting on its way from the chairman to the parent group and all others.</summary>
/// <param name="DocumentId">The document that is the report; null while there is none.</param>
public sealed record MeetingReport(ReportState State, long? DocumentId)
{
    public static readonly MeetingReport None = new(ReportState.Awaited, null);

    /// <summary>Revision of the document for which approval was asked; null while it was for none.</summary>
    public int? AskedFor { get; init; }

    /// <summary>Address or account of whoever approved it; null while nobody did.</summary>
    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Revision of the text that was approved; null where that was not noted (the newest one then is meant).</summary>
    public int? ApprovedRevision { get; init; }

    /// <summary>Address or account of whoever said no to the newest text; null where nobody did.</summary>
    public string? RejectedBy { get; init; }

    public IReadOnlyList<ReportDelivery> Deliveries { get; init; } = [];
}
