using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.Serialization;

namespace JcaCop.Post.Calendars;

/// <summary>Writes calendar objects as RFC 5545 wants them: zones described, lines folded, texts of mails made fit.</summary>
internal static class CalendarText
{
    /// <summary>Octets of a line without its end (RFC 5545, 3.1).</summary>
    private const int LongestLine = 75;

    public static byte[] Write(IReadOnlyList<CalendarEvent> events, string method, string? name = null)
    {
        var calendar = new Ical.Net.Calendar { Method = method, ProductId = "-//JcaCop.Worker//Meetings//EN" };
        if (name is not null)
        {
            // RFC 7986, 5.1; beside it what calendar programs read since long before.
            calendar.AddProperty("NAME", Plain(name));
            calendar.AddProperty("X-WR-CALNAME", Plain(name));
        }
        foreach (var zone in events.Where(one => one.DtStart!.TzId is not null).GroupBy(one => one.DtStart!.TzId!))
            calendar.AddChild(CalendarZone.Of(TimeZoneInfo.FindSystemTimeZoneById(zone.Key), zone.Key, zone.Min(one => one.DtStart!.Year), zone.Max(one => one.DtStart!.Year)));
        foreach (var one in events) calendar.Events.Add(one);
        return Folded(new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("A calendar became no text."));
    }

    /// <summary>Folds lines anew, counted in octets and never inside a character (RFC 5545, 3.1).</summary>
    private static byte[] Folded(string text)
    {
        using var bytes = new MemoryStream(text.Length + 200);
        Span<byte> octets = stackalloc byte[4];
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var length = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (length + rune.Utf8SequenceLength > LongestLine)
                {
                    bytes.Write("\r\n "u8);
                    length = 1;
                }
                bytes.Write(octets[..rune.EncodeToUtf8(octets)]);
                length += rune.Utf8SequenceLength;
            }
            bytes.Write("\r\n"u8);
        }
        return bytes.ToArray();
    }

    /// <summary>A parameter's value holds no quotation mark and no control character (RFC 5545, 3.2).</summary>
    public static string Name(string text) => Plain(text).Replace('"', '\'');

    public static string Plain(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);

    public static string Lines(string text) => new([.. text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))]);
}
