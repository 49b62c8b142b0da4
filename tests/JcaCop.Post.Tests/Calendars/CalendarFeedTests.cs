using System.Text;
using JcaCop.Post.Calendars;
using JcaCop.Post.Pages;
using JcaCop.Register.Entries;
using Xunit;

namespace JcaCop.Post.Tests.Calendars;

public sealed class CalendarFeedTests
{
    private static readonly PublicRegister Register = SamplePages.Register(null, null);

    private static string Feed() => Encoding.UTF8.GetString(CalendarFeed.Of(Register.Meetings, Register.Calls, Register.Group));

    [Fact]
    public void The_feed_holds_meetings_and_deadlines_and_keeps_to_the_standard()
    {
        var feed = Feed();
        StrictCalendar.Read(CalendarFeed.Of(Register.Meetings, Register.Calls, Register.Group));
        Assert.Equal(5, feed.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("DTSTART;VALUE=DATE:20120818\r\n", feed, StringComparison.Ordinal);   // contributions to the third meeting
        Assert.Contains("DTSTART;VALUE=DATE:20120822\r\n", feed, StringComparison.Ordinal);   // Circular 278
        Assert.Contains("STATUS:CANCELLED", feed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_register_gives_the_same_feed() => Assert.Equal(Feed(), Feed());

    [Fact]
    public void A_zone_is_described_for_all_years_of_the_feed()
    {
        // Casablanca's clock follows no yearly rule: each change must stand there, from before the first meeting to after the last.
        var meetings = new[] { 2012, 2016 }.Select((year, i) => new MeetingEntry(
            i + 1, "g", $"{i}", "Meeting", new MeetingTime(new(year, 7, 5), new(year, 7, 5), new(10, 0), new(12, 0), "Africa/Casablanca"), "Rabat", MeetingState.Held) { CalendarUid = $"{i}@union.example" });
        var feed = Encoding.UTF8.GetString(CalendarFeed.Of(meetings, [], Register.Group));
        foreach (var year in Enumerable.Range(2012, 5)) Assert.Matches($@"BEGIN:(DAYLIGHT|STANDARD)\r\n(?:(?!BEGIN|END).*\r\n)*DTSTART:{year}", feed);
    }
}
