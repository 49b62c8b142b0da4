using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Servers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace JcaCop.Worker.Tests.Intake;

/// <summary>What the nightly count finds in a mailbox and what not, whatever kind the mailbox is.</summary>
public abstract class ReconciliationBehaviour : IAsyncDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("jcacop-count-").FullName;
    private IntakeRig? rig;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected IntakeRig Rig => rig ??= new IntakeRig(Path.Combine(root, "register.db"));

    protected abstract MailboxOptions Options { get; }

    protected abstract Maildir Maildir { get; }

    public async ValueTask DisposeAsync()
    {
        if (rig is not null) await rig.DisposeAsync();
        Directory.Delete(root, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task After_the_intake_the_mailbox_is_as_the_register_says()
    {
        Maildir.Deliver([.. SampleMails.Sound(0, 6), SampleMails.Sound(2), SampleMails.Empty]);
        await Rig.DrainAsync(Stop, Options);
        var balance = await CountAsync();
        Assert.Empty(balance.Differences);
        Assert.Equal((0, 8), (balance.Lying.Inbox, balance.Lying.Processed + balance.Lying.Held + balance.Lying.SetAside));
        Assert.Equal($"0 in the inbox, {balance.Lying.Processed} processed, {balance.Lying.Held} held, {balance.Lying.SetAside} set aside", balance.Figures);

        var (told, logged) = await NightAsync();
        Assert.Null(told);
        var line = Assert.Single(logged);
        Assert.Equal(LogLevel.Information, line.Level);
        Assert.Contains(balance.Figures, line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_that_stays_in_the_inbox_and_is_not_taken_is_a_warning_with_the_figures()
    {
        Maildir.Deliver(SampleMails.Sound(0, 4));
        await Rig.DrainAsync(Stop, Options);
        Maildir.Deliver(SampleMails.Sound(4, 3));
        var (told, logged) = await NightAsync();
        Assert.Equal("main and the register differ: 3 in the inbox not taken", told);
        var line = Assert.Single(logged);
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Contains("3 in the inbox not taken", line.Text, StringComparison.Ordinal);
        Assert.Contains("3 in the inbox, ", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_that_is_taken_before_the_second_count_is_no_difference()
    {
        Maildir.Deliver(SampleMails.Sound(0, 3));
        var (told, _) = await NightAsync(between: async () =>
        {
            await Rig.DrainAsync(Stop, Options);
            Maildir.Deliver(SampleMails.Sound(3, 1)); // another one that has only just come
        });
        Assert.Null(told);
    }

    [Fact]
    public async Task A_move_that_is_due_and_not_done_is_a_difference_and_a_mail_that_waits_to_be_judged_is_none()
    {
        Maildir.Deliver(SampleMails.Sound(0, 5));
        await TakeOnlyAsync();
        var waiting = await CountAsync();
        Assert.True(waiting.Agrees);
        Assert.Equal(5, waiting.Waiting);

        await Rig.Messages.ReleaseAsync(Stop);
        await Rig.Journey.FinishAsync(Stop);
        Assert.Equal(["5 in the inbox judged and not moved"], (await CountAsync()).Differences);
        await Rig.DrainAsync(Stop, Options);
        Assert.Empty((await CountAsync()).Differences);
    }

    [Fact]
    public async Task Mail_that_is_gone_from_the_inbox_before_its_move_is_a_difference_until_the_move_has_been_tried()
    {
        Maildir.Deliver(SampleMails.Sound(0, 3));
        await TakeOnlyAsync();
        await Rig.Messages.ReleaseAsync(Stop);
        await Rig.Journey.FinishAsync(Stop);
        Delete(null, 1);
        Assert.Equal(["2 in the inbox judged and not moved", "1 gone from the inbox before the move"], (await CountAsync()).Differences);
    }

    [Fact]
    public async Task Strange_mail_in_a_folder_is_counted_as_not_ours_and_what_was_taken_out_of_processed_is_told()
    {
        Maildir.Deliver(SampleMails.Sound(0, 8));
        await Rig.DrainAsync(Stop, Options);
        var before = await CountAsync();
        Assert.True(before.Lying.Processed > 1);
        PutIn("Held", SampleMails.Sound(90));
        PutIn("Held", SampleMails.Sound(91));
        Delete("Processed", 1);
        var balance = await CountAsync();
        Assert.Empty(balance.Differences);
        Assert.Contains("2 in the folders not ours", balance.Figures, StringComparison.Ordinal);
        Assert.Contains("1 taken out of the processed folder by hand", balance.Figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_that_waits_for_a_person_and_is_gone_from_its_folder_is_a_difference()
    {
        Maildir.Deliver(SampleMails.Empty, SampleMails.Sound(1));
        await Rig.DrainAsync(Stop, Options);
        Assert.Equal(1, (await CountAsync()).Lying.SetAside);
        Delete("Set aside", 1);
        var (told, _) = await NightAsync();
        Assert.Equal("main and the register differ: 1 gone from the set-aside folder ('jcacop review' still has them)", told);
    }

    [Fact]
    public async Task What_a_person_decided_is_a_difference_until_it_is_moved_on()
    {
        Maildir.Deliver(SampleMails.Empty);
        await Rig.DrainAsync(Stop, Options);
        var mail = Assert.Single(await Rig.Queries.WaitingAsync(10, Stop));
        Assert.True((await Rig.Review.RejectAsync(mail.Id, null, "secretary@union.example", "not ours", null, Stop)).Done);
        Assert.Equal(["1 decided by a person and not moved on"], (await CountAsync()).Differences);
        await Rig.DrainAsync(Stop, Options);
        Assert.Empty((await CountAsync()).Differences);
    }

    private protected Task<MailboxBalance> CountAsync() => new MailboxAudit(Rig.Messages, TimeProvider.System, NullLoggerFactory.Instance).CountAsync(Options, Stop);

    /// <summary>The nightly job, its pause passed over.</summary>
    /// <param name="between">What happens between its two counts.</param>
    private protected async Task<(string? Told, IReadOnlyList<LoggedLine> Logged)> NightAsync(Func<Task>? between = null, params MailboxOptions[] more)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var log = new LineLog<ReconciliationJob>();
        var job = new ReconciliationJob(Rig.Messages, [Options, .. more], new MailboxAudit(Rig.Messages, clock, NullLoggerFactory.Instance), new SignStore(Rig.Database, clock), log);
        var night = job.RunAsync(Stop);
        if (between is not null)
        {
            // By then the first count is made, and the job waits for its second on a clock that stands.
            await Task.WhenAny(night, Task.Delay(TimeSpan.FromSeconds(3), Stop));
            await between();
        }
        while (!night.IsCompleted)
        {
            await Task.Delay(100, Stop);
            clock.Advance(TimeSpan.FromMinutes(1));
        }
        return (await night, log.Lines);
    }

    private async Task TakeOnlyAsync()
    {
        await using var mailbox = Mailboxes.Open(Options, TimeProvider.System, NullLoggerFactory.Instance);
        var look = await mailbox.LookAsync(null, Stop);
        await foreach (var portion in mailbox.FetchAsync(look.Keys, Stop)) await Rig.Messages.TakeAsync(portion, Stop);
    }

    private string FolderPath(string? folder) => folder is null ? Maildir.Root : Path.Combine(Maildir.Root, "." + folder);

    private void PutIn(string folder, byte[] raw)
    {
        var name = $"{1_600_000_000 + raw.Length}.M{Guid.NewGuid():N}.localhost:2,";
        File.WriteAllBytes(Path.Combine(FolderPath(folder), "cur", name), raw);
    }

    private void Delete(string? folder, int count)
    {
        foreach (var file in ((string[])["new", "cur"]).SelectMany(part => Directory.GetFiles(Path.Combine(FolderPath(folder), part))).Take(count)) File.Delete(file);
    }
}
