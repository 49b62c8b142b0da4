using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Post.Calendars;

/// <summary>
/// The calendar that anybody may follow: meetings, and the last days for contributions and for answers to open circulars. The same register gives
/// the same bytes: an entry is stamped with the time at which people were told of it, not with that of writing.
/// </summary>
public static class CalendarFeed
{
    public static byte[] Of(IEnumerable<MeetingEntry> meetings, IEnumerable<CallEntry> calls, Group group)
    {
        var all = meetings.OrderBy(meeting => meeting.Time.Opens).ToList();
        return CalendarText.Write(
            [.. all.Select(meeting => MeetingCalendar.Event(meeting, group, ToldAt(meeting))),
             .. all.Where(meeting => meeting.State == MeetingState.Announced).Select(meeting => Contributions(meeting, group)),
             .. calls.Where(call => call.Deadline is not null).OrderBy(call => call.Deadline!.At).Select(call => Answers(call, group))],
            MeetingCalendar.Published, $"{group.Name}: meetings and deadlines");
    }

    /// <summary>One meeting.</summary>
    public static byte[] Of(MeetingEntry meeting, Group group) => MeetingCalendar.Publish(meeting, group, ToldAt(meeting));

    private static DateTimeOffset ToldAt(MeetingEntry meeting) =>
        meeting.Letters.Values.DefaultIfEmpty(meeting.Time.EndOfDayBefore(meeting.Limits.Announcement)).Max();

    private static CalendarEvent Contributions(MeetingEntry meeting, Group group) => Day(
        $"contributions-{meeting.CalendarUid}", DayOf(meeting.ContributionsUntil, meeting.Time.ZoneInfo), $"Deadline for contributions: {meeting.Title} ({group.Name})", ToldAt(meeting), meeting.Sequence, group);

    private static CalendarEvent Answers(CallEntry call, Group group) => Day(
        string.Create(CultureInfo.InvariantCulture, $"call-{call.Id}@{group.Address[(group.Address.IndexOf('@', StringComparison.Ordinal) + 1)..]}"),
        DayOf(call.Deadline!.At, group.Zone), $"Deadline: {call.Number}, {call.Title} ({group.Name})", call.RoundAt, call.Extensions, group);

    private static CalendarEvent Day(string uid, DateOnly day, string summary, DateTimeOffset told, int sequence, Group group) => new()
    {
        Uid = uid,
        Sequence = sequence,
        DtStamp = new CalDateTime(told.UtcDateTime),
        DtStart = new CalDateTime(day),
        Summary = CalendarText.Plain(summary),
        Transparency = Ical.Net.TransparencyType.Transparent,
        Organizer = new Organizer($"mailto:{group.Address}") { CommonName = CalendarText.Name(group.Name) },
    };

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
