using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net;

namespace JcaCop.Post.Calendars;

/// <summary>
/// Describes a time zone for calendar programs (RFC 5545, 3.6.5), exact from a year before the first event to a year after the last. Where the clock
/// changes by one rule in these years, the rule is written, since Outlook reads rules alone; otherwise each change as it stands.
/// </summary>
internal static class CalendarZone
{
    /// <param name="year">Of the first event.</param>
    /// <param name="lastYear">Of the last event.</param>
    public static VTimeZone Of(TimeZoneInfo zone, string name, int year, int lastYear)
    {
        var described = new VTimeZone(name);
        var changes = Changes(zone, year - 1, lastYear + 1);
        if (changes.Count == 0)
        {
            var offset = zone.GetUtcOffset(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero));
            described.AddChild(Part("STANDARD", new DateTime(1970, 1, 1), offset, offset, null));
            return described;
        }
        var rules = changes.GroupBy(change => change.To > change.From).Select(side => (Side: side.ToList(), Rule: RuleOf([.. side], lastYear - year + 3))).ToList();
        var ruled = rules.TrueForAll(side => side.Rule is not null);
        if (!ruled) described.AddChild(Part("STANDARD", new DateTime(1970, 1, 1), changes[0].From, changes[0].From, null));
        foreach (var (side, rule) in rules)
            foreach (var change in ruled ? side.Take(1) : side)
                described.AddChild(Part(change.To > change.From ? "DAYLIGHT" : "STANDARD", change.Local, change.From, change.To, ruled ? rule : null));
        return described;
    }

    /// <param name="Local">When it happens, as the clock shows it before it is moved.</param>
    private readonly record struct Change(DateTime Local, TimeSpan From, TimeSpan To);

    private static List<Change> Changes(TimeZoneInfo zone, int firstYear, int lastYear)
    {
        var changes = new List<Change>();
        var end = new DateTimeOffset(lastYear + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var day = new DateTimeOffset(firstYear, 1, 1, 0, 0, 0, TimeSpan.Zero); day < end; day = day.AddDays(1))
        {
            var (before, after) = (zone.GetUtcOffset(day), zone.GetUtcOffset(day.AddDays(1)));
            if (before == after) continue;
            var (low, high) = (day, day.AddDays(1));
            while (high - low > TimeSpan.FromSeconds(1))
            {
                var middle = low + (high - low) / 2;
                if (zone.GetUtcOffset(middle) == before) low = middle; else high = middle;
            }
            var at = new DateTimeOffset((high.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
            changes.Add(new Change(DateTime.SpecifyKind((at + before).DateTime, DateTimeKind.Unspecified), before, after));
        }
        return changes;
    }

    /// <summary>The yearly rule that makes all these changes: the same weekday of the month at the same hour, one each year.</summary>
    private static RecurrencePattern? RuleOf(IReadOnlyList<Change> changes, int years)
    {
        var first = changes[0];
        if (changes.Count != years || changes.Any(change => change.Local.TimeOfDay != first.Local.TimeOfDay || change.Local.Month != first.Local.Month
            || change.Local.DayOfWeek != first.Local.DayOfWeek || change.From != first.From || change.To != first.To)) return null;
        var nth = changes.All(change => change.Local.Day > DateTime.DaysInMonth(change.Local.Year, change.Local.Month) - 7) ? -1
            : changes.All(change => Week(change) == Week(first)) ? Week(first) : 0;
        return nth == 0 ? null : new RecurrencePattern(FrequencyType.Yearly) { ByMonth = [first.Local.Month], ByDay = [new WeekDay(first.Local.DayOfWeek, nth)] };
    }

    private static int Week(Change change) => (change.Local.Day + 6) / 7;

    private static VTimeZoneInfo Part(string name, DateTime local, TimeSpan from, TimeSpan to, RecurrencePattern? rule)
    {
        var part = new VTimeZoneInfo(name) { Start = new CalDateTime(local, tzId: null), OffsetFrom = new UtcOffset(from), OffsetTo = new UtcOffset(to) };
        if (rule is not null) part.RecurrenceRule = rule;
        return part;
    }
}
