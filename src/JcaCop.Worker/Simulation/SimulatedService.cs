using JcaCop.Register.Stores;
using JcaCop.Worker.Digests;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Simulation;

/// <summary>Plays a scenario: moves the clock from one thing that happens to the next, and lets the service's own intake and jobs do the rest.</summary>
/// <param name="sent">Folder of the letters that left.</param>
/// <param name="verbs">Does one line of the story that is a verb of the command line; gives its exit code and what it printed.</param>
internal sealed class SimulatedService(
    Scenario scenario, IReadOnlyList<SimulatedMailbox> mailboxes, VirtualClock clock, IServiceProvider services, Timeline timeline, string sent,
    Func<ScenarioLine, CancellationToken, Task<(int Code, string Printed)>> verbs)
{
    private readonly DateTimeOffset start = clock.GetUtcNow();
    private readonly Dictionary<string, IntakeLoop> intake = services.GetRequiredService<IReadOnlyList<IntakeLoop>>().ToDictionary(loop => loop.Mailbox);
    private readonly OutboxStore outbox = services.GetRequiredService<OutboxStore>();
    private readonly LetterMentions mentions = new(sent, services.GetRequiredService<OutboxStore>());
    private readonly MailTelling telling = new(services, timeline, clock);
    private readonly List<SimulatedJob> jobs = [.. services.GetRequiredService<IReadOnlyList<PlannedJob>>()
        .Select(plan => new SimulatedJob(plan, (IDueWork)services.GetRequiredService(plan.Work), clock))];

    private bool down;
    private DateTimeOffset watchedAt = DateTimeOffset.MinValue;

    /// <summary>Longer than a watch may pause and still count as one; shorter than any silence that is reported.</summary>
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(20);

    /// <summary>How many lines of the story failed.</summary>
    public int FailedLines { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        var mails = new Queue<ScenarioMail>(scenario.Mails);
        var lines = new Queue<ScenarioLine>(scenario.Lines);
        var end = scenario.Lines.FirstOrDefault(line => line.Verb == StoryVerb.End)?.At
            ?? scenario.Lines.Select(line => line.At).Concat(scenario.Mails.Select(mail => mail.At)).Max().AddDays(1);

        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var next = Earliest([
                mails.TryPeek(out var mail) ? mail.At : null,
                lines.TryPeek(out var line) ? line.At : null,
                .. down ? [] : mailboxes.Select(box => box.Next).Concat(jobs.Select(job => job.Next)),
            ]);
            if (next is not { } now || now > end) break;
            clock.MoveTo(now);

            // What comes from outside comes first: a mail of this minute is there when the service looks in this minute.
            if (mail?.At == now) await DeliverAsync(mails.Dequeue(), stop);
            else if (!down && mailboxes.FirstOrDefault(box => box.Next == now) is { } box) await LookAsync(box, now, stop);
            else if (!down && jobs.Find(job => job.Next == now) is { } job) await RunAsync(job, now, stop);
            else await DoAsync(lines.Dequeue(), now, stop);
        }
        clock.MoveTo(end);
        foreach (var mail in mails) timeline.Tell(end, TimelineWord.Trouble, $"mail/{mail.Name} is dated after the end of the story, and did not arrive");
        foreach (var line in lines.Where(line => line.At > end)) timeline.Tell(end, TimelineWord.Trouble, $"{ScenarioReader.CommandsFile}:{line.Number}: stands after the end of the story, and was not done");
    }

    private static DateTimeOffset? Earliest(IEnumerable<DateTimeOffset?> times) => times.Min();

    /// <summary>A mail to several groups lies in the mailbox of each, as mail servers do it.</summary>
    private async Task DeliverAsync(ScenarioMail mail, CancellationToken stop)
    {
        var (raw, problems) = await mentions.FillAsync(await File.ReadAllBytesAsync(mail.File, stop), stop);
        foreach (var problem in problems)
        {
            timeline.Tell(clock.GetUtcNow(), TimelineWord.Trouble, $"mail/{mail.Name}: {problem}");
            FailedLines++;
        }
        var named = mailboxes.Where(box => box.IsFor(mail)).ToList();
        foreach (var box in named.Count > 0 ? named : [mailboxes[0]]) box.Deliver(mail, raw, start);
    }

    private async Task LookAsync(SimulatedMailbox box, DateTimeOffset now, CancellationToken stop)
    {
        box.Looked(now);
        await clock.CarryAsync(intake[box.Name].DrainAsync(stop), stop);
        await telling.TellNewAsync(stop);
        await WakeAsync(clock.GetUtcNow(), stop);
    }

    private async Task RunAsync(SimulatedJob job, DateTimeOffset now, CancellationToken stop)
    {
        if (job.Plan.Work == typeof(HeartbeatJob))
        {
            // Looks that would find nothing are passed over. Where the watching goes on without a break, they must have been made all the same.
            if (now - watchedAt <= LongestBreak)
                foreach (var box in mailboxes.Where(box => box.Next is null && now - (box.LookedAt ?? start) > LongestBreak).ToList()) await LookAsync(box, now, stop);
            watchedAt = now;
        }
        // The digest tells how the mailboxes fare: looks that would have found nothing were made.
        if (job.Plan.Work == typeof(DigestJob))
            foreach (var box in mailboxes.Where(box => box.Next is null))
            {
                box.Looked(now);
                await clock.CarryAsync(intake[box.Name].DrainAsync(stop), stop);
            }
        var told = await clock.CarryAsync(job.Work.RunAsync(stop), stop);
        now = clock.GetUtcNow();
        job.Ran(now, told is not null);
        if (!job.Plan.WhenDue && told is not null) timeline.Tell(now, TimelineWord.Job, $"{job.Plan.Name}: {told}");
        if (told is null)
        {
            if (job.Plan.WhenDue && await job.Work.NextAsync(stop) is { } next && next > now) job.Wake(next);
            return;
        }
        await telling.TellLettersAsync(stop);
        await WakeAsync(now, stop);
    }

    private async Task DoAsync(ScenarioLine line, DateTimeOffset now, CancellationToken stop)
    {
        switch (line.Verb)
        {
            case StoryVerb.Note:
                timeline.Tell(now, TimelineWord.History, line.Rest);
                return;
            case StoryVerb.Down:
                down = true;
                timeline.Tell(now, TimelineWord.History, "The service is down.");
                return;
            case StoryVerb.Up:
                down = false;
                timeline.Tell(now, TimelineWord.History, "The service is up again.");
                foreach (var job in jobs) job.Resume(now);
                foreach (var box in mailboxes) box.LookAfter(now, start);
                return;
            case StoryVerb.End:
                return;
        }
        var (code, printed) = await verbs(line, stop);
        timeline.Tell(now, code == 0 ? TimelineWord.Verb : TimelineWord.Trouble, code == 0 ? line.Text : $"commands.txt:{line.Number}: {line.Text} (exit code {code})");
        if (printed.Length > 0) timeline.Add(printed);
        if (code != 0) FailedLines++;
        // A decision may have made a move due, which the next look at the mailbox does.
        foreach (var box in mailboxes) box.LookAfter(now, start);
        await telling.TellNewAsync(stop);
        await WakeAsync(now, stop);
    }

    /// <summary>Something may have become due: jobs that look for it look at their next time, and again when the next letter may go.</summary>
    private async Task WakeAsync(DateTimeOffset now, CancellationToken stop)
    {
        var due = await outbox.NextDueAsync(stop);
        foreach (var job in jobs.Where(job => job.Plan.WhenDue))
        {
            job.Wake(due is { } later && later > now ? later : now);
            if (await job.Work.NextAsync(stop) is { } next) job.Wake(next > now ? next : now);
        }
    }
}
