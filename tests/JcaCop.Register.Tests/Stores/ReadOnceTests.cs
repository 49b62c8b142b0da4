using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Privacy;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Tests.Stores;

public sealed class ReadOnceOnSqliteTests() : ReadOnceTests(TestDatabase.Sqlite());

public sealed class ReadOnceOnSqlServerTests() : ReadOnceTests(TestDatabase.SqlServer());

/// <summary>A store that keeps what it read says what one says that reads anew.</summary>
public abstract class ReadOnceTests(Database database) : StoreTests(database)
{
    private readonly RegisterStore kept = new(database);

    [Fact]
    public async Task What_did_not_change_is_not_read_again()
    {
        await AddAsync("First");
        Assert.Same((await kept.SnapshotAsync("g", null, Stop)).Filed, (await kept.SnapshotAsync("g", null, Stop)).Filed);
        Assert.Same(await kept.LiveAsync("g", [EntryKind.Member], Stop), await kept.LiveAsync("g", [EntryKind.Member], Stop));
    }

    [Fact]
    public async Task What_others_changed_is_seen_at_once()
    {
        Assert.Empty(await NamesAsync());
        await AddAsync("First");
        Assert.Equal(["First"], await NamesAsync());
        await AddAsync("Second");
        Assert.Equal(["First", "Second"], await NamesAsync());
        Assert.Empty((await kept.SnapshotAsync("other", null, Stop)).Filed);
    }

    [Fact]
    public async Task What_a_transaction_saw_that_was_undone_is_not_kept()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.AsOneAsync(async () =>
        {
            await AddAsync("First");
            Assert.Equal(["First"], await NamesAsync());
            throw new InvalidOperationException("broken off");
#pragma warning disable CS0162 // The type of the work needs a value.
            return 0;
#pragma warning restore CS0162
        }, Stop));
        // Its lines of history get the numbers that the others had.
        await AddAsync("Second");
        Assert.Equal(["Second"], await NamesAsync());
    }

    [Fact]
    public async Task What_was_erased_is_given_out_no_more()
    {
        await PassAsync("1@tel.gov.xx", null, 0, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana@safe.example"));
        var person = Assert.Single((await kept.SnapshotAsync("g", null, Stop)).Persons, person => person.Name == "Ana Lopez");
        Assert.Null((await new EraseStore(Database, Time).PersonAsync("g", person.Id, null, "w", Stop)).Problem);
        Assert.DoesNotContain((await kept.SnapshotAsync("g", null, Stop)).Persons, person => person.Name == "Ana Lopez");
    }

    /// <summary>Names of the members, as both ways of reading tell them.</summary>
    private async Task<List<string>> NamesAsync()
    {
        var names = (await kept.SnapshotAsync("g", null, Stop)).All<MemberEntry>().Select(member => member.Name).ToList();
        Assert.Equal(names, (await kept.LiveAsync("g", [EntryKind.Member], Stop)).OfType<MemberEntry>().Select(member => member.Name));
        return names;
    }

    private Task<DeskOutcome> AddAsync(string name) => new DeskStore(Database, Time).DoAsync("g", new DeskOrder("w", "member add", name, [EntryKind.Member], draft =>
        MemberDesk.Add(new MemberEntry(0, "g", name, MemberSort.External, null, null, [], null, true), rename: false, draft)), Stop);
}
