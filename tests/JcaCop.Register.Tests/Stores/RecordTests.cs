using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

public sealed class RecordOnSqliteTests() : RecordTests(TestDatabase.Sqlite());

public sealed class RecordOnSqlServerTests() : RecordTests(TestDatabase.SqlServer());

public abstract class RecordTests(Database database) : StoreTests(database)
{
    [Fact]
    public async Task A_nomination_reaches_the_register_with_its_contact_its_history_and_a_receipt()
    {
        var judged = await PassAsync("1", null, 0, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana@safe.example", phone: "1 22", website: "www.safe.example"));
        Assert.Equal(MessageState.Processed, judged.Verdict.State);
        var snapshot = await Register.SnapshotAsync("g", null, Stop);
        var organization = Assert.Single(snapshot.Organizations);
        Assert.Equal(("Safe Net", "XX", "www.safe.example", OrganizationState.Proposed, "a.lopez@tel.gov.xx"),
            (organization.Name, organization.Country, organization.Website, organization.State, organization.NominatedBy));
        var contact = snapshot.Person(organization.ContactId)!;
        Assert.Equal(("Ana Lopez", "ana@safe.example", "1 22", organization.Id), (contact.Name, contact.Email, contact.Phone, contact.OrganizationId));
        var history = await Register.HistoryAsync(EntryKind.Organization, organization.Id, Stop);
        Assert.All(history, line => Assert.Equal((judged.Taken.Id, "auto: Domain"), (line.MessageId, line.AcceptedBy)));
        Assert.Equal(judged.Taken.Id, Assert.Single(await Outbox.ListAsync(null, 10, Stop)).CauseMessageId);
        Assert.Empty((await Messages.ReconcileAsync(Stop)).Flaws);
    }

    [Fact]
    public async Task A_second_mail_that_completes_the_first_adds_to_it_and_the_past_stays_readable()
    {
        await PassAsync("1", null, 0, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana@safe.example"));
        var before = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromDays(1));
        var second = await PassAsync("2", null, 60, Mails.Nomination("SAFE  NET", country: null, contact: "Ana LOPEZ", phone: "1 22"));
        var change = Assert.Single(second.Changes);
        Assert.Equal(new FieldChange("phone", null, "1 22"), Assert.Single(change.Fields));
        Assert.False(change.IsNew);

        var now = await Register.SnapshotAsync("g", null, Stop);
        Assert.Single(now.Organizations);
        Assert.Equal("1 22", Assert.Single(now.Persons).Phone);
        var then = await Register.SnapshotAsync("g", before, Stop);
        Assert.Null(Assert.Single(then.Persons).Phone);
        Assert.Empty((await Register.SnapshotAsync("g", before.AddMilliseconds(-1), Stop)).Persons);
        var late = await Register.SnapshotAsync("g", Time.GetUtcNow(), Stop);
        Assert.Equivalent(now.Persons[0] with { Version = 0 }, late.Persons[0] with { Version = 0 });
    }

    [Fact]
    public async Task A_replacement_ends_the_old_seat_and_begins_the_new_one_on_the_same_day()
    {
        await PassAsync("1", null, 0, Mails.Seat("ITU-T SG17", "Ana Lopez", email: "ana@tel.gov.xx"));
        var second = await PassAsync("2", null, 60 * 24 * 3, Mails.Seat("ITU-T SG17", "Juan Diaz", replaces: "Ana LOPEZ"));
        Assert.Equal(ItemState.Accepted, second.Verdict.Items[0].State);
        var seats = (await Register.SnapshotAsync("g", null, Stop)).Seats;
        Assert.Equal(2, seats.Count);
        Assert.Equal((new DateOnly(2012, 9, 6), "replaced by Juan Diaz"), (seats[0].Until, seats[0].EndedBy));
        Assert.Equal((new DateOnly(2012, 9, 6), null), (seats[1].From, seats[1].Until));
    }

    [Fact]
    public async Task Designations_end_in_the_same_seats_in_whatever_order_they_are_read()
    {
        var bodies = new[] { "ITU-T SG2", "ITU-T SG3", "ITU-T SG5", "ITU-T SG9", "ITU-T SG11", "ITU-T SG12", "ITU-T SG13", "ITU-T SG15", "ITU-T SG16", "ITU-T SG17", "ITU-R SG1", "ITU-R SG3", "ITU-R SG4", "ITU-R SG5", "ITU-R SG6", "ITU-R SG7", "ITU-D SG1", "ITU-D SG2", "ITU-T SG4", "ITU-T SG6", "ITU-T SG7", "ITU-T SG8", "ITU-T SG10", "ITU-T SG14" };
        const int day = 60 * 24;
        string[] names = ["Ana Lopez", "Juan Diaz", "Mei Lin", "Omar Said"];
        var number = 0;
        foreach (var (order, body) in Orders([0, 1, 2, 3]).Zip(bodies))
        {
            // Each replaces the one before. Where the one before is not on record yet, and somebody else is, a person hears of it, and accepts it once the rest was read.
            var waiting = new List<long>();
            foreach (var mail in order)
            {
                var judged = await PassAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{++number}"), null, mail * 3 * day, Mails.Seat(body, $"{names[mail]} {body[6..]}", replaces: mail == 0 ? null : $"{names[mail - 1]} {body[6..]}"));
                if (judged.Verdict.State == MessageState.Held) waiting.Add(judged.Taken.Id);
            }
            foreach (var id in waiting) Assert.Null((await Review.AcceptAsync(id, null, "secretary@example.org", null, Stop)).Problem);
            var snapshot = await Register.SnapshotAsync("g", null, Stop);
            var seats = snapshot.Seats.Where(seat => seat.Body == body).OrderBy(seat => seat.From).ToList();
            Assert.True(seats.Count == 4, $"{string.Join(" ", order)}: {string.Join("; ", seats.Select(seat => $"{snapshot.Person(seat.PersonId)!.Name} {seat.From} {seat.Until} {seat.EndedBy}"))}");
            for (var i = 0; i < 4; i++)
            {
                Assert.Equal($"{names[i]} {body[6..]}", snapshot.Person(seats[i].PersonId)!.Name);
                Assert.Equal(new DateOnly(2012, 9, 3).AddDays(3 * i), seats[i].From);
                Assert.Equal(i == 3 ? (null, null) : (new DateOnly(2012, 9, 3).AddDays(3 * (i + 1)), $"replaced by {names[i + 1]} {body[6..]}"), (seats[i].Until, seats[i].EndedBy));
            }
        }
    }

    [Fact]
    public async Task Roles_of_one_person_follow_the_days_of_the_mails()
    {
        const int day = 60 * 24;
        SeatRole[] roles = [SeatRole.Expert, SeatRole.Alternate, SeatRole.Representative];
        var number = 0;
        foreach (var (order, body) in Orders([0, 1, 2]).Zip(["ITU-T SG2", "ITU-T SG3", "ITU-T SG5", "ITU-T SG9", "ITU-T SG11", "ITU-T SG12"]))
        {
            foreach (var mail in order)
                await PassAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{++number}"), null, mail * 3 * day, Mails.Seat(body, $"Ana Lopez {body[6..]}") with { Role = roles[mail] });
            var seats = (await Register.SnapshotAsync("g", null, Stop)).Seats.Where(seat => seat.Body == body).OrderBy(seat => seat.From).ToList();
            var first = seats[0].From;
            Assert.Equal([(SeatRole.Expert, first, first.AddDays(3), "now Alternate"), (SeatRole.Alternate, first.AddDays(3), first.AddDays(6), "now Representative"), (SeatRole.Representative, first.AddDays(6), null, null)],
                seats.Select(seat => (seat.Role, seat.From, seat.Until, seat.EndedBy)));
        }
    }

    /// <summary>All orders of a few things.</summary>
    private static IEnumerable<IReadOnlyList<int>> Orders(IReadOnlyList<int> all) => all.Count <= 1 ? [all]
        : all.SelectMany(first => Orders([.. all.Where(one => one != first)]).Select(rest => (IReadOnlyList<int>)[first, .. rest]));

    [Fact]
    public async Task Recording_a_batch_twice_does_nothing_the_second_time()
    {
        var judged = await JudgeAsync(await TakeAsync("1", null, 0, Mails.Nomination("Safe Net", contact: "Ana Lopez")));
        Assert.True((await Records.RecordAsync(judged, "g", Stop)).Recorded);
        var again = await Records.RecordAsync(judged, "g", Stop);
        Assert.Equal((false, judged[0].Taken.Id), (again.Recorded, Assert.Single(again.AlreadyRecorded)));
        Assert.Single((await Register.SnapshotAsync("g", null, Stop)).Organizations);
        Assert.Single(await Outbox.ListAsync(null, 10, Stop));
    }

    [Fact]
    public async Task A_batch_that_fails_at_its_last_statement_leaves_nothing_behind()
    {
        await Outbox.EnqueueAsync([Letter("same@g.example")], Stop);
        var judged = await JudgeAsync(await TakeAsync("1", null, 0, Mails.Nomination("Safe Net", contact: "Ana Lopez")));
        var broken = judged.Select(mail => mail with { Letters = [Letter("other@g.example"), Letter("same@g.example")] }).ToList();
        Assert.False((await Records.RecordAsync(broken, "g", Stop)).Recorded);
        Assert.Empty((await Register.SnapshotAsync("g", null, Stop)).Organizations);
        Assert.Single(await Outbox.ListAsync(null, 10, Stop));
        Assert.Equal(1, (await Messages.CountsByStateAsync(Stop))[MessageState.Taken]);
        Assert.True((await Records.RecordAsync(judged, "g", Stop)).Recorded);
    }

    [Fact]
    public async Task A_batch_judged_on_an_older_register_is_refused_and_judged_anew()
    {
        await PassAsync("1", null, 0, Mails.Nomination("Safe Net", contact: "Ana Lopez"));
        var late = await TakeAsync("2", null, 1, Mails.Nomination("Safe Net", contact: "Ana Lopez", phone: "2"), Mails.Nomination("New Net"));
        var judgedEarly = await JudgeAsync(late);
        await PassAsync("3", null, 2, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana@safe.example"));
        var outcome = await Records.RecordAsync(judgedEarly, "g", Stop);
        Assert.False(outcome.Recorded);
        Assert.Empty(outcome.AlreadyRecorded);
        Assert.True((await Records.RecordAsync(await JudgeAsync(late), "g", Stop)).Recorded);
        var snapshot = await Register.SnapshotAsync("g", null, Stop);
        Assert.Equal(2, snapshot.Organizations.Count);
        Assert.Equal(("2", "ana@safe.example"), (snapshot.Persons[0].Phone, snapshot.Persons[0].Email));
    }

    [Fact]
    public async Task What_waits_in_one_group_hides_nothing_that_waits_in_another()
    {
        foreach (var (name, group) in new[] { ("1", "g"), ("2", "g"), ("3", "h") })
            Assert.True((await Records.RecordAsync(await JudgeAsync(await TakeAsync(name, Mails.Raw(name, from: $"someone{name}@gmail.com"), 0, Mails.Nomination("Safe Net"))), group, Stop)).Recorded);
        var queries = new MessageQueries(Database);
        Assert.Equal("someone3@gmail.com", Assert.Single(await queries.HeldAsync("h", 1, Stop)).Sender);
        Assert.Equal("someone1@gmail.com", Assert.Single(await queries.HeldAsync("g", 1, Stop)).Sender);
        var came = (await queries.NewestAsync(null, 1, Stop))[0].ArrivedAt;
        Assert.Equal(("Human", 1), Assert.Single(await queries.CameInAsync("h", came.AddDays(-1), came, Stop)));
        Assert.Empty(await queries.CameInAsync("h", came, came.AddDays(1), Stop));
    }

    [Fact]
    public async Task A_held_item_waits_for_a_person_and_then_changes_the_register_in_that_persons_name()
    {
        var raw = Mails.Raw("1", from: "someone@gmail.com");
        var judged = await PassAsync("1", raw, 0, Mails.Nomination("Safe Net", contact: "Ana Lopez"), Mails.Nomination("Other Net"));
        Assert.Equal(MessageState.Held, judged.Verdict.State);
        Assert.Empty((await Register.SnapshotAsync("g", null, Stop)).Organizations);
        Assert.Equal(2, Assert.Single(await new MessageQueries(Database).WaitingAsync(10, Stop)).HeldItems);

        var accepted = await Review.AcceptAsync(judged.Taken.Id, 0, "secretary@example.org", changes => [Letter("told@g.example")], Stop);
        Assert.Equal((true, MessageState.Held), (accepted.Done, accepted.State));
        Assert.NotEmpty(accepted.Changes);
        var rejected = await Review.RejectAsync(judged.Taken.Id, null, "secretary@example.org", "not of our field", null, Stop);
        Assert.Equal(MessageState.Processed, rejected.State);
        Assert.False((await Review.AcceptAsync(judged.Taken.Id, 1, "secretary@example.org", null, Stop)).Done);

        var organization = Assert.Single((await Register.SnapshotAsync("g", null, Stop)).Organizations);
        Assert.All(await Register.HistoryAsync(EntryKind.Organization, organization.Id, Stop), line => Assert.Equal("secretary@example.org", line.AcceptedBy));
        var details = (await new MessageQueries(Database).ShowAsync(judged.Taken.Id, Stop))!;
        Assert.Equal([(ItemState.Accepted, Mandate.Secretariat), (ItemState.Rejected, Mandate.Other)], details.Items.Select(item => (item.State, item.Mandate)));
        Assert.Contains("\"kind\":\"human\"", details.ReadingJson, StringComparison.Ordinal);
        Assert.Equal(2, (await Register.AuditAsync(10, Stop)).Count);
    }

    [Fact]
    public async Task A_replayed_mail_goes_the_whole_way_again_and_doubles_nothing()
    {
        var raw = Mails.Raw("1", from: "someone@gmail.com");
        var judged = await PassAsync("1", raw, 0, Mails.Nomination("Safe Net"), Mails.Nomination("Other Net"));
        await Review.AcceptAsync(judged.Taken.Id, 0, "secretary@example.org", null, Stop);
        Assert.True((await Review.ReplayAsync(judged.Taken.Id, "secretary@example.org", Stop)).Done);
        var taken = Assert.Single(await Messages.PendingAsync(10, Stop));
        var again = await JudgeAsync((taken, Mails.Read(taken, Mails.Nomination("Safe Net"))));
        Assert.True((await Records.RecordAsync([.. again.Select(mail => mail with { Letters = [] })], "g", Stop)).Recorded);
        Assert.Single((await Register.SnapshotAsync("g", null, Stop)).Organizations);
    }

    [Fact]
    public async Task An_address_gets_its_capped_number_of_answers_and_no_more()
    {
        var letters = 0;
        for (var n = 0; n < 40; n++)
        {
            letters += (await PassAsync($"{n}", null, n)).Letters.Count;
            Time.Advance(TimeSpan.FromMinutes(3));
        }
        // Half of what the first hour spent still counts in the second.
        Assert.Equal((2 * Policy.AnswersInWindow) - (Policy.AnswersInWindow / 2), letters);
        Time.Advance(TimeSpan.FromHours(2));
        for (var n = 40; n < 80; n++)
        {
            letters += (await PassAsync($"{n}", null, n)).Letters.Count;
            Time.Advance(TimeSpan.FromMinutes(15));
        }
        Assert.Equal(Policy.AnswersOnDay, letters);
    }

    [Fact]
    public async Task A_letter_of_ours_that_comes_back_is_known_and_an_answer_to_it_knows_its_thread()
    {
        var first = await PassAsync("1", null, 0);
        var letter = first.Letters[0];
        var back = await PassAsync("2", Mails.Raw(letter.MessageId, from: "postmaster@elsewhere.example"), 1, Mails.Nomination("Safe Net"));
        Assert.True(back.Verdict.OwnMail);
        Assert.Empty(back.Verdict.Items);
        Assert.Empty(back.Letters);
        var answer = await PassAsync("3", Mails.Raw("answer@x.example", extra: $"In-Reply-To: <{letter.MessageId}>\r\n"), 2);
        Assert.Equal((letter.MessageId, "receipt", first.Taken.Id), (answer.Verdict.Thread?.InternetId, answer.Verdict.Thread?.Kind, answer.Verdict.Thread?.CauseMessageId));
    }

    [Fact]
    public async Task Two_workers_that_record_at_once_leave_each_mail_recorded_once()
    {
        var first = await TakeAsync("1", null, 0, Mails.Nomination("Safe Net"));
        var second = await TakeAsync("2", null, 1, Mails.Nomination("Safe Net", website: "safe.example"));
        var outcomes = await Task.WhenAll(new[] { first, second, first, second }.Select(mail => Task.Run(async () =>
        {
            var recorded = 0;
            for (var attempt = 0; attempt < 20; attempt++)
            {
                var outcome = await Records.RecordAsync(await JudgeAsync(mail), "g", Stop);
                if (outcome.Recorded) recorded++;
                if (outcome.Recorded || outcome.AlreadyRecorded.Count > 0) return recorded;
            }
            throw new InvalidOperationException("Twenty tries were not enough.");
        })));
        Assert.Equal(2, outcomes.Sum());
        var organization = Assert.Single((await Register.SnapshotAsync("g", null, Stop)).Organizations);
        Assert.Equal("safe.example", organization.Website);
        Assert.Equal(2, (await Messages.CountsByStateAsync(Stop))[MessageState.Processed]);
    }
}
