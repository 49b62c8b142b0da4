using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Privacy;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Tests.Stores;

public sealed class RetentionOnSqliteTests() : RetentionTests(TestDatabase.Sqlite());

public sealed class RetentionOnSqlServerTests() : RetentionTests(TestDatabase.SqlServer());

/// <summary>What is kept no longer goes, and nothing before its time.</summary>
public abstract class RetentionTests(Database database) : StoreTests(database)
{
    private static readonly RetentionPolicy Policy90 = new(null, TimeSpan.FromDays(90), null, TimeSpan.FromDays(90), TimeSpan.FromDays(30));

    private RetentionStore Retention => new(Database, Time);

    [Fact]
    public async Task The_bytes_of_a_mail_go_when_its_time_is_over_and_what_was_recorded_stays()
    {
        await PassAsync("1@tel.gov.xx", null, 0, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana@safe.example"));
        Time.Advance(TimeSpan.FromDays(89));
        Assert.Equal(0, (await Retention.ApplyAsync("g", Policy90, Stop)).Mails);
        Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await Retention.ApplyAsync("g", Policy90, Stop)).Mails);
        Assert.Equal(0, (await Retention.ApplyAsync("g", Policy90, Stop)).Mails);
        Assert.Empty(await new MessageQueries(Database).RawAsync(1, Stop) ?? [1]);
        Assert.Empty((await Messages.ReconcileAsync(Stop)).Flaws);
        Assert.Equal("Safe Net", Assert.Single((await Register.SnapshotAsync("g", null, Stop)).Organizations).Name);
    }

    [Fact]
    public async Task A_mail_that_waits_for_a_person_is_kept_whole_however_old_it_is()
    {
        await PassAsync("1@free.example", null, 0, Mails.Nomination("Safe Net", confidence: 0.3));
        Time.Advance(TimeSpan.FromDays(5000));
        Assert.Equal(0, (await Retention.ApplyAsync("g", Policy90, Stop)).Mails);
    }

    [Fact]
    public async Task How_to_reach_somebody_is_forgotten_once_the_last_seat_is_long_over()
    {
        await PassAsync("1@tel.gov.xx", null, 0, Mails.Seat("ITU-T SG16", "Ana Lopez", email: "ana@safe.example"));
        Time.Advance(TimeSpan.FromDays(200));
        Assert.Equal(0, (await Retention.ApplyAsync("g", Policy90, Stop)).Persons);
        var seat = Assert.Single((await Register.SnapshotAsync("g", null, Stop)).Seats);
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        await new DeskStore(Database, Time).DoAsync("g", new DeskOrder("s", "seat end", "", SeatDesk.Needs, draft => SeatDesk.End(seat.Id, today, "left", today, draft)), Stop);
        Assert.Equal(0, (await Retention.ApplyAsync("g", Policy90, Stop)).Persons);
        Time.Advance(TimeSpan.FromDays(92));
        Assert.Equal(1, (await Retention.ApplyAsync("g", Policy90, Stop)).Persons);
        var person = Assert.Single((await Register.SnapshotAsync("g", null, Stop)).Persons);
        Assert.Equal(("Ana Lopez", 0), (person.Name, person.Addresses.Count));
        // Nor does the register of an earlier day tell it.
        Assert.All(await Register.HistoryAsync(EntryKind.Person, person.Id, Stop), line =>
        {
            Assert.DoesNotContain("ana@safe.example", line.After, StringComparison.Ordinal);
            Assert.DoesNotContain(line.Fields, field => field.After == "ana@safe.example");
        });
    }

    [Fact]
    public async Task A_night_in_which_nothing_had_to_go_leaves_nothing_in_the_audit()
    {
        await PassAsync("1@tel.gov.xx", null, 0, Mails.Seat("ITU-T SG16", "Ana Lopez", email: "ana@safe.example"));
        await Retention.ApplyAsync("g", Policy90, Stop);
        Assert.Empty(await Register.AuditAsync(10, Stop));
    }
}
