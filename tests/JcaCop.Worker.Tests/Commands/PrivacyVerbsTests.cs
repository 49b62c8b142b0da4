using System.Text;
using JcaCop.Worker.Commands;
using Microsoft.Data.Sqlite;

namespace JcaCop.Worker.Tests.Commands;

public sealed class PrivacyVerbsTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task What_is_held_of_a_person_can_be_told_and_erased_until_no_table_holds_it()
    {
        data.WriteNomination(data.In("old"), 1, "Lantern Children's Network");
        await DoAsync("import", data.In("old"), "--mailbox", "jca-cop");
        await data.RunAsync("review", "accept", "1");
        await DoAsync("seat", "add", "Lantern Children's Network", "--person", "1", "--from", "2012-10-01");
        var told = (await DoAsync("person", "data", "anna.sample@network1.example")).Output;
        Assert.Contains("+61 3 5550 0101", told, StringComparison.Ordinal);
        Assert.Contains("Lantern Children", told, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Usage, (await data.RunAsync("erase", "person", "1")).Code);
        var erased = await DoAsync("erase", "person", "1", "--yes");
        Assert.Contains("'erase mail ID'", erased.Output, StringComparison.Ordinal);
        await DoAsync("erase", "mail", "1", "--yes");

        var left = await TextOfAllTablesAsync();
        foreach (var trace in new[] { "Anna Sample", "anna.sample", "anna sample", "5550 0101", "YW5uYS5zYW1wbGU" }) Assert.DoesNotContain(trace, left, StringComparison.OrdinalIgnoreCase);
        // Counts stay true: the mail, the organization, the seat with its dates.
        Assert.Contains("lantern", left, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("person erased", (await DoAsync("seat", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await data.RunAsync("person", "data", "anna.sample@network1.example")).Code);
    }

    [Theory]
    [InlineData("erase", "attachment", "1", "foo", "--yes", "--json")]
    [InlineData("erase", "mail", "1", "--json")]
    [InlineData("meeting", "show", "9", "--json")]
    [InlineData("review", "show", "99", "--json")]
    public async Task A_refusal_is_json_where_json_is_asked_for(params string[] words)
    {
        data.WriteNomination(data.In("old"), 1, "Lantern Children's Network");
        await DoAsync("import", data.In("old"), "--mailbox", "jca-cop");
        var run = await data.RunAsync(words);
        Assert.Equal(ExitCode.Usage, run.Code);
        using var told = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.False(told.RootElement.GetProperty("done").GetBoolean());
        Assert.NotEqual("", told.RootElement.GetProperty("problem").GetString());
    }

    [Fact]
    public async Task A_mail_that_waits_for_a_decision_is_not_erased()
    {
        data.WriteNomination(data.In("old"), 1, "Lantern Children's Network");
        await DoAsync("import", data.In("old"), "--mailbox", "jca-cop", "--set", "Judging:AcceptFrom=1");
        var refused = await data.RunAsync("erase", "mail", "1", "--yes");
        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.Contains("waits for a decision", refused.Error, StringComparison.Ordinal);
        Assert.Contains("no mail 99", (await data.RunAsync("erase", "mail", "99", "--yes")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_attachment_goes_and_the_mail_stays()
    {
        Directory.CreateDirectory(data.In("old"));
        await File.WriteAllTextAsync(data.In("old", "a.eml"), """
            From: Jane Example <jane@ministry.example>
            To: tsbjcacop@itu.int
            Subject: Thank you
            Date: Mon, 24 Sep 2012 14:07:00 +0200
            Message-ID: <attachment@ministry.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Thank you for the report.

            --b
            Content-Type: text/plain; name="passport.txt"
            Content-Disposition: attachment; filename="passport.txt"

            Number X123456
            --b--
            """.ReplaceLineEndings("\r\n"), TestContext.Current.CancellationToken);
        await DoAsync("import", data.In("old"), "--mailbox", "jca-cop");
        await data.RunAsync("review", "accept", "1");
        Assert.Contains("no attachment 'other.txt'", (await data.RunAsync("erase", "attachment", "1", "other.txt", "--yes")).Error, StringComparison.Ordinal);
        await DoAsync("erase", "attachment", "1", "passport.txt", "--yes");
        var left = await TextOfAllTablesAsync();
        Assert.DoesNotContain("X123456", left, StringComparison.Ordinal);
        Assert.Contains("Thank you for the report.", left, StringComparison.Ordinal);
        Assert.Contains("This attachment was erased.", left, StringComparison.Ordinal);
    }

    private async Task<JcacopRun> DoAsync(params string[] line)
    {
        var run = await data.RunAsync(line);
        Assert.True(run.Code == ExitCode.Ok, $"{string.Join(' ', line)}: {run.Error}{run.Output}");
        return run;
    }

    private async Task<string> TextOfAllTablesAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        var all = new StringBuilder();
        await using var connection = new SqliteConnection($"Data Source={data.In("register.db")};Pooling=False");
        await connection.OpenAsync(stop);
        var tables = new List<string>();
        await using (var list = connection.CreateCommand())
        {
            list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
            await using var reader = await list.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop)) tables.Add(reader.GetString(0));
        }
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables come from the schema.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
                for (var i = 0; i < reader.FieldCount; i++)
                    all.Append(reader.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : reader.GetValue(i)).Append('\n');
        }
        return all.ToString();
    }
}
