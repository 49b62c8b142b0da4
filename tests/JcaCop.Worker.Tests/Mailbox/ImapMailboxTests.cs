using System.Diagnostics;
using JcaCop.Post.MailServers;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace JcaCop.Worker.Tests.Mailbox;

/// <summary>One Dovecot for all tests of a class.</summary>
public class DovecotFixture : IAsyncLifetime
{
    private DovecotServer? server;

    /// <summary>What the server offers; null: all it can.</summary>
    protected virtual string? Capability => null;

    /// <summary>The server, or the test is skipped with the reason why there is none.</summary>
    public DovecotServer Server
    {
        get
        {
            Assert.SkipWhen(DovecotServer.Missing is not null, DovecotServer.Missing ?? "");
            return server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (DovecotServer.Missing is null) server = await DovecotServer.StartAsync(Capability);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public abstract class ImapBehaviour(DovecotFixture fixture) : MailboxBehaviour
{
    private string? user;

    protected DovecotServer Server => fixture.Server;

    protected string User => user ??= Server.NewUser();

    protected Maildir Maildir => Server.MaildirOf(User);

    protected override void Deliver(params byte[][] mails) => Maildir.Deliver(mails);

    protected override IReadOnlyList<byte[]> Lying(string folder) => Maildir.Mails(folder);

    protected MailboxOptions Options(Action<MailboxOptions>? change = null)
    {
        var options = new MailboxOptions
        {
            Name = "imap",
            Group = "g",
            Kind = MailboxKind.Imap,
            Host = "localhost",
            Port = Server.Port,
            RootCertificateFile = Server.AuthorityFile,
            User = User,
            Password = DovecotServer.Password,
            Timeout = TimeSpan.FromSeconds(20),
        };
        change?.Invoke(options);
        return options;
    }

    protected override IMailbox Open(Action<MailboxOptions>? change = null) => new ImapMailbox(Options(change), TimeProvider.System, NullLogger<ImapMailbox>.Instance);
}

/// <summary>A server that can neither MOVE nor IDLE nor CONDSTORE: all that is promised must hold there too.</summary>
public sealed class PlainImapMailboxTests(PlainImapMailboxTests.Fixture fixture) : ImapBehaviour(fixture), IClassFixture<PlainImapMailboxTests.Fixture>
{
    public sealed class Fixture : DovecotFixture
    {
        protected override string Capability => "IMAP4rev1 LITERAL+ UIDPLUS NAMESPACE";
    }

    [Fact]
    public async Task Waiting_lasts_as_long_as_was_asked_where_the_server_gives_no_hints()
    {
        await using var mailbox = Open();
        await mailbox.LookAsync(null, Stop);
        var clock = Stopwatch.StartNew();
        await mailbox.WaitAsync(TimeSpan.FromMilliseconds(200), Stop);
        Assert.True(clock.Elapsed >= TimeSpan.FromMilliseconds(190));
    }
}

public sealed class ImapMailboxTests(DovecotFixture fixture) : ImapBehaviour(fixture), IClassFixture<DovecotFixture>
{
    [Fact]
    public async Task An_unchanged_inbox_is_recognized_and_any_change_to_it_too()
    {
        Deliver(Mail("one"));
        await using var mailbox = Open();
        var first = await mailbox.LookAsync(null, Stop);
        Assert.NotNull(first.Mark);
        Assert.True((await mailbox.LookAsync(first.Mark, Stop)).Unchanged);
        Deliver(Mail("two"));
        var second = await mailbox.LookAsync(first.Mark, Stop);
        Assert.False(second.Unchanged);
        Assert.Equal(2, second.Keys.Count);
    }

    [Fact]
    public async Task Nothing_is_marked_as_read()
    {
        Deliver(Mail("one"));
        await using var mailbox = Open();
        await FetchAll(mailbox, (await mailbox.LookAsync(null, Stop)).Keys);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(Maildir.Root, "cur")), file => file.Split(":2,")[^1].Contains('S'));
    }

    [Fact]
    public async Task New_mail_ends_the_waiting_long_before_the_next_poll()
    {
        await using var mailbox = Open();
        await mailbox.LookAsync(null, Stop);
        var waiting = mailbox.WaitAsync(TimeSpan.FromMinutes(10), Stop);
        await Task.Delay(300, Stop);
        Assert.False(waiting.IsCompleted);
        Deliver(Mail("news"));
        await waiting.WaitAsync(TimeSpan.FromSeconds(60), Stop);
        Assert.Single((await mailbox.LookAsync(null, Stop)).Keys);
    }

    [Fact]
    public async Task Mail_that_the_server_tells_of_while_others_are_moved_is_not_waited_over()
    {
        Deliver(Mail("one"));
        await using var mailbox = Open();
        var keys = (await mailbox.LookAsync(null, Stop)).Keys;
        Deliver(Mail("news"));
        await mailbox.MoveAsync(keys, MailDestination.Processed, Stop);
        await mailbox.WaitAsync(TimeSpan.FromMinutes(10), Stop).WaitAsync(TimeSpan.FromSeconds(60), Stop);
        Assert.Single((await mailbox.LookAsync(null, Stop)).Keys);
    }

    [Fact]
    public async Task A_mailbox_closed_while_it_is_waited_on_hangs_up()
    {
        var mailbox = Open();
        await mailbox.LookAsync(null, Stop);
        var waiting = mailbox.WaitAsync(TimeSpan.FromMinutes(10), Stop);
        await mailbox.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => waiting.WaitAsync(TimeSpan.FromSeconds(60), Stop));
    }

