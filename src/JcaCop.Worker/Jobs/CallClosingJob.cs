using System.Globalization;
using JcaCop.Post.Documents;
using JcaCop.Post.Letters;
using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;
using JcaCop.Worker.Calls;
using JcaCop.Worker.Commands.Desk.Calls;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Jobs;

/// <summary>Closes calls on the first working day after their deadline, each round once. One that answers wait for is told of, once, and closed when they are decided.</summary>
internal sealed class CallClosingJob(DeskStore desk, RegisterStore register, GroupList groups, CallLetters letters, DraftLanguages languages, IOptions<ReminderOptions> reminders, TimeProvider clock) : IDueWork
{
    private const string Who = "calendar";
    private readonly WorkingDays days = reminders.Value.ToHours().Days;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var told = new List<string>();
        foreach (var group in groups.Groups)
            foreach (var call in (await register.LiveAsync(group.Key, [EntryKind.Call], stop)).OfType<CallEntry>().Where(call => CallClosing.IsDue(call, group.Zone, days, clock.GetUtcNow())))
                if (await CloseAsync(group, call, stop) is { } said) told.Add(said);
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    /// <summary>One that waits for a person's decision brings no result by itself: it is told that it waits, once.</summary>
    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        var coming = new List<ComingLetter>();
        foreach (var call in (await register.LiveAsync(group.Key, [EntryKind.Call], stop)).OfType<CallEntry>())
        {
            if (ClosingDay.Of(call, group.Zone, days) is not { } day || ClosingDay.StartOf(day, group.Zone) is var at && at > until) continue;
            var kind = "call-closed";
            if (call.Rule is not null && at <= clock.GetUtcNow() && await WaitsAsync(group, call, stop))
            {
                if (await desk.IsDoneAsync(group.Key, CallClosing.OnceKey(call, "waits"), stop)) continue;
                kind = "call-waits";
            }
            coming.Add(new ComingLetter(kind, at, [.. CallLetters.Desk(group)], call.Number, new Reason("closing", Day: day)));
        }
        return coming;
    }

    private Task<bool> WaitsAsync(Group group, CallEntry call, CancellationToken stop) => desk.SeeAsync(group.Key, CallDesk.Whole, draft =>
    {
        var (asked, others) = CallClosing.Answers(call, draft.Known);
        return CallClosing.Waiting(asked, others) > 0 || CallTally.AwaitsAdjustment(call, asked);
    }, stop);

    private async Task<string?> CloseAsync(Group group, CallEntry call, CancellationToken stop)
    {
        var closing = await desk.DoAsync(group.Key, new DeskOrder(Who, "call close", call.Number, CallDesk.Whole, draft => CallClosing.Close(
            call.Number, group.Zone, false, draft,
            (entry, sheet, on) => CircularDraft.Write(languages.Of(group), group, entry, sheet, on),
            notice => letters.Result(group, notice, draft.Now), byCalendar: true)) { OnceKey = CallClosing.OnceKey(call, "closing") }, stop);
        if (closing.Done) return $"{call.Number}: {Outcome(closing)}";
        if (closing.Problem is not { } problem) return null;

        var waits = await desk.DoAsync(group.Key, new DeskOrder(Who, "call waits", call.Number, CallDesk.Whole, draft =>
        {
            var (asked, others) = CallClosing.Answers(call, draft.Known);
            return DeskResult.With(letters.Waits(group, new CallView(call, asked, others), draft.Now));
        }) { OnceKey = CallClosing.OnceKey(call, "waits") }, stop);
        return waits.Done ? $"{call.Number} is not closed: {problem}" : null;
    }

    private static string Outcome(DeskOutcome outcome) => outcome.Changes.Select(change => change.After).OfType<CallEntry>().FirstOrDefault() switch
    {
        { Result: { } result } => result.Sheet.Lines[^1].Value,
        { Deadline: { } deadline } => $"put off, {deadline.Rule}",
        _ => "done",
    };
}
