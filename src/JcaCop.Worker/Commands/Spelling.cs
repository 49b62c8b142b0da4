using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace JcaCop.Worker.Commands;

/// <summary>How verbs spell a value of a closed set, wherever they print or take one (JSON, CSV, workbooks, tables, options): small letters with hyphens, as <c>read</c> does.</summary>
internal static class Spelling
{
    public static JsonNamingPolicy Policy => JsonNamingPolicy.KebabCaseLower;

    public static string Of<T>(T value) where T : struct, Enum => Of(value.ToString());

    /// <param name="name">As the program has it: <c>TakingPart</c>.</param>
    public static string Of(string name) => Policy.ConvertName(name);

    [return: NotNullIfNotNull(nameof(name))]
    public static string? OrNull(string? name) => name is null ? null : Of(name);

    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(Of)];

    /// <summary>Reads a value as it is spelt. Capitals, blanks and hyphens do not count, so that <c>takingPart</c> and "taking part" are read as before.</summary>
    public static bool Reads<T>(string word, out T value) where T : struct, Enum
    {
        foreach (var one in Enum.GetValues<T>())
        {
            if (!Bare(one.ToString()).Equals(Bare(word), StringComparison.OrdinalIgnoreCase)) continue;
            value = one;
            return true;
        }
        value = default;
        return false;
    }

    private static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit));
}
