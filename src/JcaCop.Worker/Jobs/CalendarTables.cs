using Microsoft.Data.SqlClient;
using Quartz;

namespace JcaCop.Worker.Jobs;

/// <summary>The scheduler's tables on SQL Server, made by whoever may, from the text that this version of Quartz carries; what is there already stays as it is.</summary>
internal static class CalendarTables
{
    private const string Resource = "Quartz.Impl.AdoJobStore.Schema.create_sqlServer.sql";
    private const string Prefix = "QRTZ_";
    private const int ThereIsSuchATable = 2714;
    private const int ThereIsSuchAnIndex = 1913;

    /// <summary>Each makes one table or index where it is missing.</summary>
    public static IReadOnlyList<string> Statements()
    {
        using var text = typeof(IScheduler).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"This version of Quartz carries no {Resource}.");
        using var reader = new StreamReader(text);
        return [.. reader.ReadToEnd().Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal)
            .Split("--;;").Where(statement => statement.Contains("CREATE", StringComparison.Ordinal))];
    }

    /// <summary>Statement by statement: one that was broken off goes on where it was.</summary>
    public static async Task MakeAsync(string connectionString, CancellationToken stop)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(stop);
        foreach (var statement in Statements())
        {
            await using var command = new SqlCommand(statement, connection);
            try
            {
                await command.ExecuteNonQueryAsync(stop);
            }
            catch (SqlException there) when (there.Number is ThereIsSuchATable or ThereIsSuchAnIndex)
            {
                // Another worker made it between the statement's look and its work.
            }
        }
    }
}
