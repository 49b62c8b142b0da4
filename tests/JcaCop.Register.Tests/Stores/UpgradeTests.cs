using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

/// <summary>How the schema comes into a database on SQL Server, where several workers may start at the same time.</summary>
public sealed class UpgradeOnSqlServerTests
{
    [Fact]
    public async Task Workers_that_start_at_once_make_one_database_and_each_finds_it_whole()
    {
        var server = TestDatabase.FreshOnSqlServer();
        var workers = Enumerable.Range(0, 3).Select(_ => new SqlServerDatabase(server)).ToList();
        var applied = await Task.WhenAll(workers.Select(worker => Task.Run(worker.Upgrade)));
        Assert.Single(applied, scripts => scripts.Count > 0);
        Assert.All(workers, worker => Assert.Empty(worker.Status().Pending));
        Assert.Empty(workers[0].Upgrade());
        foreach (var worker in workers.Skip(1)) await worker.DisposeAsync();
        await TestDatabase.DropAsync(workers[0]);
    }
}

public sealed class LetterUpgradeOnSqliteTests() : LetterUpgradeTests(TestDatabase.Sqlite());

public sealed class LetterUpgradeOnSqlServerTests() : LetterUpgradeTests(TestDatabase.SqlServer());

/// <summary>A register that is upgraded while letters wait in its outbox.</summary>
public abstract class LetterUpgradeTests(Database database) : StoreTests(database)
{
    [Fact]
    public async Task Letters_that_were_queued_before_copies_had_a_table_leave_once()
    {
        await Outbox.EnqueueAsync([Letter("1@g.example"), Letter("2@g.example")], Stop);
        var begun = Assert.Single(await Outbox.ClaimAsync(1, Stop));
        // As the scripts up to 0011 leave it.
        await Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync(Statement.Of("DROP TABLE LetterCopy", ""));
            return await session.ExecuteAsync(Statement.Of("DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0012-copies.sql'", ""));
        }, Stop);
        Assert.Contains("0012-copies.sql", Assert.Single(Database.Status().Pending), StringComparison.Ordinal);
        Assert.Single(Database.Upgrade());

        await Outbox.NoteAsync([OutboxStep.Accepted(begun.Id, "250")], Stop);
        await Outbox.EnqueueAsync([Letter("3@g.example") with { Copies = [new LetterCopy("4@g.example", "copied@b.example", [4])] }], Stop);
        Assert.Equal(["2@g.example", "3@g.example", "4@g.example"], (await Outbox.ClaimAsync(10, Stop)).Select(letter => letter.InternetId));
        Assert.Equal(1, (await Outbox.CountsAsync(null, Stop))[OutboxState.Accepted]);
    }
}
