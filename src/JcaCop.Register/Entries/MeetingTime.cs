using System.Text.Json.Serialization;
using JcaCop.Register.Calendar;

namespace JcaCop.Register.Entries;

/// <summary>When a meeting takes place: the same hours on each of its days, as a clock on the wall of its zone shows them.</summary>
/// <param name="LastDay">Inclusive; the first day itself for a meeting of one day.</param>
/// <param name="Until">Before <paramref name="From"/> where a session ends after midnight.</param>
/// <param name="Zone">IANA name.</param>
public sealed record MeetingTime(DateOnly FirstDay, DateOnly LastDay, TimeOnly From, TimeOnly Until, string Zone)
{
    /// <summary>A meeting is found by each of its days, up to so many.</summary>
    private const int MostDays = 31;

    [JsonIgnore]
    public TimeZoneInfo ZoneInfo => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    /// <summary>UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset Opens => InstantOf(FirstDay, From);

    /// <summary>End of the last session, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset Closes => InstantOf(Until <= From ? LastDay.AddDays(1) : LastDay, Until);

    [JsonIgnore]
    public int Days => LastDay.DayNumber - FirstDay.DayNumber + 1;

    [JsonIgnore]
    public IEnumerable<DateOnly> AllDays => Enumerable.Range(0, Math.Clamp(Days, 1, MostDays)).Select(FirstDay.AddDays);

    /// <summary>The days on which the week ends where the meeting is held: Friday and Saturday in Cairo.</summary>
    [JsonIgnore]
    public IReadOnlyList<DayOfWeek> Weekend => WorkingDays.WeekendIn(Zone);

    /// <summary>Whether the weekends that the meeting spans are free: a meeting that begins or ends on a day of the weekend sits on such days.</summary>
    [JsonIgnore]
    public bool RestsOnWeekends => !IsWeekend(FirstDay) && !IsWeekend(LastDay) && AllDays.Any(IsWeekend);

    /// <summary>The days on which it sits.</summary>
    [JsonIgnore]
    public IEnumerable<DateOnly> Sittings => RestsOnWeekends ? AllDays.Where(day => !IsWeekend(day)) : AllDays;

    private bool IsWeekend(DateOnly day) => Weekend.Contains(day.DayOfWeek);

    /// <summary>The last instant of the day that lies so many calendar days before the first one, UTC.</summary>
    public DateTimeOffset EndOfDayBefore(int days) => InstantOf(FirstDay.AddDays(1 - days), TimeOnly.MinValue).AddSeconds(-1);

    /// <summary>An hour of the day that lies so many calendar days before the first one, UTC.</summary>
    public DateTimeOffset HourBefore(int days, TimeOnly hour) => InstantOf(FirstDay.AddDays(-days), hour);

    private DateTimeOffset InstantOf(DateOnly day, TimeOnly hour)
    {
        var zone = ZoneInfo;
        var local = day.ToDateTime(hour);
        // An hour that summer time leaves out begins when the clock has jumped.
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
