using System.Data;
using Microsoft.Data.SqlClient;

namespace JcaCop.Register.Stores;

internal sealed class SqlServerSession(SqlConnection connection, SqlTransaction? transaction, CancellationToken stop)
    : Session(connection, transaction, Dialect.SqlServer, stop)
{
    /// <summary>A statement takes 2,100 parameters and a VALUES list 1,000 rows.</summary>
    private const int MostParameters = 2000;
    private const int MostRows = 500;

    public override async Task<int> ForEachAsync<T>(RowStatement<T> statement, IReadOnlyList<T> rows)
    {
        if (rows.Count == 0) return 0;
        Before?.Invoke();
        var changed = 0;
        if (!statement.IsInsert)
        {
            await using var command = Command(statement.Text);
            foreach (var value in statement.Values) command.Parameters.Add(Parameter(value, ""));
            foreach (var row in rows)
            {
                for (var i = 0; i < statement.Values.Count; i++)
                    command.Parameters[i].Value = Plain(statement.Values[i].Value(row));
                changed += await command.ExecuteNonQueryAsync(Stop).ConfigureAwait(false);
            }
            return changed;
        }
        foreach (var portion in rows.Chunk(Math.Min(MostRows, MostParameters / statement.Values.Count)))
        {
            await using var command = Command(statement.TextFor(portion.Length));
            for (var row = 0; row < portion.Length; row++)
                foreach (var value in statement.Values)
                {
                    var parameter = Parameter(value, $"_{row}");
                    parameter.Value = Plain(value.Value(portion[row]));
                    command.Parameters.Add(parameter);
                }
            changed += await command.ExecuteNonQueryAsync(Stop).ConfigureAwait(false);
        }
        return changed;
    }

    private SqlCommand Command(string text)
    {
        var command = ((SqlConnection)Connection).CreateCommand();
        command.CommandText = text;
        command.Transaction = (SqlTransaction?)Transaction;
        return command;
    }

    private static SqlParameter Parameter<T>(RowValue<T> value, string ending) =>
        new() { ParameterName = $"@{value.Name}{ending}", DbType = RowStatement<T>.TypeOf(value.Kind) };

    private static object Plain(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.ToUniversalTime(),
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        Enum name => name.ToString(),
        string text => Texts.Kept(text),
        _ => value,
    };
}
