using System.Text.Json;
using System.Text.RegularExpressions;
using JcaCop.Worker.Commands;
using Microsoft.Extensions.Configuration;

namespace JcaCop.Worker.Settings;

/// <summary>
/// Where settings come from, the later over the earlier: <c>appsettings.json</c> beside the program, the file of <c>--settings</c>
/// (or <c>jcacop.json</c> in the current directory, or the file that the installation names), the environment (<c>JCACOP_Database__Kind</c>), and <c>--set Database:Kind=SqlServer</c>.
/// </summary>
internal static partial class SettingsSource
{
    public const string CustomaryFile = "jcacop.json";
    public const string ShippedFile = "appsettings.json";

    /// <summary>Lies beside an installed program and names the settings file of the service in its one line, so that its operators need not.</summary>
    public const string InstalledFile = "settings-file";

    public const string EnvironmentPrefix = "JCACOP_";

    /// <summary>After the prefix: what only tests read.</summary>
    private const string ForTests = "TEST_";

    /// <summary>The sections that a settings file may hold.</summary>
    public static readonly IReadOnlyList<string> Sections =
        ["DataDirectory", "PrimaryGroup", "Groups", "Mailboxes", "Database", "Judging", "Letters", "Sending", "Schedule", "Retention", "Reminders", "Watch", "Pages", "Logging"];

    /// <summary>Sections that name things: a file that has one replaces the shipped one whole, instead of adding to it.</summary>
    private static readonly string[] Replaced = ["Groups", "Mailboxes"];

    /// <param name="file">Named on the command line; null where it was not.</param>
    /// <param name="sets">Each <c>Key:Name=value</c>.</param>
    /// <exception cref="Refusal">A file is missing or no JSON, or holds an unknown section.</exception>
    public static IConfigurationRoot Load(string? file, IReadOnlyList<string> sets)
    {
        if (file is not null && !File.Exists(file)) throw new Refusal(ExitCode.Settings, $"The settings file {file} does not exist. 'jcacop init --out {file}' writes one.");
        return Files(file ?? Customary(AppContext.BaseDirectory))
            .AddConfiguration(Environment())
            .AddInMemoryCollection(sets.Select(Pair))
            .Build();
    }

    /// <summary>Settings of a scenario: its file over <c>appsettings.json</c>, nothing from the environment, and what the simulation itself sets over all.</summary>
    /// <param name="over">Its <c>Mailboxes</c> stand in place of any others.</param>
    public static IConfigurationRoot LoadScenario(string file, IReadOnlyCollection<KeyValuePair<string, string?>> over)
    {
        var files = Files(file).Build().AsEnumerable().Where(pair => !IsIn(pair.Key, "Mailboxes"));
        return new ConfigurationBuilder().AddInMemoryCollection(files).AddInMemoryCollection(over).Build();
    }

    /// <summary>The settings file of those who name none; null where there is none either, or none that they may see.</summary>
    /// <param name="program">Folder of the program.</param>
    public static string? Customary(string program)
    {
        if (File.Exists(CustomaryFile)) return CustomaryFile;
        var named = Path.Combine(program, InstalledFile);
        return File.Exists(named) && File.ReadAllText(named).Trim() is var installed && File.Exists(installed) ? installed : null;
    }

    private static IConfigurationBuilder Files(string? file)
    {
        var shipped = Json(Path.Combine(AppContext.BaseDirectory, ShippedFile), optional: true);
        if (file is null) return new ConfigurationBuilder().AddConfiguration(shipped);
        var named = Json(Path.GetFullPath(file), optional: false);
        var replaced = Replaced.Where(section => named.GetSection(section).Exists()).ToList();
        // Other groups: the shipped choice among the shipped ones says nothing of them.
        if (replaced.Contains("Groups")) replaced.Add(nameof(ServiceOptions.PrimaryGroup));
        return new ConfigurationBuilder()
            .AddInMemoryCollection(shipped.AsEnumerable().Where(pair => !replaced.Exists(section => IsIn(pair.Key, section))))
            .AddConfiguration(named);
    }

    private static bool IsIn(string key, string section) =>
        key.Equals(section, StringComparison.OrdinalIgnoreCase) || key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase);

    private static IConfigurationRoot Json(string file, bool optional)
    {
        IConfigurationRoot root;
        try
        {
            root = new ConfigurationBuilder().AddJsonFile(file, optional).Build();
        }
        catch (InvalidDataException error)
        {
            throw new Refusal(ExitCode.Settings, Innermost(error) is JsonException { LineNumber: { } line, BytePositionInLine: { } place } wrong
                ? $"{file}: line {line + 1}, character {place + 1}: {PlaceOfJson().Replace(wrong.Message, "")}" : $"{error.Message} {Innermost(error).Message}", error);
        }
        foreach (var key in root.GetChildren().Select(section => section.Key))
        {
            if (!Sections.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new Refusal(ExitCode.Settings, $"{file}: there is no setting '{key}'. Known are: {string.Join(", ", Sections)}.");
        }
        return root;
    }

    /// <summary>The parser counts lines and bytes from nought.</summary>
    [GeneratedRegex(@" *(?:Path: .*?\| )?LineNumber: \d+ \| BytePositionInLine: \d+\.?")]
    private static partial Regex PlaceOfJson();

    private static Exception Innermost(Exception error) => error.InnerException is (FormatException or JsonException) and { } inner ? Innermost(inner) : error;

    private static KeyValuePair<string, string?> Pair(string set)
    {
        var at = set.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0) throw new Refusal(ExitCode.Usage, $"--set takes Key:Name=value; '{set}' has no '='.");
        var key = set[..at].Trim();
        return Sections.Any(section => IsIn(key, section))
            ? new KeyValuePair<string, string?>(key, set[(at + 1)..])
            : throw new Refusal(ExitCode.Settings, $"--set {set}: there is no such setting. Keys begin with {string.Join(", ", Sections)}.");
    }

    /// <summary>Of the environment a misspelt name would be passed over without a word, and the default taken.</summary>
    private static IConfigurationRoot Environment()
    {
        var root = new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix).Build();
        foreach (var key in root.GetChildren().Select(section => section.Key).Where(key => !key.StartsWith(ForTests, StringComparison.OrdinalIgnoreCase)))
        {
            if (!Sections.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new Refusal(ExitCode.Settings, $"The environment sets {EnvironmentPrefix}{key}, and there is no setting '{key}'. Known are: {string.Join(", ", Sections)}.");
        }
        return root;
    }
}
