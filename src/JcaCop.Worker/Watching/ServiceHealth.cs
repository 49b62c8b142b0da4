using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Watching;

/// <summary>How the parts of the service fare that a group depends on: its mailboxes, their reconciliation, and the outbox.</summary>
internal sealed class ServiceHealth(SignStore signs, OutboxStore outbox, GroupList groups, IOptions<WatchOptions> options, IOptions<ScheduleOptions> schedule, TimeProvider clock)
{
    /// <summary>A letter that could not be handed over for so long needs a look.</summary>
    private static readonly TimeSpan LongQueued = TimeSpan.FromHours(4);

    /// <summary>A count that is under way, or waits for its second look, is not missed yet.</summary>
    private static readonly TimeSpan Counting = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<DigestHealth>> OfAsync(Group group, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var all = (await signs.AllAsync(stop)).ToDictionary(sign => sign.Part, StringComparer.Ordinal);
        var health = new List<DigestHealth>();
        foreach (var box in groups.Mailboxes.Where(box => box.Group == group.Key))
        {
            var sign = all.GetValueOrDefault(HeartbeatJob.PartOf(box.Name));
            health.Add(Of((LocalText)box.Name, sign, now - HeartbeatJob.LimitOf(box, options.Value), sign is { Trouble: not null } ? HealthState.Bad : HealthState.Warning, group));
            health.Add(Of(new PartName("reconciliation", box.Name), all.GetValueOrDefault(ReconciliationOf(box.Name)), CountedFrom(now), HealthState.Warning, group));
        }
        var counts = await outbox.CountsAsync(group.Key, stop);
        var waits = (await outbox.ListAsync(OutboxState.Queued, 1_000, stop)).Count(letter => letter.Group == group.Key && letter.CreatedAt < now - LongQueued);
        var unsure = counts.GetValueOrDefault(OutboxState.Unknown) + counts.GetValueOrDefault(OutboxState.Failed) + counts.GetValueOrDefault(OutboxState.Parked);
        health.Add(new DigestHealth(new PartName("outbox"), waits > 0 ? HealthState.Bad : unsure > 0 ? HealthState.Warning
            : HealthState.Good,
            new DeliveryCounts([.. new[] { OutboxState.Accepted, OutboxState.Queued, OutboxState.Unknown, OutboxState.Failed,
                    OutboxState.Parked }.Select(one => (one, (int)counts.GetValueOrDefault(one)))])));
        return health;
    }

    /// <summary>What was done in time and without trouble is good, and nothing else: a look of last week, before the service was off, says nothing of today.</summary>
    /// <param name="from">What was done before is too old, UTC.</param>
    /// <param name="old">How bad that is.</param>
    private static DigestHealth Of(Shown what, Sign? sign, DateTimeOffset from, HealthState old, Group group)
    {
        var late = !(sign?.At >= from);
        return new DigestHealth(what, late ? old : sign!.Trouble is null ? HealthState.Good : HealthState.Warning,
            sign?.Trouble is { } trouble ? (LocalText)trouble : late ? new NotSince(sign?.At, group.Zone) : new ZonedTime(sign!.At!.Value, group.Zone));
    }

    /// <summary>The last time that mailboxes were to be counted.</summary>
    private DateTimeOffset CountedFrom(DateTimeOffset now)
    {
        var cron = new Quartz.CronExpression(schedule.Value.Reconciliation, schedule.Value.ZoneFor(groups));
        DateTimeOffset last = DateTimeOffset.MinValue, at = now.AddDays(-LongestPause);
        while (cron.GetNextValidTimeAfter(at) is { } time && time <= now - Counting) last = at = time;
        return last;
    }

    /// <summary>Days between two counts, at most, that are looked at.</summary>
    private const int LongestPause = 62;

    public static string ReconciliationOf(string mailbox) => $"reconciliation {mailbox}";
}
