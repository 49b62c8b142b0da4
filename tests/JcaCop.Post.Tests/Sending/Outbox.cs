using JcaCop.Post.MailServers;
using JcaCop.Post.Sending;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace JcaCop.Post.Tests.Sending;

/// <summary>An outbox in a fresh SQLite file, with a clock that the test moves.</summary>
internal sealed class Outbox : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jcacop-outbox-");

    public Outbox()
    {
        Database = new SqliteDatabase(Path.Combine(folder.FullName, "register.db")) { Synced = false };
        Database.Upgrade();
        Store = StoreOf("worker");
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2012, 8, 22, 9, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    public SqliteDatabase Database { get; }

    public OutboxStore Store { get; }

    public OutboxStore StoreOf(string worker) => new(Database, Time, worker);

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Numbered letters, each to its own domain unless one is given.</summary>
    public async Task FillAsync(int count, string? domain = null) => await Store.EnqueueAsync(
        [.. Enumerable.Range(1, count).Select(i => new OutgoingLetter(
            $"letter-{i}@example.int", "jca-cop", "receipt", "jcacop@example.int", $"official@{domain ?? $"d{i}.example.org"}", $"Letter {i}", Mime(i)))],
        TestContext.Current.CancellationToken);

    /// <summary>Letters after those of <see cref="FillAsync"/>, each to its own domain.</summary>
    public async Task FillOtherAsync(int count) => await Store.EnqueueAsync(
        [.. Enumerable.Range(1001, count).Select(i => new OutgoingLetter(
            $"letter-{i}@example.int", "jca-cop", "receipt", "jcacop@example.int", $"official@d{i}.example.org", $"Letter {i}", Mime(i)))],
        TestContext.Current.CancellationToken);

    /// <summary>One letter to official@d1.example.org that somebody gets a copy of.</summary>
    public async Task CopiedAsync(string copy)
    {
        byte[] Of(int number) => System.Text.Encoding.ASCII.GetBytes(System.Text.Encoding.ASCII.GetString(Mime(number))
            .Replace("Subject:", $"Cc: {copy}\r\nSubject:", StringComparison.Ordinal).Replace("To: official@example.org", "To: official@d1.example.org", StringComparison.Ordinal));
        await Store.EnqueueAsync([new OutgoingLetter("letter-1@example.int", "jca-cop", "call", "jcacop@example.int", "official@d1.example.org", "Letter 1", Of(1)) { Copies = [new LetterCopy("letter-2@example.int", copy, Of(2))] }], TestContext.Current.CancellationToken);
    }

    public static byte[] Mime(int number) => System.Text.Encoding.ASCII.GetBytes(
        $"From: jcacop@example.int\r\nTo: official@example.org\r\nSubject: Letter {number}\r\nMessage-Id: <letter-{number}@example.int>\r\n"
        + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nDear colleague,\r\n.\r\n..dots\r\n");

    public static SendingOptions Smtp(int port) => new()
    {
        Kind = TransportKind.Smtp, Host = "127.0.0.1", Port = port, Security = TransportSecurity.None,
        Timeout = TimeSpan.FromSeconds(10), LettersPerDomainAndMinute = 0, LocalName = "worker.example.int",
    };

    /// <summary>One round of sending. The clock of connections is the real one: they wait for real servers.</summary>
    public async Task<SendingOutcome> SendAsync(SendingOptions options, params ITransport[] transports)
    {
        await using var sender = Sender(options, transports);
        return await sender.SendDueAsync(TestContext.Current.CancellationToken);
    }

    public OutboxSender Sender(SendingOptions options, params ITransport[] transports) =>
        new(Store, transports.Length > 0 ? transports : Transports.Of(options, TimeProvider.System), options, Time, NullLogger<OutboxSender>.Instance);

    public async Task<IReadOnlyList<OutboxLine>> LinesAsync(OutboxState? state = null) =>
        await Store.ListAsync(state, 10_000, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
