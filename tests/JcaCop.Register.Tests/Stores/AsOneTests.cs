using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

public sealed class AsOneOnSqliteTests() : AsOneTests(TestDatabase.Sqlite());

public sealed class AsOneOnSqlServerTests() : AsOneTests(TestDatabase.SqlServer())
{
    [Fact]
    public async Task Of_two_workers_that_wait_for_each_other_one_gives_way_and_does_its_work_again()
    {
        var bothHoldOne = new TaskCompletionSource();
        var (runs, holding) = (0, 0);
        Task<int> TakeAsync(string first, string second) => Task.Run(() => Database.AsOneAsync(async () =>
        {
            Interlocked.Increment(ref runs);
            await Database.WriteAsync(session => session.TakeNumbersAsync(first, 1), Stop);
            if (Interlocked.Increment(ref holding) == 2) bothHoldOne.SetResult();
            await bothHoldOne.Task;
            await Database.WriteAsync(session => session.TakeNumbersAsync(second, 1), Stop);
            return 0;
        }, Stop));
        await Task.WhenAll(TakeAsync("Audit", "Item"), TakeAsync("Item", "Audit"));
        Assert.Equal(3, runs);
        Assert.Equal(3, await Database.WriteAsync(session => session.TakeNumbersAsync("Item", 1), Stop));
        Assert.Equal(3, await Database.WriteAsync(session => session.TakeNumbersAsync("Audit", 1), Stop));
    }
}

/// <summary>Several calls of the stores as one transaction.</summary>
public abstract class AsOneTests(Database database) : StoreTests(database)
{
    private DeskStore Desk => new(Database, Time);

    [Fact]
    public async Task What_several_calls_did_is_there_together_or_not_at_all()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.AsOneAsync(async () =>
        {
            await AddAsync("First");
            Assert.Single((await Register.SnapshotAsync("g", null, Stop)).All<MemberEntry>());
            throw new InvalidOperationException("broken off");
#pragma warning disable CS0162 // The type of the work needs a value.
            return 0;
#pragma warning restore CS0162
        }, Stop));
        Assert.Empty((await Register.SnapshotAsync("g", null, Stop)).All<MemberEntry>());
        await Database.AsOneAsync(async () =>
        {
            await AddAsync("First");
            await AddAsync("Second");
            return 0;
        }, Stop);
        Assert.Equal(2, (await Register.SnapshotAsync("g", null, Stop)).All<MemberEntry>().Count());
    }

    [Fact]
    public async Task A_part_that_fails_is_undone_alone()
    {
        await Database.AsOneAsync(async () =>
        {
            await AddAsync("First");
            await Assert.ThrowsAsync<InvalidOperationException>(() => Desk.DoAsync("g", new DeskOrder("w", "v", "s", [EntryKind.Member], draft =>
                throw new InvalidOperationException("in the middle")) { OnceKey = "k" }, Stop));
            await AddAsync("Second");
            return 0;
        }, Stop);
        Assert.Equal(2, (await Register.SnapshotAsync("g", null, Stop)).All<MemberEntry>().Count());
        Assert.True((await Desk.DoAsync("g", new DeskOrder("w", "v", "s", [], _ => DeskResult.Done) { OnceKey = "k" }, Stop)).Done);
    }

    private Task<DeskOutcome> AddAsync(string name) => Desk.DoAsync("g", new DeskOrder("w", "member add", name, [EntryKind.Member], draft =>
        MemberDesk.Add(new MemberEntry(0, "g", name, MemberSort.External, null, null, [], null, true), rename: false, draft)), Stop);
}
