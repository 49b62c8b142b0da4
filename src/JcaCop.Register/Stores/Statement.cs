using System.Reflection;
using System.Text.RegularExpressions;

namespace JcaCop.Register.Stores;

/// <summary>One SQL statement of a store, with its parameters and their types. Stores keep them in static fields, where the tests find and check all of them.</summary>
/// <remarks>The words are those that SQLite and SQL Server share. Where they differ, two files of one name lie under <c>sql/sqlite/queries</c> and <c>sql/sqlserver/queries</c>.</remarks>
internal sealed class Statement
{
    private readonly string sqlite;
    private readonly string sqlServer;

    private Statement(string sqlite, string sqlServer, string parameters) =>
        (this.sqlite, this.sqlServer, Parameters) = (WithLists(sqlite, parameters), sqlServer, parameters);

    /// <summary>Pairs of name and kind: <c>"now instant, ids numbers"</c>. Kinds: number, text, instant, day, bit, real, bytes; a plural is a list for IN, given as a <see cref="KeyList{T}"/>.</summary>
    public string Parameters { get; }

    public static Statement Of(string text, string parameters = "") => new(text, text, parameters);

    /// <param name="name">File name without ending, the same in both folders.</param>
    public static Statement FromFiles(string name, string parameters = "") =>
        new(Resource($"queries/sqlite/{name}"), Resource($"queries/sqlserver/{name}"), parameters);

    public string For(Dialect dialect) => dialect == Dialect.Sqlite ? sqlite : sqlServer;

    /// <summary>SQLite takes a list as one JSON text: the statement stays the same, however long the list.</summary>
    private static string WithLists(string text, string parameters)
    {
        foreach (var list in parameters.Split(',', StringSplitOptions.TrimEntries).Where(pair => pair.EndsWith(" numbers", StringComparison.Ordinal) || pair.EndsWith(" texts", StringComparison.Ordinal)))
            text = Regex.Replace(text, $@"\bIN (@{list[..list.IndexOf(' ')]})\b", "IN (SELECT value FROM json_each($1))");
        return text;
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>Which of the two databases speaks.</summary>
public enum Dialect { Sqlite, SqlServer }
