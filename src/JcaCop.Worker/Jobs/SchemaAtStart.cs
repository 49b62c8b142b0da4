using JcaCop.Register.Stores;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Jobs;

/// <summary>Brings the schema to this version before anything else starts, where the settings allow it; refuses to start on another.</summary>
internal sealed partial class SchemaAtStart(Database database, IOptions<DatabaseOptions> options, ILogger<SchemaAtStart> log)
{
    /// <exception cref="Refusal">The schema is not that of this version, and may not be changed; or it is that of a later one.</exception>
    public void Check()
    {
        if (options.Value.UpgradeAtStart)
        {
            foreach (var script in database.Upgrade()) LogApplied(log, script);
        }
        var status = database.Status();
        if (status.Pending is { Count: > 0 } pending)
            throw new Refusal(ExitCode.Settings, $"{database.Place}: {pending.Count} schema scripts wait, and Database:UpgradeAtStart is false. 'jcacop db upgrade' applies them.");
        if (status.Newer is [var newer, ..])
            throw new Refusal(ExitCode.Settings, $"{database.Place} was upgraded by a later version of jcacop ({newer}). Start that version, or put the copy of before the upgrade in place.");
    }

    [LoggerMessage(LogLevel.Information, "Schema script applied: {Script}")]
    private static partial void LogApplied(ILogger log, string script);
}
