using System.CommandLine;
using JcaCop.Worker.Simulation;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop simulate DIR</c> and <c>jcacop demo</c>: the service on a virtual clock.</summary>
internal static class SimulateCommand
{
    private const string DemoScenario = "jca-cop";

    public static Command Simulate()
    {
        var folder = new Argument<string>("DIR") { Description = "Scenario folder: settings.json, commands.txt, mail/*.eml (docs/scenarios.md)." };
        var result = Out("Result folder. Default: the scenario's name with '-out', in the current directory.");
        var verb = new Verb("simulate", "Play a scenario on a virtual clock, into a folder.", "simulate my-story", "simulate my-story --out /tmp/result") { folder, result };
        verb.SetAction((line, stop) =>
        {
            var scenario = Path.GetFullPath(line.GetRequiredValue(folder));
            return PlayAsync(line, scenario, line.GetValue(result) ?? $"{new DirectoryInfo(scenario).Name}-out", stop);
        });
        return verb;
    }

    public static Command Demo()
    {
        var result = Out("Result folder. Default: demo-out in the current directory.");
        var verb = new Verb("demo", "See in a minute what the service does: the history of JCA-COP on a virtual clock. Needs nothing.", "demo", "demo --out /tmp/jca-cop") { result };
        verb.SetAction((line, stop) => PlayAsync(line, Path.Combine(AppContext.BaseDirectory, "scenarios", DemoScenario), line.GetValue(result) ?? "demo-out", stop));
        return verb;
    }

    private static Option<string?> Out(string description) => new("--out") { Description = description, HelpName = "DIR" };

    private static Task<int> PlayAsync(ParseResult line, string scenario, string result, CancellationToken stop)
    {
        var io = line.InvocationConfiguration;
        // NO_COLOR (no-color.org) is what a person sets who wants none anywhere.
        var colours = ReferenceEquals(io.Output, Console.Out) && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Simulator(io.Output, io.Error, colours).PlayAsync(scenario, result, stop);
    }
}
