using JcaCop.Post.Sending;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Post.Tests.Sending;

/// <summary>What the sender promises, with transports that break where the test says.</summary>
public class OutboxSenderTests
{
    [Fact]
    public async Task The_content_of_a_letter_begins_only_after_a_commit_that_says_so()
    {
        await using var outbox = new Outbox();
        await outbox.FillAsync(10);
        var other = outbox.StoreOf("other");
        // What another worker would see if this process died at that moment: the letter under way must never go back into the queue.
        var transport = new Scripted(async letter =>
        {
            var line = Assert.Single(await outbox.LinesAsync(OutboxState.Sending), line => line.Id == letter.Id);
            await other.ExpireAsync(outbox.Time.GetUtcNow() + TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
            Assert.Equal(OutboxState.Unknown, Assert.Single(await outbox.LinesAsync(), l => l.Id == line.Id).State);
            return new Delivery.Accepted("250 ok");
        });
        var options = new SendingOptions { Window = 1 };
        var outcome = await outbox.SendAsync(options, transport);

        // The other worker has ended the claim: nothing more of it is sent, and nothing is lost.
        Assert.Equal("The claim was ended by another worker.", outcome.Trouble);
        Assert.Single(transport.Sent);
        Assert.Equal((1, 9), ((await outbox.LinesAsync(OutboxState.Unknown)).Count, (await outbox.LinesAsync(OutboxState.Queued)).Count));
    }

    [Fact]
    public async Task After_a_crash_letters_whose_content_may_have_begun_are_unknown_and_the_others_are_sent()
    {
        await using var outbox = new Outbox();
        await outbox.FillAsync(100);
        var crash = new Scripted(letter => letter.Id == 45 ? throw new InvalidProgramException("killed") : new Delivery.Accepted("250 ok"));
        var options = new SendingOptions { Window = 10, LettersPerDomainAndMinute = 0 };
        await Assert.ThrowsAsync<InvalidProgramException>(() => outbox.SendAsync(options, crash));

        Assert.Equal(10, await CountRecoveredAsync());
        var after = new Scripted(_ => new Delivery.Accepted("250 ok"));
        await outbox.SendAsync(options, after);
        Assert.Empty(crash.Sent.Intersect(after.Sent));
        Assert.Equal(90, (await outbox.LinesAsync(OutboxState.Accepted)).Count);
        Assert.Equal(Enumerable.Range(41, 10).Select(i => (long)i), (await outbox.LinesAsync(OutboxState.Unknown)).Select(line => line.Id).Order());

        async Task<int> CountRecoveredAsync()
        {
            await outbox.Store.ReleaseAsync(TestContext.Current.CancellationToken);
            return (await outbox.LinesAsync(OutboxState.Unknown)).Count;
        }
    }

    [Fact]
    public async Task One_domain_gets_so_many_letters_a_minute_and_the_others_are_not_held_up()
    {
        await using var outbox = new Outbox();
        await outbox.FillAsync(7, "ministry.example.org");
        await outbox.FillOtherAsync(3);
        var options = new SendingOptions { LettersPerDomainAndMinute = 4 };
        var transport = new Scripted(_ => new Delivery.Accepted("250 ok"));
        await using var sender = outbox.Sender(options, transport);

        Assert.Equal(7, (await sender.SendDueAsync(TestContext.Current.CancellationToken)).Accepted);
        Assert.All(await outbox.LinesAsync(OutboxState.Queued), line => Assert.Equal(("official@ministry.example.org", 0), (line.To, line.Attempts)));
        Assert.Equal(0, (await sender.SendDueAsync(TestContext.Current.CancellationToken)).Accepted);
        outbox.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, (await sender.SendDueAsync(TestContext.Current.CancellationToken)).Accepted);
    }

    [Fact]
    public async Task A_service_that_stops_ends_the_letter_under_way_and_gives_the_rest_back()
    {
        await using var outbox = new Outbox();
        await outbox.FillAsync(50);
        using var stopping = new CancellationTokenSource();
        var transport = new Scripted(letter =>
        {
            if (letter.Id == 5) stopping.Cancel();
            return new Delivery.Accepted("250 ok");
        });
        await using var sender = outbox.Sender(new SendingOptions(), transport);
        await sender.SendDueAsync(stopping.Token);
        Assert.Equal(5, (await outbox.LinesAsync(OutboxState.Accepted)).Count);
        Assert.All(await outbox.LinesAsync(OutboxState.Queued), line => Assert.Equal(0, line.Attempts));
        Assert.Equal(45, (await outbox.LinesAsync(OutboxState.Queued)).Count);
    }

    [Fact]
    public async Task One_lost_connection_of_several_costs_nothing_but_its_own_letter_of_the_moment()
    {
        await using var outbox = new Outbox();
        await outbox.FillAsync(30);
        var broken = new Scripted(_ => new Delivery.NotReached("gone"));
        var whole = new Scripted(_ => new Delivery.Accepted("250 ok"));
        var outcome = await outbox.SendAsync(new SendingOptions { Window = 30 }, broken, whole);
        Assert.Equal((29, 1), (outcome.Accepted, outcome.Deferred));
        Assert.Null(outcome.Trouble);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(8, 7_680)]
    [InlineData(9, 14_400)]
    [InlineData(1_000, 14_400)]
    public void Pauses_double_up_to_the_longest(int tries, int seconds)
    {
        var sender = new OutboxSender(null!, [], new SendingOptions(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<OutboxSender>.Instance);
        Assert.Equal(TimeSpan.FromSeconds(seconds), sender.Pause(tries));
    }

    private sealed class Scripted(Func<OutboxLetter, Task<Delivery>> answer) : ITransport
    {
        public Scripted(Func<OutboxLetter, Delivery> answer) : this(letter => Task.FromResult(answer(letter))) { }

        public List<long> Sent { get; } = [];

        public Task OpenAsync(CancellationToken stop) => Task.CompletedTask;

        public async Task<Delivery> SendAsync(OutboxLetter letter, CancellationToken stop)
        {
            Sent.Add(letter.Id);
            return await answer(letter);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
