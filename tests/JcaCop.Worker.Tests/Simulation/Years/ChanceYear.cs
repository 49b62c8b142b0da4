using JcaCop.Post.Letters;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Tests.Conversing;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>One year of a service, drawn by a seed. What the service does is held against what happened, as this story knows it and not as the register does.</summary>
internal sealed class ChanceYear : IAsyncDisposable
{
    /// <summary>Templates are read once for all years.</summary>
    private static readonly LetterWriter Writer = new(new LetterOptions());

    private readonly int seed;
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> events = new();
    private readonly List<YearSubject> subjects;
    private readonly YearMishaps mishaps;
    private readonly YearMeetings meetings;
    private readonly YearCalendars calendars;
    private readonly List<string> story = [];
    private YearJobs jobs = null!;
    private long queuedBefore;
    private int drawn;
    private TalkRig? second;
    private DateTimeOffset? wideAt;

    public ChanceYear(int seed, bool eventful)
    {
        this.seed = seed;
        Dice = new YearDice(seed, eventful);
        mishaps = new YearMishaps(this);
        Desk = new YearDesk(this);
        Calls = new YearCalls(this);
        Seats = new YearSeats(this);
        meetings = new YearMeetings(this);
        calendars = new YearCalendars(this);
        subjects = [new YearReminders(this), Calls, meetings, new YearLiaisons(this), Seats, new YearMandate(this), Desk, mishaps];
    }

    public YearDice Dice { get; }

    public YearDesk Desk { get; }

    public YearCalls Calls { get; }

    public YearSeats Seats { get; }

    public YearMishaps Mishaps => mishaps;

    public TalkRig Rig { get; private set; } = null!;

    /// <summary>The countries of this year's members.</summary>
    public IReadOnlyList<string> Members { get; private set; } = [];

    /// <summary>Addresses of the bodies that are members.</summary>
    public IReadOnlyList<string> Bodies { get; } = [YearMeetings.Parent, YearMeetings.Copy, YearLiaisons.Sixteen];

    /// <summary>What it is.</summary>
    public DateTimeOffset Now { get; set; } = YearDice.Start;

    /// <summary>How far the machine's clock is off.</summary>
    public TimeSpan Wrong { get; private set; }

    /// <summary>What the machine's clock says.</summary>
    public DateTimeOffset Told => Now + Wrong;

    public bool IsRight => Wrong == TimeSpan.Zero;

    /// <summary>The machine's clock was never wrong until now.</summary>
    public bool WasRight { get; private set; } = true;

    public DateTimeOffset DownUntil { get; set; } = YearDice.Start;

    /// <summary>By address: until when somebody is told to be away.</summary>
    public Dictionary<string, DateTimeOffset> AwayUntil { get; } = [];

    /// <summary>By address: who stands in, as the register has noted it, as long as somebody is away.</summary>
    public Dictionary<string, string> Deputies { get; } = [];

    /// <summary>Addresses of those who come to a meeting.</summary>
    public IEnumerable<string> Guests => meetings.Guests;

    /// <summary>Addresses that were given up.</summary>
    public HashSet<string> Gone { get; } = [];

