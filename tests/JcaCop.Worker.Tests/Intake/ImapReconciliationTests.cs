using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Mailbox;
using JcaCop.Worker.Tests.Servers;
using Xunit;

namespace JcaCop.Worker.Tests.Intake;

public sealed class ImapReconciliationTests(DovecotFixture fixture) : ReconciliationBehaviour, IClassFixture<DovecotFixture>
{
    private string? user;

    private string User => user ??= fixture.Server.NewUser();

    protected override MailboxOptions Options => new()
    {
        Name = "main",
        Group = "jca-cop",
        Kind = MailboxKind.Imap,
        Host = "localhost",
        Port = fixture.Server.Port,
        RootCertificateFile = fixture.Server.AuthorityFile,
        User = User,
        Password = DovecotServer.Password,
        Timeout = TimeSpan.FromSeconds(20),
    };

    protected override Maildir Maildir => fixture.Server.MaildirOf(User);

    [Fact]
    public async Task Renewed_uids_make_no_difference_once_the_intake_has_looked()
    {
        Maildir.Deliver(SampleMails.Sound(0, 3));
        await Rig.DrainAsync(Stop, Options);
        Maildir.ForgetUids();
        await Task.Delay(1100, Stop); // Dovecot's UIDVALIDITY counts seconds
        Maildir.Deliver(SampleMails.Sound(3, 2));
        Assert.Equal(["2 in the inbox not taken"], (await CountAsync()).Differences);
        await Rig.DrainAsync(Stop, Options);
        Assert.Empty((await CountAsync()).Differences);
    }
}
