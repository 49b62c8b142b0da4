using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using JcaCop.Register.Entries;

namespace JcaCop.Post.Letters.Wording;

/// <summary>What all letters of one language have in common: direction, dates, times, regions, and sentences such as greeting and closing: <c>Templates/language/fr.json</c>.</summary>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Day">Pattern with {day}, {month} and {year}.</param>
/// <param name="FirstDay">How the first day of a month is written (French: 1er).</param>
/// <param name="DayRange">Pattern with {from} and {until}, both inclusive.</param>
/// <param name="TwoDays">Two days in a row, of one month: pattern with {from}, {until}, {month} and {year}.</param>
/// <param name="DaysOfMonth">More days of one month: the same pattern.</param>
/// <param name="DaysOfYear">Days of two months of a year: pattern with {from}, {fromMonth}, {until}, {untilMonth} and {year}.</param>
/// <param name="OpenDays">From a day on, to an end that nobody told: pattern with {from}.</param>
/// <param name="EndOfDay">A deadline: pattern with {day} and {zone}.</param>
/// <param name="Moment">Pattern with {weekday}, {day}, {time} and {zone}.</param>
/// <param name="Span">Begins and ends on one day: pattern with {weekday}, {day}, {start}, {end} and {zone}.</param>
/// <param name="LongSpan">Ends on another day: pattern with {start} and {end}, both written as moments.</param>
/// <param name="DailySpan">The same hours on several days: pattern with {days}, or {first} and {last}, and with {start}, {end} and {zone}.</param>
/// <param name="WeekdaySpan">As <paramref name="DailySpan"/>, where weekends between them are free: with {rest} for the days of the weekend.</param>
/// <param name="Zone">Pattern with {zone} and {offset}.</param>
/// <param name="Meeting">Pattern with {group}, {number} and {day}.</param>
/// <param name="MeetingWithoutNumber">Pattern with {group} and {day}.</param>
/// <param name="Months">In the form that stands in a date.</param>
/// <param name="Weekdays">From Monday.</param>
/// <param name="Zones">Cities by IANA zone; others are called by the city in the zone's name.</param>
/// <param name="Places">Cities in which meetings are held, by their English names.</param>
/// <param name="Languages">Names of the six languages by ISO 639-1 code, as they stand in a list.</param>
/// <param name="Regions">By the keys of <see cref="RegionName"/>.</param>
/// <param name="Sentences">For every letter that has no sentence of its own under the same key.</param>
public sealed partial record LanguageWords(
    string Direction,
    string Day,
    string FirstDay,
    string DayRange,
    string TwoDays,
    string DaysOfMonth,
    string DaysOfYear,
    string OpenDays,
    string EndOfDay,
    string Moment,
    string Span,
    string LongSpan,
    string DailySpan,
    string WeekdaySpan,
    string Zone,
    string Meeting,
    string MeetingWithoutNumber,
    string ListSeparator,
    IReadOnlyList<string> Months,
    IReadOnlyList<string> Weekdays,
    IReadOnlyDictionary<string, string> Zones,
    IReadOnlyDictionary<string, string> Places,
    IReadOnlyDictionary<string, string> Languages,
    IReadOnlyDictionary<string, string> Regions,
    IReadOnlyDictionary<string, string> Sentences)
{
    internal static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public bool RightToLeft => Direction == "rtl";

    public static LanguageWords Load(TemplateFolder folder, string language)
    {
        var path = $"language/{language}.json";
        try
        {
            var words = JsonSerializer.Deserialize<LanguageWords>(folder.Read(path), Strict) ?? throw new TemplateException($"{path} is empty.");
            if (words.Months.Count != 12) throw new TemplateException($"{path}: months needs twelve names.");
            if (words.Weekdays.Count != 7) throw new TemplateException($"{path}: weekdays needs seven names.");
            return words;
        }
        catch (JsonException broken)
        {
            throw new TemplateException($"{path}: {broken.Message}", broken);
        }
    }

    public string Write(DateOnly day) => Day
        .Replace("{day}", DayOf(day), StringComparison.Ordinal)
        .Replace("{month}", Months[day.Month - 1], StringComparison.Ordinal)
        .Replace("{year}", day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>From a day to another; month and year that both have are told once.</summary>
    /// <param name="until">Inclusive.</param>
    public string Write(DateOnly from, DateOnly until)
    {
        if (from == until) return Write(from);
        if (from.Year != until.Year) return DayRange.Replace("{from}", Write(from), StringComparison.Ordinal).Replace("{until}", Write(until), StringComparison.Ordinal);
        return (from.Month != until.Month ? DaysOfYear : from.AddDays(1) == until ? TwoDays : DaysOfMonth)
            .Replace("{from}", DayOf(from), StringComparison.Ordinal).Replace("{until}", DayOf(until), StringComparison.Ordinal)
            .Replace("{fromMonth}", Months[from.Month - 1], StringComparison.Ordinal).Replace("{untilMonth}", Months[until.Month - 1], StringComparison.Ordinal)
            .Replace("{month}", Months[from.Month - 1], StringComparison.Ordinal).Replace("{year}", from.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>From a day on.</summary>
    public string WriteFrom(DateOnly from) => OpenDays.Replace("{from}", Write(from), StringComparison.Ordinal);

    private string DayOf(DateOnly day) => day.Day == 1 ? FirstDay : day.Day.ToString(CultureInfo.InvariantCulture);

    /// <summary>Between names in a row: in Chinese and Arabic a sign of its own.</summary>
    public string Enumeration => ListSeparator is "、" or "；" ? "、" : RightToLeft ? "، " : ", ";

    public string Deadline(DateOnly day, TimeZoneInfo zone) => EndOfDay
        .Replace("{day}", Write(day), StringComparison.Ordinal)
        .Replace("{zone}", City(zone), StringComparison.Ordinal);

    public string Write(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return Dated(Moment, local)
            .Replace("{time}", Clock(local), StringComparison.Ordinal)
            .Replace("{zone}", ZoneOf(zone, local), StringComparison.Ordinal);
    }

    public string Write(DateTimeOffset start, DateTimeOffset end, TimeZoneInfo zone)
    {
        var (from, until) = (TimeZoneInfo.ConvertTime(start, zone), TimeZoneInfo.ConvertTime(end, zone));
        if (from.Date != until.Date)
            return LongSpan.Replace("{start}", Write(start, zone), StringComparison.Ordinal).Replace("{end}", Write(end, zone), StringComparison.Ordinal);
        return Dated(Span, from)
            .Replace("{start}", Clock(from), StringComparison.Ordinal)
            .Replace("{end}", Clock(until), StringComparison.Ordinal)
            .Replace("{zone}", ZoneOf(zone, from), StringComparison.Ordinal);
    }

    /// <summary>Hours of a meeting of several days.</summary>
    public string Write(MeetingTime time) => (time.RestsOnWeekends ? WeekdaySpan : DailySpan)
        .Replace("{days}", Write(time.FirstDay, time.LastDay), StringComparison.Ordinal)
        .Replace("{first}", Write(time.FirstDay), StringComparison.Ordinal)
        .Replace("{last}", Write(time.LastDay), StringComparison.Ordinal)
        .Replace("{rest}", string.Join(Enumeration, time.Weekend.Select(day => Weekdays[((int)day + 6) % 7])), StringComparison.Ordinal)
        .Replace("{start}", time.From.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{end}", time.Until.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{zone}", ZoneOf(time), StringComparison.Ordinal);

    /// <summary>Where clocks change between the first day and the last, both offsets are told, the later one with the day from which it counts.</summary>
    private string ZoneOf(MeetingTime time)
    {
        var (opens, closes) = (TimeZoneInfo.ConvertTime(time.Opens, time.ZoneInfo), TimeZoneInfo.ConvertTime(time.Closes, time.ZoneInfo));
        if (opens.Offset == closes.Offset || IsUtc(time.ZoneInfo)) return ZoneOf(time.ZoneInfo, opens);
        var day = time.FirstDay;
        while (day < time.LastDay && time.ZoneInfo.GetUtcOffset(day.ToDateTime(time.From)) == opens.Offset) day = day.AddDays(1);
        return Zone.Replace("{zone}", City(time.ZoneInfo), StringComparison.Ordinal)
            .Replace("{offset}", $"{Offset(opens.Offset)}{ListSeparator}{Write(day)}{Sentences["colon"]}{Offset(closes.Offset)}", StringComparison.Ordinal);
    }

    private string Dated(string pattern, DateTimeOffset local) => pattern
        .Replace("{weekday}", Weekdays[((int)local.DayOfWeek + 6) % 7], StringComparison.Ordinal)
        .Replace("{day}", Write(DateOnly.FromDateTime(local.DateTime)), StringComparison.Ordinal);

    private static string Clock(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private string ZoneOf(TimeZoneInfo zone, DateTimeOffset local) => IsUtc(zone) ? "UTC" : Zone
        .Replace("{zone}", City(zone), StringComparison.Ordinal)
        .Replace("{offset}", Offset(local.Offset), StringComparison.Ordinal);

    /// <summary>The city by whose clocks the zone goes, as letters call it.</summary>
    public string City(TimeZoneInfo zone) => IsUtc(zone) ? "UTC"
        : Zones.GetValueOrDefault(zone.Id) ?? zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>Rules of deadlines as the register keeps them name the zone for programs ("end of 2012-04-27, Europe/Zurich"): people read the city.</summary>
    public string Cities(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal)) text = ZoneOfRule().Replace(text, zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone.Value, out var found) ? City(found) : zone.Value);
        return text.Contains(" (", StringComparison.Ordinal) ? CityOfClock().Replace(text, city => Places.GetValueOrDefault(city.Value) ?? city.Value) : text;
    }

    /// <summary>By whose clocks an instant is told: "2013-03-05 10:10 (Geneva)".</summary>
    [GeneratedRegex(@"(?<=\d-\d\d \d\d:\d\d(?:-\d\d:\d\d)? \()[A-Z][A-Za-z .]{1,40}(?=\))|(?<=\d-\d\d, \d\d:\d\d-\d\d:\d\d \()[A-Z][A-Za-z .]{1,40}(?=\))", RegexOptions.CultureInvariant)]
    private static partial Regex CityOfClock();

    /// <summary>The zone of tzdata that ends a rule; a text of somebody's with a slash in it is none.</summary>
    [GeneratedRegex(@"(?<=\d\d, |end of day )(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)(?:/[A-Za-z_\-]+){1,2}(?=$|[);\r\n]| [-\u2192])", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneOfRule();

    private static bool IsUtc(TimeZoneInfo zone) => zone.Id is "UTC" or "Etc/UTC";

    private static string Offset(TimeSpan offset) => offset == TimeSpan.Zero ? "UTC"
        : string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{Math.Abs(offset.Hours)}{(offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}")}");
}
