using System.Globalization;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using JcaCop.Register;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;

namespace JcaCop.Post.Calendars;

/// <summary>
/// Meetings as calendar objects (RFC 5545, RFC 5546): published for whoever wants to take them in, requested from registered participants,
/// and cancelled. UID stays, SEQUENCE rises with each change: calendars replace what they have.
/// </summary>
public static class MeetingCalendar
{
    public const string Published = "PUBLISH";
    public const string Requested = "REQUEST";
    public const string Cancelled = "CANCEL";

    internal const string English = "en";

    /// <summary>One meeting for anybody: no attendee, and nothing that only participants may know.</summary>
    public static byte[] Publish(MeetingEntry meeting, Group group, DateTimeOffset now, string language = English) => CalendarText.Write([Event(meeting, group, now, language)], Published);

    /// <summary>All meetings of a group, for a calendar that follows them.</summary>
    public static byte[] Publish(IEnumerable<MeetingEntry> meetings, Group group, DateTimeOffset now) => CalendarText.Write([.. meetings.Select(meeting => Event(meeting, group, now))], Published);

    /// <summary>An entry for a registered participant, with the way to take part from afar where <paramref name="connection"/> says so.</summary>
    public static byte[] Request(MeetingEntry meeting, Group group, Addressee participant, bool connection, DateTimeOffset now, string language = English)
    {
        var one = Event(meeting, group, now, language);
        one.Attendees.Add(AttendeeOf(participant));
        if (connection && meeting.Remote is { } remote)
        {
            string?[] lines = [remote.Link, remote.Details];
            one.Description = string.Join("\n\n", lines.Where(line => line is not null).Prepend(one.Description));
            if (remote.Link is not null) one.Location = string.Join(", ", new[] { one.Location, remote.Link }.Where(part => part is not null));
        }
        return CalendarText.Write([one], Requested);
    }

    /// <param name="participant">Null where it is taken out of calendars that took it in by themselves.</param>
    public static byte[] Cancel(MeetingEntry meeting, Group group, Addressee? participant, DateTimeOffset now, string language = English)
    {
        var one = Event(meeting, group, now, language);
        one.Status = EventStatus.Cancelled;
        if (participant is not null) one.Attendees.Add(AttendeeOf(participant));
        return CalendarText.Write([one], Cancelled);
    }

    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private static IEnumerable<WeekDay> WorkingWeek(MeetingTime time) => Week.Except(time.Weekend).Select(day => new WeekDay(day));

    /// <param name="language">ISO 639-1, of what stands there in words.</param>
    internal static CalendarEvent Event(MeetingEntry meeting, Group group, DateTimeOffset now, string language = English)
    {
        var words = CalendarWords.In(language);
        var title = words.Title(meeting, group, language == English);
        var time = meeting.Time;
        var end = (time.Until <= time.From ? time.FirstDay.AddDays(1) : time.FirstDay).ToDateTime(time.Until);
        var one = new CalendarEvent
        {
            Uid = meeting.CalendarUid,
            Sequence = meeting.Sequence,
            DtStamp = new CalDateTime(now.UtcDateTime),
            DtStart = new CalDateTime(time.FirstDay.ToDateTime(time.From), time.Zone),
            DtEnd = new CalDateTime(end, time.Zone),
            Summary = CalendarText.Plain(title.Contains(group.Name, StringComparison.Ordinal) ? title : $"{title} ({group.Name})"),
            Location = CalendarText.Plain(meeting.Room is { } room ? $"{room}, {meeting.Place}" : meeting.Place),
            Description = Text(meeting, title, words),
            Status = meeting.State switch { MeetingState.Cancelled => EventStatus.Cancelled, MeetingState.Planned => EventStatus.Tentative, _ => EventStatus.Confirmed },
            Transparency = TransparencyType.Opaque,
            Organizer = new Organizer($"mailto:{group.Address}") { CommonName = CalendarText.Name(group.Name) },
        };
        if (time.Days > 1) one.RecurrenceRule = new RecurrencePattern(FrequencyType.Daily) { Count = time.RestsOnWeekends ? time.Sittings.Count() : time.Days, ByDay = time.RestsOnWeekends ? [.. WorkingWeek(time)] : [] };
        if (meeting.Website is { } site && Uri.TryCreate(site, UriKind.Absolute, out var url)) one.Url = url;
        return one;
    }

    private static string Text(MeetingEntry meeting, string title, CalendarWords words)
    {
        var text = new StringBuilder(title);
        if (meeting.Remote is { } remote) text.Append("\n\n").Append(words.Remote).Append(remote.Tool is { } tool ? words.Colon + tool : "").Append(words.Stop).Append(words.Connection);
        if (meeting.Agenda.Count > 0) text.Append("\n\n").Append(words.Agenda);
        foreach (var item in meeting.Agenda)
            text.Append(CultureInfo.InvariantCulture, $"\n{item.Number}. {item.Title}{(item.Documents.Count > 0 ? $" ({string.Join(", ", item.Documents)})" : "")}");
        return CalendarText.Lines(text.ToString());
    }

    private static Attendee AttendeeOf(Addressee participant) => new($"mailto:{participant.Email}")
    {
        CommonName = CalendarText.Name(participant.Name), Role = ParticipationRole.RequiredParticipant, ParticipationStatus = EventParticipationStatus.Accepted, Rsvp = false,
    };
}
