using System.CommandLine;
using System.Text.Json;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop export</c>: the register as CSV or JSON.</summary>
internal static class ExportCommand
{
    public static Command Make(IServiceSource services)
    {
        var what = new Argument<string[]>("WHAT") { HelpName = "WHAT", Description = $"{string.Join(", ", RegisterExport.Names)}; all where none is named.", Arity = ArgumentArity.ZeroOrMore };
        what.OneOf([.. RegisterExport.Names]);
        var format = new Option<string>("--format") { Description = "csv, json or xlsx (one sheet a table). Default: as the file's name ends, otherwise json.", HelpName = "csv|json|xlsx" };
        format.OneOf("csv", "json", "xlsx");
        var result = new Option<string?>("--out") { Description = "File, or for several tables as CSV a folder. Default: standard output.", HelpName = "FILE|DIR" };
        var asOf = new Option<string?>("--as-of") { Description = "As the register stood at the end of this day (yyyy-MM-dd), in each group's zone.", HelpName = "DAY" };
        var group = new Option<string?>("--group") { Description = "Key of the one group whose register it is. Default: all groups.", HelpName = "KEY" };
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        var verb = new Verb("export", "The register as tables: organizations, persons, seats, liaisons, mandates, messages and others.",
            "export --out register.json", "export organizations --format csv", "export --out register.xlsx", "export --format csv --out register/",
                "export seats --as-of 2012-08-30") { what, format, result, asOf, group, json };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.There, async provider =>
        {
            var names = line.GetValue(what) is { Length: > 0 } some ? some : [.. RegisterExport.Names];
            var target = line.GetValue(result) is { } path ? Path.GetFullPath(path, (services as RunningServices)?.Folder ?? Environment.CurrentDirectory) : null;
            if (line.GetValue(json) && line.GetValue(format) is not (null or "json")) throw new Refusal(ExitCode.Usage, "--json goes with no other --format.");
            if (line.GetValue(group) is { } key && !provider.GetRequiredService<GroupList>().Groups.Any(one => one.Key == key)) throw new Refusal(ExitCode.Usage, $"There is no group '{key}'.");
            var shape = line.GetValue(json) ? "json" : line.GetValue(format) ?? (target is null ? "json" : ExportShape.Of(target, "json"));
            var tables = await RegisterExport.TablesAsync(provider, names, services.GroupKey ?? line.GetValue(group), line.GetValue(asOf) is { } day ? Desk.GroupTime.Day(day, "--as-of") : null, stop);
            if (shape == "xlsx") await WorkbookFile.WriteAsync(tables, target, provider, line.InvocationConfiguration.Output, stop);
            else await WriteAsync(tables, shape == "csv", target, line.InvocationConfiguration.Output, stop);
            return ExitCode.Ok;
        }, stop));
        return verb;
    }

    private static async Task WriteAsync(IReadOnlyList<ExportTable> tables, bool csv, string? target, TextWriter output, CancellationToken stop)
    {
        if (csv && tables.Count > 1)
        {
            if (target is null || Path.GetExtension(target).Equals(".csv", StringComparison.OrdinalIgnoreCase))
                throw new Refusal(ExitCode.Usage, "Several tables as CSV need a folder: --format csv --out DIR. Or name one table.");
            Directory.CreateDirectory(target);
            foreach (var table in tables) await WholeFile.WriteAsync(Path.Combine(target, $"{table.Name}.csv"), table.ToCsv(), stop, Csv.Encoding);
        }
        else
        {
            var text = csv ? tables[0].ToCsv() : JsonSerializer.Serialize(tables.ToDictionary(table => table.Name, table => table.ToObjects()), Json.Form) + "\n";
            if (target is null)
            {
                await output.WriteAsync(text);
                return;
            }
            if (Path.GetDirectoryName(target) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            await WholeFile.WriteAsync(target, text, stop, csv ? Csv.Encoding : null);
        }
        output.WriteLine($"Written: {target} ({ExportTable.Counts(tables)})");
    }
}
