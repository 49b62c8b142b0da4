using System.Reflection;
using System.Text.Json;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>Names before which a sentence sets a word for what they name: "the organization Lantern". In scripts without capitals nothing shows where the name begins. The words are data (<c>organization-words.json</c>).</summary>
internal static class HeadedName
{
    private static readonly string[] Heads = Load();

    /// <summary>The folded name without such a word before it.</summary>
    /// <returns>Null where none stands there, or nothing else.</returns>
    public static string? Bare(string? name)
    {
        var key = NameKey.Of(name);
        foreach (var head in Heads)
            if (key.Length > head.Length + 1 && key.StartsWith(head, StringComparison.Ordinal))
            {
                if (key[head.Length] == ' ') return key[(head.Length + 1)..];
                // Chinese leaves no blank.
                if (head[^1] >= '\u4e00') return key[head.Length..];
            }
        return null;
    }

    private static string[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("organization-words.json")
            ?? throw new InvalidOperationException("The resource organization-words.json is missing.");
        var words = JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream) ?? throw new InvalidOperationException("organization-words.json is empty.");
        return [.. words.Values.SelectMany(forms => forms).Select(NameKey.Of).Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length)];
    }
}
