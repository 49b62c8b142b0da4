using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;
using JcaCop.Worker;
using JcaCop.Worker.Calls;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Bench.Reminders;

/// <summary>A whole service on SQLite whose circular to many administrations falls due in a week: invented addressees in the six languages in turn.</summary>
internal sealed class CircularRig : IAsyncDisposable
{
    private const string Group = "g";
    private static readonly DateOnly Deadline = new(2012, 10, 26);

    private readonly StandingClock clock = new(new DateTimeOffset(2012, 9, 3, 8, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider services;

    public CircularRig(string folder)
    {
        var settings = new Dictionary<string, string?>
        {
            ["DataDirectory"] = folder, ["PrimaryGroup"] = Group,
            ["Groups:g:Name"] = "JCA-COP", ["Groups:g:FullName"] = "Joint Coordination Activity on Child Online Protection", ["Groups:g:Address"] = "jcacop@example.int",
            ["Groups:g:Secretaries:0"] = "desk@example.int", ["Groups:g:TimeZone"] = "Europe/Zurich",
            ["Mailboxes:0:Name"] = Group, ["Mailboxes:0:Group"] = Group, ["Mailboxes:0:Kind"] = "Folder", ["Mailboxes:0:Path"] = Path.Combine(folder, "box"),
            ["Sending:Kind"] = "Folder", ["Sending:Folder"] = Path.Combine(folder, "sent"),
        };
        var collection = new ServiceCollection();
        Composition.AddStages(collection, new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), clock);
        services = collection.BuildServiceProvider();
        Get<Database>().Upgrade();
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Puts the addressees on record, opens the circular without letters, and lets a week before its deadline come, in office hours.</summary>
    public async Task OpenAsync(int addressees)
    {
        var desk = Get<DeskStore>();
        foreach (var portion in Enumerable.Range(0, addressees).Chunk(1_000))
            await Must(desk.DoAsync(Group, new DeskOrder("bench", "member add", "members", [], draft =>
            {
                foreach (var n in portion)
                    draft.Put(null, new MemberEntry(
                        draft.Known.NextNew(), Group, string.Create(CultureInfo.InvariantCulture, $"Member {n}"), MemberSort.SectorMember, null, null,
                        [new PersonAddress(string.Create(CultureInfo.InvariantCulture, $"official@d{n}.example"), Reachability.Unknown)], LetterLanguages.All[n % 6], true), "member", new FieldChange("name", null, "Member"));
                return DeskResult.Done;
            }), CancellationToken.None));
        var zone = Get<GroupList>().Groups.Single().Zone;
        await Must(desk.DoAsync(Group, new DeskOrder("bench", "call open", "call", CallDesk.Whole, draft => CallDesk.Open(
            new CallEntry(0, Group, "TSB Circular 313", CallSort.Nomination, "Nomination of organizations active in child online protection", draft.Now, ClosingDay.EndOf(Deadline, zone), ["all"], CallState.Open),
            draft, (_, _) => [])), CancellationToken.None));
        clock.Now = new DateTimeOffset(Deadline.AddDays(-7).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static async Task Must(Task<DeskOutcome> order)
    {
        if (await order is { Done: false, Problem: var problem }) throw new InvalidOperationException(problem);
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
