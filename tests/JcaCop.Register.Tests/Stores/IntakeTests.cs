using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

public sealed class IntakeOnSqliteTests() : IntakeTests(TestDatabase.Sqlite());

public sealed class IntakeOnSqlServerTests() : IntakeTests(TestDatabase.SqlServer());

public abstract class IntakeTests(Database database) : StoreTests(database)
{
    [Fact]
    public async Task A_mail_is_taken_once_however_often_it_is_handed_over()
    {
        var mail = Mails.Arrived("1", Mails.Raw("a@x.example"));
        var taken = Assert.Single(await Messages.TakeAsync([mail, mail], Stop));
        Assert.Empty(await Messages.TakeAsync([mail], Stop));
        Assert.Equal("a@x.example", taken.InternetId);
        Assert.Equal(mail.Raw, taken.Raw);
        Assert.Equal(1, (await Messages.CountsByStateAsync(Stop))[MessageState.Taken]);
        Assert.Equal(new MailboxProgress("box", 7, 1), await Messages.ProgressAsync("box", 7, Stop));
        Assert.Null(await Messages.ProgressAsync("box", 8, Stop));
        Assert.Equal(["2", "3"], await Messages.UnknownAsync("box", 7, ["2", "1", "3"], Stop));
    }

    [Fact]
    public async Task The_same_mail_under_a_new_UIDVALIDITY_or_delivered_twice_is_known_by_its_content()
    {
        var first = await PassAsync("1", Mails.Raw("a@x.example", received: "from one"), 0);
        var again = new[]
        {
            Mails.Arrived("9", Mails.Raw("a@x.example", received: "from another"), uidValidity: 8),
            Mails.Arrived("10", Mails.Raw("a@x.example"), uidValidity: 8),
        };
        Assert.Empty(await Messages.TakeAsync(again, Stop));
        var unmoved = await Messages.UnmovedAsync("box", 8, 10, Stop);
        Assert.Equal(2, unmoved.Count);
        Assert.All(unmoved, mail => Assert.True(mail is { Duplicate: true } && mail.State == first.Verdict.State));
        Assert.Equal(1, await Messages.GiveUpOldPlacesAsync("box", 8, Stop));
        var count = await Messages.ReconcileAsync(Stop);
        Assert.Equal((1, 3, 2), (count.Messages, count.Locations, count.Duplicates));
        Assert.Empty(count.Flaws);
    }

    [Fact]
    public async Task The_same_mail_to_two_mailboxes_is_two_messages()
    {
        var raw = Mails.Raw("a@x.example");
        Assert.Equal(2, (await Messages.TakeAsync([Mails.Arrived("1", raw), Mails.Arrived("1", raw, mailbox: "other")], Stop)).Count);
    }

    [Fact]
    public async Task A_recorded_mail_waits_for_its_move_until_it_is_moved()
    {
        var (taken, _) = await TakeAsync("1", null, 0);
        Assert.Empty(await Messages.UnmovedAsync("box", 7, 10, Stop));
        Assert.True((await Records.RecordAsync(await JudgeAsync((taken, Mails.Read(taken))), "g", Stop)).Recorded);
        var unmoved = Assert.Single(await Messages.UnmovedAsync("box", 7, 10, Stop));
        Assert.Equal((taken.Key, MessageState.Processed, false), (unmoved.Key, unmoved.State, unmoved.Duplicate));
        await Messages.MarkMovedAsync([taken.Key], "Processed", Stop);
        Assert.Empty(await Messages.UnmovedAsync("box", 7, 10, Stop));
    }

    [Fact]
    public async Task What_a_killed_worker_held_is_claimed_again_after_its_lease_or_at_its_restart()
    {
        await TakeAsync("1", null, 0);
        var other = new MessageStore(Database, Time, "other");
        Assert.Empty(await other.PendingAsync(10, Stop));
        Assert.Empty(await Messages.PendingAsync(10, Stop));
        Assert.Equal(1, await Messages.ReleaseAsync(Stop));
        var mail = Assert.Single(await Messages.PendingAsync(10, Stop));
        Assert.Equal(Mails.Raw("1"), mail.Raw);
        Time.Advance(Messages.Lease + TimeSpan.FromSeconds(1));
        Assert.Single(await other.PendingAsync(10, Stop));
        Assert.Empty(await Messages.PendingAsync(10, Stop));
    }

