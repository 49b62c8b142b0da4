using JcaCop.Post.Sending;
using JcaCop.Register.Mail;
using JcaCop.Tests.Servers;
using Xunit;

namespace JcaCop.Post.Tests.Sending;

/// <summary>Against a real SMTP server on loopback.</summary>
public class SmtpSendingTests
{
    [Fact]
    public async Task Letters_arrive_whole_and_once_over_few_connections()
    {
        using var server = await SmtpSink.StartAsync(keep: true);
        await using var outbox = new Outbox();
        await outbox.FillAsync(75);
        Assert.Equal(new SendingOutcome(75, 0, 0, 0, null), await outbox.SendAsync(Outbox.Smtp(server.Port)));
        Assert.Equal(75, (await outbox.LinesAsync(OutboxState.Accepted)).Count);

        var arrived = Directory.GetFiles(server.Dump!).Select(File.ReadAllText).Select(text => text.ReplaceLineEndings("\n")).ToList();
        Assert.Equal(75, arrived.Count);
        for (var i = 1; i <= 75; i++)
        {
            var one = Assert.Single(arrived, text => text.Contains($"Message-Id: <letter-{i}@example.int>", StringComparison.Ordinal));
            Assert.Contains($"official@d{i}.example.org", one, StringComparison.Ordinal);
            Assert.Contains("\n\nDear colleague,\n.\n..dots\n", one, StringComparison.Ordinal);
        }
        Assert.Equal(0, (await outbox.SendAsync(Outbox.Smtp(server.Port))).Accepted);
    }

