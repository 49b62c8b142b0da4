using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Watching;

/// <summary>How the parts of the service fare that a group depends on: its mailboxes, their reconciliation, and the outbox.</summary>
internal sealed class ServiceHealth(SignStore signs, OutboxStore outbox, GroupList groups, IOptions<WatchOptions> options, TimeProvider clock)
{
    /// <summary>A letter that could not be handed over for so long needs a look.</summary>
    private static readonly TimeSpan LongQueued = TimeSpan.FromHours(4);

    public async Task<IReadOnlyList<DigestHealth>> OfAsync(Group group, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var all = (await signs.AllAsync(stop)).ToDictionary(sign => sign.Part, StringComparer.Ordinal);
        var health = new List<DigestHealth>();
        foreach (var box in groups.Mailboxes.Where(box => box.Group == group.Key))
        {
            var sign = all.GetValueOrDefault(HeartbeatJob.PartOf(box.Name));
            var state = sign?.Trouble is not null ? HealthState.Warning : HealthState.Good;
            if (sign is { Trouble: not null } && !(sign.At > now - HeartbeatJob.LimitOf(box, options.Value))) state = HealthState.Bad;
            health.Add(new DigestHealth((LocalText)box.Name, state, sign?.Trouble is { } trouble ? (LocalText)trouble : sign?.At is { } at ? new ZonedTime(at, group.Zone) : null));
            if (all.GetValueOrDefault(ReconciliationOf(box.Name)) is { } counted)
                health.Add(new DigestHealth(new PartName("reconciliation", box.Name), counted.Trouble is not null ? HealthState.Warning
                        : HealthState.Good, counted.Trouble is null ? new ZonedTime(counted.At!.Value, group.Zone) : (LocalText)counted.Trouble));
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

    public static string ReconciliationOf(string mailbox) => $"reconciliation {mailbox}";
}
