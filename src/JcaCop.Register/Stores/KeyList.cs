using System.Data;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace JcaCop.Register.Stores;

/// <summary>The keys of an <c>IN @keys</c>. SQLite gets them as one JSON text (<see cref="Statement"/>), SQL Server one parameter each.</summary>
/// <remarks>SQLite looks each parameter up by its name, along all the others: five hundred of them cost more than the query.</remarks>
internal sealed class KeyList<T>(IReadOnlyCollection<T> keys) : SqlMapper.ICustomQueryParameter
{
    private readonly IReadOnlyCollection<T> keys = keys is IReadOnlyCollection<string> texts && texts.Any(Texts.HoldsNul) ? (IReadOnlyCollection<T>)(object)texts.Select(Texts.Kept).ToList() : keys;

    public void AddParameter(IDbCommand command, string name)
    {
        if (command is SqliteCommand)
        {
            Add(command, name, DbType.String, JsonSerializer.Serialize(keys));
            return;
        }
        var names = keys.Select((key, index) => Add(command, $"{name}{index}", typeof(T) == typeof(long) ? DbType.Int64 : DbType.String, key)).ToList();
        // An empty list finds nothing, as it does on SQLite; an empty pair of brackets would be no SQL.
        command.CommandText = Regex.Replace(command.CommandText, $@"\bIN @{name}\b", $"IN ({(names.Count == 0 ? "NULL" : string.Join(", ", names))})");
    }

    private static string Add(IDbCommand command, string name, DbType type, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@" + name;
        parameter.DbType = type;
        parameter.Value = value;
        // One size for all texts: SQL Server then keeps one plan.
        if (value is string { Length: <= 4000 } && type == DbType.String && parameter is not SqliteParameter) parameter.Size = 4000;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
