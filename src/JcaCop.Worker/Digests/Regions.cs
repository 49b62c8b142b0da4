using System.Reflection;
using System.Text.Json;

namespace JcaCop.Worker.Digests;

/// <summary>The region of ITU to which a country belongs, as the letters name it (<c>regions.json</c>; regional offices of ITU-D).</summary>
internal static class Regions
{
    private static readonly Dictionary<string, string> ByCountry = Load();

    /// <param name="country">ISO 3166-1 alpha-2; null where none is known.</param>
    /// <returns><c>other</c> where no region is known.</returns>
    public static string Of(string? country) => country is not null && ByCountry.TryGetValue(country, out var region) ? region : "other";

    private static Dictionary<string, string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("regions.json") ?? throw new InvalidOperationException("The resource regions.json is missing.");
        var data = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        return data.SelectMany(region => region.Value.Split(' ').Select(country => (country, region.Key))).ToDictionary(pair => pair.country, pair => pair.Key, StringComparer.Ordinal);
    }
}
