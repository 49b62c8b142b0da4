using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Meetings;
using JcaCop.Register;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using DayDeadline = JcaCop.Post.Letters.Deadline;

namespace JcaCop.Worker.Meetings;

/// <summary>Meetings of the register as letters show them.</summary>
internal static class MeetingWords
{
    public static MeetingName Name(MeetingEntry meeting, Group group) => new(
        group, int.TryParse(meeting.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, meeting.Time.FirstDay, meeting.Time.LastDay)
    {
        Title = MeetingDesk.TitleGiven(meeting, group),
    };

    public static MeetingFacts Facts(MeetingEntry meeting, Group group) => new(
        Name(meeting, group), [Span(meeting)], meeting.Place, meeting.Room is { } room ? (LocalText)room : null,
        new LanguageNames(meeting.Languages));

    /// <summary>The day on whose end a limit falls, in the meeting's zone.</summary>
    public static DayDeadline Day(MeetingEntry meeting, DateTimeOffset until) =>
        new(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(until, meeting.Time.ZoneInfo).DateTime), meeting.Time.ZoneInfo);

    /// <summary>What those must know who know of the meeting.</summary>
    public static IReadOnlyList<MeetingChange> Changes(MeetingEntry before, MeetingEntry after)
    {
        var changes = new List<MeetingChange>();
        if (before.Title != after.Title) changes.Add(new MeetingChange(MeetingField.Title, (LocalText)before.Title, (LocalText)after.Title));
        if (before.Time != after.Time) changes.Add(new MeetingChange(MeetingField.Time, Span(before), Span(after)));
        if (Where(before) != Where(after)) changes.Add(new MeetingChange(MeetingField.Place, (PlaceName)Where(before), (PlaceName)Where(after)));
        if (before.Remote is null != after.Remote is null) changes.Add(new MeetingChange(MeetingField.RemoteAccess, Access(before), Access(after)));
        if (before.ContributionsUntil != after.ContributionsUntil) changes.Add(new MeetingChange(MeetingField.Deadline, Day(before, before.ContributionsUntil), Day(after, after.ContributionsUntil)));
        return changes;
    }

    private static ZonedSpan Span(MeetingEntry meeting) => ZonedSpan.Of(meeting.Time);

    private static string Where(MeetingEntry meeting) => meeting.Room is { } room ? $"{room}, {meeting.Place}" : meeting.Place;

    private static LocalText Access(MeetingEntry meeting) => meeting.Remote is { } remote ? remote.Tool ?? "✓" : "–";
}
