using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Register.Calendar;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Tests.Conversing;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Tests.Simulation;

/// <summary>One year of a service, drawn by a seed. What the service does is held against what happened, as this story knows it and not as the register does.</summary>
internal sealed class ChanceYear : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2015, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Offices on both sides of the date line, with summer time in the north, in the south and none.</summary>
    private static readonly string[] Countries = ["AU", "US", "CL", "WS", "NP", "CH"];

    /// <summary>Templates are read once for all years.</summary>
    private static readonly LetterWriter Writer = new(new LetterOptions());

    private readonly int seed;
    private readonly bool eventful;
    private readonly Random random;
    private readonly PriorityQueue<Func<Task>, DateTimeOffset> events = new();
    private readonly SendingHours hours = new ReminderOptions().ToHours();
    private readonly ReminderPlan plan = ReminderPlan.Usual;
    private readonly HashSet<(long Owed, DateTimeOffset Due, int Step)> sent = [];
    private readonly HashSet<(string Call, string Country)> answered = [];
    private readonly Dictionary<string, DateTimeOffset> awayUntil = [];
    private readonly HashSet<string> gone = [];
    private readonly HashSet<long> seenLetters = [];
    private readonly List<string> story = [];
    private long queuedBefore;
    private string[] members = [];
    private TalkRig rig = null!;
    private DateTimeOffset now = Start;
    private TimeSpan wrong = TimeSpan.Zero;
    private DateTimeOffset downUntil = Start;
    private int killIn;
    private bool dead;

    /// <param name="eventful">Whether everything that may happen does: each die then falls on the side on which something happens.</param>
    public ChanceYear(int seed, bool eventful)
    {
        this.seed = seed;
        this.eventful = eventful;
        random = new Random(seed);
    }

    public ValueTask DisposeAsync() => rig?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>How often what happened.</summary>
    public Dictionary<string, int> Seen { get; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What the machine's clock says.</summary>
    private DateTimeOffset Told => now + wrong;

    public async Task PlayAsync()
    {
        rig = new TalkRig(change: (services, folder) =>
        {
            services.AddSingleton(Writer);
            services.AddSingleton<Database>(_ => new SqliteDatabase(Path.Combine(folder, "register.db")) { BeforeStatement = MayDie });
        });
        Draw();
        var end = Start.AddDays(365);
        try
        {
            while (now < end)
            {
                var look = await NextLookAsync();
                if (events.TryPeek(out var happens, out var at) && at <= look)
                {
                    events.Dequeue();
                    if (at > now) now = at;
                    Tick();
                    await happens();
                    continue;
                }
                now = look;
                Tick();
                if (now >= downUntil) await LookAsync();
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new InvalidOperationException($"seed {seed}, {now:u}: {failure.Message}\n{string.Join('\n', story.TakeLast(40))}", failure);
        }
    }

    /// <summary>The register's word where it has one, a look of the scheduler now and then where it has none.</summary>
    private async Task<DateTimeOffset> NextLookAsync()
    {
        var next = now.AddHours(random.Next(20, 120));
        if (await rig.Get<ReminderBook>().NextAsync([rig.Group], Stop) is { } due && due - wrong < next) next = due - wrong;
        var soonest = now.AddMinutes(10);
        return (next < soonest ? soonest : next).AddMinutes(random.Next(10));
    }

    private void MayDie()
    {
        if (!dead && (killIn == 0 || --killIn > 0)) return;
        dead = true;
        throw new WorkerDiedException();
    }

    private void Draw()
    {
        members = [.. Countries.OrderBy(_ => random.Next()).Take(3)];
        At(Start, async () =>
        {
            foreach (var country in members) await DoAsync($"member add \"Administration of {country}\" --country {country} --email {AddressOf(country)}");
        });
        var firstOpens = DateTimeOffset.MaxValue;
        for (var n = 1; n <= 2; n++)
        {
            var opens = Chance(1, 200);
            if (opens < firstOpens) firstOpens = opens;
            DrawCall($"Circular {n}", opens);
        }
        for (var n = Some(3); n > 0; n--)
        {
            var country = members[random.Next(members.Length)];
            var (from, days) = (Chance(20, 330), random.Next(2, 40));
            At(from, () => AbsentAsync(country, days));
        }
        if (Happens(3))
        {
            var country = members[random.Next(members.Length)];
            // Before the first circular there is no letter that could come back.
            var at = eventful ? firstOpens.AddHours(1) : Chance(30, 250);
            At(at, () => BounceAsync(country, null));
            At(at.AddHours(40), () => ProbeAsync(country));
        }
        for (var n = Some(4); n > 0; n--)
        {
            var hoursDown = random.Next(2, random.Next(2, 500) + 1);
            At(Chance(1, 360), () =>
            {
                Note("down", $"{hoursDown} h");
                if (now.AddHours(hoursDown) > downUntil) downUntil = now.AddHours(hoursDown);
                return Task.CompletedTask;
            });
        }
        for (var n = Some(3); n > 0; n--)
        {
            var (at, off, lasts) = (Chance(5, 350), TimeSpan.FromMinutes(random.Next(-72 * 60, 72 * 60)), random.Next(1, 60));
            At(at, () => Set(off));
            At(at.AddHours(lasts), () => Set(TimeSpan.Zero));
        }

        Task Set(TimeSpan off)
        {
            if (off != TimeSpan.Zero) Note("wrong clock", $"by {off}");
            wrong = off;
            return Task.CompletedTask;
        }
    }

    /// <summary>A die with so many sides; one of them makes it happen.</summary>
    private bool Happens(int sides) => random.Next(sides) == 0 || eventful;

    private int Some(int sides) => random.Next(sides) is var some && some == 0 && eventful ? 1 : some;

    private void DrawCall(string number, DateTimeOffset opens)
    {
        var last = DateOnly.FromDateTime(opens.UtcDateTime).AddDays(random.Next(2, 90));
        At(opens, () => DoAsync($"call open \"{number}\" --title \"About {number}\" --kind nomination --deadline {last:yyyy-MM-dd}"));
        if (Happens(3))
        {
            var later = last.AddDays(random.Next(5, 60));
            At(Between(opens, last.AddDays(-1)), async () =>
            {
                if (await TryAsync($"call extend \"{number}\" --to {later:yyyy-MM-dd}")) Note("extension", $"{number} to {later:yyyy-MM-dd}");
            });
            last = later;
        }
        if (random.Next(12) == 0) At(Between(opens, last), () => TryAsync($"call cancel \"{number}\""));
        // In an eventful year one member answers at once, one never, and only the third is left to the dice.
        foreach (var (index, country) in members.Index().Where(one => eventful && one.Index < 2 ? one.Index == 0 : random.Next(2) == 0))
            At(eventful && index == 0 ? opens.AddMinutes(1) : Between(opens, last.AddDays(15)), async () =>
            {
                if (!await TryAsync($"call waive \"{number}\" {country} --why \"answered by telephone\"")) return;
                answered.Add((number, country));
                Note("answer", $"{number} {country}");
            });
    }

    /// <summary>One look of the calendar, broken off now and then, by one worker or two at once; then what it did is held against the rules.</summary>
    private async Task LookAsync()
    {
        var before = await OpenAsync();
        var killed = random.Next(5) == 0;
        if (killed) killIn = random.Next(1, 14);
        var both = random.Next(8) == 0;
        try
        {
            var job = rig.Get<RemindersJob>();
            if (both) Note("two workers", "");
            await Task.WhenAll(both ? [job.RunAsync(Stop), new RemindersJob(rig.Get<ReminderBook>(), rig.Get<Vetoes>(), rig.Get<ReminderStore>(), rig.Get<ReminderLetters>(), rig.Get<RegisterStore>(), rig.Get<ReachStore>(), rig.Get<QuestionStore>(), rig.Get<Settings.GroupList>(), rig.Clock).RunAsync(Stop)] : [job.RunAsync(Stop)]);
            killed = dead;
        }
        catch (WorkerDiedException)
        {
            Note("kill", "");
            killed = true;
        }
        (killIn, dead) = (0, false);
        await HoldAsync(before, whole: !killed);
        if (random.Next(4) == 0)
        {
            await rig.Get<CallClosingJob>().RunAsync(Stop);
            await rig.Get<ConversationJob>().RunAsync(Stop);
            foreach (var letter in await rig.LettersAsync()) seenLetters.Add(letter.Id);
        }
    }

    private async Task HoldAsync(Dictionary<long, RemindedObligation> before, bool whole)
    {
        var after = await OpenAsync();
        var queued = await QueuedAsync();
        var letters = queued == queuedBefore ? [] : (await rig.LettersAsync()).Where(letter => seenLetters.Add(letter.Id)).ToList();
        queuedBefore = queued;
        var reminders = letters.Where(letter => letter.Kind is "call-reminder").ToList();
        var expected = 0;
        foreach (var one in after.Values)
        {
            var (owed, was) = (one.Obligation, before[one.Obligation.Id]);
            var (country, due) = (owed.Debtor.Country!, owed.Deadline!.At);
            var zone = CountryZones.Of(country, rig.Group.Zone);
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(due, rig.Group.Zone).DateTime);
            Must(one.Sent - was.Sent is 0 or 1, $"{one.Sent - was.Sent} letters at once: {Name(owed)}");
            if (one.Sent > was.Sent)
            {
                var steps = one.Done.Except(was.Done).ToList();
                var step = steps.Count == 0 ? throw new InvalidOperationException($"a letter without a step: {Name(owed)}") : steps.Min();
                Must(sent.Add((owed.Id, due, step)), $"step {step} twice: {Name(owed)}");
                Must(!answered.Contains((owed.Title, country)), $"reminded after the answer: {Name(owed)}");
                if (step < 0)
                {
                    Must(hours.Hold(Told, rig.Group.Zone) && Told > due, $"handed over at {Told:u}: {Name(owed)}");
                    Note("escalation", Name(owed));
                    continue;
                }
                expected++;
                Note("reminder", $"{step} {Name(owed)}");
                Must(Told <= due, $"reminded after the deadline: {Name(owed)}");
                Must(hours.Hold(Told, zone), $"reminded outside office hours, at {TimeZoneInfo.ConvertTime(Told, zone):u}: {Name(owed)}");
                Must(!(awayUntil.GetValueOrDefault(country) > Told), $"reminded while away until {awayUntil.GetValueOrDefault(country):u}: {Name(owed)}");
                Must(!gone.Contains(country), $"reminded at an address that was given up: {Name(owed)}");
                Must(was.LastSent is not { } last || last > Told || Told - last >= plan.Gap / 2, $"reminded {Told - was.LastSent} after the last letter: {Name(owed)}");
                Must(Told >= owed.ToldAt + plan.Gap / 2, $"reminded in the wake of the letter that asked: {Name(owed)}");
            }
            if (!whole || wrong != TimeSpan.Zero) continue;

            // Where it could have been done, it must be done.
            var free = one.LastSent is not { } latest || (latest <= Told && latest + plan.Gap <= Told) || sent.Any(done => done.Owed == owed.Id && done.Due == due);
            // A step in the wake of the letter that asked passes where another one comes (docs/decisions/0081).
            var first = plan.Steps.Where(step => !step.Escalates && hours.OpeningOn(hours.Days.OnOrBefore(day.AddDays(-step.DaysBefore)), zone) >= owed.ToldAt + plan.Gap)
                .Select(static step => step.DaysBefore).DefaultIfEmpty(0).Max();
            var mayBeAsked = Told <= due && Told >= owed.ToldAt + plan.Gap && hours.Hold(Told, zone) && !(awayUntil.GetValueOrDefault(country) > Told)
                && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Told, zone).DateTime) > day.AddDays(-first) && free && !gone.Contains(country);
            if (mayBeAsked) Must(sent.Any(done => done.Owed == owed.Id && done.Due == due && done.Step >= 0), $"not reminded though it could be, at {Told:u}: {Name(owed)}");
            if (Told >= hours.OpeningOn(hours.Days.OnOrAfter(day.AddDays(3)), rig.Group.Zone) && hours.Hold(Told, rig.Group.Zone) && !(one.LastSent > Told))
                Must(sent.Contains((owed.Id, due, -3)), $"not handed to the secretariat: {Name(owed)}");
        }
        Must(reminders.Count == expected, $"{reminders.Count} letters for {expected} steps");
        Must(letters.Count(letter => letter.Kind == "escalation") <= 1, "more than one letter to the secretariat");
    }

    private async Task<Dictionary<long, RemindedObligation>> OpenAsync() =>
        (await rig.Get<ReminderStore>().OpenAsync("g", DateTimeOffset.MaxValue.AddDays(-1), Stop)).ToDictionary(one => one.Obligation.Id);

    private async Task AbsentAsync(string country, int days)
    {
        var back = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Told, rig.Group.Zone).DateTime).AddDays(days);
        await rig.MailAsync(AddressOf(country), "Automatic reply: your letter", string.Create(CultureInfo.InvariantCulture, $"I am out of the office until {back:d MMMM yyyy}."), "Auto-Submitted: auto-replied");
        if (!(await rig.RegisterAsync()).All<AbsenceEntry>().Any(absence => absence.Address == AddressOf(country) && absence.Until == back)) return;
        var local = back.ToDateTime(TimeOnly.MinValue);
        awayUntil[country] = new DateTimeOffset(local, rig.Group.Zone.GetUtcOffset(local));
        Note("absence", $"{country} until {back:yyyy-MM-dd}");
    }

    private async Task ProbeAsync(string country)
    {
        await rig.Get<ConversationJob>().RunAsync(Stop);
        if ((await rig.LettersAsync()).FirstOrDefault(letter => letter.Kind == "address-probe") is { } probe) await BounceAsync(country, probe.InternetId);
        if ((await rig.RegisterAsync()).All<MemberEntry>().Any(member => member.Country == country && member.Addresses.All(address => address.Reachability == Reachability.Unreachable))) gone.Add(country);
    }

    private async Task BounceAsync(string country, string? letter)
    {
        letter ??= (await rig.LettersAsync()).FirstOrDefault(one => one.To == AddressOf(country))?.InternetId;
        if (letter is null) return;
        Note("bounce", country);
        await rig.TakeAsync(ReachTests.Bounce(Told, letter, AddressOf(country), "5.1.1", null));
    }

    private async Task<long> QueuedAsync() => (await rig.Get<OutboxStore>().CountsAsync(null, Stop)).Values.Sum();

    private static string AddressOf(string country) => $"itu@ministry-{country.ToLowerInvariant()}.example";

    private static string Name(ObligationEntry owed) => $"{owed.Title}, {owed.Debtor.Name}, due {owed.Deadline!.At:u}";

    private void At(DateTimeOffset at, Func<Task> happens) => events.Enqueue(happens, at);

    private DateTimeOffset Chance(int firstDay, int lastDay) => Start.AddMinutes(random.Next(firstDay * 1440, lastDay * 1440));

    private DateTimeOffset Between(DateTimeOffset from, DateOnly last) =>
        from.AddMinutes(random.Next(1, Math.Max(2, (int)(new DateTimeOffset(last.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero) - from).TotalMinutes)));

    private void Tick() => rig.Clock.AdjustTime(Told);

    private async Task DoAsync(string verb)
    {
        var (code, printed) = await rig.RunAsync(verb);
        Must(code == 0, $"{verb}: {printed}");
        foreach (var letter in await rig.LettersAsync()) seenLetters.Add(letter.Id);
    }

    /// <summary>What may be refused: the call is over by then.</summary>
    private async Task<bool> TryAsync(string verb)
    {
        var done = (await rig.RunAsync(verb)).Code == 0;
        foreach (var letter in await rig.LettersAsync()) seenLetters.Add(letter.Id);
        return done;
    }

    private void Note(string what, string detail)
    {
        Seen[what] = Seen.GetValueOrDefault(what) + 1;
        story.Add($"{Told:u} {what} {detail}");
    }

    private static void Must(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException(otherwise);
    }

    private sealed class WorkerDiedException : Exception;
}
