using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

/// <summary>The same mails, in any order and with any repetition, end in the same register on disk.</summary>
public sealed class OrderTests
{
    private static readonly Item[] Items =
    [
        Mails.Nomination("Safe Net", contact: "Ana Lopez"),
        Mails.Nomination("SAFE NET", contact: "Ana LOPEZ", phone: "1"),
        Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana@safe.example", phone: "2"),
        Mails.Seat("ITU-T SG17", "Ana Lopez", email: "ana@safe.example"),
        Mails.Seat("ITU-T SG17", "Juan Diaz", replaces: "Ana Lopez"),
        Mails.Nomination("Child Line", website: "child.example"),
        new Withdrawal(WithdrawalOf.Nomination, "Child Line") { Confidence = 0.95, Decision = Decision.Accept },
    ];

    [Fact]
    public async Task Any_order_and_repetition_of_a_batch_ends_in_one_register()
    {
        var straight = await PlayAsync(null);
        Assert.Contains("replaced by Juan Diaz", straight, StringComparison.Ordinal);
        for (var seed = 1; seed <= 4; seed++) Assert.Equal(straight, await PlayAsync(seed));
    }

    private static async Task<string> PlayAsync(int? seed)
    {
        var stop = TestContext.Current.CancellationToken;
        var database = TestDatabase.Sqlite();
        var time = new FakeTimeProvider(Mails.Start.AddHours(1));
        var arrivals = Items.Select((_, index) => Mails.Arrived($"{index}", Mails.Raw($"{index}@tel.gov.xx"), index)).ToList();
        if (seed is { } number)
        {
            var random = new Random(number);
            // Some come twice, under another number.
            arrivals.AddRange(arrivals.Where(_ => random.Next(2) == 0).Select(mail => mail with { Key = mail.Key with { Uid = $"again-{mail.Key.Uid}" } }).ToList());
            var shuffled = arrivals.ToArray();
            random.Shuffle(shuffled);
            arrivals = [.. shuffled];
        }
        var taken = await new MessageStore(database, time, "w").TakeAsync(arrivals, stop);
        Assert.Equal(Items.Length, taken.Count);
        var batch = taken.Select(mail => (mail, Mails.Read(mail, Items[int.Parse(mail.InternetId.Split('@')[0], null)]))).ToList();
        var known = await new KnownStore(database).AboutAsync("g", [.. batch.Select(mail => mail.Item2)], stop);
        Assert.True((await new RecordStore(database, time).RecordAsync(Judge.DecideAll(batch, known, new JudgePolicy("g", []), time.GetUtcNow()), "g", stop)).Recorded);
        var snapshot = await new RegisterStore(database).SnapshotAsync("g", null, stop);
        await TestDatabase.DropAsync(database);
        return string.Join("\n", snapshot.Organizations.Concat<RegisterEntry>(snapshot.Persons).Concat(snapshot.Seats).Select(EntryJson.Write));
    }
}
