using JcaCop.Register.Mail;
using JcaCop.Register.Privacy;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

public sealed class OutboxOnSqliteTests() : OutboxTests(TestDatabase.Sqlite());

public sealed class OutboxOnSqlServerTests() : OutboxTests(TestDatabase.SqlServer());

public abstract class OutboxTests(Database database) : StoreTests(database)
{
    [Fact]
    public async Task A_letter_goes_from_queued_to_accepted()
    {
        await Outbox.EnqueueAsync([Letter("1@g.example")], Stop);
        var letter = Assert.Single(await Outbox.ClaimAsync(10, Stop));
        Assert.Equal([1, 2, 3], letter.Mime);
        Assert.Equal((1, "1@g.example"), (letter.Attempts, letter.InternetId));
        Assert.Empty(await Outbox.ClaimAsync(10, Stop));
        Assert.Equal(2, await Outbox.NoteAsync([OutboxStep.DataBegins(letter.Id), OutboxStep.Accepted(letter.Id, "250 2.0.0 Ok")], Stop));
        var line = Assert.Single(await Outbox.ListAsync(OutboxState.Accepted, 10, Stop));
        Assert.Equal(("250 2.0.0 Ok", Time.GetUtcNow()), (line.LastAnswer, line.SettledAt));
        Assert.Equal(1, (await Outbox.CountsAsync(null, Stop))[OutboxState.Accepted]);
        Assert.Equal((1, 0), ((await Outbox.CountsAsync(line.Group, Stop))[OutboxState.Accepted], (await Outbox.CountsAsync("another", Stop))[OutboxState.Accepted]));
    }

