using JcaCop.Post.Letters;
using System.Globalization;
using JcaCop.Post.Letters.Message;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Reminders;

/// <summary>Reminds whoever still owes something, and hands what reminders did not move to the secretariat. All it knows stands in the register: a rerun sends nothing twice.</summary>
internal sealed class RemindersJob(ReminderBook book, Vetoes vetoes, ReminderStore store, ReminderLetters letters, RegisterStore register, ReachStore reach, QuestionStore questions, GroupList groups, TimeProvider clock) : IDueWork
{
    /// <summary>Obligations to a transaction.</summary>
    private const int Portion = 250;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var (reminders, escalated) = (0, 0);
        foreach (var group in groups.Groups)
        {
            var due = await WithoutStoppedAsync(group, (await book.AskAsync(group, stop)).Where(one => one.Verdict.Send is not null || one.Verdict.Passed.Count > 0), stop);
            if (due.Count == 0) continue;
            var snapshot = await register.SnapshotAsync(group.Key, null, stop);
            foreach (var portion in due.Where(one => one.Verdict.Send is not { Escalates: true }).Chunk(Portion))
            {
                var turns = new List<ReminderTurn>();
                foreach (var one in portion) turns.Add(Turn(group, one, await CodeAsync(group, one, snapshot, stop), snapshot));
                reminders += await store.RecordAsync(group.Key, turns, stop);
            }
            if (due.Where(one => one.Verdict.Send is { Escalates: true }).ToList() is { Count: > 0 } overdue)
                escalated += await EscalateAsync(group, overdue, snapshot, stop);
        }
        return (reminders, escalated) switch
        {
            (0, 0) => null,
            (_, 0) => Counted.Of(reminders, "reminder"),
            (0, _) => $"{Counted.Of(escalated, "overdue matter")} handed to the secretariat",
            _ => $"{Counted.Of(reminders, "reminder")}; {Counted.Of(escalated, "overdue matter")} handed to the secretariat",
        };
    }

    public Task<DateTimeOffset?> NextAsync(CancellationToken stop) => book.NextAsync(groups.Groups, stop);

    /// <summary>Steps of one call, statement or meeting are one letter to many: stopped as one.</summary>
    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop) =>
    [
        .. (await book.UpcomingAsync(group, until, stop)).Where(one => one.Step.Escalates || !IsAskedElsewhere(one.Owed)).GroupBy(one => (Key: ReminderKey.Of(one.Owed, one.Step), ToDeputy: one.Deputy is not null && !one.Step.Escalates)).Select(same =>
        {
            var (owed, step, _, _) = same.First();
            return new ComingLetter(step.Escalates ? "escalation" : same.Key.ToDeputy ? "absence-deputy" : ReminderKey.KindOf(owed.Matter), same.Min(one => one.At),
                step.Escalates ? [.. group.Secretaries] : [.. same.Select(one => one.Deputy ?? one.Owed.Debtor.Name)], owed.Title,
                new Reason(step.DaysBefore == 0 ? "last-day" : step.Escalates ? "after" : "before", Math.Abs(step.DaysBefore), owed.Deadline!.DayOr(group.Zone)))
            { Key = same.Key.Key, Last = same.Max(one => one.At) };
        }),
    ];

    /// <summary>The word on a drafted statement is asked for, and asked for again, by the job of statements.</summary>
    private static bool IsAskedElsewhere(ObligationEntry owed) => owed is { Matter: ObligationMatter.Approve, OfKind: EntryKind.Liaison };

    /// <summary>What the secretariat stopped passes without a letter.</summary>
    private async Task<List<DueReminder>> WithoutStoppedAsync(Group group, IEnumerable<DueReminder> due, CancellationToken stop)
    {
        var stopped = new Dictionary<string, bool>(StringComparer.Ordinal);
        var left = new List<DueReminder>();
        foreach (var one in due)
        {
            if (one.Verdict.Send is { } step)
            {
                var key = ReminderKey.Of(one.Owed, step);
                if (!stopped.TryGetValue(key, out var passes)) stopped[key] = passes = await vetoes.IsStoppedAsync(group.Key, key, stop);
                left.Add(passes ? one with { Verdict = one.Verdict with { Send = null, Passed = [.. one.Verdict.Passed, step] } } : one);
            }
            else left.Add(one);
        }
        return left;
    }

    /// <summary>A code of its own for the letter, where one word answers what is owed. A run that ends before the letter is written leaves a code that nobody has.</summary>
    private async Task<ReplyToken?> CodeAsync(Group group, DueReminder due, RegisterSnapshot snapshot, CancellationToken stop)
    {
        if (due is not { Verdict.Send: not null, Deputy: null } || ReminderLetters.QuestionOf(due.Owed, snapshot) is not { } question) return null;
        var token = ReplyToken.New();
        var asked = await questions.AskAsync(question, new IssuedCode(QuestionCode.HashOf(group.Key, token.Code), due.Owed.Debtor.Email ?? due.Owed.Debtor.Name, question.ExpiresAt), "calendar", stop);
        return asked.Problem is null ? token : null;
    }

    private ReminderTurn Turn(Group group, DueReminder due, ReplyToken? token, RegisterSnapshot snapshot)
    {
        var passed = due.Verdict.Passed.Select(step => step.DaysBefore).ToList();
        if (due.Verdict.Send is not { } step) return new ReminderTurn(due.Owed, passed, null, []);
        // Where nobody can be written to, the step is passed over: the next one asks again.
        return letters.Of(group, due, token, snapshot, clock.GetUtcNow()) is { Count: > 0 } written
            ? new ReminderTurn(due.Owed, passed, step.DaysBefore, written) : new ReminderTurn(due.Owed, [.. passed, step.DaysBefore], null, []);
    }

    /// <summary>One letter for all that is overdue: a circular to two hundred members must not bring two hundred letters.</summary>
    private async Task<int> EscalateAsync(Group group, List<DueReminder> overdue, RegisterSnapshot snapshot, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var standings = await Standings.OfAsync(group, overdue.Select(one => one.Owed), snapshot, register, reach, now, stop);
        var written = letters.Escalation(group, overdue, standings, now);
        await store.RecordAsync(group.Key, [.. overdue.Select((one, index) => new ReminderTurn(
            one.Owed, [.. one.Verdict.Passed.Select(step => step.DaysBefore)], one.Verdict.Send!.DaysBefore, index == 0 ? written : []))], stop);
        return written.Count == 0 ? 0 : overdue.Count;
    }
}
