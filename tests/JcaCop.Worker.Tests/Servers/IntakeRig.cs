using JcaCop.Post.Letters;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Stores;
using JcaCop.Worker.Conversing;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Mailbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace JcaCop.Worker.Tests.Servers;

/// <summary>The intake of a worker, put together as the service does it: a register in one SQLite file, and mailboxes.</summary>
public sealed class IntakeRig : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly ILoggerFactory logs;

    public IntakeRig(string file, LetterOptions? letters = null, TimeProvider? clock = null, ILoggerFactory? logs = null, string worker = "rig")
    {
        this.clock = clock ?? TimeProvider.System;
        this.logs = logs ?? NullLoggerFactory.Instance;
        Database = new SqliteDatabase(file) { Synced = false };
        Database.Upgrade();
        Messages = new MessageStore(Database, this.clock, worker);
        Leases = new MailboxLeases(Database, this.clock, worker);
        Outbox = new OutboxStore(Database, this.clock, worker);
        Queries = new MessageQueries(Database);
        Review = new ReviewStore(Database, this.clock);
        var writer = new TalkLetters(new LetterWriter(letters ?? new LetterOptions()));
        var desk = new DeskStore(Database, this.clock);
        var conversation = new Conversation(
            Database, new KnownStore(Database), new UnreachedBodies(Database), new RegisterStore(Database), new RecordStore(Database, this.clock), desk, new QuestionStore(Database, desk),
            Queries, new MailOrders(new ServiceCollection().BuildServiceProvider()), writer, this.clock);
        Journey = new Journey(
            Messages, Leases, new KnownStore(Database), new UnreachedBodies(Database), new RecordStore(Database, this.clock), conversation, writer,
            _ => Route, this.clock, this.logs.CreateLogger<Journey>());
    }

    private static MailRoute Route { get; } = new(
        new Group("jca-cop", "JCA-COP", "Joint Coordination Activity on Child Online Protection", "jca-cop@union.example", null, "ITU-T SG17",
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"), ["secretary@union.example"], null),
        new JudgePolicy("jca-cop", ["jca-cop@union.example"]));

    public SqliteDatabase Database { get; }
    public MessageStore Messages { get; }
    public MailboxLeases Leases { get; }
    public OutboxStore Outbox { get; }
    public MessageQueries Queries { get; }
    public ReviewStore Review { get; }
    public Journey Journey { get; }

    public IntakeLoop Loop(MailboxOptions options) => new(options, Journey, new SignStore(Database, clock), clock, logs);

    /// <summary>What a worker does that is started to empty its mailboxes once.</summary>
    public async Task<JourneyReport> DrainAsync(CancellationToken stop, params MailboxOptions[] mailboxes)
    {
        await Messages.ReleaseAsync(stop);
        var reports = await Task.WhenAll(mailboxes.Select(async options =>
        {
            await using var loop = Loop(options);
            return await loop.DrainAsync(stop);
        }));
        return reports.Aggregate(JourneyReport.Nothing, (sum, one) => sum + one);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
