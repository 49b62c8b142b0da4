using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Brings the report of a meeting on its way: files the draft, approves it, distributes it.</summary>
public static class ReportDesk
{
    /// <summary>Files a text of the report: the first takes a number, a later one is its revision.</summary>
    /// <param name="file">Name of the file.</param>
    public static DeskResult Draft(string number, string who, string file, long size, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting) return MeetingDesk.None(number);
        if (meeting.State == MeetingState.Cancelled) return DeskResult.Refused($"{meeting.Title} is cancelled");
        if (meeting.Time.Opens > draft.Now) return DeskResult.Refused($"{meeting.Title} has not begun");
        var text = new NewText("Draft meeting report", DocumentSort.Report, null, who, false, null, [new SentFile(file, size)]);
        var before = Document(meeting, draft.Known);
        var document = before is null ? DocumentFiling.Begin(meeting.Series, meeting, text, draft.Entries) : DocumentFiling.Revise(before, text, draft.Entries);
        if (ReferenceEquals(document, before)) return DeskResult.Refused($"{document.Cited} is that very file already");
        ReportSteps.Receive(meeting, document, null, who, draft.Entries);
        return DeskResult.Done;
    }

    public static DeskResult Approve(string number, string who, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting) return MeetingDesk.None(number);
        switch (meeting.Report.State)
        {
            case ReportState.Awaited:
                return DeskResult.Refused($"the report of {meeting.Title} has not come; report draft files one");
            case ReportState.Drafted:
                ReportSteps.Approve(meeting, who, draft.Entries);
                return DeskResult.Done;
            default:
                return DeskResult.Refused($"the report of {meeting.Title} is {meeting.Report.State.ToString().ToLowerInvariant()} already");
        }
    }

    /// <summary>Sends the report to all who get it and have not had it.</summary>
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
        var served = meeting.Report.Deliveries.Select(delivery => delivery.Email).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var fresh = all.All.Where(one => !served.Contains(one.Email)).ToList();
        if (fresh.Count == 0 && meeting.Report.State == ReportState.Distributed) return DeskResult.Done;
        ReportSteps.Distribute(meeting, [.. fresh.Select(one => new ReportDelivery(RoleName(one.Role), one.Name, one.Email, draft.Now))], draft.Entries);
        return DeskResult.With(letters(meeting, document, fresh));
    }

    public static DocumentEntry? Document(MeetingEntry meeting, Known known) => known.Filed<DocumentEntry>(EntryKind.Document, meeting.Report.DocumentId)
        ?? known.Named<DocumentEntry>(EntryKind.Document, DocumentEntry.ReportOf(meeting.Id)).FirstOrDefault(document => document.State != DocumentState.Withdrawn);

    /// <summary><c>absent-seats</c>.</summary>
    public static string RoleName(MeetingRole role) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());
}
