using System.CommandLine;
using System.Text.Json;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;
using JcaCop.Register.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop db</c>: the schema of the register, and a copy of it.</summary>
internal static class DatabaseCommand
{
    public static Command Make(IServiceSource services) => new("db", "The register's database.")
    {
        Upgrade(services),
        Status(services),
        Backup(services),
    };

    private static Verb Upgrade(IServiceSource services)
    {
        var verb = new Verb("upgrade", "Bring the schema to this version. Makes the database where there is none.", "db upgrade");
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.None, async provider =>
        {
            var database = provider.GetRequiredService<Database>();
            var applied = database.Upgrade();
            // In SQLite the scheduler has a file of its own, which it makes itself.
            if (database.Dialect == Dialect.SqlServer) await CalendarTables.MakeAsync(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Secret(), stop);
            var output = line.InvocationConfiguration.Output;
            foreach (var script in applied) output.WriteLine($"Applied: {script}");
            output.WriteLine($"{database.Place}: {(applied.Count == 0 ? "nothing to do" : "the schema is that of this version")}.");
            return ExitCode.Ok;
        }, stop));
        return verb;
    }

    private static Verb Status(IServiceSource services)
    {
        var json = Json.Option();
        var verb = new Verb("status", "Which schema scripts are applied, and which wait. Ends with 1 where any waits.", "db status", "db status --json") { json };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.None, provider =>
        {
            var output = line.InvocationConfiguration.Output;
            if (RegisterFile.Missing(provider) is { } file)
            {
                output.WriteLine(line.GetValue(json)
                    ? JsonSerializer.Serialize(new { place = file, exists = false }, Json.Form)
                    : $"There is no register at {file} yet. 'jcacop db upgrade' makes it, 'jcacop run' too.");
                return Task.FromResult(ExitCode.Problems);
            }
            var database = provider.GetRequiredService<Database>();
            var status = database.Status();
            if (line.GetValue(json)) output.WriteLine(JsonSerializer.Serialize(new { place = database.Place, exists = true, applied = status.Applied, pending = status.Pending, newer = status.Newer }, Json.Form));
            else
            {
                output.WriteLine(database.Place);
                foreach (var script in status.Applied) output.WriteLine($"  {(status.Newer.Contains(script) ? "newer  " : "applied")}  {script}");
                foreach (var script in status.Pending) output.WriteLine($"  waits    {script}");
                if (status.Pending.Count > 0) output.WriteLine("'jcacop db upgrade' applies what waits.");
                if (status.Newer.Count > 0) output.WriteLine("A later version of jcacop upgraded it: this one does not work with it.");
            }
            return Task.FromResult(status.Pending.Count + status.Newer.Count == 0 ? ExitCode.Ok : ExitCode.Problems);
        }, stop));
        return verb;
    }

    private static Verb Backup(IServiceSource services)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the copy; must not exist." };
        var verb = new Verb("backup", "A copy that can be restored, made while the service runs.", "db backup /backup/register-2026-11-22.db") { file };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.None, async provider =>
        {
            var target = Path.GetFullPath(line.GetRequiredValue(file));
            var database = provider.GetRequiredService<Database>();
            // On SQL Server the path is the server's own, and only the server can tell.
            if (database.Dialect == Dialect.Sqlite && Path.Exists(target)) throw new Refusal(ExitCode.Usage, $"{target} exists already: name a file that does not.");
            await database.BackupAsync(target, stop);
            line.InvocationConfiguration.Output.WriteLine($"Written: {target}");
            return ExitCode.Ok;
        }, stop));
        return verb;
    }
}
