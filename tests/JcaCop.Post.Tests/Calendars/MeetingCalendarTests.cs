using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Post.Calendars;
using JcaCop.Register;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using Xunit;

namespace JcaCop.Post.Tests.Calendars;

public sealed class MeetingCalendarTests
{
    private static readonly DateTimeOffset Now = new(2012, 8, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly Group Group = new(
        "jca-ex", "JCA-EX \"quoted\"; x", "Joint Coordination Activity on Examples", "desk@union.example", null, null, TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"), [], null);

    private static readonly Addressee Participant = new(MeetingRole.Participants, "Li, \"小明\"\r\nX-Evil: 1", "li@ministry.example", null, 3);

    private static MeetingEntry Meeting(DateOnly day, TimeOnly from, TimeOnly until, string zone, int days = 1, string title = "First meeting") =>
        new(1, "g", "1", title, new MeetingTime(day, day.AddDays(days - 1), from, until, zone), "Geneva, Switzerland", MeetingState.Announced)
        {
            Room = "H; upper floor", Remote = new RemoteAccess("Conference", "https://conference.example/j?a=1,2;b", "Code 55\nPhone +41 22 555"), CalendarUid = "g-meeting-1@union.example", Sequence = 4,
            Agenda = [new AgendaItem("1", "Ouverture, accueil; divers", ["DOC001"])],
        };

    /// <summary>These files are read by another library too: tests/render/calendar.test.js.</summary>
    [Fact]
    public void The_three_messages_about_a_meeting_read_as_their_golden_files_say()
    {
        Golden.Match(Path.Combine("calendars", "published.ics"), System.Text.Encoding.UTF8.GetString(MeetingCalendar.Publish(First, Group, Now)));
        Golden.Match(Path.Combine("calendars", "requested.ics"), System.Text.Encoding.UTF8.GetString(MeetingCalendar.Request(Meeting(new DateOnly(2012, 10, 27), new TimeOnly(22, 0), new TimeOnly(1, 0), "Europe/Zurich", days: 3), Group, Participant, connection: true, Now)));
        Golden.Match(Path.Combine("calendars", "cancelled.ics"), System.Text.Encoding.UTF8.GetString(MeetingCalendar.Cancel(Meeting(new DateOnly(2012, 7, 5), new TimeOnly(9, 0), new TimeOnly(17, 30), "Africa/Casablanca"), Group, Participant, Now)));
    }

    private static MeetingEntry First => Meeting(new DateOnly(2012, 8, 30), new TimeOnly(18, 0), new TimeOnly(19, 30), "Europe/Zurich");

    [Fact]
    public void A_published_meeting_names_nobody_and_gives_no_connection_away()
    {
        var one = Assert.Single(StrictCalendar.Read(MeetingCalendar.Publish(First, Group, Now)).All("VEVENT"));
        Assert.Equal(("g-meeting-1@union.example", "4", "20120830T180000", "CONFIRMED"), (one.Value("UID"), one.Value("SEQUENCE"), one.Value("DTSTART"), one.Value("STATUS")));
        Assert.DoesNotContain("conference.example", string.Join("\n", one.Properties.Select(property => property.Value)), StringComparison.Ordinal);
        Assert.Equal(@"H\; upper floor\, Geneva\, Switzerland", one.Value("LOCATION"));
        Assert.Contains(@"1. Ouverture\, accueil\; divers (DOC001)", one.Value("DESCRIPTION"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_participant_gets_the_connection_and_nothing_of_the_name_breaks_out()
    {
        var one = Assert.Single(StrictCalendar.Read(MeetingCalendar.Request(First, Group, Participant, connection: true, Now)).All("VEVENT"));
        Assert.Equal(("mailto:li@ministry.example", "ACCEPTED", "FALSE"), (one.Value("ATTENDEE"), one.Parameters("ATTENDEE")["PARTSTAT"], one.Parameters("ATTENDEE")["RSVP"]));
        Assert.Contains(@"Code 55\nPhone +41 22 555", one.Value("DESCRIPTION"), StringComparison.Ordinal);
        Assert.DoesNotContain(one.Properties, property => property.Name == "X-EVIL");
    }

    [Fact]
    public void A_cancellation_has_the_same_uid_and_says_so()
    {
        var calendar = StrictCalendar.Read(MeetingCalendar.Cancel(First with { State = MeetingState.Cancelled, Sequence = 5 }, Group, null, Now));
        Assert.Equal(("CANCEL", "5"), (calendar.Value("METHOD"), Assert.Single(calendar.All("VEVENT")).Value("SEQUENCE")));
    }

    [Fact]
    public void A_session_that_ends_after_midnight_ends_on_the_next_day()
    {
        var one = Assert.Single(StrictCalendar.Read(MeetingCalendar.Publish(Meeting(new DateOnly(2012, 8, 30), new TimeOnly(23, 0), new TimeOnly(1, 0), "Europe/Zurich"), Group, Now)).All("VEVENT"));
        Assert.Equal("20120831T010000", one.Value("DTEND"));
    }

    [Theory]
    [InlineData("Europe/Zurich", 2012, 10, 26)]      // five days over the end of summer time
    [InlineData("America/New_York", 2026, 3, 6)]
    [InlineData("Africa/Cairo", 2026, 4, 22)]        // changes at midnight
    [InlineData("Africa/Casablanca", 2026, 2, 13)]   // changes by the moon
    [InlineData("Asia/Tokyo", 2026, 1, 5)]           // never changes
    [InlineData("Australia/Lord_Howe", 2026, 4, 2)]  // by half an hour
    [InlineData("America/Santiago", 2026, 9, 4)]
    public void The_described_zone_gives_every_day_of_the_meeting_its_offset(string zone, int year, int month, int day)
    {
        var meeting = Meeting(new DateOnly(year, month, day), new TimeOnly(9, 30), new TimeOnly(17, 30), zone, days: 5);
        Agrees(meeting);
    }

    [Theory]
    [InlineData(3, 5, "FREQ=DAILY;COUNT=5")]                             // Monday to Friday
    [InlineData(7, 4, "FREQ=DAILY;COUNT=2;BYDAY=MO,TU,WE,TH,FR")]        // Friday to Monday
    [InlineData(6, 10, "FREQ=DAILY;COUNT=10")]                           // Thursday to Saturday of the next week: it sits on such days
    [InlineData(8, 2, "FREQ=DAILY;COUNT=2")]                             // a weekend
    public void A_meeting_that_neither_begins_nor_ends_on_a_weekend_does_not_sit_on_one(int day, int days, string rule) =>
        Assert.Equal(rule, Assert.Single(StrictCalendar.Read(MeetingCalendar.Publish(
            Meeting(new DateOnly(2012, 12, day), new TimeOnly(9, 30), new TimeOnly(17, 30), "Europe/Zurich", days: days), Group, Now)).All("VEVENT")).Value("RRULE"));

    [Theory]
    [InlineData("Africa/Cairo", 6, 5, "FREQ=DAILY;COUNT=3;BYDAY=MO,TU,WE,TH,SU")]       // Thursday to Monday: Friday and Saturday are free, Sunday is not
    [InlineData("Africa/Cairo", 8, 3, "FREQ=DAILY;COUNT=3")]                            // Saturday to Monday: it sits on the weekend
    [InlineData("Asia/Tehran", 5, 4, "FREQ=DAILY;COUNT=3;BYDAY=MO,TU,WE,TH,SA,SU")]     // Wednesday to Saturday
    public void Where_the_week_ends_on_other_days_the_meeting_rests_on_those(string zone, int day, int days, string rule)
    {
        var meeting = Meeting(new DateOnly(2012, 12, day), new TimeOnly(9, 30), new TimeOnly(17, 30), zone, days: days);
        Assert.Equal(rule, Assert.Single(StrictCalendar.Read(MeetingCalendar.Publish(meeting, Group, Now)).All("VEVENT")).Value("RRULE"));
        Agrees(meeting);
    }

    [Property(MaxTest = 60)]
    public Property Any_meeting_is_a_strict_calendar_with_the_right_offsets() =>
        Prop.ForAll(
            Arb.From(from zone in Gen.Elements("Europe/Zurich", "America/New_York", "Africa/Cairo", "Africa/Casablanca", "Asia/Tokyo", "Asia/Tehran", "Pacific/Apia", "Europe/Moscow", "Asia/Kathmandu")
                     from day in Gen.Choose(0, 365 * 20)
                     from hour in Gen.Choose(4, 22)
                     from days in Gen.Choose(1, 6)
                     from title in Gen.Elements("Meeting", "第一次会议，关于儿童在线保护的联合协调活动的第一次会议第一次会议第一次会议", "الاجتماع الأول لفريق التنسيق المشترك بشأن حماية الأطفال على الخط; , \\", "Réunion 👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦\tde travail")
                     select Meeting(new DateOnly(2010, 1, 1).AddDays(day), new TimeOnly(hour, 0), new TimeOnly(hour, 45), zone, days, title)),
            meeting =>
            {
                Agrees(meeting);
                StrictCalendar.Read(MeetingCalendar.Request(meeting, Group, Participant, connection: true, Now));
                StrictCalendar.Read(MeetingCalendar.Cancel(meeting, Group, Participant, Now));
            });

    private static void Agrees(MeetingEntry meeting)
    {
        var calendar = StrictCalendar.Read(MeetingCalendar.Publish(meeting, Group, Now));
        var described = Assert.Single(calendar.All("VTIMEZONE"));
        foreach (var day in meeting.Time.AllDays)
        {
            var local = day.ToDateTime(meeting.Time.From);
            Assert.Equal(meeting.Time.ZoneInfo.GetUtcOffset(local), StrictCalendar.OffsetAt(described, local));
        }
    }
}
