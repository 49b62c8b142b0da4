using System.Globalization;
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
            health.Add(new DigestHealth(box.Name, state, sign?.Trouble ?? (sign?.At is { } at ? Local(at, group) : null)));
            if (all.GetValueOrDefault(ReconciliationOf(box.Name)) is { } counted) health.Add(new DigestHealth(counted.Part, counted.Trouble is null ? HealthState.Good : HealthState.Warning, counted.Trouble ?? Local(counted.At!.Value, group)));
        }
        var counts = await outbox.CountsAsync(stop);
        var waits = (await outbox.ListAsync(OutboxState.Queued, 1_000, stop)).Count(letter => letter.CreatedAt < now - LongQueued);
        var unsure = counts.GetValueOrDefault(OutboxState.Unknown) + counts.GetValueOrDefault(OutboxState.Failed) + counts.GetValueOrDefault(OutboxState.Parked);
        health.Add(new DigestHealth("outbox", waits > 0 ? HealthState.Bad : unsure > 0 ? HealthState.Warning : HealthState.Good, string.Create(CultureInfo.InvariantCulture,
            $"accepted {counts.GetValueOrDefault(OutboxState.Accepted)}, queued {counts.GetValueOrDefault(OutboxState.Queued)} (over {LongQueued.TotalHours:0} h: {waits}), unknown {counts.GetValueOrDefault(OutboxState.Unknown)}, failed {counts.GetValueOrDefault(OutboxState.Failed)}, parked {counts.GetValueOrDefault(OutboxState.Parked)}")));
        return health;
    }

    public static string ReconciliationOf(string mailbox) => $"reconciliation {mailbox}";

    private static string Local(DateTimeOffset at, Group group) => string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(at, group.Zone):yyyy-MM-dd HH:mm}");
}