    [Fact]
    public async Task A_copy_that_is_given_up_days_after_it_was_written_is_news_then_while_its_letter_was_taken()
    {
        await Outbox.EnqueueAsync([Letter("1@g.example") with { Copies = [new LetterCopy("2@g.example", "copied@b.example", [4, 5])] }], Stop);
        var letters = await Outbox.ClaimAsync(10, Stop);
        Assert.Equal([("1@g.example", "a@b.example", 3), ("2@g.example", "copied@b.example", 2)], letters.Select(letter => (letter.InternetId, letter.To, letter.Mime.Length)));
        await Outbox.NoteAsync([OutboxStep.Accepted(letters[0].Id, "250"), OutboxStep.Requeue(letters[1].Id, Time.GetUtcNow().AddDays(2), "450")], Stop);
        Time.Advance(TimeSpan.FromDays(2));
        var digest = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromMinutes(1));
        await Outbox.NoteAsync([OutboxStep.Failed(Assert.Single(await Outbox.ClaimAsync(10, Stop)).Id, "450 still")], Stop);
        var line = Assert.Single(await Outbox.UndeliveredAsync("g", digest, Stop));
        Assert.Equal(("copied@b.example", "450 still"), (line.To, line.LastAnswer));
        Assert.Empty(await Outbox.UndeliveredAsync("g", Time.GetUtcNow(), Stop));
    }

    [Fact]
    public async Task The_letters_that_have_waited_longest_are_claimed_first()
    {
        await Outbox.EnqueueAsync([.. Enumerable.Range(1, 6).Select(n => Letter($"{n}@g.example"))], Stop);
        var first = await Outbox.ClaimAsync(2, Stop);
        Assert.Equal(["1@g.example", "2@g.example"], first.Select(letter => letter.InternetId));
        await Outbox.NoteAsync([.. first.Select(letter => OutboxStep.Requeue(letter.Id, Time.GetUtcNow().AddMinutes(5), "451"))], Stop);
        Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(["3@g.example", "4@g.example", "5@g.example"], (await Outbox.ClaimAsync(3, Stop)).Select(letter => letter.InternetId));
        Assert.Equal(["1@g.example", "6@g.example"], (await Outbox.ClaimAsync(2, Stop)).Select(letter => letter.InternetId));
    }

    [Fact]
    public async Task A_letter_put_back_is_due_only_at_its_time()
    {
        await Outbox.EnqueueAsync([Letter("1@g.example")], Stop);
        var letter = Assert.Single(await Outbox.ClaimAsync(10, Stop));
        var later = Time.GetUtcNow().AddMinutes(5);
        await Outbox.NoteAsync([OutboxStep.Requeue(letter.Id, later, "451 greylisted")], Stop);
        Assert.Equal(later, await Outbox.NextDueAsync(Stop));
        Assert.Empty(await Outbox.ClaimAsync(10, Stop));
        Time.SetUtcNow(later);
        Assert.Equal(2, Assert.Single(await Outbox.ClaimAsync(10, Stop)).Attempts);
        Assert.Null(await Outbox.NextDueAsync(Stop));
    }

    [Fact]
    public async Task A_claim_that_outlives_its_worker_is_unknown_only_where_DATA_had_begun()
    {
        await Outbox.EnqueueAsync([Letter("1@g.example"), Letter("2@g.example")], Stop);
        var letters = await Outbox.ClaimAsync(10, Stop);
        await Outbox.NoteAsync([OutboxStep.DataBegins(letters[0].Id)], Stop);
        Assert.Equal(0, await Outbox.ExpireAsync(Time.GetUtcNow(), Stop));
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await Outbox.ExpireAsync(Time.GetUtcNow(), Stop));
        Assert.Equal("1@g.example", Assert.Single(await Outbox.ListAsync(OutboxState.Unknown, 10, Stop)).InternetId);
        // The worker that comes to life again finds that its claim is gone.
        Assert.Equal(0, await Outbox.NoteAsync([OutboxStep.Accepted(letters[0].Id, "250"), OutboxStep.Accepted(letters[1].Id, "250")], Stop));
        Assert.Equal("2@g.example", Assert.Single(await Outbox.ClaimAsync(10, Stop)).InternetId);
    }

    [Fact]
    public async Task A_restarted_worker_gives_back_its_own_claims_and_no_others()
    {
        await Outbox.EnqueueAsync([Letter("1@g.example"), Letter("2@g.example"), Letter("3@g.example")], Stop);
        var other = new OutboxStore(Database, Time, "other");
        await other.ClaimAsync(1, Stop);
        var mine = await Outbox.ClaimAsync(2, Stop);
        await Outbox.NoteAsync([OutboxStep.DataBegins(mine[1].Id)], Stop);
        Assert.Equal(2, await Outbox.ReleaseAsync(Stop));
        var counts = await Outbox.CountsAsync(null, Stop);
        Assert.Equal((1, 1, 1), (counts[OutboxState.Queued], counts[OutboxState.Unknown], counts[OutboxState.Sending]));
    }

    [Fact]
    public async Task Only_a_person_sends_an_unknown_letter_again_and_the_audit_tells_who()
    {
        await Outbox.EnqueueAsync([Letter("1@g.example")], Stop);
        var letter = Assert.Single(await Outbox.ClaimAsync(1, Stop));
        await Outbox.NoteAsync([OutboxStep.Unknown(letter.Id, "connection lost")], Stop);
        Assert.Empty(await Outbox.ClaimAsync(1, Stop));
        Assert.False(await Outbox.RetryAsync(letter.Id, "another-group", "secretary@example.org", Stop));
        Assert.True(await Outbox.RetryAsync(letter.Id, null, "secretary@example.org", Stop));
        Assert.False(await Outbox.RetryAsync(letter.Id, null, "secretary@example.org", Stop));
        Assert.Single(await Outbox.ClaimAsync(1, Stop));
        Assert.Equal("secretary@example.org", Assert.Single(await Register.AuditAsync(10, Stop)).Who);
    }

    [Fact]
    public async Task Workers_that_claim_at_once_never_get_the_same_letter()
    {
        await Outbox.EnqueueAsync([.. Enumerable.Range(1, 60).Select(n => Letter($"{n}@g.example"))], Stop);
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            var store = new OutboxStore(Database, Time, $"w{worker}");
            var mine = new List<long>();
            while (await store.ClaimAsync(7, Stop) is { Count: > 0 } some)
            {
                mine.AddRange(some.Select(letter => letter.Id));
                await store.NoteAsync([.. some.Select(letter => OutboxStep.Accepted(letter.Id, "250"))], Stop);
            }
            return mine;
        })));
        var all = claims.SelectMany(ids => ids).ToList();
        Assert.Equal(60, all.Count);
        Assert.Equal(60, all.Distinct().Count());
    }

    [Fact]
    public async Task A_letter_whose_text_was_erased_is_not_sent_again()
    {
        var (mail, _) = await TakeAsync("1", null, 0);
        await Records.RecordAsync(await JudgeAsync((mail, Mails.Read(mail))), "g", Stop);
        await new EraseStore(Database, Time).MailAsync(mail.Id, "tester", Stop);
        var letter = Assert.Single(await Outbox.ListAsync(OutboxState.Failed, 10, Stop));
        Assert.False(await Outbox.RetryAsync(letter.Id, null, "tester", Stop));
        Assert.Empty(await Outbox.ClaimAsync(10, Stop));
    }
}
