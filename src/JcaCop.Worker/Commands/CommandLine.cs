using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace JcaCop.Worker.Commands;

/// <summary>The whole command line: parses, runs one verb, and turns whatever goes wrong into an exit code and a plain sentence.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        using var stop = new CancellationTokenSource();
        void OnSignal(PosixSignalContext signal)
        {
            // The first Ctrl+C asks; a second one, when the first was not heard, ends the process.
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        return await RunAsync(VerbList.Root(new FreshServices()), args, output, error, stop.Token);
    }

    /// <summary>Runs one line with the verbs of <paramref name="root"/>.</summary>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken stop)
    {
        ShowExamples(root);
        var line = root.Parse(args.Count > 0 ? args : ["--help"], WithoutFiles);
        var io = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        if (line.Action is ParseErrorAction)
        {
            foreach (var mistake in Mistakes.Of(line)) error.WriteLine(mistake);
            error.WriteLine($"'{NameOf(line.CommandResult.Command)} --help' tells what it takes.");
            return ExitCode.Usage;
        }
        try
        {
            var code = await line.InvokeAsync(io, stop);
            return args.Count > 0 ? code : ExitCode.Usage;
        }
        catch (Refusal refusal) when (AsksForJson(line))
        {
            output.WriteLine(JsonSerializer.Serialize(new { done = false, problem = refusal.Message }, Json.Form));
            return refusal.Code;
        }
        catch (Exception failure)
        {
            return Failures.Tell(failure, error, stop.IsCancellationRequested);
        }
    }

    /// <summary>A program reads what the verb prints: a refusal is JSON, too.</summary>
    private static bool AsksForJson(ParseResult line) => line.CommandResult.Command.Options.FirstOrDefault(option => option.Name == "--json") is Option<bool> json && line.GetValue(json);

    /// <summary>What is wrong with the words of a line, without running it; null where nothing is.</summary>
    public static string? WrongWith(RootCommand root, string words)
    {
        var line = root.Parse([.. Words(words)], WithoutFiles);
        return line.Errors.Count == 0 ? null : string.Join(" ", Mistakes.Of(line));
    }

    /// <summary>A word that begins with @ is a word, and no name of a file of words: from whoever did not type it at this machine it would be one of its files.</summary>
    public static readonly ParserConfiguration WithoutFiles = new() { ResponseFileTokenReplacer = null };

    /// <summary>Words of a line; those in double quotes are one.</summary>
    public static IReadOnlyList<string> Words(string line) => [.. CommandLineParser.SplitCommandLine(line)];

    private static void ShowExamples(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
            if (help.Action is HelpAction usual) help.Action = new HelpWithExamples(usual);
    }

    private static string NameOf(Command command) =>
        command is RootCommand ? "jcacop" : string.Join(' ', Path(command).Prepend("jcacop"));

    private static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? Path(parent).Append(command.Name) : [command.Name];
}
