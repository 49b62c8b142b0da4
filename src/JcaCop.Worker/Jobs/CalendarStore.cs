using System.Globalization;
using JcaCop.Worker.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace JcaCop.Worker.Jobs;

/// <summary>
/// Where the scheduler keeps when each job runs next, so that a time that passed while the service was down is known at its start:
/// a file of its own beside the register in SQLite; tables QRTZ_ in the register's database on SQL Server, where workers share the jobs.
/// </summary>
/// <remarks>It is the clock, not the memory: what is due stands in the register. A store that is lost costs no letter.</remarks>
internal static class CalendarStore
{
    public const string FileName = "calendar.db";

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        // Read leniently: what is wrong in the settings is told before the host starts, in one place.
        var section = configuration.GetSection("Database");
        var onServer = Enum.TryParse<DatabaseKind>(section[nameof(DatabaseOptions.Kind)], ignoreCase: true, out var kind) && kind == DatabaseKind.SqlServer;
        services.AddQuartz(quartz =>
        {
            // Jobs hear of the stop as well as the intake does: what they have not begun can wait for the next start.
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
            quartz.UsePersistentStore(store =>
            {
                if (onServer)
                {
                    store.UseSqlServer(SecretOf(section));
                    store.UseClustering();
                    if (!bool.TryParse(section[nameof(DatabaseOptions.UpgradeAtStart)], out var may) || may) store.ProvisionSchema();
                    return;
                }
                store.UseSqlite(new SqliteConnectionStringBuilder { DataSource = FileIn(configuration), DefaultTimeout = 30 }.ToString());
                store.ProvisionSchema();
            });
        });
    }

    private static string FileIn(IConfiguration configuration) =>
        DataDirectory.Of(new ServiceOptions { DataDirectory = configuration[nameof(ServiceOptions.DataDirectory)] }).Resolve(FileName);

    private static string SecretOf(IConfigurationSection section) => new DatabaseOptions
    {
        ConnectionString = section[nameof(DatabaseOptions.ConnectionString)],
        ConnectionStringFile = section[nameof(DatabaseOptions.ConnectionStringFile)],
    }.Secret();

    /// <summary>Puts a file aside that SQLite cannot read, so that the service starts all the same.</summary>
    /// <returns>Where the broken file lies now; null where there is none.</returns>
    public static string? PutBrokenAside(string file, DateTimeOffset now)
    {
        if (!File.Exists(file)) return null;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            if (command.ExecuteScalar() is "ok") return null;
        }
        catch (SqliteException)
        {
            // No database at all, or one that cannot be read.
        }
        var aside = string.Create(CultureInfo.InvariantCulture, $"{file}.broken-{now:yyyyMMdd'T'HHmmss}");
        File.Move(file, aside, overwrite: true);
        return aside;
    }
}
