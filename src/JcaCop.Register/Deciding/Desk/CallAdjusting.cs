using System.Globalization;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Makes the proposal of a consultation available again, adjusted to the comments: a new round begins (Rec. ITU-T A.1, 2.2.2).</summary>
public static class CallAdjusting
{
    /// <summary>Four weeks, where the rule of the consultation names no other extension.</summary>
    private const int UsualDays = 28;

    /// <summary>Writes the adjusted proposal to all addressees.</summary>
    /// <param name="asked">All who were asked and are members still, with what they have said so far.</param>
    public delegate DeskResult Told(CallEntry call, IReadOnlyList<(MemberEntry Member, AnswerEntry? Answer)> asked);

    /// <param name="texts">The adjusted proposal by language; empty where it was sent by other means.</param>
    /// <param name="last">Last day for replies; null: as many days from today as the rule gives, and never earlier than it was.</param>
    /// <param name="letters">Null where it was sent by other means.</param>
    public static DeskResult Adjust(string number, IReadOnlyDictionary<string, string> texts, DateOnly? last, TimeZoneInfo zone, DeskDraft draft, Told? letters)
    {
        if (CallDesk.Live(number, draft) is not { } call) return CallDesk.Refused(number, draft);
        if (call.Rule is not { } rule || call.Deadline is not { } before) return DeskResult.Refused($"{call.Number} is no consultation: there is no proposal to adjust");
        var today = ClosingDay.Last(new Deadline(draft.Now, ""), zone);
        var usual = ClosingDay.EndOf(today.AddDays(rule.ExtensionDays ?? UsualDays), zone);
        var deadline = last is { } day ? ClosingDay.EndOf(day, zone) : before.At > usual.At ? before : usual;
        if (deadline.At <= draft.Now) return DeskResult.Refused("the new closing date is over already");
        // A round that comments have begun becomes this one; an adjustment ahead of the closing begins one of its own.
        var after = call with
        {
            Adjusted = new AdjustedProposal(draft.Now, today), RoundAt = draft.Now, Extensions = call.AwaitsAdjustment ? call.Extensions : call.Extensions + 1,
            Texts = texts.Count > 0 ? texts : call.Texts,
        };
        foreach (var answer in draft.Known.All<AnswerEntry>().Where(answer => answer.CallId == call.Id && answer is { MemberId: not null, Waiting.Count: 0 } && CallPlacing.IsAskedAgain(after, answer)).ToList())
            CallPlacing.AskOn(after, answer.MemberId!.Value, answer, draft.Entries);
        CallDesk.Move(call, after, deadline, draft, letters is not null, new FieldChange("adjusted", call.Adjusted is { } earlier ? Day(earlier.On) : null, Day(today)));
        after = after with { Deadline = deadline };
        var (asked, _) = CallClosing.Answers(after, draft.Known);
        var result = letters is null ? DeskResult.Done : letters(after, [.. asked.Where(one => one.Member is { Active: true }).Select(one => (one.Member!, one.Answer))]);
        return deadline.At >= usual.At || rule.ExtensionDays is null ? result
            : result with { Notes = [.. result.Notes, string.Create(CultureInfo.InvariantCulture, $"The addressees have less than the {rule.ExtensionDays} days of its rule to reply.")] };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
