using System.Diagnostics;
using System.Text;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Pages;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Simulation;

/// <summary>Plays a scenario folder into a result folder, and tells at the end what to open.</summary>
/// <param name="colours">Whether the terminal is one.</param>
internal sealed class Simulator(TextWriter terminal, TextWriter error, bool colours)
{
    private const string DefaultZone = "Europe/Zurich";
    private const string RegisterFile = "register.db";

    public async Task<int> PlayAsync(string scenarioFolder, string resultFolder, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var settingsFile = Path.Combine(scenarioFolder, ScenarioReader.SettingsFile);
        var zone = File.Exists(settingsFile) ? ZoneOf(GroupsOf(settingsFile)) : TimeZoneInfo.FindSystemTimeZoneById(DefaultZone);
        var checking = VerbList.Scenario(new FreshServices());
        var reading = new ScenarioReader(zone, words => CommandLine.WrongWith(checking, words)).Read(scenarioFolder);
        if (reading is not ScenarioReading.Found { Scenario: var scenario })
        {
            foreach (var mistake in ((ScenarioReading.Wrong)reading).Errors) error.WriteLine(mistake);
            return ExitCode.Usage;
        }

        var folder = SimulationFolder.Prepare(resultFolder);
        var begin = scenario.Lines.Select(line => line.At).Concat(scenario.Mails.Select(mail => mail.At)).Min().AddMinutes(-1);
        var clock = new VirtualClock(begin);
        await using var file = new StreamWriter(folder.Timeline, append: false, new UTF8Encoding(false));
        var timeline = new Timeline(file, terminal, colours, zone);

        var (settings, boxes) = SettingsOf(scenario, folder);
        var services = new ServiceCollection();
        Composition.AddStages(services, settings, clock);
        // Made anew at each play: none of its some ten thousand commits waits for the disk (docs/decisions/0155).
        services.AddSingleton<Database>(provider => new SqliteDatabase(provider.GetRequiredService<DataDirectory>().Resolve(RegisterFile)) { Synced = false });
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new TimelineLog(timeline, clock)));
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        provider.GetRequiredService<OwnTemplates>().Check();
        provider.GetRequiredService<Database>().Upgrade();

        var service = new SimulatedService(scenario, boxes, clock, provider, timeline, folder.Sent, (line, stop) => DoAsync(line, folder, provider, stop));
        await service.RunAsync(stop);

        await RegisterExport.WriteFolderAsync(provider, folder.Register, stop);
        await provider.GetRequiredService<SitePublisher>().WriteAsync(folder.Pages, stop);
        await LetterFiles.NameAsync(provider.GetRequiredService<OutboxStore>(), folder.Sent, zone, stop);
        await WaitingMails.WriteAsync(provider.GetRequiredService<MessageQueries>(), folder.Held, stop);
        var states = await provider.GetRequiredService<MessageStore>().CountsByStateAsync(stop);
        new SimulationSummary(scenario, folder, timeline, states, watch.Elapsed).Write(terminal);
        return service.FailedLines == 0 ? ExitCode.Ok : ExitCode.Problems;
    }

    private static List<IConfigurationSection> GroupsOf(string settingsFile)
    {
        var groups = SettingsSource.LoadScenario(settingsFile, []).GetSection(nameof(ServiceOptions.Groups));
        return [.. GroupOrder.Of(settingsFile).Select(groups.GetSection)];
    }

    /// <summary>The zone of the first group; a wrong one is told when all settings are checked.</summary>
    private static TimeZoneInfo ZoneOf(List<IConfigurationSection> groups)
    {
        var name = groups.FirstOrDefault()?[nameof(GroupOptions.TimeZone)] ?? DefaultZone;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(DefaultZone);
    }

    /// <summary>The scenario's settings, with everything that reaches outside set to a folder of the result.</summary>
    private static (IConfigurationRoot Settings, IReadOnlyList<SimulatedMailbox> Boxes) SettingsOf(Scenario scenario, SimulationFolder folder)
    {
        var over = new Dictionary<string, string?>
        {
            [nameof(ServiceOptions.DataDirectory)] = folder.Path,
            ["Database:Kind"] = nameof(DatabaseKind.Sqlite),
            ["Database:File"] = RegisterFile,
            ["Sending:Kind"] = "Folder",
            ["Sending:Folder"] = folder.Sent,
        };
        var boxes = new List<SimulatedMailbox>();
        // Lines of the story mean the first group, as their times are those of its zone.
        if (GroupsOf(scenario.SettingsFile) is [var first, ..]) over[nameof(ServiceOptions.PrimaryGroup)] = first.Key;
        foreach (var group in GroupsOf(scenario.SettingsFile))
        {
            var box = new MailboxOptions { Name = group.Key, Group = group.Key, Kind = MailboxKind.Folder, Path = folder.Mailbox(group.Key), SettleTime = TimeSpan.Zero };
            var key = $"{nameof(ServiceOptions.Mailboxes)}:{boxes.Count}";
            over[$"{key}:Name"] = box.Name;
            over[$"{key}:Group"] = box.Group;
            over[$"{key}:Kind"] = nameof(MailboxKind.Folder);
            over[$"{key}:Path"] = box.Path;
            over[$"{key}:SettleTime"] = "00:00:00";
            boxes.Add(new SimulatedMailbox(box, box.Path, [group[nameof(GroupOptions.Address)], group[nameof(GroupOptions.List)]]));
        }
        return (SettingsSource.LoadScenario(scenario.SettingsFile, over), boxes);
    }

    private static async Task<(int Code, string Printed)> DoAsync(ScenarioLine line, SimulationFolder folder, IServiceProvider provider, CancellationToken stop)
    {
        await using var printed = new StringWriter();
        var root = VerbList.Scenario(new RunningServices(provider, folder.Path));
        var code = await CommandLine.RunAsync(root, CommandLine.Words(line.Text), printed, printed, stop);
        return (code, printed.ToString());
    }
}
