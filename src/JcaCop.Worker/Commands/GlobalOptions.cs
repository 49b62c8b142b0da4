using System.CommandLine;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Configuration;

namespace JcaCop.Worker.Commands;

/// <summary>Options that every verb takes: where the settings are.</summary>
internal static class GlobalOptions
{
    private static readonly Option<string?> File = new("--settings")
    {
        Description = $"Settings file. Default: {SettingsSource.CustomaryFile} in the current directory, or that of the installed service.",
        HelpName = "FILE",
        Recursive = true,
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Data directory: register, folder mailboxes, letters. Over the setting DataDirectory.",
        HelpName = "DIR",
        Recursive = true,
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "One setting over all others: --set Database:Kind=SqlServer. May be repeated.",
        HelpName = "KEY=VALUE",
        Recursive = true,
    };

    public static IReadOnlyList<Option> All => [File, Data, Set];

    /// <summary>As given; null where it was not.</summary>
    public static string? DataOf(ParseResult line) => line.GetValue(Data) is { Length: > 0 } data ? data : null;

    public static IConfigurationRoot Settings(ParseResult line)
    {
        List<string> sets = [.. line.GetValue(Set) ?? []];
        if (DataOf(line) is { } data) sets.Add($"{nameof(ServiceOptions.DataDirectory)}={data}");
        return SettingsSource.Load(line.GetValue(File), sets);
    }
}
