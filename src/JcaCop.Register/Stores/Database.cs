namespace JcaCop.Register.Stores;

/// <summary>The database of the register: SQLite in one file, or SQL Server. Stores are made on it and hold no connection themselves.</summary>
public abstract class Database : IAsyncDisposable
{
    static Database()
    {
        Instants.TeachDapper();
        Texts.TeachDapper();
    }

    private protected Database(Dialect dialect) => Dialect = dialect;

    public Dialect Dialect { get; }

    /// <summary>Where it lies, for messages to people; never with a password.</summary>
    public abstract string Place { get; }

    /// <summary>The transaction in which the present flow of calls stands (<see cref="AsOneAsync"/>); null where each call of a store is a transaction of its own.</summary>
    private readonly AsyncLocal<Session?> around = new();

    /// <summary>Whether the present flow of calls stands inside <see cref="AsOneAsync"/>, and so may see what is not on disk.</summary>
    internal bool IsInOne => around.Value is not null;

    private protected ParsedEntries Parsed { get; } = new();

    /// <summary>For tests that break off at each statement: called before it runs. Null otherwise.</summary>
    internal Action? BeforeStatement { get; init; }

    /// <summary>After personal data were erased: takes what the files of the database still hold of them out of its log, where the database leaves that to its users. SQL Server overwrites freed pages by itself in time.</summary>
    public virtual Task ScrubAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Runs what only reads.</summary>
    internal Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken stop) =>
        around.Value is { } session ? work(session) : ReadApartAsync(work, stop);

    /// <summary>Runs the work in one transaction that is on disk when this returns. Nothing of it stays if the work throws.</summary>
    /// <remarks>
    /// The work may run again when the database asks for it (deadlock, busy file): it must change nothing but the database. Inside
    /// <see cref="AsOneAsync"/> it is a part of the transaction around it, and on disk with the whole.
    /// </remarks>
    internal Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken stop) =>
        around.Value is { } session ? session.InsideAsync(work) : WriteApartAsync(work, stop);

    /// <summary>Makes all that stores do inside <paramref name="work"/> one transaction: a command that came by mail, its mark, and the letter that tells of it are there together or not at all.</summary>
    /// <remarks>One call after the other: a session serves one statement at a time. The work may run again, as that of <see cref="WriteAsync{T}"/> may.</remarks>
    public async Task<T> AsOneAsync<T>(Func<Task<T>> work, CancellationToken stop)
    {
        for (var take = 1; ; take++)
        {
            try
            {
                return await WriteApartAsync(async session =>
                {
                    // Seen by what is called from here on, and by nobody else.
                    around.Value = session;
                    return await work().ConfigureAwait(false);
                }, stop).ConfigureAwait(false);
            }
            catch (StaleException) when (take < Takes)
            {
                // Another worker changed the register meanwhile: nothing is written yet, and all of it is worked out anew.
            }
        }
    }

    private const int Takes = 10;

    private protected abstract Task<T> ReadApartAsync<T>(Func<Session, Task<T>> work, CancellationToken stop);

    private protected abstract Task<T> WriteApartAsync<T>(Func<Session, Task<T>> work, CancellationToken stop);

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
/// <param name="Pending">Empty where the schema is that of this version, or of a later one.</param>
/// <param name="Newer">Those of the applied ones that only a later version has; empty where the schema is not beyond this version.</param>
public sealed record UpgradeStatus(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Newer);
