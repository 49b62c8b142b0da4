using JcaCop.Post.Documents;
using JcaCop.Post.Letters.Message;
using JcaCop.Register;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Meetings;

/// <summary>Texts of meeting reports: drafts made from the register, and those on file.</summary>
internal sealed class ReportFiles(RegisterStore register, DeskStore desk, DraftLanguages languages, DocumentArchive archive, TimeProvider clock)
{
    /// <summary>A draft for the chairman to complete: what the register knows, in the order of the agenda, under the number that the report has or gets now.</summary>
    /// <param name="who">Who wants it, for the history of the number.</param>
    public async Task<LetterAttachment> DraftAsync(Group group, MeetingEntry meeting, string who, CancellationToken stop)
    {
        await desk.DoAsync(group.Key, new DeskOrder(who, "report number", meeting.Title, MeetingKinds.All, draft => ReportDesk.Number(meeting.Number, draft)), stop);
        var snapshot = await register.SnapshotAsync(group.Key, null, stop);
        return Attached(MeetingReportDraft.Write(languages.Of(group), group, meeting, snapshot, NumberOf(meeting, snapshot), clock.GetUtcNow()));
    }

    /// <summary>The draft that went out with the request, for a chairman who has nothing to change: as the register stood then, without what it asked for.</summary>
    /// <param name="meeting">The request has gone out.</param>
    public async Task<LetterAttachment> AsSentAsync(Group group, MeetingEntry meeting, CancellationToken stop)
    {
        var now = await register.SnapshotAsync(group.Key, null, stop);
        var at = meeting.Letters[MeetingLetters.ReportRequest];
        var then = await register.SnapshotAsync(group.Key, at, stop);
        return Attached(MeetingReportDraft.Write(
            languages.Of(group).AsItStands(), group, then.One<MeetingEntry>(meeting.Id) ?? meeting, then, NumberOf(meeting, now), at));
    }

    private static LetterAttachment Attached(byte[] draft) => new(draft, MimeKit.MimeTypes.GetMimeType(".docx"), "draft_meeting_report.docx");

    /// <summary>Number of the report as a document; null while it has none.</summary>
    private static string? NumberOf(MeetingEntry meeting, RegisterSnapshot snapshot) => (snapshot.One<DocumentEntry>(meeting.Report.DocumentId)
        ?? snapshot.All<DocumentEntry>().FirstOrDefault(document => document is { Sort: DocumentSort.Report, State: not DocumentState.Withdrawn } && document.MeetingId == meeting.Id))?.Cited;

    /// <summary>The newest text on file.</summary>
    /// <returns>Null where none is in the archive.</returns>
    public async Task<LetterAttachment?> FiledAsync(Group group, MeetingEntry meeting, CancellationToken stop)
    {
        var document = (await register.SnapshotAsync(group.Key, null, stop)).All<DocumentEntry>()
            .FirstOrDefault(document => document.Id == meeting.Report.DocumentId);
        if (document?.Newest is not { Files: [{ ArchivedAt: not null } file, ..] }) return null;
        return await DocumentArchive.ReadAsync(archive.PathOf(group.Key, document.Folder, file.ArchivedAs), stop) is { } content
            ? new LetterAttachment(content, MimeKit.MimeTypes.GetMimeType(file.ArchivedAs), file.ArchivedAs) : null;
    }
}
