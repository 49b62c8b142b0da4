using System.Text.Json;
using JcaCop.Worker.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace JcaCop.Worker.Settings;

/// <summary>
/// Where settings come from, the later over the earlier: <c>appsettings.json</c> beside the program, the file of <c>--settings</c>
/// (or <c>jcacop.json</c> in the current directory), the environment (<c>JCACOP_Database__Kind</c>), and <c>--set Database:Kind=SqlServer</c>.
/// </summary>
internal static class SettingsSource
{
    public const string CustomaryFile = "jcacop.json";
    public const string EnvironmentPrefix = "JCACOP_";

    /// <summary>The sections that a settings file may hold.</summary>
    public static readonly IReadOnlyList<string> Sections =
        ["DataDirectory", "Groups", "Mailboxes", "Database", "Judging", "Post", "Schedule", "Intake", "Logging"];

    /// <param name="file">Named on the command line; null where it was not.</param>
    /// <param name="sets">Each <c>Key:Name=value</c>.</param>
    /// <exception cref="Refusal">A file is missing or no JSON, or holds an unknown section.</exception>
    public static IConfigurationRoot Load(string? file, IReadOnlyList<string> sets)
    {
        var builder = new ConfigurationBuilder();
        builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        if (file is not null && !File.Exists(file)) throw new Refusal(ExitCode.Settings, $"The settings file {file} does not exist. 'jcacop init {file}' writes one.");
        if ((file ?? (File.Exists(CustomaryFile) ? CustomaryFile : null)) is { } named) builder.AddJsonFile(Path.GetFullPath(named), optional: false);
        builder.AddEnvironmentVariables(EnvironmentPrefix);
        builder.AddInMemoryCollection(sets.Select(Pair));
        return Build(builder);
    }

    /// <summary>Settings of a scenario: its file over <c>appsettings.json</c>, nothing from the environment, and what the simulation itself sets over all.</summary>
    public static IConfigurationRoot LoadScenario(string file, IEnumerable<KeyValuePair<string, string?>> over)
    {
        var builder = new ConfigurationBuilder();
        builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        builder.AddJsonFile(Path.GetFullPath(file), optional: false);
        builder.AddInMemoryCollection(over);
        return Build(builder);
    }

    private static IConfigurationRoot Build(ConfigurationBuilder builder)
    {
        IConfigurationRoot root;
        try
        {
            root = builder.Build();
        }
        catch (InvalidDataException error)
        {
            throw new Refusal(ExitCode.Settings, $"{error.Message} {Innermost(error).Message}", error);
        }
        foreach (var json in root.Providers.OfType<JsonConfigurationProvider>())
        {
            foreach (var key in json.GetChildKeys([], null).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!Sections.Contains(key, StringComparer.OrdinalIgnoreCase))
                    throw new Refusal(ExitCode.Settings, $"{json.Source.Path}: there is no setting '{key}'. Known are: {string.Join(", ", Sections)}.");
            }
        }
        return root;
    }

    private static Exception Innermost(Exception error) => error.InnerException is { } inner and (FormatException or JsonException) ? Innermost(inner) : error;

    private static KeyValuePair<string, string?> Pair(string set)
    {
        var at = set.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? new KeyValuePair<string, string?>(set[..at].Trim(), set[(at + 1)..])
            : throw new Refusal(ExitCode.Usage, $"--set takes Key:Name=value; '{set}' has no '='.");
    }
}
