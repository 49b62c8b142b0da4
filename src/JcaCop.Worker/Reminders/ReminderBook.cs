using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Reminders;

/// <summary>What of one obligation is due, and what is known of it.</summary>
/// <param name="Deputy">Address of whoever stands in for an absent debtor, and gets the letter; null where the debtor does.</param>
internal sealed record DueReminder(RemindedObligation Reminded, ReminderState State, ReminderVerdict Verdict, string? Deputy)
{
    /// <summary>A mail of the debtor that may be what is owed waits for a person.</summary>
    public bool AnswerWaits { get; init; }

    /// <summary>That mail asks for more time.</summary>
    public bool AsksForTime { get; init; }

    public ObligationEntry Owed => Reminded.Obligation;
}

/// <summary>Asks the rule about all open obligations of a group: for the job that sends, for the list of what goes out next, and for the virtual clock.</summary>
internal sealed class ReminderBook(ReminderStore store, RegisterStore register, IOptions<ReminderOptions> options, TimeProvider clock)
{
    private readonly ReminderPlan plan = options.Value.ToPlan();
    private readonly ReminderPlan withoutEscalation = ToDebtorsAlone(options.Value.ToPlan());
    private readonly SendingHours hours = options.Value.ToHours();

    /// <summary>Obligations whose first step is near, each with what is due now.</summary>
    public async Task<IReadOnlyList<DueReminder>> AskAsync(Group group, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (open, view) = await LookAsync(group, Horizon(now), now, stop);
        return [.. open.Select(reminded => Ask(group, reminded, view, now))];
    }