    [Fact]
    public async Task Workers_that_claim_at_once_never_get_the_same_mail()
    {
        await Messages.TakeAsync([.. Enumerable.Range(1, 60).Select(n => Mails.Arrived($"{n}", Mails.Raw($"{n}@x.example")))], Stop);
        await Messages.ReleaseAsync(Stop);
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            var store = new MessageStore(Database, Time, $"w{worker}");
            var mine = new List<long>();
            while (await store.PendingAsync(7, Stop) is { Count: > 0 } some) mine.AddRange(some.Select(mail => mail.Id));
            return mine;
        })));
        var all = claims.SelectMany(ids => ids).ToList();
        Assert.Equal(60, all.Count);
        Assert.Equal(60, all.Distinct().Count());
    }

    [Fact]
    public async Task A_mail_that_fails_five_times_is_set_aside_and_can_be_replayed()
    {
        var (mail, _) = await TakeAsync("1", null, 0);
        for (var attempt = 1; attempt <= MessageStore.Tries; attempt++)
        {
            Assert.Equal(1, (await Messages.CountsByStateAsync(Stop))[MessageState.Taken]);
            await Messages.FailedAsync(mail.Id, "no such charset", permanent: false, Stop);
            Assert.Empty(await Messages.PendingAsync(1, Stop));
            Time.Advance(TimeSpan.FromDays(1));
            if (attempt < MessageStore.Tries) Assert.Equal(attempt, Assert.Single(await Messages.PendingAsync(1, Stop)).Attempts);
        }
        var line = Assert.Single(await new MessageQueries(Database).WaitingAsync(10, Stop));
        Assert.Equal((MessageState.SetAside, "no such charset"), (line.State, line.Reason));
        Assert.Equal(mail.Raw, await new MessageQueries(Database).RawAsync(mail.Id, Stop));
        Assert.True((await Review.ReplayAsync(mail.Id, "secretary@example.org", Stop)).Done);
        Assert.Equal(mail.Id, Assert.Single(await Messages.PendingAsync(1, Stop)).Id);
    }

    [Fact]
    public async Task A_permanent_failure_sets_a_mail_aside_at_once()
    {
        var (mail, _) = await TakeAsync("1", null, 0);
        await Messages.FailedAsync(mail.Id, "not a mail", permanent: true, Stop);
        Assert.Equal(1, (await Messages.CountsByStateAsync(Stop))[MessageState.SetAside]);
    }

    [Fact]
    public async Task A_mail_that_ends_whoever_reads_it_is_set_aside_in_the_end()
    {
        await TakeAsync("1", null, 0);
        for (var claim = 0; claim < MessageStore.MostClaims; claim++)
        {
            await Messages.ReleaseAsync(Stop);
            Assert.Single(await Messages.PendingAsync(1, Stop));
        }
        await Messages.ReleaseAsync(Stop);
        Assert.Empty(await Messages.PendingAsync(1, Stop));
        Assert.Equal(1, (await Messages.CountsByStateAsync(Stop))[MessageState.SetAside]);
    }

    [Fact]
    public async Task A_mail_numbered_anew_before_its_move_is_filed_by_its_state_and_a_repeat_of_it_is_not()
    {
        var raw = Mails.Raw("1");
        var taken = Assert.Single(await Messages.TakeAsync([Mails.Arrived("1", raw)], Stop));
        await Messages.FailedAsync(taken.Id, "broken", permanent: true, Stop);
        await Messages.GiveUpOldPlacesAsync("box", 8, Stop);
        Assert.Empty(await Messages.TakeAsync([Mails.Arrived("1", raw, uidValidity: 8)], Stop));
        Assert.Equal((MessageState.SetAside, false), (await Messages.UnmovedAsync("box", 8, 10, Stop)).Select(mail => (mail.State, mail.Duplicate)).Single());
        Assert.Equal(8, (await Messages.LyingAsync(taken.Id, Stop))?.Key.UidValidity);  // a replay of the whole mail takes it from where it is now
    }

    [Fact]
    public async Task A_mail_that_kills_is_sought_alone_and_those_taken_beside_it_are_not_set_aside()
    {
        await Messages.TakeAsync([.. Enumerable.Range(0, 4).Select(n => Mails.Arrived($"{n}", Mails.Raw($"{n}")))], Stop);
        for (var kill = 0; kill < MessageStore.SuspectClaims; kill++)
        {
            await Messages.ReleaseAsync(Stop);
            Assert.Equal(4, (await Messages.PendingAsync(100, Stop)).Count);
        }
        await Messages.ReleaseAsync(Stop);
        Assert.Single(await Messages.PendingAsync(100, Stop));
    }

    [Fact]
    public async Task Absurdly_long_headers_do_not_stop_a_mail()
    {
        var raw = Mails.Raw(new string('i', 3000) + "@x.example", from: new string('f', 900) + "@x.example", subject: new string('s', 9000));
        var judged = await PassAsync("1", raw, 0);
        Assert.Equal(MessageState.Processed, judged.Verdict.State);
    }
}
