using System.Text.Json;

namespace JcaCop.Register.Entries;

/// <summary>Lists of words that lie in this library as JSON.</summary>
internal static class WordResource
{
    /// <exception cref="InvalidOperationException">The resource is missing or empty.</exception>
    public static string[] Read(string name)
    {
        using var stream = typeof(WordResource).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return JsonSerializer.Deserialize<string[]>(stream) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
