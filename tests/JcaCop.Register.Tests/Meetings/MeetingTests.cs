using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Register.Tests.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Meetings;

/// <summary>What the tests about meetings share: a meeting on 15 October 2012, to which invitations have gone out, and mails about it.</summary>
public abstract class MeetingTests() : StoreTests(TestDatabase.Sqlite())
{
    protected static readonly DateOnly Day = new(2012, 10, 15);

    protected static readonly Group Group = new(
        "g", "JCA-EX", "Joint Coordination Activity on Examples", "group@example.org", "list@example.org", "ITU-T SG17", TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"), [], "chair@example.org");

    private static readonly EntryKind[] Kinds = [.. Enum.GetValues<EntryKind>()];

    protected Task<DeskOutcome> OrderAsync(Func<DeskDraft, DeskResult> work) =>
        new DeskStore(Database, Time).DoAsync("g", new DeskOrder("secretary@example.org", "order", "", Kinds, work), Stop);

    protected async Task OpenAsync(string number = "1", DateOnly? day = null, bool announced = true)
    {
        var told = new MeetingOrder(number) { FirstDay = day ?? Day, From = new(9, 30), Until = new(17, 30), Place = "Geneva", Remote = true };
        Assert.True((await OrderAsync(draft => MeetingDesk.Open(told, Group, draft))).Done);
        if (announced) Assert.True((await OrderAsync(draft => MeetingDesk.Announce(number, Group, (_, _, _) => [], draft))).Done);
    }

    /// <summary>One mail of an administration that says the items, that many minutes after the start.</summary>
    protected Task<JudgedMail> SayAsync(string id, int minute, params IReadOnlyList<Item> items) => PassAsync(id, null, minute, items);

    protected async Task<IReadOnlyList<T>> AllAsync<T>() where T : FiledEntry => [.. (await Register.SnapshotAsync("g", null, Stop)).All<T>()];

    protected static Registration Comes(string name, AttendanceMode? mode = null, DateOnly? day = null, string? email = null, string? organization = "Administration of Xland") =>
        new(day ?? Day, mode, new Person(name, Email: email), organization, "XX") { Confidence = 0.95, Decision = Decision.Accept };

    protected static Regret Regrets(string name) => new(Day, name) { Confidence = 0.95, Decision = Decision.Accept };

    protected static Withdrawal Withdraws(string name) => new(WithdrawalOf.Registration, name) { Confidence = 0.95, Decision = Decision.Accept };

    protected static Contribution Contributes(string? title, string source = "Administration of Xland", params IReadOnlyList<string> files) =>
        new(title, source, Day, files) { Confidence = 0.95, Decision = Decision.Accept };
}
