using System.Globalization;
using System.Text;
using JcaCop.Post.Letters.Message;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Meetings;

/// <summary>Texts of meeting reports: drafts made from the register, and those on file.</summary>
internal sealed class ReportFiles(RegisterStore register, DocumentArchive archive)
{
    /// <summary>A draft for the chairman to complete: what the register knows, in the order of the agenda.</summary>
    public async Task<LetterAttachment> DraftAsync(Group group, MeetingEntry meeting, CancellationToken stop) =>
        Draft(group, meeting, await register.SnapshotAsync(group.Key, null, stop));

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

    private static LetterAttachment Draft(Group group, MeetingEntry meeting, RegisterSnapshot snapshot)
    {
        var text = new StringBuilder();
        var zone = meeting.Time.ZoneInfo;
        text.AppendLine(CultureInfo.InvariantCulture, $"Draft report of the {meeting.Title} of {group.FullName}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{meeting.Place}, {meeting.Time.FirstDay:d MMMM yyyy}, {meeting.Time.From:HH:mm} to {meeting.Time.Until:HH:mm} ({zone.Id})").AppendLine();
        var registrations = snapshot.All<RegistrationEntry>().Where(registration => registration.MeetingId == meeting.Id).ToList();
        var present = registrations.Where(registration => registration.State == RegistrationState.Registered).ToList();
        var remote = present.Count(registration => registration.Mode == Reading.Items.AttendanceMode.Remote);
        text.AppendLine("1. Opening").AppendLine(CultureInfo.InvariantCulture, $"Registered: {present.Count}, {remote} of them for remote participation. Regrets: {registrations.Count(registration => registration.State == RegistrationState.Regrets)}.").AppendLine();
        foreach (var item in meeting.Agenda) text.AppendLine(CultureInfo.InvariantCulture, $"Agenda item {item.Number}: {item.Title}").AppendLine();
        text.AppendLine("Annex A: participants");
        foreach (var registration in present)
            text.AppendLine(string.Join(", ", new[] { registration.Name, registration.Organization, registration.Country }.OfType<string>()));
        text.AppendLine().AppendLine("Annex B: documents");
        foreach (var document in snapshot.All<DocumentEntry>().Where(document => document.MeetingId == meeting.Id))
            text.AppendLine(string.Join(", ", new[] { document.Cited, document.Title, document.Source }.OfType<string>()));
        return new LetterAttachment(Encoding.UTF8.GetBytes(text.ToString()), "text/plain", "draft_meeting_report.txt");
    }
}