    /// <summary>How often what happened.</summary>
    public Dictionary<string, int> Seen { get; } = [];

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (second is not null) await second.KeepAsync();
        if (Rig is not null) await Rig.DisposeAsync();
    }

    public bool IsSettled(Register.Entries.ObligationEntry owed) => subjects.Exists(subject => subject.IsSettled(owed));

    public async Task PlayAsync()
    {
        Members = [.. OpenHours.Countries.OrderBy(_ => Dice.Next(1000)).Take(3)];
        Rig = NewRig(null, mishaps.MayDie);
        jobs = new YearJobs(Dice, Rig.Clock);
        Tick();
        jobs.Align();
        At(YearDice.Start, async () =>
        {
            foreach (var country in Members) await DoAsync($"member add \"Administration of {country}\" --country {country} --language en --email {AddressOf(country)}");
        });
        foreach (var subject in subjects) subject.Draw();
        try
        {
            while (Now < YearDice.End)
            {
                var (look, wide) = await NextLookAsync();
                if (events.TryPeek(out var happens, out var due) && due.At <= look)
                {
                    events.Dequeue();
                    if (due.At > Now) Now = due.At;
                    Tick();
                    await happens();
                    // The service looks within minutes, unless it is down; now and then something else comes first.
                    wideAt = Dice.Next(2) == 0 ? Now.AddMinutes(Dice.Next(1, 40)) : null;
                    continue;
                }
                Now = look;
                Tick();
                if (wide) wideAt = null;
                if (Now >= DownUntil) await LookAsync(wide);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new InvalidOperationException($"seed {seed}, {Now:u}{(IsRight ? "" : $" (told {Told:u})")}: {failure.Message}\n{string.Join('\n', story.TakeLast(60))}", failure);
        }
    }

    private static TalkRig NewRig(string? data, Action? beforeStatement) => new(data: data, over: YearDesk.Settings, change: (services, folder) =>
    {
        services.AddSingleton(Writer);
        if (beforeStatement is not null) services.AddSingleton<Database>(_ => new SqliteDatabase(Path.Combine(folder, "register.db")) { Synced = false, BeforeStatement = beforeStatement });
    });

    /// <summary>The register's word where it has one, a look now and then where it has none, and the times of day.</summary>
    private async Task<(DateTimeOffset At, bool Wide)> NextLookAsync()
    {
        // What the jobs see coming changes when they have looked, or something happened.
        wideAt ??= await WideAsync();
        var timed = jobs.Next - Wrong;
        return timed < wideAt ? (timed < Now.AddSeconds(1) ? Now.AddSeconds(1) : timed, false) : (wideAt.Value, true);
    }

    private async Task<DateTimeOffset> WideAsync()
    {
        var next = Now.AddHours(Dice.Next(20, 120));
        foreach (var work in YearJobs.Looking)
            if (await Rig.Work(work).NextAsync(Stop) is { } due && due - Wrong < next) next = due - Wrong;
        var soonest = Now.AddMinutes(10);
        return (next < soonest ? soonest : next).AddMinutes(Dice.Next(10));
    }

    /// <summary>A service that comes up looks at once, and makes up for what it missed.</summary>
    public Task StartAsync() => Now >= DownUntil ? LookAsync(wide: true) : Task.CompletedTask;

    /// <summary>One look of the calendar, broken off now and then, by one worker or two at once; then what it did is held against the rules.</summary>
    /// <param name="wide">Whether the jobs look that look every few minutes.</param>
    private async Task LookAsync(bool wide)
    {
        var before = await OpenAsync();
        IReadOnlyList<Type> works = [.. jobs.Due(), .. wide ? YearJobs.Looking : []];
        var ran = new HashSet<Type>();
        mishaps.BeginLook();
        if (Dice.Next(8) == 0)
        {
            Note("two workers", "");
            second ??= NewRig(Rig.Data, null);
            second.Clock.AdjustTime(Told);
            await Task.WhenAll(RunAsync(Rig, works, ran), RunAsync(second, works, []));
        }
        else await RunAsync(Rig, works, ran);
        if (mishaps.EndLook()) ran.Clear();
        var look = new YearLook(ran, await FreshAsync(), before, await OpenAsync());
        if (look.Letters.Count > 0) wideAt = null;
        foreach (var letter in look.Letters) story.Add($"{Told:u}   letter {letter.Kind} to {letter.To}: {letter.Subject}");
        foreach (var subject in subjects) await subject.HoldAsync(look);
    }

    private async Task RunAsync(TalkRig on, IReadOnlyList<Type> works, HashSet<Type> ran)
    {
        try
        {
            foreach (var work in works)
            {
                // What finds something to do looks again within a minute or ten: one step may make another due.
                for (var looks = 0; await on.Work(work).RunAsync(Stop) is { } told && YearJobs.Looking.Contains(work); looks++) Must(looks < 10, $"{work.Name} never comes to rest: {told}");
                ran.Add(work);
            }
        }
        catch (WorkerDiedException)
        {
            Note("kill", "");
        }
    }

    /// <summary>Letters that were queued since the last call, the oldest first.</summary>
    public async Task<IReadOnlyList<OutboxLine>> FreshAsync()
    {
        var queued = (await Rig.Get<OutboxStore>().CountsAsync(null, Stop)).Values.Sum();
        var fresh = (int)(queued - queuedBefore);
        queuedBefore = queued;
        if (fresh == 0) return [];
        IReadOnlyList<OutboxLine> letters = [.. (await Rig.Get<OutboxStore>().ListAsync(null, fresh, Stop)).OrderBy(letter => letter.Id)];
        await calendars.HoldAsync(letters);
        return letters;
    }

    private async Task<Dictionary<long, RemindedObligation>> OpenAsync() =>
        (await Rig.Get<ReminderStore>().OpenAsync("g", DateTimeOffset.MaxValue.AddDays(-1), Stop)).ToDictionary(one => one.Obligation.Id);

    public static string AddressOf(string country) => $"itu@ministry-{country.ToLowerInvariant()}.example";

    public void At(DateTimeOffset at, Func<Task> happens) => events.Enqueue(happens, (at, ++drawn));

    public void SetClock(TimeSpan off)
    {
        if (off != TimeSpan.Zero)
        {
            Note("wrong clock", $"by {off}");
            WasRight = false;
        }
        Wrong = off;
        Tick();
        jobs.Align();
    }

    public void Tick() => Rig.Clock.AdjustTime(Told);

    /// <returns>The letters that it brought.</returns>
    public async Task<IReadOnlyList<OutboxLine>> DoAsync(string verb)
    {
        var (code, printed) = await Rig.RunAsync(verb);
        Must(code == 0, $"{verb}: {printed}");
        Note("verb", verb);
        return await FreshAsync();
    }

    /// <summary>What may be refused: it is over by then.</summary>
    public async Task<bool> TryAsync(string verb)
    {
        var (code, printed) = await Rig.RunAsync(verb);
        Note(code == 0 ? "verb" : "refused", code == 0 ? verb : $"{verb}: {printed.Trim()}");
        await FreshAsync();
        return code == 0;
    }

    /// <summary>A mail comes, and the service takes it in where it is up; a mail that waits for a person is accepted.</summary>
    public async Task<MessageDetails> MailAsync(string from, string subject, string body, string? headers = null, string? to = null)
    {
        var taken = await Rig.MailAsync(from, subject, body, headers, to);
        Note("mail", $"{from}: {subject} ({taken.Line.State})");
        await FreshAsync();
        Tick();
        return taken;
    }

    public void Note(string what, string detail)
    {
        Seen[what] = Seen.GetValueOrDefault(what) + 1;
        story.Add($"{Told:u} {what} {detail}");
    }

    public static void Must(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException(otherwise);
    }

    public sealed class WorkerDiedException : Exception;
}
