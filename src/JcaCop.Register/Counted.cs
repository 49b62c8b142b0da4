using System.Globalization;

namespace JcaCop.Register;

/// <summary>A number with its noun in English, as verbs and logs tell it: one seat, 2 seats.</summary>
public static class Counted
{
    /// <param name="noun">In the singular; its plural is made by rule, or given.</param>
    public static string Of(long number, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? noun : plural ?? Plural(noun))}");

    private static string Plural(string noun) => noun.EndsWith('y') && !noun.EndsWith("ay", StringComparison.Ordinal) ? $"{noun[..^1]}ies" : $"{noun}s";
}
