using Microsoft.Data.Sqlite;

namespace JcaCop.Register.Stores;

/// <param name="prepared">Statements kept prepared on the writing connection; null on a reading one.</param>
internal sealed class SqliteSession(
    SqliteConnection connection, SqliteTransaction? transaction, Dictionary<RowStatement, SqliteCommand>? prepared, CancellationToken stop)
    : Session(connection, transaction, Dialect.Sqlite, stop)
{
    public override Task<int> ForEachAsync<T>(RowStatement<T> statement, IReadOnlyList<T> rows)
    {
        if (rows.Count == 0) return Task.FromResult(0);
        if (prepared is null) throw new InvalidOperationException("A reading session changes nothing.");
        var command = Prepared(statement);
        command.Transaction = (SqliteTransaction?)Transaction;
        var values = statement.Values;
        var changed = 0;
        foreach (var row in rows)
        {
            Stop.ThrowIfCancellationRequested();
            Before?.Invoke();
            for (var i = 0; i < values.Count; i++)
                command.Parameters[i].Value = Plain(values[i].Value(row));
            changed += command.ExecuteNonQuery();
        }
        return Task.FromResult(changed);
    }

    private SqliteCommand Prepared<T>(RowStatement<T> statement)
    {
        if (prepared!.TryGetValue(statement, out var known)) return known;
        var command = ((SqliteConnection)Connection).CreateCommand();
        command.CommandText = statement.Text;
        foreach (var value in statement.Values)
            command.Parameters.Add(new SqliteParameter("@" + value.Name, value.Kind switch
            {
                "number" or "bit" => SqliteType.Integer,
                "real" => SqliteType.Real,
                "bytes" => SqliteType.Blob,
                _ => SqliteType.Text,
            }));
        prepared[statement] = command;
        return command;
    }

    private static object Plain(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => Instants.Text(instant),
        DateOnly day => Instants.Text(day),
        bool bit => bit ? 1L : 0L,
        Enum name => name.ToString(),
        string text => Texts.Kept(text),
        _ => value,
    };
}
