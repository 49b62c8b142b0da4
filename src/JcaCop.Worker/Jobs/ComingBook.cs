using JcaCop.Post.Letters;
using JcaCop.Register;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Jobs;

/// <summary>All that leaves by itself in the next days: what waits in the outbox, and what each job of the calendar will write.</summary>
internal sealed class ComingBook(IServiceProvider services, OutboxStore outbox, Vetoes vetoes, TimeProvider clock)
{
    private const int MostQueued = 1_000;

    /// <summary>What is queued already, the oldest first.</summary>
    public async Task<IReadOnlyList<ComingLetter>> QueuedAsync(Group group, CancellationToken stop) =>
    [
        .. (await outbox.ListAsync(OutboxState.Queued, MostQueued, stop)).Where(letter => letter.Group == group.Key).Reverse()
            .Select(letter => new ComingLetter(letter.Kind, letter.CreatedAt, [letter.To], letter.Subject, new Reason("queued"))),
    ];

    /// <summary>What the jobs will write, the next first; what was stopped is left out.</summary>
    /// <param name="until">UTC.</param>
    public async Task<IReadOnlyList<ComingLetter>> ListAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        var coming = new List<ComingLetter>();
        var plans = services.GetRequiredService<IReadOnlyList<PlannedJob>>();
        // What is due already leaves when its job runs next: no letter leaves on a day that is past.
        var now = clock.GetUtcNow();
        foreach (var work in plans.Select(plan => plan.Work).Distinct())
            foreach (var letter in await ((IDueWork)services.GetRequiredService(work)).ComingAsync(group, until, stop))
                if (PlannedJob.TimeOf(plans, letter.By ?? work, letter.At < now ? now : letter.At, clock) is var at && at <= until
                    && (letter.Key is not { } key || !await vetoes.IsStoppedAsync(group.Key, key, stop))) coming.Add(letter with { At = at, Last = LastOf(plans, letter, letter.By ?? work, at) });
        return [.. coming.OrderBy(letter => letter.At)];
    }

    private DateTimeOffset? LastOf(IReadOnlyList<PlannedJob> plans, ComingLetter letter, Type work, DateTimeOffset first) =>
        letter.Last is { } due && due > letter.At && PlannedJob.TimeOf(plans, work, due < clock.GetUtcNow() ? clock.GetUtcNow() : due, clock) is var last && last > first ? last : null;
}
