using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

public sealed class ReminderStepOnSqliteTests() : ReminderStepTests(TestDatabase.Sqlite());

public sealed class ReminderStepOnSqlServerTests() : ReminderStepTests(TestDatabase.SqlServer());

public abstract class ReminderStepTests(Database database) : StoreTests(database)
{
    private ReminderStore Reminders => new(Database, Time);

    private async Task<ObligationEntry> OweAsync(DateTimeOffset due)
    {
        await new DeskStore(Database, Time).DoAsync("g", new DeskOrder("test", "owe", "", [EntryKind.Member], draft =>
        {
            draft.Put(null, new ObligationEntry(draft.Known.NextNew(), "g", ObligationMatter.AnswerLiaison, EntryKind.Liaison, 7, "X-LS7", new Debtor("ITU-T SG17", Email: "sg17@union.example"),
                new Deadline(due, "end of day"), ObligationState.Open, draft.Now, null, null), "X-LS7", new FieldChange("state", null, "Open"));
            return DeskResult.Done;
        }), Stop);
        return Assert.Single(await Reminders.OpenAsync("g", due.AddDays(1), Stop)).Obligation;
    }

    [Fact]
    public async Task A_step_to_the_end_of_a_day_is_done_once_whether_or_not_the_database_keeps_the_last_hundred_nanoseconds()
    {
        var due = Time.GetUtcNow().Date.AddDays(30);
        var end = new DateTimeOffset(due, TimeSpan.Zero).AddTicks(-1);
        var owed = await OweAsync(end);
        Assert.Equal(1, await Reminders.RecordAsync("g", [new ReminderTurn(owed, [14], 7, [Letter("1@g.example")])], Stop));
        Assert.Equal(0, await Reminders.RecordAsync("g", [new ReminderTurn(owed, [14], 7, [Letter("2@g.example")])], Stop));
        Assert.Equal([7, 14], Assert.Single(await Reminders.OpenAsync("g", end.AddDays(1), Stop)).Done.Order());

        // A column that keeps microseconds gives back the next midnight.
        var rounded = owed with { Deadline = owed.Deadline! with { At = end.AddTicks(1) } };
        Assert.Equal(0, await Reminders.RecordAsync("g", [new ReminderTurn(rounded, [], 7, [Letter("3@g.example")])], Stop));
        Assert.Equal(1, await Reminders.RecordAsync("g", [new ReminderTurn(rounded, [], 2, [Letter("4@g.example")])], Stop));

        var moved = owed with { Deadline = owed.Deadline! with { At = end.AddDays(1) } };
        Assert.Equal(0, await Reminders.RecordAsync("g", [new ReminderTurn(moved, [], 0, [Letter("5@g.example")])], Stop));
    }
}
