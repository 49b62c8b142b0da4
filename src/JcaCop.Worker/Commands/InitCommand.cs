using System.CommandLine;
using System.Reflection;
using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop init [--out FILE]</c>: a commented settings file to begin with. Never overwrites.</summary>
internal static class InitCommand
{
    public static Command Make()
    {
        var file = new Option<string>("--out")
        {
            Description = "Where to write it.",
            HelpName = "FILE",
            DefaultValueFactory = _ => SettingsSource.CustomaryFile,
        };
        var verb = new Verb("init", "Write a commented settings file to begin with. Never overwrites.", "init", "init --out /etc/jcacop/jcacop.json") { file };
        verb.SetAction((line, stop) => WriteAsync(Path.GetFullPath(line.GetRequiredValue(file)), line.InvocationConfiguration.Output, stop));
        return verb;
    }

    private static async Task<int> WriteAsync(string file, TextWriter output, CancellationToken stop)
    {
        if (File.Exists(file)) throw new Refusal(ExitCode.Usage, $"{file} exists and is not overwritten. Name another file with --out, or move it away.");
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        await using var template = Assembly.GetExecutingAssembly().GetManifestResourceStream("jcacop.json")
            ?? throw new InvalidOperationException("The settings template is not in the assembly.");
        await using (var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write)) await template.CopyToAsync(target, stop);
        output.WriteLine($"Written: {file}");
        output.WriteLine("Fill in the mailboxes and the way out for letters, then let 'jcacop doctor' look at it.");
        return ExitCode.Ok;
    }
}
