using System.CommandLine;
using JcaCop.Register.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>--as-of DAY</c>: verbs that show something tell it as the register held it at the end of that day.</summary>
internal static class AsOf
{
    private const string Name = "--as-of";

    public static Option<string?> Option() => new(Name) { Description = "As the register stood at the end of this day, in the group's zone.", HelpName = "DAY" };

    /// <returns>The last instant that counts, UTC; null where the line names no day: now.</returns>
    /// <exception cref="Refusal">What is named is no day.</exception>
    public static DateTimeOffset? At(DeskLine line) =>
        line.Parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == Name) is Option<string?> option && line.Value(option) is { } told
            ? GroupTime.EndOf(GroupTime.Day(told, Name), line.Group.Zone) : null;

    /// <summary>The register as the line asks for it.</summary>
    public static Task<RegisterSnapshot> RegisterAsync(DeskLine line, CancellationToken stop) =>
        line.Services.GetRequiredService<RegisterStore>().SnapshotAsync(line.Group.Key, At(line), stop);

    /// <summary>What of a history had happened by then.</summary>
    public static IReadOnlyList<HistoryLine> Until(DeskLine line, IReadOnlyList<HistoryLine> history) => At(line) is { } at ? [.. history.Where(row => row.ChangedAt <= at)] : history;
}
