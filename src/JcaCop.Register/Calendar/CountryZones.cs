using System.Reflection;
using System.Text.Json;

namespace JcaCop.Register.Calendar;

/// <summary>The zone in which the administration of a country keeps its office hours (<c>zones.json</c>, from the public domain table zone.tab of the IANA time zone database).</summary>
public static class CountryZones
{
    private static readonly Dictionary<string, string> Names = Load();

    /// <param name="country">ISO 3166-1 alpha-2; null where none is known.</param>
    /// <param name="otherwise">Where no country is known, or this machine does not know its zone.</param>
    public static TimeZoneInfo Of(string? country, TimeZoneInfo otherwise) =>
        country is not null && Names.TryGetValue(country, out var name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : otherwise;

    /// <summary>IANA name of a country's zone; null where no such country is known.</summary>
    internal static string? NameOf(string country) => Names.GetValueOrDefault(country);

    /// <summary>Whether two letters are a country.</summary>
    public static bool Knows(string country) => Names.ContainsKey(country);

    private static Dictionary<string, string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("zones.json") ?? throw new InvalidOperationException("The resource zones.json is missing.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
    }
}
