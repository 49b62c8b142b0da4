using JcaCop.Register.Entries;

namespace JcaCop.Register.Calendar;

/// <summary>
/// Decides what reminder of an obligation is due. Pure. A step falls on a day; its letter leaves when the addressee's office hours of that day
/// begin. A step on a day off comes on the working day before it, an escalation on the one after. Of several steps that were missed only the last
/// is sent; no reminder leaves after the deadline, none while the debtor is away, and none in the wake of another. A step that lies before the matter was
/// opened, or in the wake of the letter that opened it or moved its deadline, was not missed: it passes, where another one comes.
/// </summary>
public static class ReminderRule
{
    /// <param name="deadlineZone">Zone of the group: in it lies the day of a deadline that has no zone of its own, and the hours in which the secretariat hears.</param>
    /// <param name="now">UTC.</param>
    public static ReminderVerdict Ask(ReminderState state, ReminderPlan plan, SendingHours hours, TimeZoneInfo deadlineZone, DateTimeOffset now)
    {
        var owed = state.Obligation;
        // What is owed without a day, as an answer to Circular 313, is not reminded.
        if (!owed.Live || owed.Deadline is not { } deadline) return new ReminderVerdict(null, [], null);
        var left = plan.Steps.Where(step => !state.Done.Contains(step.DaysBefore)).Select(step => (Step: step, At: TimeOf(step, deadline, hours, deadlineZone, state))).ToList();
        var come = left.Where(pair => pair.At <= now).ToList();
        var coming = left.Where(pair => pair.At > now).Select(pair => (DateTimeOffset?)pair.At).Min();
        if (come.Count == 0) return new ReminderVerdict(null, [], coming);

        // What is late is late: an escalation once the deadline is over, otherwise the reminder that is nearest to it.
        var over = now > deadline.At;
        var candidate = over ? come.Where(pair => pair.Step.Escalates).Select(pair => pair.Step).LastOrDefault()
            : come.Where(pair => !IsInWake(pair, left, owed, plan, deadline)).Select(pair => pair.Step).LastOrDefault();
        List<ReminderStep> passed = [.. from pair in come where pair.Step != candidate && (!pair.Step.Escalates || over) select pair.Step];
        if (candidate is null) return new ReminderVerdict(null, passed, coming);

        var allowed = candidate.Escalates ? hours.Next(Allowed(candidate, state, plan, now), deadlineZone) : state.HoursOr(hours).Next(Allowed(candidate, state, plan, now), state.Zone);
        if (allowed <= now) return new ReminderVerdict(candidate, passed, coming);
        // It may not leave now. If it can no longer leave in time, it is passed over.
        if (!candidate.Escalates && allowed > deadline.At) return new ReminderVerdict(null, [.. passed, candidate], coming);
        return new ReminderVerdict(null, passed, coming is { } later && later < allowed ? later : allowed);
    }

    /// <summary>The steps that are still to come until a day, as far as can be told now: what goes out next.</summary>
    public static IReadOnlyList<(ReminderStep Step, DateTimeOffset At)> Upcoming(
        ReminderState state, ReminderPlan plan, SendingHours hours, TimeZoneInfo deadlineZone, DateTimeOffset now, DateTimeOffset until)
    {
        var coming = new List<(ReminderStep, DateTimeOffset)>();
        var at = now;
        while (at <= until)
        {
            var verdict = Ask(state, plan, hours, deadlineZone, at);
            if (verdict.Send is { } step)
            {
                coming.Add((step, at));
                state = state with { Done = [.. state.Done, step.DaysBefore, .. verdict.Passed.Select(passed => passed.DaysBefore)], LastSent = at };
            }
            else if (verdict.Passed.Count > 0) state = state with { Done = [.. state.Done, .. verdict.Passed.Select(passed => passed.DaysBefore)] };
            else if (verdict.Next is { } next && next > at) at = next;
            else break;
        }
        return coming;
    }

    private static DateTimeOffset TimeOf(ReminderStep step, Deadline deadline, SendingHours hours, TimeZoneInfo deadlineZone, ReminderState state)
    {
        var day = deadline.DayOr(deadlineZone).AddDays(-step.DaysBefore);
        return step.Escalates
            ? hours.OpeningOn(hours.Days.OnOrAfter(day), deadlineZone)
            : state.HoursOr(hours).OpeningOn(state.HoursOr(hours).Days.OnOrBefore(day), state.Zone);
    }

    /// <summary>Nobody who was written to yesterday needs a reminder for the step of today. Of a seat the first reminder is the letter itself (docs/decisions/0048).</summary>
    private static bool IsInWake((ReminderStep Step, DateTimeOffset At) pair, List<(ReminderStep Step, DateTimeOffset At)> left, ObligationEntry owed, ReminderPlan plan, Deadline deadline) =>
        owed.Matter != ObligationMatter.ConfirmSeat && !pair.Step.Escalates && pair.At < owed.ToldAt + Gap(pair.Step, plan)
        && left.Exists(other => !other.Step.Escalates && other.At > pair.At && other.At <= deadline.At && other.At >= owed.ToldAt + Gap(other.Step, plan));

    private static TimeSpan Gap(ReminderStep step, ReminderPlan plan) => step.DaysBefore == 0 ? plan.Gap / 2 : plan.Gap;

    private static DateTimeOffset Allowed(ReminderStep step, ReminderState state, ReminderPlan plan, DateTimeOffset now)
    {
        var after = (state.LastSent is { } sent && sent > state.Obligation.ToldAt ? sent : state.Obligation.ToldAt) + (step.Escalates ? TimeSpan.Zero : Gap(step, plan));
        var allowed = after > now ? after : now;
        return state.Obligation.NotBefore is { } back && back > allowed && !step.Escalates ? back : allowed;
    }
}
