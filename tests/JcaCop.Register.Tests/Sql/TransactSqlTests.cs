using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using JcaCop.Register.Stores;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace JcaCop.Register.Tests.Sql;

/// <summary>Checks all T-SQL without a server: the scripts, and every statement of the stores against the schema that the scripts make.</summary>
public sealed partial class TransactSqlTests
{
    [Fact]
    public void The_stores_hold_statements_and_each_names_its_parameters()
    {
        var all = StatementCatalog.All(Dialect.SqlServer);
        Assert.True(all.Count > 60, $"Only {all.Count} statements were found.");
        foreach (var statement in all.Concat(StatementCatalog.All(Dialect.Sqlite)))
            Assert.Equal(
                StatementCatalog.NamesIn(statement.Text).Order(StringComparer.Ordinal),
                statement.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_script_of_SQLite_has_one_of_the_same_name_for_SQL_Server()
    {
        var names = typeof(Database).Assembly.GetManifestResourceNames();
        foreach (var folder in new[] { "sql/", "queries/" })
            Assert.Equal(Named(names, folder + "sqlite/"), Named(names, folder + "sqlserver/"));
        Assert.NotEmpty(Named(names, "sql/sqlite/"));
    }

    [Fact]
    public void Every_statement_parses_and_knows_its_tables_and_columns()
    {
        using var model = Schema();
        foreach (var statement in StatementCatalog.All(Dialect.SqlServer))
        {
            var text = Procedure(statement);
            new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
            Assert.True(errors.Count == 0, $"{statement.Name}: {string.Join("; ", errors.Select(error => error.Message))}\n{statement.Text}");
            model.AddOrUpdateObjects(text, statement.Name, new TSqlObjectOptions());
        }
        Assert.Empty(model.Validate().Select(message => message.ToString()));
    }

    [Theory]
    [InlineData()]
    [InlineData("one")]
    [InlineData("one", "two")]
    public void A_list_of_any_length_is_a_statement_that_the_server_reads(params string[] keys)
    {
        using var command = new SqlCommand("SELECT Json FROM Filed WHERE Entry IN @kinds AND Live = 1");
        new KeyList<string>(keys).AddParameter(command, "kinds");
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(command.CommandText), out var errors);
        Assert.True(errors.Count == 0, command.CommandText);
        Assert.Equal(keys.Length, command.Parameters.Count);
    }

    [Theory]
    [InlineData("SELECT Nothing FROM Message")]
    [InlineData("SELECT Id FROM Nowhere")]
    [InlineData("UPDATE Outbox SET Nothing = 1 WHERE Id = 1")]
    [InlineData("INSERT INTO Item (Nothing) VALUES (1)")]
    public void The_check_finds_an_unknown_table_or_column(string wrong)
    {
        using var model = Schema();
        model.AddOrUpdateObjects(Procedure(new FoundStatement("Wrong", wrong, [])), "Wrong", new TSqlObjectOptions());
        Assert.NotEmpty(model.Validate());
    }

    /// <summary>The check above reads static fields: a statement that is made anywhere else would go by it.</summary>
    [Fact]
    public void No_statement_is_made_outside_of_a_static_field_and_none_is_written_past_them()
    {
        var texts = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file))).ToList();
        var made = texts.SelectMany(file => Making().Matches(file.Text).Select(found => (file.Name, Head: file.Text[(file.Text.LastIndexOfAny([';', '{', '}'], found.Index) + 1)..found.Index]))).ToList();
        Assert.True(made.Count > 100, $"only {made.Count} were found");
        // What is no field itself is a maker of fields, private to its class.
        Assert.All(made, one => Assert.True(one.Head.Contains("static readonly", StringComparison.Ordinal) || Maker().IsMatch(one.Head), $"{one.Name}: {one.Head.Trim()}"));
        foreach (var maker in texts.SelectMany(file => Maker().Matches(file.Text).Select(found => (file.Text, Name: found.Groups[1].Value))))
            Assert.All(Calls(maker.Text, maker.Name), head => Assert.Contains("static readonly", head, StringComparison.Ordinal));

        foreach (var written in texts.SelectMany(file => Written().Matches(file.Text)).Select(found => found.Groups[1].Value).Where(text => !text.StartsWith("PRAGMA", StringComparison.Ordinal) && !text.StartsWith("VACUUM", StringComparison.Ordinal)))
        {
            new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(written), out var errors);
            Assert.True(errors.Count == 0, written);
        }
    }

    private static IEnumerable<string> Calls(string text, string maker) => Regex.Matches(text, $@"(?<!\.|RowStatement<\w+> |Statement ){maker}(?:<\w+>)?\(").Select(found => text[(text.LastIndexOfAny([';', '{', '}'], found.Index) + 1)..found.Index]);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex(@"\b(?:Row)?Statement(?:<[^>]*>)?\.(?:Of|FromFiles|Insert\w*|Into)\(")]
    private static partial Regex Making();

    [GeneratedRegex(@"private static (?:Row)?Statement(?:<\w+>)? (\w+)(?:<\w+>)?\([^)]*\)[^;]*$", RegexOptions.Multiline)]
    private static partial Regex Maker();

    [GeneratedRegex(@"CommandText = ""([^""]*)""")]
    private static partial Regex Written();

    private static string Procedure(FoundStatement statement)
    {
        var parameters = string.Join(", ", statement.Parameters.Select(parameter => $"@{parameter.Name} {parameter.Type} = NULL"));
        return $"CREATE PROCEDURE dbo.q_{statement.Name} {parameters} AS BEGIN {statement.Text} END";
    }

    private static TSqlModel Schema()
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var assembly = typeof(Database).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("sql/sqlserver/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            foreach (var batch in Batches(Read(assembly, name)))
                model.AddObjects(batch);
        return model;
    }

    /// <summary>The model holds definitions; rows that a script inserts are checked as the statements are.</summary>
    private static IEnumerable<string> Batches(string script)
    {
        var fragment = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        Assert.True(errors.Count == 0, string.Join("; ", errors.Select(error => $"{error.Line}: {error.Message}")));
        foreach (var statement in fragment.Batches.SelectMany(batch => batch.Statements).Where(statement => statement is not InsertStatement and not UpdateStatement and not DropTableStatement))
            yield return script.Substring(statement.StartOffset, statement.FragmentLength);
    }

    private static string Read(System.Reflection.Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Named(string[] names, string folder) =>
        names.Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Select(name => name[folder.Length..]).Order(StringComparer.Ordinal);
}
