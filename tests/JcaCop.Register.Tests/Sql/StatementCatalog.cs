using System.Reflection;
using System.Text.RegularExpressions;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Tests.Sql;

/// <summary>One statement of a store as SQL Server gets it.</summary>
/// <param name="Name">Type and field that hold it.</param>
/// <param name="Parameters">Name and T-SQL type; lists already taken apart.</param>
internal sealed record FoundStatement(string Name, string Text, IReadOnlyList<(string Name, string Type)> Parameters);

/// <summary>Finds every statement of the register: all static fields that hold one, in all types of the assembly.</summary>
internal static partial class StatementCatalog
{
    public static IReadOnlyList<FoundStatement> All(Dialect dialect) =>
        [.. typeof(Database).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(field => (Name: $"{field.DeclaringType!.Name}_{field.Name}", Value: Held(field)))
            .Where(found => found.Value is not null)
            .SelectMany(found => Texts(found.Name, found.Value!, dialect))];

    private static object? Held(FieldInfo field) =>
        typeof(Statement).IsAssignableFrom(field.FieldType) || typeof(RowStatement).IsAssignableFrom(field.FieldType) ? field.GetValue(null) : null;

    private static IEnumerable<FoundStatement> Texts(string name, object value, Dialect dialect)
    {
        var (text, parameters) = value switch
        {
            Statement statement => (statement.For(dialect), statement.Parameters),
            RowStatement statement => (statement.Text, statement.Parameters),
            _ => throw new InvalidOperationException(),
        };
        var declared = parameters.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split(' ')).Select(pair => (Name: pair[0], Kind: pair[1])).ToList();
        var typed = new List<(string, string)>();
        foreach (var (parameter, kind) in declared)
        {
            if (!kind.EndsWith('s') || kind is "bytes")
            {
                typed.Add((parameter, TypeOf(kind)));
                continue;
            }
            // A KeyList makes IN @ids into IN (@ids0, @ids1) for SQL Server; here one stands for all.
            text = Regex.Replace(text, $@"\bIN @{parameter}\b", $"IN (@{parameter})");
            typed.Add((parameter, TypeOf(kind[..^1])));
        }
        yield return new FoundStatement(name, text, typed);
    }

    private static string TypeOf(string kind) => kind switch
    {
        "number" => "BIGINT",
        "text" => "NVARCHAR(MAX)",
        "instant" => "DATETIMEOFFSET(7)",
        "day" => "DATE",
        "bit" => "BIT",
        "real" => "FLOAT",
        "bytes" => "VARBINARY(MAX)",
        _ => throw new InvalidOperationException($"No such kind of parameter: {kind}"),
    };

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex ParameterNames();

    public static IReadOnlySet<string> NamesIn(string text) => ParameterNames().Matches(text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
