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
        var database = new SqliteDatabase(Path.Combine(Directory.CreateTempSubdirectory("jcacop-test-").FullName, "register.db"));
        database.Upgrade();
        return database;
    }

    /// <summary>A database of its own on the server that the variable names; the test is skipped, and says why, where it names none.</summary>
    public static Database SqlServer()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(!string.IsNullOrWhiteSpace(given), $"{Variable} holds no connection string: not run on SQL Server.");
        var builder = new SqlConnectionStringBuilder(given) { InitialCatalog = $"jcacop_test_{Guid.NewGuid():N}" };
        var database = new SqlServerDatabase(builder.ToString());
        database.Upgrade();
        return database;
    }

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
        await using var connection = new SqlConnection(builder.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // The name is our own, made above.
#pragma warning disable CA2100
        command.CommandText = $"DROP DATABASE [{place.Split(' ')[0]}]";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
