using JcaCop.Register.Calendar;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>When letters of a meeting that leave by themselves may leave: in the hours of working days, by the meeting's clock (docs/decisions/0132).</summary>
internal static class MeetingMornings
{
    /// <summary>Letters that are due on a day go out from this hour on, by the meeting's clock.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    /// <summary>What comes later on a day, as after a time of downtime, waits for the next morning.</summary>
    private static readonly TimeOnly Evening = new(18, 0);

    /// <summary>From which on it may be tried again.</summary>
    public static DateTimeOffset NextMorning(MeetingTime time, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, time.ZoneInfo).DateTime);
        return time.HourBefore(time.FirstDay.DayNumber - today.DayNumber - (IsMorning(time, now) ? 1 : 0), Morning);
    }

    /// <summary>What is tried anew on each day, as the documents are that may come late, is not tried at midnight.</summary>
    public static bool IsMorning(MeetingTime time, DateTimeOffset now) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, time.ZoneInfo).DateTime) >= Morning;

    /// <summary>Invitations, calls and word of the documents go out on working days: what is due on a Sunday leaves on the Friday before, which is never too late.</summary>
    public static DateTimeOffset WorkingMorning(MeetingTime time, int daysBefore, WorkingDays days)
    {
        var day = time.FirstDay.AddDays(-daysBefore);
        return time.HourBefore(daysBefore + day.DayNumber - days.OnOrBefore(day).DayNumber, Morning);
    }

    /// <summary>What becomes due at night, at a week's end or on a holiday, or was due while the worker was down, waits for the next working morning where that is not too late.</summary>
    public static bool Rests(MeetingTime time, WorkingDays days, DateTimeOffset now, DateTimeOffset until) => AfterRest(time, days, now) is var next && next > now && next < until;

    /// <summary>The instant itself where it lies in the hours of a working day, otherwise the next working morning.</summary>
    public static DateTimeOffset AfterRest(MeetingTime time, WorkingDays days, DateTimeOffset at)
    {
        var there = TimeZoneInfo.ConvertTime(at, time.ZoneInfo).DateTime;
        var (day, hour) = (DateOnly.FromDateTime(there), TimeOnly.FromDateTime(there));
        if (days.IsWorking(day) && hour >= Morning && hour < Evening) return at;
        return time.HourBefore(time.FirstDay.DayNumber - days.OnOrAfter(hour < Morning ? day : day.AddDays(1)).DayNumber, Morning);
    }
}
