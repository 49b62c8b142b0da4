using System.Globalization;

namespace JcaCop.Worker.Simulation;

/// <summary>The time at the head of a line: <c>2012-03-22 16:00</c>, seconds if wanted, and an offset (<c>Z</c>, <c>+02:00</c>) where it is not the scenario's zone.</summary>
internal abstract record ScenarioTime
{
    private ScenarioTime() { }

    /// <param name="At">UTC.</param>
    /// <param name="Rest">The line after the time, trimmed.</param>
    public sealed record Found(DateTimeOffset At, string Rest) : ScenarioTime;

    public sealed record Wrong(string Why) : ScenarioTime;

    private static readonly string[] Local = ["yyyy-MM-dd H:mm", "yyyy-MM-dd H:mm:ss", "yyyy-MM-dd'T'H:mm", "yyyy-MM-dd'T'H:mm:ss"];
    private static readonly string[] WithOffset = ["yyyy-MM-dd H:mmzzz", "yyyy-MM-dd H:mm:sszzz", "yyyy-MM-dd'T'H:mmzzz", "yyyy-MM-dd'T'H:mm:sszzz"];

    public static ScenarioTime Read(string line, TimeZoneInfo zone)
    {
        var (head, rest) = Split(line);
        var utc = head.EndsWith('Z') ? head[..^1] + "+00:00" : head;
        if (DateTimeOffset.TryParseExact(utc, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return new Found(instant.ToUniversalTime(), rest);
        if (!DateTime.TryParseExact(head, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new Wrong($"'{head}' is no time; a line begins like '2012-03-22 16:00 note …'.");
        if (zone.IsInvalidTime(local))
            return new Wrong($"'{head}' does not exist in {zone.Id}: the clock was put forward over it. Name an offset: '{head}+01:00'.");
        // In the hour that comes twice, the first is meant, as a person who names no offset would.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new Found(new DateTimeOffset(local, offset).ToUniversalTime(), rest);
    }

    /// <summary>Date and time may be two words or, with a T, one.</summary>
    private static (string Time, string Words) Split(string line)
    {
        var words = line.Split((char[])[' ', '\t'], 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words[0].Contains('T', StringComparison.Ordinal)) return (words[0], line[words[0].Length..].Trim());
        return words.Length switch
        {
            1 => (words[0], ""),
            2 => ($"{words[0]} {words[1]}", ""),
            _ => ($"{words[0]} {words[1]}", words[2]),
        };
    }
}
