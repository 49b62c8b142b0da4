using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;

namespace JcaCop.Register.Stores;

/// <summary>A connection in use, inside its transaction where it writes. Runs the statements of the stores; ends with the delegate that was given it.</summary>
internal abstract class Session(DbConnection connection, DbTransaction? transaction, Dialect dialect, CancellationToken stop)
{
    protected DbConnection Connection => connection;
    protected DbTransaction? Transaction => transaction;
    protected CancellationToken Stop => stop;

    public Dialect Dialect => dialect;

    /// <summary>Called before each statement; null but in tests.</summary>
    internal Action? Before { get; init; }

    /// <summary>What was read of rows before.</summary>
    internal required ParsedEntries Parsed { get; init; }

    private int inside;

    /// <summary>Runs work as a part of this transaction: what it did is undone if it throws, and what was done before it stays.</summary>
    public async Task<T> InsideAsync<T>(Func<Session, Task<T>> work)
    {
        if (transaction is null) throw new InvalidOperationException("A reading session changes nothing.");
        var mark = string.Create(CultureInfo.InvariantCulture, $"inside{++inside}");
        await transaction.SaveAsync(mark, stop).ConfigureAwait(false);
        try
        {
            return await work(this).ConfigureAwait(false);
        }
        catch
        {
            // A transaction that the server itself has ended (deadlock) has no mark to go back to: the failure that tells of it goes on.
            if (transaction.Connection is not null) await transaction.RollbackAsync(mark, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(Statement statement, object? values = null) =>
        (await connection.QueryAsync<T>(Command(statement, values)).ConfigureAwait(false)).AsList();

    public Task<T?> FirstOrDefaultAsync<T>(Statement statement, object? values = null) =>
        connection.QueryFirstOrDefaultAsync<T?>(Command(statement, values));

    public Task<int> ExecuteAsync(Statement statement, object? values = null) =>
        connection.ExecuteAsync(Command(statement, values));

    /// <summary>Runs a query with a list for IN; in portions that both databases take.</summary>
    public async Task<IReadOnlyList<T>> QueryInPortionsAsync<T, TKey>(Statement statement, IReadOnlyCollection<TKey> keys, Func<KeyList<TKey>, object> values)
    {
        if (keys.Count == 0) return [];
        if (keys.Count <= Portion) return await QueryAsync<T>(statement, values(new KeyList<TKey>(keys))).ConfigureAwait(false);
        var found = new List<T>();
        foreach (var portion in keys.Chunk(Portion))
            found.AddRange(await QueryAsync<T>(statement, values(new KeyList<TKey>(portion))).ConfigureAwait(false));
        return found;
    }

    /// <summary>Runs a statement with a list for IN; in portions that both databases take.</summary>
    /// <returns>Rows changed, all together.</returns>
    public async Task<int> ExecuteInPortionsAsync<TKey>(Statement statement, IReadOnlyCollection<TKey> keys, Func<KeyList<TKey>, object> values)
    {
        var changed = 0;
        foreach (var portion in keys.Chunk(Portion))
            changed += await ExecuteAsync(statement, values(new KeyList<TKey>(portion))).ConfigureAwait(false);
        return changed;
    }

    /// <summary>Runs the statement once for each row.</summary>
    /// <returns>Rows changed, all together.</returns>
    public abstract Task<int> ForEachAsync<T>(RowStatement<T> statement, IReadOnlyList<T> rows);

    /// <summary>Gives out numbers that nobody else gets. The counter's row stays locked until the transaction ends.</summary>
    /// <returns>The first of <paramref name="count"/> numbers.</returns>
    public async Task<long> TakeNumbersAsync(string counter, int count)
    {
        if (count == 0) return 0;
        await ExecuteAsync(RaiseCounter, new { counter, count = (long)count }).ConfigureAwait(false);
        var last = await FirstOrDefaultAsync<long>(ReadCounter, new { counter }).ConfigureAwait(false);
        return last - count + 1;
    }

    /// <summary>Makes other workers wait here that would change the same part of the register. SQLite has one writer anyway.</summary>
    public Task SerializeAsync(string counter) =>
        dialect == Dialect.Sqlite ? Task.CompletedTask : ExecuteAsync(RaiseCounter, new { counter, count = 0L });

    private CommandDefinition Command(Statement statement, object? values)
    {
        Before?.Invoke();
        return new CommandDefinition(statement.For(dialect), values, transaction, cancellationToken: stop);
    }

    /// <summary>SQL Server takes 2,100 parameters in a statement; more than a few hundred make no query faster.</summary>
    private const int Portion = 500;

    private static readonly Statement RaiseCounter = Statement.Of(
        "UPDATE Counter SET Last = Last + @count WHERE Name = @counter", "counter text, count number");

    private static readonly Statement ReadCounter = Statement.Of(
        "SELECT Last FROM Counter WHERE Name = @counter", "counter text");
}
