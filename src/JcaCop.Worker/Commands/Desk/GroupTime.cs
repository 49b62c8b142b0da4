using System.Globalization;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>Days as people type them, in the zone of their group.</summary>
internal static class GroupTime
{
    /// <summary>Ten years: whoever asks for more has mistyped.</summary>
    public const int MostWeeks = 520;

    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <param name="option">Named where the text is no day.</param>
    /// <exception cref="Refusal">The text is no day, or one on which nothing of a group can be.</exception>
    public static DateOnly Day(string text, string option)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new Refusal(ExitCode.Usage, $"{option} takes a day as yyyy-MM-dd; '{text}' is none.");
        return day.Year is >= FirstYear and <= LastYear ? day
            : throw new Refusal(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"{option} takes a day from {FirstYear} to {LastYear}; '{text}' is none of them."));
    }

    /// <param name="option">Named where the text is no time.</param>
    /// <exception cref="Refusal">The text is no time of day.</exception>
    public static TimeOnly Hour(string text, string option) =>
        TimeOnly.TryParseExact(text, ["H:mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? hour : throw new Refusal(ExitCode.Usage, $"{option} takes a time of day as 18:00; '{text}' is none.");

    /// <summary>In which times of a group's mails and letters are told; those of a group that the settings name no longer are told in UTC.</summary>
    public static TimeZoneInfo ZoneOf(this IServiceProvider services, string? group) =>
        services.GetRequiredService<GroupList>().Groups.FirstOrDefault(one => one.Key.Equals(group, StringComparison.OrdinalIgnoreCase))?.Zone ?? TimeZoneInfo.Utc;

    public static DateOnly Today(TimeProvider clock, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);

    /// <summary>The last instant of a day in a zone.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var next = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        // Where the clock skips midnight the day ends when the skipped hour begins.
        while (zone.IsInvalidTime(next)) next = next.AddMinutes(15);
        return new DateTimeOffset(next, zone.GetUtcOffset(next)).AddTicks(-1);
    }
}
