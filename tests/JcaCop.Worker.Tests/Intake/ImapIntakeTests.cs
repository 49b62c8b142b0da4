using JcaCop.Post.MailServers;
using JcaCop.Register.Mail;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Mailbox;
using JcaCop.Worker.Tests.Servers;
using Xunit;

namespace JcaCop.Worker.Tests.Intake;

public sealed class ImapIntakeTests(DovecotFixture fixture) : IntakeBehaviour, IClassFixture<DovecotFixture>
{
    private string? user;

    private string User => user ??= fixture.Server.NewUser();

    protected override MailboxOptions Options => OptionsOf(User);

    protected override Maildir Maildir => fixture.Server.MaildirOf(User);

    private MailboxOptions OptionsOf(string name) => new()
    {
        Name = name,
        Group = "jca-cop",
        Kind = MailboxKind.Imap,
        Host = "localhost",
        Port = fixture.Server.Port,
        RootCertificateFile = fixture.Server.AuthorityFile,
        User = name,
        Password = DovecotServer.Password,
        BatchSize = 25,
        Timeout = TimeSpan.FromSeconds(20),
    };

    [Fact]
    public async Task Uids_that_are_renewed_between_recording_and_moving_take_no_mail_twice()
    {
        Maildir.Deliver(SampleMails.Sound(0, 20));
        await TakeOnlyAsync(20);
        await Rig.Messages.ReleaseAsync(Stop);
        await Rig.Journey.FinishAsync(Stop);
        Assert.Equal(20, Maildir.Mails().Count);
        await RestartAsync();

        Maildir.ForgetUids();
        await Task.Delay(1100, Stop); // Dovecot's UIDVALIDITY counts seconds
        Maildir.Deliver(SampleMails.Sound(20, 3));
        var report = await Rig.DrainAsync(Stop, Options);
        Assert.Equal(3, report.Taken);
        Assert.Empty(Maildir.Mails());
        var counted = await Rig.Messages.ReconcileAsync(Stop);
        Assert.Equal((23, 0), (counted.Messages, counted.Unmoved));
        Assert.Equal(23, (await Rig.Outbox.ListAsync(null, 100, Stop)).Count);
    }

    [Fact]
    public async Task A_connection_that_breaks_again_and_again_loses_nothing_and_doubles_nothing()
    {
        Maildir.Deliver(SampleMails.Sound(0, 200));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var breaking = Task.Run(async () =>
        {
            // Three breaks, each once the intake has a connection again.
            for (var breaks = 0; breaks < 3 && !ended.IsCancellationRequested;)
            {
                breaks += fixture.Server.DropConnections(User) > 0 ? 1 : 0;
                await Task.Delay(40, CancellationToken.None);
            }
        }, Stop);
        try
        {
            await Rig.DrainAsync(Stop, Options);
        }
        catch (MailServerException)
        {
            // A server that needs longer to get over a break than one drain has tries for: the next one goes on where it ended.
            await ended.CancelAsync();
            await Rig.DrainAsync(Stop, Options);
        }
        await ended.CancelAsync();
        await breaking;
        var counted = await Rig.Messages.ReconcileAsync(Stop);
        Assert.Equal((200, 0, 0), (counted.Messages, counted.Taken, counted.Unmoved));
        Assert.Empty(Maildir.Mails());
        Assert.Equal(200, Maildir.Mails("Processed").Count + Maildir.Mails("Held").Count);
        Assert.Equal(200, (await Rig.Outbox.ListAsync(null, 500, Stop)).Select(letter => letter.To).Distinct().Count());
    }

    [Fact]
    public async Task Several_mailboxes_are_emptied_at_once_and_one_in_trouble_stops_no_other()
    {
        string[] users = [fixture.Server.NewUser(), fixture.Server.NewUser(), fixture.Server.NewUser()];
        foreach (var (index, name) in users.Index()) fixture.Server.MaildirOf(name).Deliver(SampleMails.Sound(index * 100, 30));
        var locked = OptionsOf(users[1]);
        locked.Password = "wrong-word";
        await Rig.Messages.ReleaseAsync(Stop);
        var drains = new[] { OptionsOf(users[0]), locked, OptionsOf(users[2]) }.Select(async options =>
        {
            await using var loop = Rig.Loop(options);
            return await loop.DrainAsync(Stop);
        }).ToList();
        var error = await Assert.ThrowsAsync<MailServerException>(() => drains[1]);
        Assert.Equal(MailServerStep.SignIn, error.Step);
        Assert.Equal((30, 30), ((await drains[0]).Taken, (await drains[2]).Taken));
        Assert.Equal(30, fixture.Server.MaildirOf(users[1]).Mails().Count);
    }

    [Fact]
    public async Task The_service_takes_mail_as_it_comes_until_it_is_stopped()
    {
        Maildir.Deliver(SampleMails.Sound(0, 3));
        var options = Options;
        options.PollInterval = TimeSpan.FromMinutes(30);
        await using var loop = Rig.Loop(options);
        using var service = new IntakeService([loop], Rig.Messages);
        await service.StartAsync(Stop);
        await Until(async () => (await Rig.Messages.CountsByStateAsync(Stop)).Values.Sum() == 3 && Maildir.Mails().Count == 0);
        Maildir.Deliver(SampleMails.Sound(3, 2));
        await Until(async () => (await Rig.Messages.CountsByStateAsync(Stop)).Values.Sum() == 5 && Maildir.Mails().Count == 0);
        await service.StopAsync(Stop);
        Assert.Equal(0, (await Rig.Messages.CountsByStateAsync(Stop))[MessageState.Taken]);
    }

    private static async Task Until(Func<Task<bool>> reached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (!await reached()) await Task.Delay(100, patience.Token);
    }
}
