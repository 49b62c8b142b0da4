using JcaCop.Register.Stores;
using Microsoft.Data.SqlClient;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

/// <summary>An empty register for one test.</summary>
public static class TestDatabase
{
    public const string Variable = "JCACOP_TEST_SQLSERVER";

    public static Database Sqlite()
    {
        var database = new SqliteDatabase(Path.Combine(Directory.CreateTempSubdirectory("jcacop-test-").FullName, "register.db")) { Synced = false };
        database.Upgrade();
        return database;
    }

    /// <summary>A database of its own on the server that the variable names; the test is skipped, and says why, where it names none.</summary>
    public static Database SqlServer()
    {
        var fresh = FreshOnSqlServer();
        var database = new SqlServerDatabase(fresh);
        database.Upgrade();
        if (OnBabelfish) Run(new SqlConnectionStringBuilder(fresh), "ALTER TABLE dbo.FiledName DROP CONSTRAINT FK_FiledName_Filed");
        return database;
    }

    /// <summary>Connection string of a database that is not there yet, on the server that the variable names; the test is skipped where it names none.</summary>
    public static string FreshOnSqlServer()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(!string.IsNullOrWhiteSpace(given), $"{Variable} holds no connection string: not run on SQL Server.");
        return new SqlConnectionStringBuilder(given) { InitialCatalog = $"jcacop_test_{Guid.NewGuid():N}" }.ToString();
    }

    /// <summary>Whether the server is Babelfish for PostgreSQL. It cannot check a foreign key over text of another collation than its own ("could not determine which collation to use"); the one of ours is taken away there, and nothing else.</summary>
    private static readonly Lazy<bool> Babelfish = new(() => Run(new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)), "SELECT SERVERPROPERTY('BabelfishVersion')") is string);

    public static bool OnBabelfish => Babelfish.Value;

    /// <summary>Removes what the test made.</summary>
    public static async Task DropAsync(Database database)
    {
        var place = database.Place;
        await database.DisposeAsync();
        if (database.Dialect == Dialect.Sqlite)
        {
            Directory.Delete(Path.GetDirectoryName(place)!, recursive: true);
            return;
        }
        var builder = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // The name is our own, made above.
                Run(builder, $"DROP DATABASE [{place.Split(' ')[0]}]");
                return;
            }
            catch (SqlException inUse) when (attempt < 50 && inUse.Message.Contains("in use", StringComparison.Ordinal))
            {
                // The server has not noticed yet that the connections are closed.
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    private static object? Run(SqlConnectionStringBuilder server, string statement)
    {
        using var connection = new SqlConnection(server.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of our own.
        command.CommandText = statement;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
