using JcaCop.Post.MailServers;
using JcaCop.Post.Sending;
using JcaCop.Register.Mail;
using JcaCop.Tests.Servers;

namespace JcaCop.Post.Tests.Sending;

/// <summary>TLS and sign-in, against a real submission server on loopback.</summary>
public sealed class SubmissionTests(SubmissionServer server) : IClassFixture<SubmissionServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TransportSecurity.StartTls)]
    [InlineData(TransportSecurity.Implicit)]
    public async Task Letters_go_out_over_tls_with_a_password_and_arrive_whole(TransportSecurity security)
    {
        var options = Options(security);
        var domain = $"{security}.example.org";
        await using var outbox = new Outbox();
        await outbox.FillAsync(5, domain);
        Assert.Equal(new SendingOutcome(5, 0, 0, 0, null), await outbox.SendAsync(options));
        Assert.All(await outbox.LinesAsync(), line => Assert.Equal(OutboxState.Accepted, line.State));
        var arrived = server.ArrivedFor($"@{domain}");
        Assert.Equal(5, arrived.Count);
        for (var i = 1; i <= 5; i++)
        {
            var one = Assert.Single(arrived, text => text.Contains($"Message-Id: <letter-{i}@example.int>", StringComparison.Ordinal));
            Assert.Contains("\n\nDear colleague,\n.\n..dots\n", one, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(TransportSecurity.StartTls)]
    [InlineData(TransportSecurity.Implicit)]
    public async Task The_connection_is_protected_before_the_password_is_sent(TransportSecurity security)
    {
        using var client = await new SmtpConnector(Options(security)).OpenAsync(Stop);
        Assert.True(client.IsSecure);
        Assert.True(client.IsAuthenticated);
    }

    [Theory]
    [InlineData(TransportSecurity.StartTls)]
    [InlineData(TransportSecurity.Implicit)]
    public async Task A_certificate_of_an_authority_that_is_not_ours_is_refused_and_the_setting_named(TransportSecurity security)
    {
        var options = Options(security);
        foreach (var roots in (string?[])[null, server.StrangerFile])
        {
            options.RootCertificateFile = roots;
            var error = await RefusedAsync(options);
            Assert.Equal(MailServerStep.Certificate, error.Step);
            Assert.False(error.Temporary);
            Assert.Contains(nameof(options.RootCertificateFile), error.Message, StringComparison.Ordinal);
            Assert.Contains($"localhost:{options.Port}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused_though_its_authority_is_ours()
    {
        var options = Options(TransportSecurity.Implicit);
        options.Host = "127.0.0.2";
        Assert.Equal(MailServerStep.Certificate, (await RefusedAsync(options)).Step);
    }

    [Fact]
    public async Task A_server_that_offers_no_tls_is_refused_before_anything_is_said()
    {
        using var plain = await SmtpSink.StartAsync(keep: true);
        await using var outbox = new Outbox();
        await outbox.FillAsync(1);
        var options = Outbox.Smtp(plain.Port);
        options.Security = TransportSecurity.StartTls;
        var outcome = await outbox.SendAsync(options);
        Assert.Equal((0, 0), (outcome.Accepted, outcome.Failed));
        Assert.Contains("offers no STARTTLS", outcome.Trouble, StringComparison.Ordinal);
        Assert.Equal((OutboxState.Queued, 0), Assert.Single((await outbox.LinesAsync()).Select(line => (line.State, line.Attempts))));
        Assert.Empty(Directory.GetFiles(plain.Dump!));
    }

    [Fact]
    public async Task The_password_is_read_from_its_file()
    {
        var options = Options(TransportSecurity.StartTls);
        using var file = new SecretInFile(PrivateDovecot.Password + "\n");
        (options.Password, options.PasswordFile) = (null, file.Path);
        using (var client = await new SmtpConnector(options).OpenAsync(Stop)) Assert.True(client.IsAuthenticated);
        file.Dispose();
        var error = await RefusedAsync(options);
        Assert.Equal(MailServerStep.Secret, error.Step);
        Assert.Contains(file.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_named_sent_once_and_no_letter_suffers_for_it()
    {
        var options = Options(TransportSecurity.StartTls);
        options.Password = "wrong-word";
        await using var outbox = new Outbox();
        await outbox.FillAsync(40);
        await using (var sender = outbox.Sender(options))
        {
            var outcome = await sender.SendDueAsync(Stop);
            Assert.Equal((0, 0, 0, 0), (outcome.Accepted, outcome.Deferred, outcome.Failed, outcome.Unknown));
            Assert.Contains(options.User!, outcome.Trouble, StringComparison.Ordinal);
            Assert.DoesNotContain("wrong-word", outcome.Trouble, StringComparison.Ordinal);

            // Trying it again and again, as every round of sending would, locks the account.
            outbox.Time.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(outcome.Trouble, (await sender.SendDueAsync(Stop)).Trouble);
        }
        Assert.Contains("auth failed, 1 attempts", Assert.Single(await server.FailuresOfAsync(options.User!, Stop)), StringComparison.Ordinal);
        Assert.All(await outbox.LinesAsync(), line => Assert.Equal((OutboxState.Queued, 0), (line.State, line.Attempts)));

        var error = await RefusedAsync(options);
        Assert.Equal(MailServerStep.SignIn, error.Step);
        Assert.False(error.Temporary);
        Assert.DoesNotContain("wrong-word", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_takes_no_password_is_not_shown_one()
    {
        using var old = await SmtpSink.StartAsync("-e"); // knows HELO only
        var options = Outbox.Smtp(old.Port);
        (options.SignIn, options.User, options.Password) = (SignIn.Password, "sender", PrivateDovecot.Password);
        var error = await RefusedAsync(options);
        Assert.Equal(MailServerStep.SignIn, error.Step);
        Assert.Contains("no sign-in at all", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignIn.XOAuth2)]
    [InlineData(SignIn.OAuthBearer)]
    public async Task A_token_lets_in_and_one_that_has_run_out_does_not(SignIn signIn)
    {
        var options = Options(TransportSecurity.StartTls);
        using var expired = new SecretInFile(server.Tokens.For(options.User!, TimeSpan.FromHours(-1)));
        (options.SignIn, options.Password, options.Token.TokenFile) = (signIn, null, expired.Path);
        var error = await RefusedAsync(options);
        Assert.Equal(MailServerStep.SignIn, error.Step);
        Assert.Contains("token", error.Message, StringComparison.Ordinal);

        using var valid = new SecretInFile(server.Tokens.For(options.User!, TimeSpan.FromHours(1)));
        options.Token.TokenFile = valid.Path;
        var domain = $"{signIn}.example.org";
        await using var outbox = new Outbox();
        await outbox.FillAsync(1, domain);
        Assert.Equal(1, (await outbox.SendAsync(options)).Accepted);
        Assert.Single(server.ArrivedFor($"@{domain}"));
    }

    private SendingOptions Options(TransportSecurity security)
    {
        var options = Outbox.Smtp(security == TransportSecurity.Implicit ? server.TlsPort : server.Port);
        options.Host = "localhost";
        options.Security = security;
        options.RootCertificateFile = server.AuthorityFile;
        (options.SignIn, options.User, options.Password) = (SignIn.Password, server.NewUser(), PrivateDovecot.Password);
        return options;
    }

    private static Task<MailServerException> RefusedAsync(SendingOptions options) =>
        Assert.ThrowsAsync<MailServerException>(() => new SmtpConnector(options).OpenAsync(Stop));

    private sealed class SecretInFile : IDisposable
    {
        public SecretInFile(string secret) => File.WriteAllText(Path, secret);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
