using JcaCop.Register.Mail;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Servers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace JcaCop.Worker.Tests.Intake;

/// <summary>What holds for the whole way of the mails from a mailbox into the register, whatever kind the mailbox is.</summary>
public abstract class IntakeBehaviour : IAsyncDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("jcacop-intake-").FullName;
    private IntakeRig? rig;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected IntakeRig Rig => rig ??= Worker("rig");

    /// <summary>A worker of this name, on the register that all of a test share.</summary>
    protected IntakeRig Worker(string name) => new(Path.Combine(root, "register.db"), worker: name);

    protected abstract MailboxOptions Options { get; }

    protected abstract Maildir Maildir { get; }

    public async ValueTask DisposeAsync()
    {
        if (rig is not null) await rig.DisposeAsync();
        Directory.Delete(root, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The same worker, started again.</summary>
    protected async Task RestartAsync()
    {
        if (rig is not null) await rig.DisposeAsync();
        rig = null;
    }

    /// <summary>Commits the bytes of the first mails, and no more: what a kill at that moment leaves behind.</summary>
    protected async Task TakeOnlyAsync(int count)
    {
        await using var mailbox = Mailboxes.Open(Options, TimeProvider.System, NullLoggerFactory.Instance);
        var look = await mailbox.LookAsync(null, Stop);
        await foreach (var portion in mailbox.FetchAsync([.. look.Keys.Take(count)], Stop)) await Rig.Messages.TakeAsync(portion, Stop);
    }

    [Fact]
    public async Task Every_mail_ends_in_one_state_and_in_the_folder_of_that_state()
    {
        Maildir.Deliver(SampleMails.Sound(0, 40));
        var report = await Rig.DrainAsync(Stop, Options);
        Assert.Equal(40, report.Taken);
        var counted = await Rig.Messages.ReconcileAsync(Stop);
        Assert.Equal((40, 0, 0), (counted.Messages, counted.Taken, counted.Unmoved));
        Assert.Empty(counted.Flaws);
        Assert.Empty(Maildir.Mails());
        Assert.Equal((counted.Processed, counted.Held, counted.SetAside),
            (Maildir.Mails("Processed").Count, Maildir.Mails("Held").Count, Maildir.Mails("Set aside").Count));
    }

    [Fact]
    public async Task Two_workers_that_empty_one_mailbox_at_once_take_and_move_each_mail_once()
    {
        Maildir.Deliver(SampleMails.Sound(0, 180));
        await using var other = Worker("other");
        IntakeRig[] workers = [Rig, other];
        await Task.WhenAll(workers.Select(worker => Task.Run(async () =>
        {
            await using var loop = worker.Loop(Options);
            while (await worker.Messages.ReconcileAsync(Stop) is not { Messages: 180, Taken: 0, Unmoved: 0 })
            {
                await loop.DrainAsync(Stop);
                await Task.Delay(20, Stop);
            }
        })));
        var counted = await Rig.Messages.ReconcileAsync(Stop);
        Assert.Equal((180, 0, 0), (counted.Messages, counted.Taken, counted.Unmoved));
        Assert.Equal((counted.Processed, counted.Held, counted.SetAside),
            (Maildir.Mails("Processed").Count, Maildir.Mails("Held").Count, Maildir.Mails("Set aside").Count));
        Assert.Equal(180, (await Rig.Outbox.ListAsync(null, 500, Stop)).Select(letter => letter.To).Distinct().Count());
    }

    [Fact]
    public async Task A_mailbox_that_another_worker_holds_is_left_to_it()
    {
        Maildir.Deliver(SampleMails.Sound(0, 3));
        await using var other = Worker("other");
        Assert.True(await other.Leases.HoldAsync(Options.Name, Stop));
        Assert.Equal(0, (await Rig.DrainAsync(Stop, Options)).Taken);
        Assert.Equal(3, Maildir.Mails().Count);

        await other.Leases.GiveUpAsync(Options.Name, Stop);
        Assert.Equal(3, (await Rig.DrainAsync(Stop, Options)).Taken);
        Assert.Empty(Maildir.Mails());
    }

    [Fact]
    public async Task Each_sender_gets_one_receipt_however_often_the_worker_runs()
    {
        Maildir.Deliver(SampleMails.Sound(0, 12));
        for (var run = 0; run < 3; run++)
        {
            await Rig.DrainAsync(Stop, Options);
            await RestartAsync();
        }
        var letters = await Rig.Outbox.ListAsync(null, 100, Stop);
        Assert.Equal(12, letters.Count);
        Assert.Equal(12, letters.Select(letter => letter.To).Distinct().Count());
    }

    [Fact]
    public async Task Mails_that_break_are_set_aside_with_the_reason_and_stop_no_other()
    {
        byte[][] odd = [SampleMails.Empty, SampleMails.Nested(3_000), SampleMails.WithoutCharset, SampleMails.Noise, SampleMails.Large(300_000)];
        Maildir.Deliver(SampleMails.Sound(0, 5).Concat(odd).Concat(SampleMails.Sound(5, 5)));
        var options = Options;
        options.SizeLimit = 200_000;
        await Rig.DrainAsync(Stop, options);
        var counts = await Rig.Messages.CountsByStateAsync(Stop);
        Assert.Equal(0, counts[MessageState.Taken]);
        Assert.Equal(15, counts.Values.Sum());
        Assert.Equal(counts[MessageState.SetAside], Maildir.Mails("Set aside").Count);
        var waiting = (await Rig.Queries.WaitingAsync(100, Stop)).Where(mail => mail.Sender?.StartsWith("writer", StringComparison.Ordinal) != true).ToList();
        Assert.Equal(odd.Length, waiting.Count);
        Assert.All(waiting, mail => Assert.NotEmpty(mail.Reason ?? ""));
        Assert.Contains(Maildir.Mails("Set aside"), raw => raw.Length > 290_000);
        Assert.Contains(Maildir.Mails("Set aside"), raw => raw.Length <= 2);
        Assert.Equal(10, (await Rig.Outbox.ListAsync(null, 100, Stop)).Count(letter => letter.To.StartsWith("writer", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_mail_delivered_twice_is_recorded_and_answered_once()
    {
        Maildir.Deliver(SampleMails.Sound(1), SampleMails.Sound(2), SampleMails.Sound(1));
        await Rig.DrainAsync(Stop, Options);
        Maildir.Deliver(SampleMails.Sound(2));
        await Rig.DrainAsync(Stop, Options);
        var counted = await Rig.Messages.ReconcileAsync(Stop);
        Assert.Equal((2, 2), (counted.Messages, counted.Duplicates));
        Assert.Equal(2, (await Rig.Outbox.ListAsync(null, 10, Stop)).Count);
        Assert.Empty(Maildir.Mails());
        Assert.Equal(4, Maildir.Mails("Processed").Count + Maildir.Mails("Held").Count);
    }

    [Fact]
    public async Task Mails_taken_before_a_crash_are_brought_to_their_end_first()
    {
        Maildir.Deliver(SampleMails.Sound(0, 30));
        await TakeOnlyAsync(20);
        Assert.Equal(20, (await Rig.Messages.CountsByStateAsync(Stop))[MessageState.Taken]);
        await RestartAsync();
        var report = await Rig.DrainAsync(Stop, Options);
        Assert.Equal((10, 30, 30), (report.Taken, report.Processed + report.Held, report.Moved));
        Assert.Empty(Maildir.Mails());
    }

    [Fact]
    public async Task What_a_person_decides_leaves_the_folder_in_which_it_waited()
    {
        Maildir.Deliver([.. SampleMails.Sound(0, 3), SampleMails.Empty]);
        await Rig.DrainAsync(Stop, Options);
        var waiting = await Rig.Queries.WaitingAsync(100, Stop);
        var processed = Maildir.Mails("Processed").Count;
        Assert.Equal(waiting.Count, Maildir.Mails("Held").Count + Maildir.Mails("Set aside").Count);
        foreach (var mail in waiting) Assert.True((await Rig.Review.RejectAsync(mail.Id, null, "secretary@union.example", "not ours", null, Stop)).Done);
        await RestartAsync();

        await Rig.DrainAsync(Stop, Options);
        Assert.Empty(Maildir.Mails("Held"));
        Assert.Empty(Maildir.Mails("Set aside"));
        Assert.Equal(processed + waiting.Count, Maildir.Mails("Processed").Count);
        var counted = await Rig.Messages.ReconcileAsync(Stop);
        Assert.Equal((4, 4), (counted.Messages, counted.Processed));
        Assert.Empty(counted.Flaws);
        Assert.Equal(0, (await Rig.DrainAsync(Stop, Options)).Moved);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_recorded_waits_alone_and_the_others_go_on()
    {
        Maildir.Deliver(SampleMails.Sound(0, 16));
        await RefuseLettersToAsync("writer5@ministry5.example", "writer11@ministry11.example");
        var report = await Rig.DrainAsync(Stop, Options);
        Assert.Equal((16, 14, 2, 14), (report.Taken, report.Processed + report.Held, report.Postponed, report.Moved));
        Assert.Equal(2, (await Rig.Messages.CountsByStateAsync(Stop))[MessageState.Taken]);
        Assert.Equal(14, (await Rig.Outbox.ListAsync(null, 100, Stop)).Count);
        Assert.Equal(2, Maildir.Mails().Count);
    }

    /// <summary>Makes the database refuse some rows for good, as a fault of ours in what we write would.</summary>
    private async Task RefuseLettersToAsync(params string[] recipients)
    {
        await using var connection = new SqliteConnection($"Data Source={Rig.Database.Place};Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        foreach (var (index, recipient) in recipients.Index())
            command.CommandText += $"CREATE TRIGGER Refuse{index} BEFORE INSERT ON Outbox WHEN NEW.Recipient = '{recipient}' BEGIN SELECT RAISE(ABORT, 'refused'); END;";
        await command.ExecuteNonQueryAsync(Stop);
    }
}
