using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JcaCop.Post.Tests.Calendars;

/// <summary>A component as RFC 5545 writes it.</summary>
internal sealed record CalendarNode(string Name, List<(string Name, Dictionary<string, string> Parameters, string Value)> Properties, List<CalendarNode> Children)
{
    public string? Value(string name) => Properties.Where(property => property.Name == name).Select(property => property.Value).FirstOrDefault();

    public Dictionary<string, string> Parameters(string name) => Properties.First(property => property.Name == name).Parameters;

    public IEnumerable<CalendarNode> All(string name) => Children.Where(child => child.Name == name);
}

/// <summary>Reads a calendar object as RFC 5545 and RFC 5546 want it, and accepts nothing else. It shares no code with what writes them.</summary>
internal static partial class StrictCalendar
{
    private static readonly string[] Once = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "STATUS", "ORGANIZER", "LOCATION", "DESCRIPTION", "URL", "TRANSP", "RRULE"];

    public static CalendarNode Read(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Check(text.EndsWith("\r\n", StringComparison.Ordinal), "ends in CRLF");
        Check(!text.Replace("\r\n", "", StringComparison.Ordinal).AsSpan().ContainsAny('\r', '\n'), "every line ends in CRLF");
        var lines = text.Split("\r\n")[..^1];
        foreach (var line in lines) Check(Encoding.UTF8.GetByteCount(line) <= 75, $"at most 75 octets: {line}");
        Check(lines.All(line => line.Length > 0), "no empty line");
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1];

        var root = new CalendarNode("", [], []);
        var open = new Stack<CalendarNode>([root]);
        foreach (var line in unfolded)
        {
            var match = Line().Match(line);
            Check(match.Success, $"name, parameters, value: {line}");
            var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value);
            if (name == "BEGIN") { var node = new CalendarNode(value, [], []); open.Peek().Children.Add(node); open.Push(node); }
            else if (name == "END") Check(open.Pop().Name == value, $"{value} ends where it began");
            else open.Peek().Properties.Add((name, Parameter().Matches(match.Groups["params"].Value).ToDictionary(one => one.Groups[1].Value, one => one.Groups[2].Value.Trim('"')), value));
        }
        Check(open.Count == 1 && root.Children is [{ Name: "VCALENDAR" }], "one VCALENDAR");
        var calendar = root.Children[0];
        Check(calendar.Value("VERSION") == "2.0" && calendar.Value("PRODID") is { Length: > 0 }, "VERSION and PRODID");
        foreach (var one in calendar.All("VEVENT")) Event(one, calendar);
        foreach (var zone in calendar.All("VTIMEZONE")) Zone(zone);
        return calendar;
    }

    /// <summary>Offset from UTC that the described zone gives a local time: that of the last change before it.</summary>
    public static TimeSpan OffsetAt(CalendarNode zone, DateTime local)
    {
        var changes = zone.Children.SelectMany(part => Onsets(part, local.Year).Select(at => (At: at, To: Offset(part.Value("TZOFFSETTO")!)))).OrderBy(change => change.At).ToList();
        return changes.Last(change => change.At <= local).To;
    }

    private static IEnumerable<DateTime> Onsets(CalendarNode part, int lastYear)
    {
        var start = Local(part.Value("DTSTART")!);
        yield return start;
        if (part.Value("RRULE") is not { } rule) yield break;
        var fields = rule.Split(';').Select(field => field.Split('=')).ToDictionary(field => field[0], field => field[1]);
        Check(fields["FREQ"] == "YEARLY", "a yearly rule");
        var match = Weekday().Match(fields["BYDAY"]);
        var (nth, day) = (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), Array.IndexOf(["SU", "MO", "TU", "WE", "TH", "FR", "SA"], match.Groups[2].Value));
        for (var year = start.Year; year <= lastYear; year++)
        {
            var days = Enumerable.Range(1, DateTime.DaysInMonth(year, int.Parse(fields["BYMONTH"], CultureInfo.InvariantCulture)))
                .Select(number => new DateTime(year, int.Parse(fields["BYMONTH"], CultureInfo.InvariantCulture), number)).Where(one => (int)one.DayOfWeek == day).ToList();
            var onset = (nth < 0 ? days[^-nth] : days[nth - 1]) + start.TimeOfDay;
            if (year == start.Year) Check(onset == start, "a rule that begins with its own first day (3.8.5.3)");
            else yield return onset;
        }
    }

    private static void Event(CalendarNode one, CalendarNode calendar)
    {
        foreach (var name in Once) Check(one.Properties.Count(property => property.Name == name) <= 1, $"{name} once at most");
        foreach (var name in new[] { "UID", "DTSTAMP", "DTSTART", "SUMMARY", "ORGANIZER", "SEQUENCE" }) Check(one.Value(name) is { Length: > 0 }, $"{name} is there");
        Check(Utc().IsMatch(one.Value("DTSTAMP")!), "DTSTAMP in UTC");
        // A day without an end is that one day (RFC 5545, 3.6.1).
        var wholeDay = one.Parameters("DTSTART").GetValueOrDefault("VALUE") == "DATE";
        Check(wholeDay ? one.Value("DTEND") is null && one.Value("DTSTART")!.Length == 8 : one.Value("DTEND") is not null, "an end, or a whole day");
        foreach (var name in wholeDay ? [] : new[] { "DTSTART", "DTEND" })
            Check(one.Parameters(name).TryGetValue("TZID", out var zone) && calendar.All("VTIMEZONE").Any(described => described.Value("TZID") == zone), $"the zone of {name} is described");
        Check(wholeDay || Local(one.Value("DTSTART")!) < Local(one.Value("DTEND")!), "it ends after it begins");
        var method = calendar.Value("METHOD");
        var attendees = one.Properties.Where(property => property.Name == "ATTENDEE").ToList();
        Check(method != "PUBLISH" || attendees.Count == 0, "no attendee in PUBLISH (RFC 5546, 3.2.1)");
        Check(method != "REQUEST" || attendees.Count > 0, "an attendee in REQUEST (RFC 5546, 3.2.2)");
        Check(method != "CANCEL" || one.Value("STATUS") == "CANCELLED", "CANCELLED in CANCEL (RFC 5546, 3.2.5)");
        Check(attendees.TrueForAll(attendee => attendee.Value.StartsWith("mailto:", StringComparison.Ordinal)), "attendees by mailto");
    }

    private static void Zone(CalendarNode zone)
    {
        Check(zone.Value("TZID") is { Length: > 0 } && zone.Children.Count > 0 && zone.Children.TrueForAll(part => part.Name is "STANDARD" or "DAYLIGHT"), "TZID, STANDARD or DAYLIGHT");
        foreach (var part in zone.Children)
            Check(LocalTime().IsMatch(part.Value("DTSTART")!) && part.Value("TZOFFSETFROM") is not null && part.Value("TZOFFSETTO") is not null, "DTSTART without zone, TZOFFSETFROM, TZOFFSETTO");
    }

    public static DateTime Local(string value) => DateTime.ParseExact(value, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static TimeSpan Offset(string value)
    {
        var span = TimeSpan.ParseExact(value[1..], ["hhmm", "hhmmss"], CultureInfo.InvariantCulture);
        return value[0] == '-' ? -span : span;
    }

    private static void Check(bool holds, string what)
    {
        if (!holds) throw new FormatException($"RFC 5545: {what}");
    }

    [GeneratedRegex("^(?<name>[A-Z0-9-]+)(?<params>(?:;[A-Z0-9-]+=(?:\"[^\"\\p{Cc}]*\"|[^\";:,\\p{Cc}]*))*):(?<value>[^\\p{Cc}]*)$")]
    private static partial Regex Line();

    [GeneratedRegex(";([A-Z0-9-]+)=(\"[^\"]*\"|[^\";:,]*)")]
    private static partial Regex Parameter();

    [GeneratedRegex("^(-?[0-9])([A-Z]{2})$")]
    private static partial Regex Weekday();

    [GeneratedRegex("^[0-9]{8}T[0-9]{6}Z$")]
    private static partial Regex Utc();

    [GeneratedRegex("^[0-9]{8}T[0-9]{6}$")]
    private static partial Regex LocalTime();
}
