using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using JcaCop.Register.Stores;
using Microsoft.Data.Sqlite;
using MimeKit;

namespace JcaCop.Worker.Tests.Whole;

/// <summary>All that a service keeps, as lines that can be compared: each row of each table, where each mail lies, what left. Names that are drawn by chance stand in the order of the letters.</summary>
/// <param name="Lines">As they stand in the tables.</param>
/// <param name="Letters">What a letter is called here, by its Message-ID.</param>
internal sealed partial record WholeState(IReadOnlyList<string> Lines, IReadOnlyDictionary<string, string> Letters)
{
    /// <summary>How often a worker tried, and who holds what at the moment, is no part of what is known.</summary>
    private static readonly HashSet<string> Passing = ["Message.Claims", "Message.LeasedBy", "Message.LeasedUntil", "Outbox.ClaimedBy", "Outbox.ClaimedAt", "Outbox.Attempts"];

    private static readonly ConcurrentDictionary<string, string> Shown = new(StringComparer.Ordinal);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="data">Of a service that has ended.</param>
    public static async Task<WholeState> OfAsync(string data)
    {
        var lines = new List<string>();
        var letters = new Dictionary<string, string>(StringComparer.Ordinal);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(data, "register.db")};Pooling=False"))
        {
            await connection.OpenAsync(Stop);
            foreach (var row in await RowsAsync(connection, "SELECT Id, InternetId FROM Outbox ORDER BY Id")) letters[$"{row[1].Value}"] = $"letter-{row[0].Value}";
            foreach (var table in (await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).Select(row => $"{row[0].Value}"))
                if (table != "SchemaVersions")
                    foreach (var row in await RowsAsync(connection, $"SELECT * FROM \"{table}\""))
                        lines.Add($"{table}: " + string.Join(" | ", row.Where(cell => !Passing.Contains($"{table}.{cell.Name}")).Select(cell => $"{cell.Name}={Text(cell.Value)}")));
        }
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("register.db", StringComparison.Ordinal)))
            lines.Add($"file: {Path.GetRelativePath(data, file)}");
        return new WholeState(lines, letters);
    }

    /// <summary>What stands in one of two states alone.</summary>
    /// <returns>Null where they are the same.</returns>
    public static string? Difference(WholeState wanted, WholeState got)
    {
        // Nearly all lines are the same to the letter; only the others need a second look.
        var same = wanted.Lines.Intersect(got.Lines, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var (lacks, extra) = (Other(wanted), Other(got));
        if (lacks.SequenceEqual(extra) && wanted.Lines.Count == got.Lines.Count) return null;
        return $"wanted {string.Join("\n       ", lacks.Except(extra))}\ngot    {string.Join("\n       ", extra.Except(lacks))}";

        List<string> Other(WholeState state) => [.. state.Lines.Where(line => !same.Contains(line)).Select(line => Same(line, state.Letters)).Order(StringComparer.Ordinal)];
    }

    private static async Task<List<List<(string Name, object Value)>>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables come from the schema.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<List<(string, object)>>();
        while (await reader.ReadAsync(Stop)) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.GetValue(i)))]);
        return rows;
    }

    private static string Text(object value)
    {
        if (value is not byte[] bytes) return Convert.ToString(value, CultureInfo.InvariantCulture)!.ReplaceLineEndings(" / ");
        if (bytes.Length == 0) return "";
        // The states that are compared share nearly all their mails.
        return Shown.GetOrAdd(Convert.ToHexString(SHA256.HashData(bytes)), _ => ShownOf(bytes));
    }

    /// <summary>Of a letter, what people see of it; boundaries and tokens are drawn anew each time.</summary>
    private static string ShownOf(byte[] bytes)
    {
        using var mail = MimeMessage.Load(new MemoryStream(bytes), Stop);
        return $"{mail.From} {mail.To} {mail.Subject} {mail.TextBody?.ReplaceLineEndings(" / ")} {string.Join(",", mail.Attachments.Select(part => part.ContentDisposition?.FileName))}";
    }

    private static string Same(string line, IReadOnlyDictionary<string, string> letters)
    {
        var text = Hash().Replace(Code().Replace(line, "#CODE"), "code HASH");
        return LetterName().Replace(text, found =>
            letters.GetValueOrDefault($"{found.Groups["id"].Value}@union.example") is { } known ? known : "letter-?");
    }

    [GeneratedRegex(@"#?\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=""hash"":"")[^""]+|code [0-9a-f]{16,}", RegexOptions.IgnoreCase)]
    private static partial Regex Hash();

    [GeneratedRegex(@"\b(?<id>[0-9a-f]{32})(@union\.example)?")]
    private static partial Regex LetterName();
}
