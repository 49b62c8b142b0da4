using System.Data;
using System.Text;

namespace JcaCop.Register.Stores;

/// <summary>One parameter of a statement that runs once a row.</summary>
/// <param name="Kind">number, text, instant, day, bit, real or bytes.</param>
/// <param name="Value">Null means NULL.</param>
internal sealed record RowValue<T>(string Name, string Kind, Func<T, object?> Value);

/// <summary>A statement that runs once for each of many rows. Untyped face, for the tests that check every statement.</summary>
internal abstract class RowStatement
{
    public abstract string Text { get; }
    public abstract string Parameters { get; }
}

/// <summary>A statement that runs once for each of many rows: prepared once on SQLite; on SQL Server an INSERT sends many rows at a time.</summary>
internal sealed class RowStatement<T> : RowStatement
{
    private readonly string? table;
    private readonly IReadOnlyList<RowValue<T>> values;

    private RowStatement(string? table, string text, IReadOnlyList<RowValue<T>> values) =>
        (this.table, Text, this.values) = (table, text, values);

    public override string Text { get; }

    public override string Parameters => string.Join(", ", values.Select(v => $"{v.Name} {v.Kind}"));

    public IReadOnlyList<RowValue<T>> Values => values;

    public bool IsInsert => table is not null;

    public static RowStatement<T> Insert(string table, params IReadOnlyList<RowValue<T>> values) =>
        new(table, $"INSERT INTO {table} ({Columns(values)}) VALUES ({Names(values, "")})", values);

    public static RowStatement<T> Of(string text, params IReadOnlyList<RowValue<T>> values) => new(null, text, values);

    /// <summary>The INSERT for several rows at once; the parameters of row n end in <c>_n</c>.</summary>
    public string TextFor(int rows)
    {
        var text = new StringBuilder("INSERT INTO ").Append(table).Append(" (").Append(Columns(values)).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
            text.Append(row == 0 ? "(" : ", (").Append(Names(values, $"_{row}")).Append(')');
        return text.ToString();
    }

    public static DbType TypeOf(string kind) => kind switch
    {
        "number" => DbType.Int64,
        "text" => DbType.String,
        "instant" => DbType.DateTimeOffset,
        "day" => DbType.Date,
        "bit" => DbType.Boolean,
        "real" => DbType.Double,
        "bytes" => DbType.Binary,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of parameter."),
    };

    private static string Columns(IReadOnlyList<RowValue<T>> values) => string.Join(", ", values.Select(v => v.Name));

    private static string Names(IReadOnlyList<RowValue<T>> values, string ending) => string.Join(", ", values.Select(v => $"@{v.Name}{ending}"));
}
