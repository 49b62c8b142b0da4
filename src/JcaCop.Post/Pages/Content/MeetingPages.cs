using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using DayDeadline = JcaCop.Post.Letters.Deadline;

namespace JcaCop.Post.Pages.Content;

/// <summary>A meeting in a list.</summary>
/// <param name="Title">That it was given; null for none.</param>
/// <param name="ContributionsBy">Null once it is past.</param>
/// <param name="Report">Number of the approved report; null while there is none.</param>
internal sealed record MeetingLine(
    MeetingName Meeting, string? Title, ZonedSpan When, PlaceName Place, BareText Path, bool Cancelled, bool RemotePossible, DayDeadline? ContributionsBy, string? Report, BareText? ReportAnchor);

internal sealed record MeetingsPage(IReadOnlyList<MeetingLine> Coming, IReadOnlyList<MeetingLine> Past)
{
    public static MeetingsPage Of(PublicRegister register) => new(
        [.. register.Meetings.Where(meeting => meeting.Time.Closes >= register.Now).Reverse().Select(meeting => MeetingPage.Line(meeting, register))],
        [.. register.Meetings.Where(meeting => meeting.Time.Closes < register.Now).Select(meeting => MeetingPage.Line(meeting, register))]);
}

internal sealed record AgendaPoint(string Point, string Subject, string? Papers);

/// <summary>The page of one meeting. How to connect is told to registered participants alone.</summary>
/// <param name="Open">It is still to come, and takes registrations.</param>
internal sealed record MeetingPage(
    MeetingName Meeting, string? Title, ZonedSpan When, BareText Starts, PlaceName Place, string? Room, LanguageNames? WorkingLanguages, bool RemotePossible, bool Cancelled, bool Held, bool Open,
    DayDeadline? ContributionsBy, BareText? WebsiteLink, string? Website, string? Report, BareText? ReportAnchor, BareText Calendar,
    IReadOnlyList<AgendaPoint> Agenda, IReadOnlyList<DocumentLine> Documents)
{
    public static MeetingPage Of(MeetingEntry meeting, PublicRegister register)
    {
        var line = Line(meeting, register);
        var site = new WebLink(meeting.Website ?? "").Target;
        return new MeetingPage(
            line.Meeting, line.Meeting.Title, line.When, new BareText(meeting.Time.Opens.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)), meeting.Place, meeting.Room,
            meeting.Languages.Count == 0 ? null : new LanguageNames(meeting.Languages),
            line.RemotePossible, line.Cancelled, meeting.State == MeetingState.Held, meeting.IsComing(register.Now), line.ContributionsBy, BareText.Of(site), site is null ? null : meeting.Website, line.Report, line.ReportAnchor,
            new BareText($"../{Stem(meeting)}.ics"),
            [.. meeting.Agenda.Select(item => new AgendaPoint(item.Number, item.Title, item.Documents.Count == 0 ? null : string.Join(", ", item.Documents)))],
            [.. register.Documents.Where(document => document.MeetingId == meeting.Id).Select(document => DocumentsPage.Line(document, register))]);
    }

    public static MeetingLine Line(MeetingEntry meeting, PublicRegister register)
    {
        var report = register.Documents.FirstOrDefault(document => document.Sort == DocumentSort.Report && document.Id == meeting.Report.DocumentId);
        return new MeetingLine(
            Name(meeting, register), MeetingDesk.TitleGiven(meeting, register.Group), ZonedSpan.Of(meeting.Time), meeting.Place, new BareText($"{Stem(meeting)}.html"),
            meeting.State == MeetingState.Cancelled, meeting.Remote is not null && meeting.IsComing(register.Now),
            meeting.IsComing(register.Now) && meeting.ContributionsUntil >= register.Now
                ? new DayDeadline(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(meeting.ContributionsUntil, meeting.Time.ZoneInfo).DateTime), meeting.Time.ZoneInfo) : null,
            report?.Cited, BareText.Of(report is null ? null : DocumentsPage.Anchor(report)));
    }

    public static MeetingName Name(MeetingEntry meeting, PublicRegister register) => new(
        register.Group, int.TryParse(meeting.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, meeting.Time.FirstDay, meeting.Time.LastDay)
    {
        Begins = true, Title = MeetingDesk.TitleGiven(meeting, register.Group),
    };

    /// <summary>Name of its files without ending. The register's own number: that of the meeting may hold anything.</summary>
    public static string Stem(MeetingEntry meeting) => string.Create(CultureInfo.InvariantCulture, $"meeting-{meeting.Time.FirstDay:yyyy-MM-dd}-{meeting.Id}");
}
