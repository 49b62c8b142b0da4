using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Brings the report of a meeting on its way: files the draft, approves it, distributes it.</summary>
public static class ReportDesk
{
    /// <summary>So a report is called until it has a title of its own.</summary>
    public const string DraftTitle = "Draft meeting report";

    /// <summary>Files a text of the report: the first takes a number, a later one is its revision.</summary>
    /// <param name="file">Name of the file.</param>
    public static DeskResult Draft(string number, string who, string file, long size, DeskDraft draft) => File(number, who, null, file, size, draft);

    /// <summary>Files the draft that went out with the request as the report, approved: whoever approves it has nothing to change.</summary>
    /// <inheritdoc cref="Draft"/>
    public static DeskResult ApproveDraft(string number, string who, string file, long size, DeskDraft draft) =>
        MeetingDesk.Find(number, draft.Known) is { Report.State: not ReportState.Awaited } meeting
            ? DeskResult.Refused($"the report of {meeting.Title} is {meeting.Report.State.ToString().ToLowerInvariant()} already") : File(number, who, who, file, size, draft);

    private static DeskResult File(string number, string who, string? approvedBy, string file, long size, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting) return MeetingDesk.None(number);
        if (meeting.State == MeetingState.Cancelled) return DeskResult.Refused($"{meeting.Title} is cancelled");
        if (meeting.Time.Opens > draft.Now) return DeskResult.Refused($"{meeting.Title} has not begun");
        var text = new NewText(DraftTitle, DocumentSort.Report, null, who, false, null, [new SentFile(file, size)]);
        var before = Document(meeting, draft.Known);
        var document = before is null ? DocumentFiling.Begin(meeting.Series, meeting, text, draft.Entries) : DocumentFiling.Revise(before, text, draft.Entries);
        if (ReferenceEquals(document, before)) return DeskResult.Refused($"{document.Cited} is that very file already");
        ReportSteps.Receive(meeting, document, approvedBy, who, draft.Entries);
        return DeskResult.Done;
    }

    /// <summary>Gives the report its number before there is a text, so that the draft bears it and needs no other cover when it comes back.</summary>
    public static DeskResult Number(string number, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting) return MeetingDesk.None(number);
        if (meeting.State == MeetingState.Cancelled) return DeskResult.Refused($"{meeting.Title} is cancelled");
        if (meeting.Time.Opens > draft.Now) return DeskResult.Refused($"{meeting.Title} has not begun");
        if (Document(meeting, draft.Known) is null) DocumentFiling.Begin(meeting.Series, meeting, new NewText(DraftTitle, DocumentSort.Report, null, null, false, null, []), draft.Entries);
        return DeskResult.Done;
    }

    public static DeskResult Approve(string number, string who, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting) return MeetingDesk.None(number);
        switch (meeting.Report.State)
        {
            case ReportState.Awaited:
                return DeskResult.Refused($"the report of {meeting.Title} has not come; report draft files one");
            case ReportState.Drafted or ReportState.Rejected:
            // Whoever files a revision by its number, as one of any document, brings another text of the report.
            case ReportState.Distributed when IsNewerThan(meeting, draft.Known):
                ReportSteps.Approve(meeting, who, draft.Entries);
                return DeskResult.Done;
            default:
                return DeskResult.Refused($"the report of {meeting.Title} is {meeting.Report.State.ToString().ToLowerInvariant()} already");
        }
    }

    /// <summary>Refuses the text that is on file: another one is awaited from the chairman.</summary>
    public static DeskResult Reject(string number, string who, Group group, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting) return MeetingDesk.None(number);
        if (meeting.Report.State != ReportState.Drafted)
            return DeskResult.Refused(meeting.Report.State == ReportState.Awaited ? $"the report of {meeting.Title} has not come; report draft files one" : $"the report of {meeting.Title} is {meeting.Report.State.ToString().ToLowerInvariant()} already");
        ReportSteps.Reject(meeting, who, group, group.Meetings.Approval, draft.Entries);
        return DeskResult.Done;
    }

    /// <summary>Sends the newest text of the report to all who get it and have not had that one.</summary>
    /// <param name="unreached">Gets whom the register cannot reach.</param>
    public static DeskResult Distribute(string number, Group group,
        Func<MeetingEntry, DocumentEntry, IReadOnlyList<Addressee>, IReadOnlyList<OutgoingLetter>> letters, DeskDraft draft,
        Action<IReadOnlyList<string>>? unreached = null)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting) return MeetingDesk.None(number);
        if (meeting.Report.State is not (ReportState.Approved or ReportState.Distributed) || Document(meeting, draft.Known) is not { } document)
            return DeskResult.Refused($"the report of {meeting.Title} is {meeting.Report.State.ToString().ToLowerInvariant()}; only an approved report is distributed (report approve)");
        if (document.Newest?.Files.Any(file => file.ArchivedAt is null) != false) return DeskResult.Refused($"{document.Cited} is not in the archive");
        var all = Addressees.Of(group.Meetings.Reported, meeting, group, draft.Known, MeetingDesk.Today(group, draft));
        unreached?.Invoke(all.Unreached);
        if (meeting.Report.State == ReportState.Distributed && IsNewerThan(meeting, draft.Known)) return DeskResult.Refused($"{document.Cited} has not been approved (report approve)");
        var served = meeting.Report.Deliveries.Where(delivery => delivery.IsOf(document.Newest)).Select(delivery => delivery.Email).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var fresh = all.All.Where(one => !served.Contains(one.Email)).ToList();
        if (fresh.Count == 0 && meeting.Report.State == ReportState.Distributed) return DeskResult.Done;
        ReportSteps.Distribute(meeting, [.. fresh.Select(one => new ReportDelivery(RoleName(one.Role), one.Name, one.Email, draft.Now) { Revision = document.Newest.Number })], draft.Entries);
        return DeskResult.With(letters(meeting, document, fresh));
    }

    public static DocumentEntry? Document(MeetingEntry meeting, Known known) => known.Filed<DocumentEntry>(EntryKind.Document, meeting.Report.DocumentId)
        ?? known.Named<DocumentEntry>(EntryKind.Document, DocumentEntry.ReportOf(meeting.Id)).FirstOrDefault(document => document.State != DocumentState.Withdrawn);

    /// <summary>A text came after the report was approved, and has not been.</summary>
    private static bool IsNewerThan(MeetingEntry meeting, Known known) => Document(meeting, known)?.Newest is { } newest
        && (meeting.Report.ApprovedRevision is { } approved ? newest.Number > approved : newest.At > meeting.Report.ApprovedAt);

    /// <summary><c>absent-seats</c>.</summary>
    public static string RoleName(MeetingRole role) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());
}
