using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

public sealed class SignOnSqliteTests() : SignTests(TestDatabase.Sqlite());

public sealed class SignOnSqlServerTests() : SignTests(TestDatabase.SqlServer());

public abstract class SignTests(Database database) : StoreTests(database)
{
    private SignStore Signs => new(Database, Time);

    [Fact]
    public async Task Trouble_is_kept_beside_the_last_work_until_the_next()
    {
        await Signs.TroubledAsync("mailbox a", "no such host", Stop);
        Assert.Equal(new Sign("mailbox a", null, "no such host"), Assert.Single(await Signs.AllAsync(Stop)));
        await Signs.WorkedAsync("mailbox a", Stop);
        await Signs.TroubledAsync("mailbox a", "refused", Stop);
        Assert.Equal(new Sign("mailbox a", Time.GetUtcNow(), "refused"), Assert.Single(await Signs.AllAsync(Stop)));
        await Signs.WorkedAsync("mailbox a", Stop);
        Assert.Equal(new Sign("mailbox a", Time.GetUtcNow(), null), Assert.Single(await Signs.AllAsync(Stop)));
    }

    [Fact]
    public async Task Workers_that_speak_of_a_part_for_the_first_time_at_once_make_one_sign()
    {
        foreach (var round in Enumerable.Range(1, 5))
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Signs.WorkedAsync($"part {round}", Stop))));
            Assert.Equal(round, (await Signs.AllAsync(Stop)).Count);
        }
    }
}