    [Fact]
    public async Task A_letter_and_each_copy_of_it_go_to_one_recipient_each()
    {
        using var server = await SmtpSink.StartAsync(keep: true);
        await using var outbox = new Outbox();
        await outbox.CopiedAsync("counsellor@example.int");
        Assert.Equal(new SendingOutcome(2, 0, 0, 0, null), await outbox.SendAsync(Outbox.Smtp(server.Port)));
        var arrived = Directory.GetFiles(server.Dump!).Select(file => File.ReadAllText(file).ReplaceLineEndings("\n")).OrderBy(text => text.Contains("<letter-2@", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, arrived.Count);
        foreach (var (text, to) in arrived.Zip(["official@d1.example.org", "counsellor@example.int"]))
        {
            Assert.Equal([$"X-Rcpt-Args: <{to}>"], text.Split('\n').Where(line => line.StartsWith("X-Rcpt-Args:", StringComparison.Ordinal)));
            Assert.Contains("\nCc: counsellor@example.int\n", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("counsellor@example.int", "550 no such user", OutboxState.Accepted, OutboxState.Failed)]
    [InlineData("counsellor@example.int", "450 come back later", OutboxState.Accepted, OutboxState.Queued)]
    [InlineData("official@d1.example.org", "450 come back later", OutboxState.Queued, OutboxState.Accepted)]
    public async Task A_letter_and_its_copy_are_refused_or_put_off_each_by_itself(string refused, string answer, OutboxState letter, OutboxState copy)
    {
        using var server = new OneConversation(refused, answer);
        await using var outbox = new Outbox();
        await outbox.CopiedAsync("counsellor@example.int");
        var options = Outbox.Smtp(server.Port);
        options.Connections = 1;
        await outbox.SendAsync(options);
        var lines = await outbox.LinesAsync();
        Assert.Equal((letter, copy), (lines.Single(line => line.To == "official@d1.example.org").State, lines.Single(line => line.To == "counsellor@example.int").State));
        Assert.Equal(answer, lines.Single(line => line.To == refused).LastAnswer);
    }

    [Theory]
    [InlineData("-f rcpt")]
    [InlineData("-f data")]
    [InlineData("-f .")]
    public async Task A_letter_refused_for_good_has_failed_and_the_next_goes_on(string trouble)
    {
        using var server = await SmtpSink.StartAsync(trouble);
        await using var outbox = new Outbox();
        await outbox.FillAsync(3);
        Assert.Equal(new SendingOutcome(0, 0, 3, 0, null), await outbox.SendAsync(Outbox.Smtp(server.Port)));
        Assert.All(await outbox.LinesAsync(OutboxState.Failed), line => Assert.StartsWith("5", line.LastAnswer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-r rcpt")]
    [InlineData("-r data")]
    [InlineData("-r .")]
    public async Task A_letter_refused_for_now_waits_longer_from_try_to_try_and_fails_at_last(string trouble)
    {
        using var server = await SmtpSink.StartAsync(trouble);
        await using var outbox = new Outbox();
        await outbox.FillAsync(1);
        var options = Outbox.Smtp(server.Port);
        options.MostTries = 3;

        Assert.Equal(1, (await outbox.SendAsync(options)).Deferred);
        var line = Assert.Single(await outbox.LinesAsync(OutboxState.Queued));
        Assert.Equal(outbox.Time.GetUtcNow() + TimeSpan.FromMinutes(1), line.NotBefore);
        Assert.Equal(0, (await outbox.SendAsync(options)).Deferred);

        outbox.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await outbox.SendAsync(options)).Deferred);
        Assert.Equal(outbox.Time.GetUtcNow() + TimeSpan.FromMinutes(2), Assert.Single(await outbox.LinesAsync(OutboxState.Queued)).NotBefore);

        outbox.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await outbox.SendAsync(options)).Failed);
        Assert.StartsWith("4", Assert.Single(await outbox.LinesAsync(OutboxState.Failed)).LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_letter_that_is_no_mail_is_parked_with_the_reason_and_takes_no_other_with_it()
    {
        using var server = await SmtpSink.StartAsync("");
        await using var outbox = new Outbox();
        await outbox.FillAsync(2);
        await outbox.Store.EnqueueAsync([new OutgoingLetter("broken@example.int", "jca-cop", "receipt", "jcacop@example.int", "official@broken.example.org", "Broken", [])], TestContext.Current.CancellationToken);
        await outbox.FillOtherAsync(2);
        var outcome = await outbox.SendAsync(Outbox.Smtp(server.Port));
        Assert.Equal((4, 1, 0), (outcome.Accepted, outcome.Failed, outcome.Unknown));
        var parked = Assert.Single(await outbox.LinesAsync(OutboxState.Parked));
        Assert.Equal("broken@example.int", parked.InternetId);
        Assert.Contains("no mail", parked.LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_content_leaves_the_letter_unknown_and_it_is_never_sent_again()
    {
        using var server = await SmtpSink.StartAsync("-q .");
        await using var outbox = new Outbox();
        await outbox.FillAsync(3);
        Assert.Equal(new SendingOutcome(0, 0, 0, 3, null), await outbox.SendAsync(Outbox.Smtp(server.Port)));
        outbox.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(new SendingOutcome(0, 0, 0, 0, null), await outbox.SendAsync(Outbox.Smtp(server.Port)));
        Assert.Equal(3, (await outbox.LinesAsync(OutboxState.Unknown)).Count);
    }

    [Theory]
    [InlineData("-q mail")]
    [InlineData("-q rcpt")]
    [InlineData("-q data")]
    [InlineData("-f mail")]
    public async Task A_connection_that_breaks_before_the_content_gives_all_letters_back_untried(string trouble)
    {
        using var server = await SmtpSink.StartAsync(trouble);
        await using var outbox = new Outbox();
        await outbox.FillAsync(40);
        var outcome = await outbox.SendAsync(Outbox.Smtp(server.Port));
        Assert.Equal((0, 0, 0), (outcome.Accepted, outcome.Failed, outcome.Unknown));
        Assert.NotNull(outcome.Trouble);
        Assert.All(await outbox.LinesAsync(), line => Assert.Equal((OutboxState.Queued, 0), (line.State, line.Attempts)));
        Assert.Equal(40, (await outbox.LinesAsync()).Count);
    }

    [Fact]
    public async Task While_the_server_is_away_letters_wait_unclaimed_and_go_out_when_it_is_back()
    {
        await using var outbox = new Outbox();
        await outbox.FillAsync(5);
        var options = Outbox.Smtp(Ports.Free());
        await using (var away = new SmtpTransport(options, TimeProvider.System))
            await Assert.ThrowsAsync<MailServers.MailServerException>(() => away.OpenAsync(TestContext.Current.CancellationToken));

        using var server = await SmtpSink.StartAsync();
        Assert.Equal(5, (await outbox.SendAsync(Outbox.Smtp(server.Port))).Accepted);
    }

    [Fact]
    public async Task A_kept_connection_that_the_server_has_closed_is_made_anew_without_a_word()
    {
        var port = 0;
        await using var outbox = new Outbox();
        ITransport transport;
        using (var first = await SmtpSink.StartAsync())
        {
            port = first.Port;
            transport = new SmtpTransport(Outbox.Smtp(port), TimeProvider.System);
            await outbox.FillAsync(1);
            var letter = Assert.Single(await outbox.Store.ClaimAsync(1, TestContext.Current.CancellationToken));
            Assert.IsType<Delivery.Accepted>(await transport.SendAsync(letter, TestContext.Current.CancellationToken));
        }
        using var second = await SmtpSink.StartAsync(port: port);
        var next = new OutboxLetter(2, "letter-2@example.int", "jca-cop", "receipt", "jcacop@example.int", "official@example.org", "Letter 2", Outbox.Mime(2), 1);
        Assert.IsType<Delivery.Accepted>(await transport.SendAsync(next, TestContext.Current.CancellationToken));
        await transport.DisposeAsync();
    }
}
