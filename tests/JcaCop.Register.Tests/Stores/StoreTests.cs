using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

/// <summary>What the tests of the stores share: an empty register, a clock, and the way of a batch.</summary>
public abstract class StoreTests(Database database) : IAsyncLifetime
{
    protected static readonly JudgePolicy Policy = new("g", ["group@example.org"]);

    protected Database Database => database;

    protected FakeTimeProvider Time { get; } = new(Mails.Start);

    protected MessageStore Messages => new(database, Time, "w");

    protected OutboxStore Outbox => new(database, Time, "w");

    protected RecordStore Records => new(database, Time);

    protected RegisterStore Register => new(database);

    protected ReviewStore Review => new(database, Time);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await TestDatabase.DropAsync(database);
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes one mail that says the items.</summary>
    protected async Task<(TakenMail, MailReading)> TakeAsync(string id, byte[]? raw, int minute, params IReadOnlyList<Item> items)
    {
        var taken = Assert.Single(await Messages.TakeAsync([Mails.Arrived(id, raw ?? Mails.Raw(id), minute)], Stop));
        return (taken, Mails.Read(taken, items));
    }

    protected async Task<IReadOnlyList<JudgedMail>> JudgeAsync(params IReadOnlyList<(TakenMail, MailReading)> batch)
    {
        var known = await new KnownStore(database).AboutAsync("g", [.. batch.Select(mail => mail.Item2)], Stop);
        return [.. Judge.DecideAll(batch, known, Policy, Time.GetUtcNow()).Select(mail => mail.Verdict.ReceiptDue
            ? mail with { Letters = [Letter($"r{mail.Taken.Id}@group.example", mail.Reading.Mail.Sender!.Email)] } : mail)];
    }

    /// <summary>The whole way of one mail.</summary>
    protected async Task<JudgedMail> PassAsync(string id, byte[]? raw, int minute, params IReadOnlyList<Item> items)
    {
        var judged = await JudgeAsync(await TakeAsync(id, raw, minute, items));
        Assert.True((await Records.RecordAsync(judged, "g", Stop)).Recorded);
        return judged[0];
    }

    /// <summary>The whole way of one mail that says the items.</summary>
    internal Task PassForAsync(string id, int minute, params IReadOnlyList<Item> items) => PassAsync(id, Mails.Raw($"{id}@tel.gov.xx"), minute, items);

    /// <summary>All that the register holds, as text to be compared.</summary>
    internal async Task<string> TellAsync()
    {
        var snapshot = await Register.SnapshotAsync("g", null, Stop);
        var letters = await Outbox.ListAsync(null, 1000, Stop);
        return string.Join("\n", snapshot.Organizations.Concat<RegisterEntry>(snapshot.Persons).Concat(snapshot.Seats).Concat(snapshot.Filed).Select(EntryJson.Write)
            .Concat(letters.Select(letter => letter.ToString())).Concat((await Messages.CountsByStateAsync(Stop)).Select(state => state.ToString())));
    }

    protected static OutgoingLetter Letter(string id, string to = "a@b.example") =>
        new(id, "g", "receipt", "group@example.org", to, "Re: Circular 313", [1, 2, 3]);
}
