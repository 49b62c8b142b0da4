using System.Text;
using JcaCop.Post.Calendars;
using JcaCop.Post.Pages;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using Xunit;

namespace JcaCop.Post.Tests.Calendars;

/// <summary>Every sort of calendar that is written, held to RFC 5545 and RFC 5546 by a library that others rely on.</summary>
public sealed class LibicalTests
{
    private static readonly PublicRegister Register = SamplePages.Register(null, null);
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 6, 0, 0, TimeSpan.Zero);
    private static readonly Addressee Participant = new(MeetingRole.Participants, "Li, \"小明\"", "li@ministry.example", null, 3);

    public static TheoryData<string, string> Meetings => new(
        from zone in new[] { "Europe/Zurich", "America/New_York", "America/Santiago", "Africa/Cairo", "Africa/Casablanca", "Asia/Tehran", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Apia" }
        from day in new[] { "2012-07-05", "2015-12-14", "2026-03-09", "2026-10-26" }
        select (zone, day));

    private static MeetingEntry Meeting(string zone, DateOnly day) => new(
        1, Register.Group.Key, "1", "第一次会议, première; \\ réunion", new MeetingTime(day, day.AddDays(2), new TimeOnly(9, 30), new TimeOnly(17, 30), zone), "Geneva", MeetingState.Announced)
        {
            Remote = new RemoteAccess("Conference", "https://conference.example/j?a=1,2;b", "Code 55"), CalendarUid = "meeting-1@union.example", Sequence = 4, Website = "https://www.union.example/meetings/1",
        };

    [Theory, MemberData(nameof(Meetings))]
    public void Invitation_update_and_cancellation_keep_to_the_rules_and_begin_when_the_meeting_does(string zone, string day)
    {
        NeedsLibical();
        var meeting = Meeting(zone, DateOnly.Parse(day, null));
        var cancelled = meeting with { State = MeetingState.Cancelled, Sequence = 6 };
        foreach (var calendar in new[]
        {
            MeetingCalendar.Publish(meeting, Register.Group, Now), MeetingCalendar.Publish(meeting with { State = MeetingState.Planned }, Register.Group, Now),
            MeetingCalendar.Request(meeting, Register.Group, Participant, connection: false, Now), MeetingCalendar.Request(meeting with { Sequence = 5 }, Register.Group, Participant, connection: true, Now),
            MeetingCalendar.Cancel(cancelled, Register.Group, Participant, Now), MeetingCalendar.Cancel(cancelled, Register.Group, null, Now),
        })
        {
            Assert.Empty(Libical.Faults(calendar));
            Assert.Equal(meeting.Time.Opens, Libical.FirstStart(calendar));
        }
    }

    [Fact]
    public void The_feed_and_the_file_of_each_meeting_keep_to_the_rules()
    {
        NeedsLibical();
        Assert.Empty(Libical.Faults(CalendarFeed.Of(Register.Meetings, Register.Calls, Register.Group)));
        Assert.All(Register.Meetings, meeting => Assert.Empty(Libical.Faults(CalendarFeed.Of(meeting, Register.Group))));
    }

    [Theory]
    [InlineData("REQUEST", "ATTENDEE", null, "ATTENDEE")]            // 3.2.2: one at least
    [InlineData("CANCEL", "SEQUENCE", null, "SEQUENCE")]             // 3.2.5
    [InlineData("PUBLISH", "ORGANIZER", null, "ORGANIZER")]          // 3.2.1
    [InlineData("PUBLISH", "UID", null, "UID")]
    [InlineData("PUBLISH", "STATUS", "STATUS:DRAFT", "STATUS")]
    [InlineData("PUBLISH", "DTSTAMP", "DTSTAMP:yesterday", "DTSTAMP")]
    public void It_finds_what_breaks_the_rules(string method, string property, string? instead, string told)
    {
        NeedsLibical();
        var meeting = Meeting("Europe/Zurich", new DateOnly(2026, 3, 9));
        var sound = method switch
        {
            "REQUEST" => MeetingCalendar.Request(meeting, Register.Group, Participant, connection: true, Now),
            "CANCEL" => MeetingCalendar.Cancel(meeting, Register.Group, Participant, Now),
            _ => MeetingCalendar.Publish(meeting, Register.Group, Now),
        };
        var lines = Encoding.UTF8.GetString(sound).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        var broken = lines.SelectMany(line => line.Split(':', ';')[0] != property ? [line] : instead is null ? Array.Empty<string>() : [instead]);
        Assert.Contains(Libical.Faults(Encoding.UTF8.GetBytes(string.Join("\r\n", broken))), fault => fault.Contains(told, StringComparison.Ordinal));
    }

    private static void NeedsLibical() => Assert.SkipWhen(Libical.Missing is not null, Libical.Missing ?? "");
}
