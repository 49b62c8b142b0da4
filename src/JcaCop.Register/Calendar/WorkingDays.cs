using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JcaCop.Register.Calendar;

/// <summary>
/// Which days people work: Monday to Friday without the official holidays of the house. Holidays are data (<c>holidays.json</c>), and settings add to them; so are the countries
/// whose week ends otherwise (<c>weekends.json</c>).
/// </summary>
/// <remarks>Of the two holidays that follow the moon (Eid) the day is announced each year: it belongs into the settings.</remarks>
public sealed class WorkingDays
{
    private readonly HashSet<(int Month, int Day)> everyYear;
    private readonly IReadOnlyList<int> fromEaster;
    private readonly bool genevaFast;
    private readonly HashSet<DateOnly> single;
    private readonly IReadOnlyList<DayOfWeek> weekend = Customary;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Dictionary<string, DayOfWeek[]> Weekends = Read<Dictionary<string, DayOfWeek[]>>("weekends.json");

    /// <summary>By the zone of the country.</summary>
    private static readonly Dictionary<string, DayOfWeek[]> WeekendsByZone =
        Weekends.Where(country => CountryZones.NameOf(country.Key) is not null).ToDictionary(country => CountryZones.NameOf(country.Key)!, country => country.Value, StringComparer.Ordinal);

    private static readonly DayOfWeek[] Customary = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    private sealed record Data(string[] Fixed, int[] Easter, bool GenevaFast, string[] Days);

    private WorkingDays(Data data, IEnumerable<DateOnly> more)
    {
        everyYear = [.. data.Fixed.Select(day => DateOnly.ParseExact($"2000-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture)).Select(day => (day.Month, day.Day))];
        fromEaster = data.Easter;
        genevaFast = data.GenevaFast;
        single = [.. data.Days.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)), .. more];
    }

    private WorkingDays(WorkingDays other, IReadOnlyList<DayOfWeek> weekend) =>
        (everyYear, fromEaster, genevaFast, single, this.weekend) = (other.everyYear, other.fromEaster, other.genevaFast, other.single, weekend);

    /// <summary>The holidays of the ITU in Geneva.</summary>
    public static WorkingDays Geneva { get; } = With([]);

    /// <param name="more">Further days on which nobody works.</param>
    public static WorkingDays With(IEnumerable<DateOnly> more)
    {
        return new WorkingDays(Read<Data>("holidays.json"), more);
    }

    /// <summary>The same holidays in the working week of a country: in Cairo it begins on Sunday.</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null where none is known.</param>
    public WorkingDays In(string? country) => country is not null && Weekends.TryGetValue(country, out var days) ? new WorkingDays(this, days) : this;

    /// <summary>The days on which the week ends where a clock of this zone hangs.</summary>
    /// <param name="zone">IANA name.</param>
    public static IReadOnlyList<DayOfWeek> WeekendIn(string zone) => WeekendsByZone.GetValueOrDefault(zone, Customary);

    public bool IsWorking(DateOnly day) =>
        !weekend.Contains(day.DayOfWeek) && !everyYear.Contains((day.Month, day.Day)) && !single.Contains(day)
        && !fromEaster.Contains(day.DayNumber - Easter(day.Year).DayNumber) && !(genevaFast && day == Fast(day.Year));

    public bool IsWeekend(DateOnly day) => weekend.Contains(day.DayOfWeek);

    /// <summary>The holidays of a year that fall on no weekend.</summary>
    public IReadOnlyList<DateOnly> HolidaysOf(int year) =>
        [.. Enumerable.Range(0, new DateOnly(year, 12, 31).DayOfYear).Select(new DateOnly(year, 1, 1).AddDays).Where(day => !weekend.Contains(day.DayOfWeek) && !IsWorking(day))];

    /// <summary>The day itself where it is a working day, otherwise the last one before it.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day itself where it is a working day, otherwise the first one after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The working day that comes so many working days after a day.</summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
        for (; workingDays > 0; workingDays--) day = OnOrAfter(day.AddDays(1));
        return day;
    }

    private static T Read<T>(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"{resource} is empty.");
    }

    /// <summary>Western Easter Sunday, by the rule of the anonymous Gregorian computus (Nature, 20 April 1876).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return new DateOnly(year, sum / 31, sum % 31 + 1);
    }

    /// <summary>The Genevese fast: the Thursday after the first Sunday of September.</summary>
    private static DateOnly Fast(int year)
    {
        var day = new DateOnly(year, 9, 1);
        while (day.DayOfWeek != DayOfWeek.Sunday) day = day.AddDays(1);
        return day.AddDays(4);
    }
}
