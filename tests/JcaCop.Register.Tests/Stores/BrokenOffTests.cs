using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

/// <summary>A worker that dies before any statement of a transaction leaves the register as it was, and what is done again ends as if nothing had happened.</summary>
public sealed class BrokenOffTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_statement_a_turn_breaks_off_before_nothing_of_it_stays_and_the_next_does_all_of_it()
    {
        var (straight, statements, _) = await PlayAsync(null);
        Assert.True(statements > 25, $"only {statements} statements were run");
        for (var at = 1; at <= statements; at++)
        {
            var (ended, _, untouched) = await PlayAsync(at);
            Assert.True(untouched, $"statement {at}");
            Assert.Equal(straight, ended);
        }
    }

    /// <summary>Takes a mail and, as one: records it with its letter, carries out an order, opens a question and answers it.</summary>
    /// <param name="breakAt">The statement of the turn before which the worker dies; null: it lives.</param>
    private static async Task<(string Ended, int Statements, bool Untouched)> PlayAsync(int? breakAt)
    {
        var folder = Directory.CreateTempSubdirectory("jcacop-broken-");
        var run = 0;
        int? at = null;
        await using var database = new SqliteDatabase(Path.Combine(folder.FullName, "register.db"))
        {
            BeforeStatement = () =>
            {
                run++;
                if (at is { } limit && run >= limit) throw new InvalidOperationException("the worker died");
            },
        };
        database.Upgrade();
        var time = new FakeTimeProvider(Mails.Start.AddHours(1));
        var raw = Mails.Raw("1@tel.gov.xx");
        var taken = (await new MessageStore(database, time, "w").TakeAsync([Mails.Arrived("1", raw)], Stop))[0];
        var register = new RegisterStore(database);

        var before = await SnapshotAsync(register, database, time);
        (run, at) = (0, breakAt);
        var untouched = true;
        if (breakAt is not null)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => TurnAsync(database, taken, time));
            at = null;
            untouched = before == await SnapshotAsync(register, database, time);
            run = 0;
        }
        await TurnAsync(database, taken, time);
        var statements = run;
        var ended = await SnapshotAsync(register, database, time);
        await database.DisposeAsync();
        folder.Delete(recursive: true);
        return (ended, statements, untouched);
    }

    private static Task<int> TurnAsync(SqliteDatabase database, TakenMail taken, TimeProvider time) => database.AsOneAsync(async () =>
    {
        var desk = new DeskStore(database, time);
        var questions = new QuestionStore(database, desk);
        var reading = Mails.Read(taken, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana@safe.example"), Mails.Seat("ITU-T SG17", "Ana Lopez", email: "ana@safe.example"));
        await desk.DoAsync("g", new DeskOrder("secretary", "member add", "X", [EntryKind.Member], draft =>
            MemberDesk.Add(new MemberEntry(0, "g", "X", MemberSort.Administration, "XX", null, [new PersonAddress("x@tel.gov.xx", Reachability.Unknown)], null, true), rename: false, draft)) { OnceKey = "once", MessageId = taken.Id }, Stop);
        await questions.AskAsync(new QuestionEntry(0, "g", QuestionMatter.Approval, "k", EntryKind.Member, 1, null, "t", [new("accept", "x {id}")], Answerers.Secretariat, [], time.GetUtcNow(), time.GetUtcNow().AddDays(1)),
            new IssuedCode(QuestionCode.HashOf("g", "AAAABBBB"), "s@x.example", time.GetUtcNow().AddDays(1)), "w", Stop);
        var (_, question) = Assert.Single(await questions.FindAsync("g", ["AAAABBBB"], Stop));
        await questions.AnswerAsync(question, "accept", "s@x.example", taken.Id, Stop);
        var known = await new KnownStore(database).AboutAsync("g", [reading], Stop);
        var judged = Judge.DecideAll([(taken, reading)], known, new JudgePolicy("g", []), time.GetUtcNow())[0];
        var letter = new OutgoingLetter("1@g.example", "g", "receipt", "g@g.example", "a.lopez@tel.gov.xx", "s", [1]);
        var outcome = await new RecordStore(database, time).RecordAsync([judged with { Letters = [letter] }], "g", Stop);
        Assert.True(outcome.Recorded);
        return 0;
    }, Stop);

    private static async Task<string> SnapshotAsync(RegisterStore register, Database database, TimeProvider time)
    {
        var snapshot = await register.SnapshotAsync("g", null, Stop);
        var letters = await new OutboxStore(database, time, "w").ListAsync(null, 10, Stop);
        var states = await new MessageStore(database, time, "w").CountsByStateAsync(Stop);
        var audit = await register.AuditAsync(50, Stop);
        return string.Join("\n", snapshot.Organizations.Concat<RegisterEntry>(snapshot.Persons).Concat(snapshot.Seats).Concat(snapshot.Filed).Select(EntryJson.Write)
            .Concat(letters.Select(letter => letter.ToString())).Concat(states.Select(state => state.ToString())).Concat(audit.Select(line => line.ToString())));
    }
}
