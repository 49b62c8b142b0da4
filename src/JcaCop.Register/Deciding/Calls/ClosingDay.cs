using System.Globalization;
using JcaCop.Register.Calendar;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>Days of a call in its group's zone: until when an answer is in time, and on which day it is decided.</summary>
public static class ClosingDay
{
    /// <summary>A day lasts to its end.</summary>
    public static Deadline EndOf(DateOnly day, TimeZoneInfo zone) => new(StartOf(day.AddDays(1), zone).AddTicks(-1), string.Create(CultureInfo.InvariantCulture, $"end of {day:yyyy-MM-dd}, {zone.Id}"));

    /// <summary>The day on which an instant lies.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The last day on which an answer is in time.</summary>
    public static DateOnly Last(Deadline deadline, TimeZoneInfo zone) => DayOf(deadline.At, zone);

    /// <summary>The first working day after the deadline and the days of grace: a consultation that ends on the Thursday before Easter is decided on the Tuesday after it.</summary>
    /// <returns>Null where the call has no closing date.</returns>
    public static DateOnly? Of(CallEntry call, TimeZoneInfo zone, WorkingDays days) =>
        call.Deadline is { } deadline ? days.OnOrAfter(Last(call.OpenUntil > deadline.At ? deadline with { At = call.OpenUntil.Value } : deadline, zone).AddDays(call.GraceDays + 1)) : null;

    /// <summary>The instant at which a day begins in a zone, UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        // Where the clock skips midnight the day begins when the skipped hour ends.
        while (zone.IsInvalidTime(start)) start = start.AddMinutes(15);
        return new DateTimeOffset(start, zone.GetUtcOffset(start)).ToUniversalTime();
    }
}