    [Fact]
    public async Task Waiting_ends_when_the_service_stops()
    {
        await using var mailbox = Open();
        await mailbox.LookAsync(null, Stop);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var waiting = mailbox.WaitAsync(TimeSpan.FromMinutes(10), stopping.Token);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(60), Stop));
    }

    [Fact]
    public async Task Renewed_uids_give_other_keys_and_the_old_ones_move_nothing()
    {
        Deliver(Mail("one"), Mail("two"));
        IReadOnlyList<JcaCop.Register.Mail.MailKey> old;
        await using (var mailbox = Open()) old = (await mailbox.LookAsync(null, Stop)).Keys;
        Maildir.ForgetUids();
        await Task.Delay(1100, Stop); // Dovecot's UIDVALIDITY counts seconds
        await using var again = Open();
        var renewed = (await again.LookAsync(null, Stop)).Keys;
        Assert.Equal(2, renewed.Count);
        Assert.Empty(renewed.Intersect(old));
        await again.MoveAsync(old, MailDestination.Processed, Stop);
        Assert.Equal(2, (await again.LookAsync(null, Stop)).Keys.Count);
        var error = await Assert.ThrowsAsync<MailServerException>(() => FetchAll(again, old));
        Assert.True(error.Temporary);
    }

    [Fact]
    public async Task A_connection_dropped_in_the_middle_is_temporary_and_the_next_call_opens_another()
    {
        Deliver([.. Enumerable.Range(0, 300).Select(n => Mail($"number {n}", new string('z', 20_000)))]);
        await using var mailbox = Open(options => options.BatchSize = 10);
        var keys = (await mailbox.LookAsync(null, Stop)).Keys;
        var fetched = 0;
        var error = await Assert.ThrowsAsync<MailServerException>(async () =>
        {
            await foreach (var portion in mailbox.FetchAsync(keys, Stop))
            {
                if (fetched == 0) Assert.NotEqual(0, Server.DropConnections(User));
                fetched += portion.Count;
            }
        });
        Assert.True(error.Temporary);
        Assert.InRange(fetched, 1, keys.Count - 1);
        Assert.Equal(keys, (await mailbox.LookAsync(null, Stop)).Keys);
        Assert.Equal(300, (await FetchAll(mailbox, keys)).Count);
    }

    [Fact]
    public async Task A_wrong_password_is_named_sent_once_and_not_temporary()
    {
        await using var mailbox = Open(options => options.Password = "wrong-word");
        var error = await Assert.ThrowsAsync<MailServerException>(() => mailbox.LookAsync(null, Stop));
        Assert.Equal(MailServerStep.SignIn, error.Step);
        Assert.False(error.Temporary);
        Assert.Contains(User, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-word", error.ToString(), StringComparison.Ordinal);
        while (FailuresOf(User).Length == 0) await Task.Delay(50, Stop);
        Assert.Contains("auth failed, 1 attempts", FailuresOf(User), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_is_read_from_its_file()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, DovecotServer.Password + "\n", Stop);
        await using (var mailbox = Open(options => (options.Password, options.PasswordFile) = (null, file)))
            Assert.Empty((await mailbox.LookAsync(null, Stop)).Keys);
        File.Delete(file);
        await using var without = Open(options => (options.Password, options.PasswordFile) = (null, file));
        Assert.Equal(MailServerStep.Secret, (await Assert.ThrowsAsync<MailServerException>(() => without.LookAsync(null, Stop))).Step);
    }

    [Theory]
    [InlineData(SignIn.XOAuth2)]
    [InlineData(SignIn.OAuthBearer)]
    public async Task A_token_lets_in_and_one_that_has_run_out_does_not(SignIn signIn)
    {
        var file = Path.GetTempFileName();
        await using var mailbox = Open(options => (options.SignIn, options.Password, options.Token.TokenFile) = (signIn, null, file));
        await File.WriteAllTextAsync(file, Server.Tokens.For(User, TimeSpan.FromHours(-1)), Stop);
        Assert.Equal(MailServerStep.SignIn, (await Assert.ThrowsAsync<MailServerException>(() => mailbox.LookAsync(null, Stop))).Step);
        await File.WriteAllTextAsync(file, Server.Tokens.For(User, TimeSpan.FromHours(1)), Stop);
        Assert.Empty((await mailbox.LookAsync(null, Stop)).Keys);
        File.Delete(file);
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused()
    {
        await using var system = Open(options => options.RootCertificateFile = null);
        Assert.Equal(MailServerStep.Certificate, (await Assert.ThrowsAsync<MailServerException>(() => system.LookAsync(null, Stop))).Step);
        await using var stranger = Open(options => options.RootCertificateFile = Path.Combine(Server.Root, "tls", "stranger.pem"));
        Assert.Equal(MailServerStep.Certificate, (await Assert.ThrowsAsync<MailServerException>(() => stranger.LookAsync(null, Stop))).Step);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused()
    {
        await using var mailbox = Open(options => options.Host = "127.0.0.2");
        var error = await Assert.ThrowsAsync<MailServerException>(() => mailbox.LookAsync(null, Stop));
        Assert.Equal(MailServerStep.Certificate, error.Step);
    }

    [Fact]
    public async Task A_connection_that_turns_to_tls_works_too()
    {
        Deliver(Mail("one"));
        await using var mailbox = Open(options => (options.Tls, options.Port) = (TransportSecurity.StartTls, Server.PlainPort));
        Assert.Single((await mailbox.LookAsync(null, Stop)).Keys);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_temporary()
    {
        await using var mailbox = Open(options => options.Port = 1);
        var error = await Assert.ThrowsAsync<MailServerException>(() => mailbox.LookAsync(null, Stop));
        Assert.Equal(MailServerStep.Connection, error.Step);
        Assert.True(error.Temporary);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_told_as_such()
    {
        await using var mailbox = Open(options => options.Host = "no-such-host.invalid");
        Assert.Equal(MailServerStep.Name, (await Assert.ThrowsAsync<MailServerException>(() => mailbox.LookAsync(null, Stop))).Step);
    }

    [Fact]
    public async Task A_missing_inbox_is_named()
    {
        await using var mailbox = Open(options => options.Inbox = "Nowhere");
        var error = await Assert.ThrowsAsync<MailServerException>(() => mailbox.LookAsync(null, Stop));
        Assert.Equal(MailServerStep.Folder, error.Step);
        Assert.Contains("Nowhere", error.Message, StringComparison.Ordinal);
    }

    private string FailuresOf(string name) =>
        string.Join('\n', File.ReadAllLines(Path.Combine(Server.Root, "log", "info.log")).Where(line => line.Contains($"<{name}>", StringComparison.Ordinal) && line.Contains("auth failed", StringComparison.Ordinal)));
}
