using System.Reflection;
using DbUp;
using DbUp.Builder;
using DbUp.Engine.Output;

namespace JcaCop.Register.Stores;

/// <summary>Applies the numbered scripts in this assembly with DbUp, each once, with a journal in the database (table SchemaVersions).</summary>
internal static class SchemaUpgrade
{
    public static IReadOnlyList<string> Upgrade(UpgradeEngineBuilder builder, Dialect dialect)
    {
        var result = Engine(builder, dialect).PerformUpgrade();
        return result.Successful
            ? [.. result.Scripts.Select(script => script.Name)]
            : throw new InvalidOperationException($"The script {result.ErrorScript?.Name ?? "(none)"} failed: {result.Error?.Message}", result.Error);
    }

    public static UpgradeStatus Status(UpgradeEngineBuilder builder, Dialect dialect)
    {
        var engine = Engine(builder, dialect);
        var applied = engine.GetExecutedScripts();
        // Scripts are numbered, so their names tell their order.
        var last = engine.GetDiscoveredScripts().Select(script => script.Name).Max(StringComparer.Ordinal);
        return new UpgradeStatus(
            applied, [.. engine.GetScriptsToExecute().Select(script => script.Name)], [.. applied.Where(name => StringComparer.Ordinal.Compare(name, last) > 0)]);
    }

    private static DbUp.Engine.UpgradeEngine Engine(UpgradeEngineBuilder builder, Dialect dialect)
    {
        var folder = dialect == Dialect.Sqlite ? "sql/sqlite/" : "sql/sqlserver/";
        return builder
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith(folder, StringComparison.Ordinal))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build();
    }
}
