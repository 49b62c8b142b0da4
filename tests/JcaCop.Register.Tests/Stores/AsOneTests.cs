using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

public sealed class AsOneOnSqliteTests() : AsOneTests(TestDatabase.Sqlite());

public sealed class AsOneOnSqlServerTests() : AsOneTests(TestDatabase.SqlServer());

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
