using System.CommandLine;
using System.Reflection;
using System.Text.Json;
using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop init [--out FILE] [--data DIR]</c>: a commented settings file to begin with. Never overwrites.</summary>
internal static class InitCommand
{
    /// <summary>As the template has it.</summary>
    private const string DataLine = "// \"DataDirectory\": \"/var/lib/jcacop\",";

    public static Command Make()
    {
        var file = new Option<string>("--out")
        {
            Description = "Where to write it.",
            HelpName = "FILE",
            DefaultValueFactory = _ => SettingsSource.CustomaryFile,
        };
        var verb = new Verb("init", "Write a commented settings file to begin with. Never overwrites.", "init", "init --out /etc/jcacop/jcacop.json --data /var/lib/jcacop") { file };
        verb.SetAction((line, stop) => WriteAsync(Path.GetFullPath(line.GetRequiredValue(file)), GlobalOptions.DataOf(line), line.InvocationConfiguration.Output, stop));
        return verb;
    }

    /// <param name="data">Data directory that the file is to name; null to leave it to the service.</param>
    private static async Task<int> WriteAsync(string file, string? data, TextWriter output, CancellationToken stop)
    {
        if (File.Exists(file)) throw new Refusal(ExitCode.Usage, $"{file} exists and is not overwritten. Name another file with --out, or move it away.");
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        await using var template = Assembly.GetExecutingAssembly().GetManifestResourceStream("jcacop.json")
            ?? throw new InvalidOperationException("The settings template is not in the assembly.");
        using var reader = new StreamReader(template);
        var text = await reader.ReadToEndAsync(stop);
        if (data is not null) text = text.Replace(DataLine, $"\"DataDirectory\": {JsonSerializer.Serialize(Path.GetFullPath(data))},", StringComparison.Ordinal);
        await using (var target = new StreamWriter(new FileStream(file, FileMode.CreateNew, FileAccess.Write))) await target.WriteAsync(text.AsMemory(), stop);
        output.WriteLine($"Written: {file}");
        output.WriteLine("Fill in the mailboxes and the way out for letters, then let 'jcacop doctor' look at it.");
        return ExitCode.Ok;
    }
}
