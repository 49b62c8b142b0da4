namespace JcaCop.Register.Stores;

/// <summary>The database of the register: SQLite in one file, or SQL Server. Stores are made on it and hold no connection themselves.</summary>
public abstract class Database : IAsyncDisposable
{
    static Database() => Instants.TeachDapper();

    private protected Database(Dialect dialect) => Dialect = dialect;

    public Dialect Dialect { get; }

    /// <summary>Where it lies, for messages to people; never with a password.</summary>
    public abstract string Place { get; }

    /// <summary>Runs what only reads.</summary>
    internal abstract Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken stop);

    /// <summary>Runs the work in one transaction that is on disk when this returns. Nothing of it stays if the work throws.</summary>
    /// <remarks>The work may run again when the database asks for it (deadlock, busy file): it must change nothing but the database.</remarks>
    internal abstract Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken stop);

    /// <summary>Whether the failure is a second row under a unique key: another worker was first.</summary>
    internal abstract bool IsDuplicate(Exception failure);

    internal Task WriteAsync(Func<Session, Task> work, CancellationToken stop) =>
        WriteAsync(async session =>
        {
            await work(session).ConfigureAwait(false);
            return true;
        }, stop);

    /// <summary>Applies the scripts that are not applied yet, each in its own transaction.</summary>
    /// <returns>Names of the scripts applied now.</returns>
    /// <exception cref="InvalidOperationException">A script failed; the message names it and says why.</exception>
    public abstract IReadOnlyList<string> Upgrade();

    /// <summary>Which scripts are applied, and which wait.</summary>
    public abstract UpgradeStatus Status();

    /// <summary>A copy that can be restored, made while the service runs.</summary>
    /// <param name="file">Where to write it; must not exist. On SQL Server the path is the server's own.</param>
    public abstract Task BackupAsync(string file, CancellationToken stop);

    public abstract ValueTask DisposeAsync();
}

/// <param name="Applied">Script names in the order of their numbers.</param>
/// <param name="Pending">Empty where the schema is that of this version.</param>
public sealed record UpgradeStatus(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending);
