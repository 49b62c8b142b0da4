using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace JcaCop.Register.Tests;

public sealed class RecordingTests
{
    [Fact]
    public async Task A_mail_is_taken_judged_recorded_and_its_receipt_queued()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("jcacop-");
        await using var database = new SqliteDatabase(Path.Combine(folder.FullName, "register.db"));
        database.Upgrade();
        Assert.Empty(database.Status().Pending);
        var time = new FakeTimeProvider(Mails.Start);
        var messages = new MessageStore(database, time, "w");
        var taken = await messages.TakeAsync([Mails.Arrived("1", Mails.Raw("a@x")), Mails.Arrived("2", Mails.Raw("b@x", body: "Other"))], stop);
        Assert.Equal(2, taken.Count);
        Assert.Empty(await messages.TakeAsync([Mails.Arrived("1", Mails.Raw("a@x")), Mails.Arrived("2", Mails.Raw("b@x", body: "Other"))], stop));
        var readings = taken.Select(mail => (mail, Mails.Read(mail, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "a@safe.example", phone: "1")))).ToList();
        var known = await new KnownStore(database).AboutAsync("g", [.. readings.Select(r => r.Item2)], stop);
        var policy = new JudgePolicy("g", ["group@example.org"]);
        var judged = Judge.DecideAll(readings, known, policy, time.GetUtcNow())
            .Select(mail => mail with { Letters = [new OutgoingLetter($"r{mail.Taken.Id}@g", "g", "receipt", "group@example.org", "a@b.example", "Re", [1])] }).ToList();
        Assert.True((await new RecordStore(database, time).RecordAsync(judged, "g", stop)).Recorded);
        Assert.Equal(2, (await messages.CountsByStateAsync(stop))[MessageState.Processed]);
        var outbox = new OutboxStore(database, time, "w");
        var letters = await outbox.ClaimAsync(10, stop);
        Assert.Equal(2, letters.Count);
        Assert.Equal(2, await outbox.NoteAsync([.. letters.Select(letter => OutboxStep.Accepted(letter.Id, "250 ok"))], stop));
        Assert.Empty((await messages.ReconcileAsync(stop)).Flaws);
        Assert.Equal(2, (await messages.UnmovedAsync("box", 7, 10, stop)).Count);
    }
}
