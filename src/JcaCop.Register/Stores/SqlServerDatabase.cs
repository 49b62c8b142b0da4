using System.Data;
using DbUp;
using Microsoft.Data.SqlClient;

namespace JcaCop.Register.Stores;

/// <summary>The register in SQL Server: for production, and wherever several workers share the work.</summary>
/// <remarks>Read committed; what must not happen twice is held by unique keys and by conditions repeated in the UPDATE, never by locking hints.</remarks>
public sealed class SqlServerDatabase : Database
{
    private const int Deadlock = 1205;
    private const int Tries = 5;
    private readonly string connectionString;

    public SqlServerDatabase(string connectionString) : base(Dialect.SqlServer) => this.connectionString = connectionString;

    public override string Place
    {
        get
        {
            var builder = new SqlConnectionStringBuilder(connectionString);
            return $"{builder.InitialCatalog} on {builder.DataSource}";
        }
    }

    private protected override async Task<T> ReadApartAsync<T>(Func<Session, Task<T>> work, CancellationToken stop)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(stop).ConfigureAwait(false);
        return await work(new SqlServerSession(connection, null, stop) { Before = BeforeStatement, Parsed = Parsed }).ConfigureAwait(false);
    }

    private protected override async Task<T> WriteApartAsync<T>(Func<Session, Task<T>> work, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new SqlConnection(connectionString);
                await connection.OpenAsync(stop).ConfigureAwait(false);
                await using var transaction = (SqlTransaction)await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, stop).ConfigureAwait(false);
                var result = await work(new SqlServerSession(connection, transaction, stop) { Before = BeforeStatement, Parsed = Parsed }).ConfigureAwait(false);
                await transaction.CommitAsync(stop).ConfigureAwait(false);
                return result;
            }
            catch (SqlException deadlock) when (deadlock.Number == Deadlock && attempt < Tries)
            {
                // The server chose this transaction to give way and has rolled it back: it may simply run again.
            }
        }
    }

    internal override bool IsDuplicate(Exception failure) => failure is SqlException { Number: 2627 or 2601 };

    public override IReadOnlyList<string> Upgrade()
    {
        if (!Exists()) Make();
        using var turn = TakeTurn();
        return SchemaUpgrade.Upgrade(DeployChanges.To.SqlDatabase(connectionString), Dialect.SqlServer);
    }

    private void Make()
    {
        try
        {
            EnsureDatabase.For.SqlDatabase(connectionString, new DbUp.Engine.Output.NoOpUpgradeLog());
        }
        catch (SqlException) when (Exists())
        {
            // Another worker that starts at the same time has made it.
        }
    }

    /// <summary>Workers that start at the same time change the schema one after the other: the second finds it done.</summary>
    /// <returns>The turn ends with this connection, which therefore comes from no pool.</returns>
    private SqlConnection TakeTurn()
    {
        var connection = new SqlConnection(Unpooled);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                DECLARE @given INT;
                EXEC @given = sp_getapplock @Resource = N'JcaCop schema', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 300000;
                SELECT @given;
                """;
            command.CommandTimeout = 330;
            return command.ExecuteScalar() is >= 0 ? connection
                : throw new InvalidOperationException($"{Place}: another worker has been changing the schema for five minutes. Look what it does, and start again.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string Unpooled => new SqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString();

    /// <summary>Asked first, because whoever may use the database need not be allowed into master.</summary>
    /// <remarks>Outside the pool: that would repeat the refusal for seconds to come, when the database has been made.</remarks>
    private bool Exists()
    {
        try
        {
            using var connection = new SqlConnection(Unpooled);
            connection.Open();
            return true;
        }
        catch (SqlException missing) when (missing.Number is 4060 or 911)   // cannot open database; database does not exist
        {
            return false;
        }
    }

    public override UpgradeStatus Status() => SchemaUpgrade.Status(DeployChanges.To.SqlDatabase(connectionString), Dialect.SqlServer);

    public override async Task BackupAsync(string file, CancellationToken stop)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(stop).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = "DECLARE @name SYSNAME = DB_NAME(); BACKUP DATABASE @name TO DISK = @file WITH COPY_ONLY, CHECKSUM";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("@file", file);
        await command.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
    }

    public override ValueTask DisposeAsync()
    {
        using var pool = new SqlConnection(connectionString);
        SqlConnection.ClearPool(pool);
        return ValueTask.CompletedTask;
    }
}
