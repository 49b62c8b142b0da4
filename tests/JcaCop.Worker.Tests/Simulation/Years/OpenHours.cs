namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>When offices are open in the years that are played, told by lists and not by rules: what the service computes is held against them.</summary>
internal static class OpenHours
{
    /// <summary>The zone of the group.</summary>
    public static readonly TimeZoneInfo Geneva = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    /// <summary>Offices on both sides of the date line, with summer time in the north, in the south and none, and one whose week begins on Sunday.</summary>
    private static readonly Dictionary<string, TimeZoneInfo> Zones = new[]
    {
        ("AU", "Australia/Sydney"), ("US", "America/New_York"), ("CL", "America/Santiago"), ("WS", "Pacific/Apia"), ("NP", "Asia/Kathmandu"), ("CH", "Europe/Zurich"), ("EG", "Africa/Cairo"),
    }.ToDictionary(one => one.Item1, one => TimeZoneInfo.FindSystemTimeZoneById(one.Item2));

    /// <summary>Days from Monday to Friday on which the house in Geneva is closed.</summary>
    private static readonly HashSet<DateOnly> DaysOff =
    [
        new(2014, 12, 25), new(2014, 12, 31), new(2015, 1, 1), new(2015, 4, 3), new(2015, 4, 6), new(2015, 5, 14), new(2015, 5, 25), new(2015, 9, 10), new(2015, 12, 25), new(2015, 12, 31),
        new(2016, 1, 1), new(2016, 3, 25), new(2016, 3, 28), new(2016, 5, 5), new(2016, 5, 16),
    ];

    public static IReadOnlyCollection<string> Countries => Zones.Keys;

    /// <param name="country">Null: the group's.</param>
    public static TimeZoneInfo ZoneOf(string? country) => country is null ? Geneva : Zones[country];

    public static bool IsWorking(DateOnly day, string? country = null) => !DaysOff.Contains(day)
        && (country == "EG" ? day.DayOfWeek is not (DayOfWeek.Friday or DayOfWeek.Saturday) : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>From nine to five on a working day, where the addressee is.</summary>
    public static bool Hold(DateTimeOffset at, string? country = null) => Between(at, 9, 17, country);

    /// <summary>From eight to six on a working day in Geneva: for letters about meetings.</summary>
    public static bool HoldForMeetings(DateTimeOffset at) => Between(at, 8, 18, null);

    public static DateOnly DayOf(DateTimeOffset at, string? country = null) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, ZoneOf(country)).DateTime);

    public static DateOnly OnOrBefore(DateOnly day, string? country = null) => IsWorking(day, country) ? day : OnOrBefore(day.AddDays(-1), country);

    public static DateOnly OnOrAfter(DateOnly day, string? country = null) => IsWorking(day, country) ? day : OnOrAfter(day.AddDays(1), country);

    /// <summary>An hour of a day; no zone that is played changes its clocks between eight and six.</summary>
    public static DateTimeOffset At(DateOnly day, int hour, string? country = null) => At(day, new TimeOnly(hour, 0), country);

    public static DateTimeOffset At(DateOnly day, TimeOnly time, string? country = null)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, ZoneOf(country).GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The next morning at eight in Geneva on which letters about meetings leave.</summary>
    public static DateTimeOffset NextMorning(DateTimeOffset at)
    {
        var day = OnOrAfter(DayOf(at));
        return At(day, 8) > at ? At(day, 8) : At(OnOrAfter(day.AddDays(1)), 8);
    }

    private static bool Between(DateTimeOffset at, int from, int until, string? country)
    {
        var local = TimeZoneInfo.ConvertTime(at, ZoneOf(country));
        return local.Hour >= from && local.Hour < until && IsWorking(DateOnly.FromDateTime(local.DateTime), country);
    }
}
