using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>
/// The way of a meeting's report: owed by the chairman when the meeting is over; a draft comes; the chairman approves it; it goes to all who
/// get it. A new text of a report that was approved, or has gone out, must be approved again, and goes to all of them as a revision. Where the
/// chairman says no, another text is awaited.
/// </summary>
public static class ReportSteps
{
    /// <summary>The meeting is over: the chairman owes its report.</summary>
    /// <param name="days">Calendar days until it is due, by custom: no Recommendation gives a number.</param>
    internal static void Owe(MeetingEntry meeting, Group group, int days, EntryDraft entries)
    {
        if (meeting.Report.State != ReportState.Awaited || Owed(meeting, ObligationMatter.SendReport, entries.Known).Any()) return;
        Open(meeting, ObligationMatter.SendReport, $"Report of {meeting.Title}", group, new Deadline(meeting.Time.EndOfDayBefore(-days - (meeting.Time.Days - 1)),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{days} calendar days after the meeting, end of day {meeting.Time.Zone}")) { Zone = meeting.Time.Zone }, entries);
    }

    /// <summary>A text of the report is on file.</summary>
    /// <param name="approvedBy">Who approved it with the sending of it; null where it must still be approved.</param>
    /// <param name="by">What met the obligation.</param>
    internal static void Receive(MeetingEntry meeting, DocumentEntry document, string? approvedBy, string by, EntryDraft entries)
    {
        Settle(meeting, ObligationMatter.SendReport, by, entries);
        var report = meeting.Report;
        Put(meeting, report with
        {
            State = approvedBy is null ? ReportState.Drafted : ReportState.Approved, DocumentId = document.Id, ApprovedBy = approvedBy, ApprovedAt = approvedBy is null ? null : entries.At,
            ApprovedRevision = approvedBy is null ? null : document.Newest?.Number, RejectedBy = null,
        }, entries);
    }

    internal static void Approve(MeetingEntry meeting, string who, EntryDraft entries)
    {
        Settle(meeting, ObligationMatter.Approve, who, entries);
        // Whoever approves what was rejected awaits no other text.
        Settle(meeting, ObligationMatter.SendReport, who, entries);
        Put(meeting, meeting.Report with { State = ReportState.Approved, ApprovedBy = who, ApprovedAt = entries.At, ApprovedRevision = entries.Known.Filed<DocumentEntry>(EntryKind.Document, meeting.Report.DocumentId)?.Newest?.Number, RejectedBy = null }, entries);
    }

    /// <summary>The text is refused: the chairman owes another one.</summary>
    /// <param name="days">Calendar days until it is due.</param>
    internal static void Reject(MeetingEntry meeting, string who, Group group, int days, EntryDraft entries)
    {
        Settle(meeting, ObligationMatter.Approve, who, entries);
        if (!Owed(meeting, ObligationMatter.SendReport, entries.Known).Any())
            Open(meeting, ObligationMatter.SendReport, $"Report of {meeting.Title}", group,
                InDays(days, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{days} calendar days after the draft was rejected, end of day {group.Zone.Id}"), group, entries), entries);
        Put(meeting, meeting.Report with { State = ReportState.Rejected, RejectedBy = who }, entries);
    }

    internal static void Distribute(MeetingEntry meeting, IReadOnlyList<ReportDelivery> deliveries, EntryDraft entries) =>
        Put(meeting, meeting.Report with { State = ReportState.Distributed, Deliveries = [.. meeting.Report.Deliveries, .. deliveries] }, entries);

    /// <summary>The chairman is asked to approve the draft, and owes an answer.</summary>
    internal static void AskApproval(MeetingEntry meeting, Group group, int days, EntryDraft entries)
    {
        if (Owed(meeting, ObligationMatter.Approve, entries.Known).Any()) return;
        Open(meeting, ObligationMatter.Approve, $"Approval of the report of {meeting.Title}", group,
            InDays(days, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{days} calendar days after the draft was sent, end of day {group.Zone.Id}"), group, entries), entries);
    }

    private static Deadline InDays(int days, string rule, Group group, EntryDraft entries)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(entries.At, group.Zone).DateTime).AddDays(days);
        return new Deadline(new MeetingTime(day, day, TimeOnly.MinValue, TimeOnly.MinValue, group.Zone.Id).EndOfDayBefore(0), rule);
    }

    /// <summary>Key of the question whether the report may go out.</summary>
    public static string QuestionOf(MeetingEntry meeting) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"meeting {meeting.Id} report");

    private static void Open(MeetingEntry meeting, ObligationMatter matter, string title, Group group, Deadline deadline, EntryDraft entries)
    {
        var obligation = new ObligationEntry(
            entries.Known.NextNew(), entries.Known.Group, matter, EntryKind.Meeting, meeting.Id, title,
            new Debtor($"Chairman of {group.Name}", Role: "chairman", Email: group.Chairman), deadline, ObligationState.Open, entries.At, null, null);
        entries.Put(null, obligation, title, [.. FieldChanges.Between(null, obligation)]);
    }

    private static IEnumerable<ObligationEntry> Owed(MeetingEntry meeting, ObligationMatter matter, Known known) =>
        known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Meeting, meeting.Id)).Where(obligation => obligation.Live && obligation.Matter == matter);

    /// <summary>The meeting is not over after all: nothing is owed for its report yet.</summary>
    internal static void Waive(MeetingEntry meeting, EntryDraft entries)
    {
        foreach (var obligation in Owed(meeting, ObligationMatter.SendReport, entries.Known).ToList())
        {
            var after = obligation with { State = ObligationState.Waived, ClosedAt = entries.At, ClosedBy = "the meeting is not over" };
            entries.Put(obligation, after, obligation.Title, [.. FieldChanges.Between(obligation, after)]);
        }
    }

    private static void Settle(MeetingEntry meeting, ObligationMatter matter, string by, EntryDraft entries)
    {
        foreach (var obligation in Owed(meeting, matter, entries.Known).ToList())
        {
            var after = obligation with { State = obligation.IsInTime(entries.At) ? ObligationState.Met : ObligationState.MetLate, ClosedAt = entries.At, ClosedBy = by };
            entries.Put(obligation, after, obligation.Title, [.. FieldChanges.Between(obligation, after)]);
        }
    }

    private static void Put(MeetingEntry meeting, MeetingReport report, EntryDraft entries)
    {
        var after = meeting with { Report = report };
        entries.Put(meeting, after, meeting.Title, [.. FieldChanges.Between(meeting, after)]);
    }
}