    /// <summary>Letters that will leave until an instant, as far as can be told now, each with the deputy who gets it in the place of an absent debtor.</summary>
    public async Task<IReadOnlyList<(ObligationEntry Owed, ReminderStep Step, DateTimeOffset At, string? Deputy)>> UpcomingAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (open, view) = await LookAsync(group, Horizon(until), now, stop);
        return [.. open
            .SelectMany(reminded => view.Absences.Of(reminded.Obligation) is var away
                ? ReminderRule.Upcoming(StateOf(group, reminded, away, view), PlanOf(reminded.Obligation, view), hours, group.Zone, now, until)
                    .Select(coming => (reminded.Obligation, coming.Step, coming.At, coming.At < away?.Back ? away.Deputy : null)) : [])
            .OrderBy(coming => coming.At)];
    }

    /// <summary>The first letter of each of what is not owed yet, and will be: until an instant, as far as can be told now.</summary>
    public async Task<IReadOnlyList<(ObligationEntry Owed, ReminderStep Step, DateTimeOffset At)>> FirstOfAsync(Group group, IReadOnlyList<ObligationEntry> coming, DateTimeOffset until, CancellationToken stop)
    {
        if (coming.Count == 0) return [];
        List<RemindedObligation> reminded = [.. coming.Select(owed => new RemindedObligation(owed, [], 0, null))];
        var view = new View(await Absences.OfAsync(group, register, clock.GetUtcNow(), stop), await Written.OfAsync(group, reminded, store, register, stop), [], [], []);
        var found = new List<(ObligationEntry, ReminderStep, DateTimeOffset)>();
        foreach (var one in reminded)
        {
            var state = StateOf(group, one, view.Absences.Of(one.Obligation), view);
            if (ReminderRule.Upcoming(state, withoutEscalation, hours, group.Zone, one.Obligation.OpenedAt, until) is [var (step, at), ..]) found.Add((one.Obligation, step, at));
        }
        return found;
    }

    /// <summary>What is known beside the obligations themselves.</summary>
    /// <param name="Silent">Calls to which silence is an answer.</param>
    /// <param name="Ending">Seats that end before anybody would ask about them again: their end is known, and told.</param>
    /// <param name="Unadjusted">Consultations that comments have put off, whose adjusted proposal nobody has got yet: there is nothing to remind of.</param>
    private sealed record View(Absences Absences, Written Written, HashSet<long> Silent, HashSet<long> Unadjusted, HashSet<long> Ending);

    private async Task<(IReadOnlyList<RemindedObligation> Open, View View)> LookAsync(Group group, DateTimeOffset until, DateTimeOffset now, CancellationToken stop)
    {
        var open = await store.OpenAsync(group.Key, until, stop);
        var calls = open.Any(one => one.Obligation.Matter == ObligationMatter.AnswerCall) ? await register.LiveAsync(group.Key, [EntryKind.Call], stop) : [];
        return (open, new View(await Absences.OfAsync(group, register, now, stop), await Written.OfAsync(group, open, store, register, stop),
            [.. calls.OfType<CallEntry>().Where(call => call.Rule is { Silence: SilenceMeaning.Approval }).Select(call => call.Id)], [.. calls.OfType<CallEntry>().Where(call => call.AwaitsAdjustment).Select(call => call.Id)],
            await EndingAsync(group, open, now, stop)));
    }

    private async Task<HashSet<long>> EndingAsync(Group group, IReadOnlyList<RemindedObligation> open, DateTimeOffset now, CancellationToken stop)
    {
        if (!open.Any(one => one.Obligation.Matter == ObligationMatter.ConfirmSeat)) return [];
        var again = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, group.Zone).DateTime).AddMonths(Math.Max(group.Periodic.SeatMonths, 1));
        return [.. (await register.SnapshotAsync(group.Key, null, stop)).Seats.Where(seat => seat.Until <= again).Select(seat => seat.Id)];
    }

    private DueReminder Ask(Group group, RemindedObligation reminded, View view, DateTimeOffset now)
    {
        var away = view.Absences.Of(reminded.Obligation);
        var state = StateOf(group, reminded, away, view);
        return new DueReminder(reminded, state, ReminderRule.Ask(state, PlanOf(reminded.Obligation, view), hours, group.Zone, now), away?.Deputy) { AnswerWaits = view.Written.Has(reminded.Obligation), AsksForTime = view.Written.AsksForTime(reminded.Obligation) };
    }

    /// <summary>Where silence is an answer nobody who was silent is late: there is nothing to hand to the secretariat. Nor is there where a seat ends by itself.</summary>
    private ReminderPlan PlanOf(ObligationEntry owed, View view) =>
        owed.OfKind == EntryKind.Call && view.Silent.Contains(owed.Of) || owed.Matter == ObligationMatter.ConfirmSeat && view.Ending.Contains(owed.Of) ? withoutEscalation : plan;

    /// <summary>
    /// Whoever is away is not reminded, also of what was asked meanwhile; where somebody stands in, nothing is put off. Whoever has written is not reminded as long as the mail waits: steps pass, and
    /// what is overdue is told the secretariat all the same.
    /// </summary>
    private ReminderState StateOf(Group group, RemindedObligation reminded, Absences.Absence? away, View view)
    {
        var owed = reminded.Obligation;
        var asked = view.Written.Has(owed) || owed.OfKind == EntryKind.Call && view.Unadjusted.Contains(owed.Of) ? owed with { NotBefore = owed.Deadline!.At.AddDays(1) }
            : away is null ? owed : owed with { NotBefore = away.Deputy is null ? Later(away.Back, owed.NotBefore) : null };
        return new ReminderState(asked, reminded.Done, reminded.LastSent, CountryZones.Of(owed.Debtor.Country, group.Zone), hours.In(owed.Debtor.Country));
    }

    private static ReminderPlan ToDebtorsAlone(ReminderPlan plan) => plan with { Steps = [.. plan.Steps.Where(step => !step.Escalates)] };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    /// <summary>A step that falls on a holiday moves to the day before: a week beyond the first step sees all of them.</summary>
    private DateTimeOffset Horizon(DateTimeOffset until) => until.AddDays(plan.Steps.Max(step => step.DaysBefore) + 8);

    /// <summary>When something will be due next, UTC; obligations whose first step is far off count with the day they come into sight.</summary>
    public async Task<DateTimeOffset?> NextAsync(IEnumerable<Group> groups, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? next = null;
        foreach (var group in groups)
        {
            var (open, view) = await LookAsync(group, DateTimeOffset.MaxValue.AddDays(-1), now, stop);
            foreach (var reminded in open)
            {
                var verdict = Ask(group, reminded, view, now).Verdict;
                var at = verdict.Send is not null || verdict.Passed.Count > 0 ? now : verdict.Next;
                if (at is not null && (next is null || at < next)) next = at;
            }
        }
        return next;
    }
}
