using System.Globalization;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Closes a call by its rule: the result with its calculation sheet is kept, or the closing is put off, or it waits for a person.</summary>
public static class CallClosing
{
    /// <summary>What is told to the secretariat and the chairman.</summary>
    /// <param name="Call">As it stands afterwards.</param>
    /// <param name="Ended">The deadline that ran out; null where there was none.</param>
    /// <param name="Asked">With their answers as they were counted.</param>
    /// <param name="Others">Answers of those who were not asked.</param>
    public sealed record Notice(CallEntry Call, CallSheet Sheet, Deadline? Ended, IReadOnlyList<Addressee> Asked, IReadOnlyList<AnswerEntry> Others)
    {
        /// <summary>Who owed an answer and sent none.</summary>
        public IEnumerable<Addressee> Silent => Asked.Where(one => one.Answer?.Given is null && !one.HasLeft && !one.Waits);

        /// <summary>Who sent a part and has left the rest open, with the numbers that are missing.</summary>
        public IEnumerable<string> InPart => Asked.Where(one => one.InPart).Select(one => $"{one.Owed.Debtor.Name} ({string.Join(", ", one.Answer!.Given!.Said.Awaited)})");

        /// <summary>Whose answers came and wait for a person, also from those who were not asked: told apart from silence, for a circular may be written from them.</summary>
        public IEnumerable<string> Undecided => Asked.Where(one => one.Answer?.Waiting.Count > 0).Select(one => one.Owed.Debtor.Name)
            .Concat(Others.Where(answer => answer.Waiting.Count > 0).Select(answer => answer.Respondent)).Distinct(StringComparer.Ordinal);

        /// <summary>How many answers wait, as the sheet counts them: the figures of a letter and its sheet say the same.</summary>
        public int Waiting => Sheet.Lines.FirstOrDefault(line => line.Label == CallTally.WaitingLabel)?.Figure ?? 0;
    }

    /// <param name="circular">Drafts the circular that announces the result.</param>
    /// <param name="letters">Tells of it.</param>
    /// <param name="despiteWaiting">The secretariat closes it though answers wait: they do not count.</param>
    /// <param name="byCalendar">Nobody has ordered it: where the adjusted proposal is not with the addressees yet, a person decides.</param>
    public static DeskResult Close(
        string number, TimeZoneInfo zone, bool despiteWaiting, DeskDraft draft,
        Func<CallEntry, CallSheet, DateOnly, string> circular, Func<Notice, IReadOnlyList<OutgoingLetter>> letters, bool byCalendar = false)
    {
        if (CallDesk.Live(number, draft) is not { } call) return CallDesk.Refused(number, draft);
        var (asked, others) = Answers(call, draft.Known);
        var sheet = CallTally.Of(call, asked, others);
        // Where nothing is decided, an answer that waits loses nothing by the closing.
        if (call.Rule is not null && Waiting(asked, others) > 0)
        {
            if (!despiteWaiting)
                return DeskResult.Refused(Waiting(asked, others) is > 1 and var many
                    ? $"{many} answers to {call.Number} wait for a decision ('review list')"
                    : $"an answer to {call.Number} waits for a decision ('review list')");
            sheet = CallTally.Of(call, [.. asked.Select(one => one with { Answer = Deaf(one.Answer) })], [.. others.Select(answer => Deaf(answer)!)]);
        }
        if (byCalendar && CallTally.AwaitsAdjustment(call, asked)) return DeskResult.Refused($"the adjusted proposal of {call.Number} has not been made available again ('call adjust')");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(draft.Now, zone).DateTime);
        if (sheet.Outcome == CallOutcome.Extended)
        {
            var deadline = ClosingDay.EndOf(today.AddDays(call.Rule!.ExtensionDays!.Value), zone);
            var longer = call with { Extensions = call.Extensions + 1, RoundAt = draft.Now, Remark = "substantive comments" };
            CallDesk.Move(call, longer, deadline, draft);
            return DeskResult.With(letters(new Notice(longer with { Deadline = deadline }, sheet, call.Deadline, asked, others)));
        }
        var closed = draft.Put(call, call with { State = CallState.Closed, EndedAt = draft.Now, Result = new CallResult(today, sheet, circular(call, sheet, today)) }, call.Number,
            new FieldChange("state", nameof(CallState.Open), nameof(CallState.Closed)), new FieldChange("outcome", null, sheet.Outcome.ToString()));
        foreach (var one in asked.Where(one => one.Owed.Live).ToList())
            // Of what is owed still a part was answered, or it was answered before the proposal was adjusted.
            if (one.Answer?.Given is { } given)
                CallDesk.End(one.Owed, one.InPart ? ObligationState.Partial : one.Answer.IsLate(call) ? ObligationState.MetLate : ObligationState.Met, CallPlacing.ClosedBy(given), draft);
            else CallDesk.End(one.Owed, ObligationState.Waived, one.Waits && call.Rule is null ? "closing: its answer waits for a decision"
                : call.Rule is { Silence: SilenceMeaning.Approval } ? "closing: silence counts as approval" : "closing: no answer came", draft);
        return DeskResult.With(letters(new Notice(closed, sheet, call.Deadline, asked, others)));
    }

    /// <summary>Whether the call is due to be closed at an instant.</summary>
    public static bool IsDue(CallEntry call, TimeZoneInfo zone, WorkingDays days, DateTimeOffset now) =>
        call.Live && ClosingDay.Of(call, zone, days) is { } day && ClosingDay.StartOf(day, zone) <= now && days.IsWorking(ClosingDay.DayOf(now, zone));

    /// <summary>Once for each round of a call: its closing, and the word that it cannot be closed.</summary>
    public static string OnceKey(CallEntry call, string what) => string.Create(CultureInfo.InvariantCulture, $"call {call.Id} {what} {call.Extensions} {call.Deadline?.At.UtcDateTime:yyyy-MM-dd}");

    public static int Waiting(IReadOnlyList<Addressee> asked, IReadOnlyList<AnswerEntry> others) =>
        asked.Sum(one => one.Answer?.Waiting.Count ?? 0) + others.Sum(answer => answer.Waiting.Count);

    /// <summary>Who was asked, with their answers, and the answers of those who were not.</summary>
    public static (IReadOnlyList<Addressee> Asked, IReadOnlyList<AnswerEntry> Others) Answers(CallEntry call, Known known)
    {
        var asked = CallTally.Addressees(call, known.All<ObligationEntry>(), known.All<AnswerEntry>(), known.All<MemberEntry>());
        return (asked, Others(call, asked, known.All<AnswerEntry>()));
    }

    public static IReadOnlyList<AnswerEntry> Others(CallEntry call, IReadOnlyList<Addressee> asked, IEnumerable<AnswerEntry> answers)
    {
        var own = asked.Select(one => one.Answer?.Id).ToHashSet();
        return [.. answers.Where(answer => answer.CallId == call.Id && !own.Contains(answer.Id))];
    }

    private static AnswerEntry? Deaf(AnswerEntry? answer) => answer is null ? null : answer with { Waiting = [] };
}
