using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

public sealed class MailboxLeasesOnSqliteTests() : MailboxLeaseTests(TestDatabase.Sqlite());

public sealed class MailboxLeasesOnSqlServerTests() : MailboxLeaseTests(TestDatabase.SqlServer());

public abstract class MailboxLeaseTests(Database database) : StoreTests(database)
{
    [Fact]
    public async Task A_mailbox_stays_with_the_worker_that_has_it_until_its_time_runs_out_or_it_is_given_up()
    {
        MailboxLeases one = Of("one"), other = Of("other");
        Assert.True(await one.HoldAsync("jca-cop", Stop));
        Assert.False(await other.HoldAsync("jca-cop", Stop));
        Assert.True(await other.HoldAsync("cwg-cop", Stop));

        Time.Advance(one.Length - TimeSpan.FromSeconds(1));
        Assert.True(await one.HoldAsync("jca-cop", Stop));
        Time.Advance(one.Length - TimeSpan.FromSeconds(1));
        Assert.False(await other.HoldAsync("jca-cop", Stop));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await other.HoldAsync("jca-cop", Stop));
        Assert.False(await one.HoldAsync("jca-cop", Stop));

        await one.GiveUpAsync("jca-cop", Stop);
        Assert.False(await one.HoldAsync("jca-cop", Stop));
        await other.GiveUpAsync("jca-cop", Stop);
        Assert.True(await one.HoldAsync("jca-cop", Stop));
    }

    [Fact]
    public async Task Of_workers_that_ask_at_once_one_gets_the_mailbox()
    {
        foreach (var round in Enumerable.Range(1, 5))
        {
            var got = await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(() => Of($"w{worker}").HoldAsync($"mailbox {round}", Stop))));
            Assert.Single(got, true);
        }
    }

    private MailboxLeases Of(string worker) => new(Database, Time, worker);
}
