using System.Runtime.InteropServices;

namespace JcaCop.Post.Tests.Calendars;

/// <summary>
/// libical, the library behind Evolution, KOrganizer and Thunderbird: it parses strictly, and holds a calendar to the tables of RFC 5546 that say which property
/// a method wants, how often, and with which value. It is loaded where it is installed (Debian: <c>libical3</c>).
/// </summary>
internal static class Libical
{
    private const int VEvent = 4;

    private static readonly Lock OneAtATime = new();
    private static readonly nint Library = Load();

    /// <summary>Why it cannot be asked; null where it can.</summary>
    public static string? Missing => Library != 0 ? null : "libical (libical.so.3; Debian: libical3) is not installed";

    /// <summary>What it finds wrong with syntax, values, or the rules of the method; none where all is well.</summary>
    public static IReadOnlyList<string> Faults(byte[] calendar)
    {
        lock (OneAtATime)
        {
            var parsed = Call<Parse>("icalparser_parse_string")([.. calendar, 0]);
            if (parsed == 0) return ["It is no calendar at all."];
            var keeps = Call<Ask>("icalrestriction_check")(parsed) != 0;
            var counted = Call<Ask>("icalcomponent_count_errors")(parsed);
            var text = Marshal.PtrToStringUTF8(Call<Print>("icalcomponent_as_ical_string")(parsed))!;
            Call<Release>("icalcomponent_free")(parsed);
            var told = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Where(line => line.StartsWith("X-LIC-ERROR", StringComparison.Ordinal)).Distinct().ToList();
            return keeps && counted == 0 ? told : told.Count > 0 ? told : ["It breaks a rule of RFC 5545 or RFC 5546."];
        }
    }

    /// <summary>When the first event begins, as libical makes it of the zone that the calendar itself describes.</summary>
    public static DateTimeOffset FirstStart(byte[] calendar)
    {
        lock (OneAtATime)
        {
            var parsed = Call<Parse>("icalparser_parse_string")([.. calendar, 0]);
            var start = Call<StartOf>("icalcomponent_get_dtstart")(Call<FirstOf>("icalcomponent_get_first_component")(parsed, VEvent));
            var seconds = Call<Seconds>("icaltime_as_timet_with_zone")(start, start.Zone);
            Call<Release>("icalcomponent_free")(parsed);
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }
    }

    private static nint Load() =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64 && NativeLibrary.TryLoad("libical.so.3", out var library) ? library : 0;

    private static T Call<T>(string name) where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(Library, name));

    /// <summary><c>struct icaltimetype</c> of libical 3.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public int Year, Month, Day, Hour, Minute, Second, IsDate, IsDaylight;
        public nint Zone;
    }

    private delegate nint Parse(byte[] text);

    private delegate int Ask(nint component);

    private delegate nint Print(nint component);

    private delegate void Release(nint component);

    private delegate nint FirstOf(nint component, int kind);

    private delegate Time StartOf(nint component);

    private delegate long Seconds(Time time, nint zone);
}
