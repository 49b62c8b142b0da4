using JcaCop.Tests.Servers;

namespace JcaCop.Post.Tests.Sending;

/// <summary>A private mail submission server on loopback (RFC 6409): TLS in both forms, sign-in, and everything relayed to an <see cref="SmtpSink"/>. One for all tests of a class.</summary>
public sealed class SubmissionServer : IAsyncLifetime
{
    private readonly PrivateDovecot? dovecot = Missing is null ? PrivateDovecot.Make() : null;
    private SmtpSink? sink;
    private int users;

    /// <summary>Why there is no such server on this machine; null where there is one.</summary>
    private static string? Missing { get; } = SmtpSink.Missing ?? PrivateDovecot.Missing("submission", "dovecot-core dovecot-submissiond");

    /// <summary>Begins readable and offers STARTTLS.</summary>
    public int Port { get; private set; }

    /// <summary>TLS from the first byte.</summary>
    public int TlsPort { get; private set; }

    public string AuthorityFile => Running.AuthorityFile;

    /// <summary>An authority that signed nothing.</summary>
    public string StrangerFile => Path.Combine(Running.Root, "tls", "stranger.pem");

    public BearerTokens Tokens => Running.Tokens;

    private PrivateDovecot Running
    {
        get
        {
            Assert.SkipWhen(Missing is not null, Missing ?? "");
            return dovecot!;
        }
    }

    public string NewUser() => $"sender{Interlocked.Increment(ref users)}";

    /// <summary>What arrived at the far end for this address.</summary>
    public IReadOnlyList<string> ArrivedFor(string address) =>
        [.. Directory.GetFiles(sink!.Dump!).Select(File.ReadAllText).Where(text => text.Contains(address, StringComparison.Ordinal)).Select(text => text.ReplaceLineEndings("\n"))];

    /// <summary>The server's line about sign-ins of this user that failed on a connection that has ended; waits for the first.</summary>
    public async Task<IReadOnlyList<string>> FailuresOfAsync(string user, CancellationToken stop)
    {
        while (true)
        {
            var lines = (await File.ReadAllLinesAsync(Running.InfoLog, stop))
                .Where(line => line.Contains($"<{user}>", StringComparison.Ordinal) && line.Contains("auth failed", StringComparison.Ordinal)).ToList();
            if (lines.Count > 0) return lines;
            await Task.Delay(50, stop);
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (dovecot is null) return;
        sink = await SmtpSink.StartAsync(keep: true);
        (Port, TlsPort) = (Ports.Free(), Ports.Free());
        await dovecot.StartAsync($$"""
            protocols = submission
            hostname = submission.example.int
            submission_relay_host = 127.0.0.1
            submission_relay_port = {{sink.Port}}
            service submission-login {
              chroot =
              inet_listener submission {
                port = {{Port}}
              }
              inet_listener submissions {
                port = {{TlsPort}}
                ssl = yes
              }
            }
            """, Port, "220 ", CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (dovecot is not null) await dovecot.DisposeAsync();
        sink?.Dispose();
    }
}
