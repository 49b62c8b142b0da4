using System.Globalization;

namespace JcaCop.Worker.Commands;

/// <summary>Numbers and times as verbs print them, the same in every locale.</summary>
internal static class Text
{
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>UTC, to the minute, marked as such.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    public static string? Instant(DateTimeOffset? at) => at is { } given ? Instant(given) : null;

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
