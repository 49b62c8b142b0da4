using System.Collections.Concurrent;
using System.Data;
using DbUp;
using Microsoft.Data.Sqlite;

namespace JcaCop.Register.Stores;

/// <summary>The register in one SQLite file: write-ahead log, every commit on disk before it returns, one writing connection, readers beside it, each with a connection that stays open.</summary>
/// <remarks>
/// SQLite lets one connection write at a time; a gate before it makes writers wait in order instead of trying again. The writing connection
/// keeps its statements prepared. Commits are durable (<see cref="Synced"/>): <c>synchronous=FULL</c> in WAL mode syncs the log at each commit.
/// </remarks>
public sealed class SqliteDatabase : Database
{
    private readonly string connectionString;
    private readonly string file;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private SqliteConnection? writer;
    private volatile bool disposed;
    private readonly Dictionary<RowStatement, SqliteCommand> prepared = [];

    /// <param name="file">Path of the database file; made where it is missing, its folder too.</param>
    public SqliteDatabase(string file) : base(Dialect.Sqlite)
    {
        this.file = Path.GetFullPath(file);
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = this.file,
            ForeignKeys = true,
            Pooling = true,
            DefaultTimeout = 30,
        }.ToString();
    }

    /// <summary>
    /// Whether a commit waits until the disk holds it. Default true. False is for files that nobody misses: plays on the virtual clock, tests. A process that
    /// is killed loses nothing either way; a machine that loses its power may lose the file (SQLite, <c>PRAGMA synchronous</c>).
    /// </summary>
    public bool Synced { get; init; } = true;

    public override string Place => file;

    private string Synchronous => $"PRAGMA synchronous = {(Synced ? "FULL" : "OFF")};";

    private protected override async Task<T> ReadApartAsync<T>(Func<Session, Task<T>> work, CancellationToken stop)
    {
        // Opening costs more than most readings: a connection on which nothing failed serves the next one.
        if (!readers.TryTake(out var connection)) connection = await OpenAsync(stop).ConfigureAwait(false);
        try
        {
            T result;
            await using (var transaction = connection.BeginTransaction(deferred: true))
                result = await work(new SqliteSession(connection, transaction, null, stop) { Before = BeforeStatement, Parsed = Parsed }).ConfigureAwait(false);
            if (!disposed)
            {
                readers.Add(connection);
                connection = null;
            }
            return result;
        }
        finally
        {
            if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private protected override async Task<T> WriteApartAsync<T>(Func<Session, Task<T>> work, CancellationToken stop)
    {
        await gate.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            // Microsoft.Data.Sqlite works on the thread that calls it; the caller shall be free to read the next batch meanwhile.
            return await Task.Run(() => InTransactionAsync(work, stop), stop).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    internal override bool IsDuplicate(Exception failure) =>
        failure is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };   // SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE

    private async Task<T> InTransactionAsync<T>(Func<Session, Task<T>> work, CancellationToken stop)
    {
        writer ??= await OpenAsync(stop).ConfigureAwait(false);
        await using var transaction = writer.BeginTransaction(IsolationLevel.Serializable, deferred: false);
        var result = await work(new SqliteSession(writer, transaction, prepared, stop) { Before = BeforeStatement, Parsed = Parsed }).ConfigureAwait(false);
        await transaction.CommitAsync(stop).ConfigureAwait(false);
        return result;
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken stop)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(stop).ConfigureAwait(false);
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA journal_mode = WAL; {Synchronous} PRAGMA busy_timeout = 30000; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = ON;";
            await command.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <remarks>Pages are overwritten as rows go (<c>secure_delete</c>); what the log still holds of them goes with its frames. Where another process reads, the next call or the next start of the file does it.</remarks>
    public override async Task ScrubAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
    }

    public override IReadOnlyList<string> Upgrade()
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        // A mail of 2.5 kB fills a page of 4 kB alone; three share one of 8 kB. Counts only while the file is new.
        // The scripts run on this connection, which the pool hands out again as it was left.
        using (var connection = new SqliteConnection(connectionString))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; {Synchronous}";
            command.ExecuteNonQuery();
        }
        return SchemaUpgrade.Upgrade(DeployChanges.To.SqliteDatabase(connectionString), Dialect.Sqlite);
    }

    public override UpgradeStatus Status() => SchemaUpgrade.Status(DeployChanges.To.SqliteDatabase(connectionString), Dialect.Sqlite);

    public override async Task BackupAsync(string file, CancellationToken stop)
    {
        if (File.Exists(file)) throw new IOException($"{file} exists already.");
        await using var connection = await OpenAsync(stop).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @file";
        // Beside its place until it is whole: half a copy would pass for one, and keep the next try from being made.
        var part = file + ".part";
        command.Parameters.AddWithValue("@file", part);
        File.Delete(part);
        try
        {
            await command.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
            File.Move(part, file);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (disposed) return;
        await gate.WaitAsync().ConfigureAwait(false);
        disposed = true;
        foreach (var command in prepared.Values) await command.DisposeAsync().ConfigureAwait(false);
        prepared.Clear();
        if (writer is not null) await writer.DisposeAsync().ConfigureAwait(false);
        writer = null;
        while (readers.TryTake(out var reader)) await reader.DisposeAsync().ConfigureAwait(false);
        using (var pool = new SqliteConnection(connectionString)) SqliteConnection.ClearPool(pool);
        gate.Dispose();
    }
}
