using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>One who was asked, and what came of it.</summary>
/// <param name="Member">Null where the member has left the register.</param>
/// <param name="Answer">Null where none came.</param>
public sealed record Addressee(ObligationEntry Owed, MemberEntry? Member, AnswerEntry? Answer)
{
    /// <summary>Nothing of it counts yet: what it sent waits for a person, so that it has not been silent.</summary>
    public bool Waits => Answer is { Given: null, Waiting.Count: > 0 };

    /// <summary>A part of its answer came; the rest it has promised for later.</summary>
    public bool InPart => Answer?.Given is { Said.Awaited.Count: > 0 };

    /// <summary>It was removed from the members before it answered: it has not been silent.</summary>
    public bool HasLeft => Owed.State == ObligationState.Waived && Member is { Active: false } && Answer?.Given is null;
}

/// <summary>"If it closed now": counts who was asked and who answered, applies the call's rule, and shows how. Pure.</summary>
/// <remarks>Each line of the sheet can be checked by hand from the lists of <c>call show</c> and <c>call answers</c>.</remarks>
public static class CallTally
{
    /// <summary>The line of the sheet that tells how many answers wait, whoever sent them.</summary>
    public const string WaitingLabel = "waiting for a decision";

    /// <summary>The addressees of a call in the order in which they were asked.</summary>
    public static IReadOnlyList<Addressee> Addressees(CallEntry call, IEnumerable<ObligationEntry> obligations, IEnumerable<AnswerEntry> answers, IEnumerable<MemberEntry> members)
    {
        var given = answers.Where(answer => answer.CallId == call.Id && answer.MemberId is not null).ToDictionary(answer => answer.MemberId!.Value);
        var known = members.ToDictionary(member => member.Id);
        return
        [
            .. obligations.Where(owed => owed.Matter == ObligationMatter.AnswerCall && owed.OfKind == EntryKind.Call && owed.Of == call.Id && owed.Debtor.MemberId is not null)
                .Select(owed => new Addressee(owed, known.GetValueOrDefault(owed.Debtor.MemberId!.Value), given.GetValueOrDefault(owed.Debtor.MemberId.Value))),
        ];
    }

    /// <param name="others">Answers to the call of those who were not asked: shown, never counted.</param>
    public static CallSheet Of(CallEntry call, IReadOnlyList<Addressee> asked, IReadOnlyList<AnswerEntry> others) =>
        call.Rule is { } rule ? Decide(call, rule, asked, others) : Gather(call, asked, others);

    private static CallSheet Decide(CallEntry call, DecisionRule rule, IReadOnlyList<Addressee> asked, IReadOnlyList<AnswerEntry> others)
    {
        var eligible = asked.Where(one => one.Owed.State != ObligationState.Waived || one.Answer?.Given is not null)
            .Where(one => rule.Eligible.Count == 0 || (one.Member is { } member && rule.Eligible.Contains(member.Sort))).ToList();
        var replies = eligible.Select(one => one.Answer).OfType<AnswerEntry>().Where(answer => answer.Counts(call)).ToList();
        var unanswered = eligible.Count - replies.Count;
        var late = eligible.Count(one => one.Answer is { Given: not null } answer && !answer.Counts(call));
        // Whose answer waits, or came too late, has not been silent: the lines of the sheet add up.
        var silent = unanswered - late - eligible.Count(one => one.Waits);
        var blocking = replies.Where(answer => answer.Substantive && !IsAnswered(answer, call)).ToList();
        var answered = replies.Where(answer => answer.Substantive && IsAnswered(answer, call)).ToList();
        var against = replies.Count(answer => answer.Substantive);
        var favour = replies.Count - against;
        var waiting = asked.Sum(one => one.Answer?.Waiting.Count ?? 0) + others.Sum(answer => answer.Waiting.Count);
        var approvals = favour + (rule.Silence == SilenceMeaning.Approval ? unanswered : 0);
        var whole = rule.Silence == SilenceMeaning.Approval || rule.ShareOf == ShareBase.Eligible ? eligible.Count : replies.Count;

        List<SheetLine> lines =
        [
            new("rule", rule.Describe()),
            new("closing date", call.Deadline?.Rule ?? "none"),
            Figure("asked", asked.Count),
            .. Left(asked),
            Figure("eligible", eligible.Count),
            Figure("replies that count", replies.Count,
                $" ({Count(replies, PositionTaken.Support)} support, {Count(replies, PositionTaken.NoObjection)} no objection, {Count(replies, PositionTaken.Comment)} comment, {Count(replies, PositionTaken.Objection)} objection)"),
            .. replies.Count(answer => answer.IsLate(call)) is > 0 and var afterwards ? [Figure("of these late", afterwards)] : Array.Empty<SheetLine>(),
            Figure("silent", silent, $", counted as {(rule.Silence == SilenceMeaning.Approval ? "approval" : "nothing")}"),
            Figure("late, not counted", late),
            Figure("not asked, not counted", others.Count(answer => answer.Given is not null)),
            Figure(WaitingLabel, waiting),
        ];
        if (waiting > 0) return Sheet(CallOutcome.Undecided, $"cannot be told: {Number(waiting)} {(waiting == 1 ? "answer waits" : "answers wait")} for a person ('review list')");

        if (call.Extensions > 0 || call.Adjusted is not null)
            lines.Add(new("adjusted proposal", call.Adjusted is { } adjusted && !(call.Adjusted.At < call.RoundAt)
                ? string.Create(CultureInfo.InvariantCulture, $"made available again on {adjusted.On:yyyy-MM-dd}")
                : "not made available again yet: comments go on counting"));
        if (answered.Count > 0) lines.Add(Figure("comments answered by it", answered.Count, $": {string.Join(", ", answered.Select(answer => answer.Respondent))}"));
        lines.Add(Figure("substantive comments of this round", blocking.Count, blocking.Count == 0 ? "" : $": {string.Join(", ", blocking.Select(answer => answer.Respondent))}"));
        if (rule.CommentsBlock && blocking.Count > 0)
            return rule.ExtensionDays is { } days && call.Extensions < rule.MostExtensions
                ? Sheet(CallOutcome.Extended, string.Create(CultureInfo.InvariantCulture, $"put off by {days} days: the proposal is adjusted and made available again"))
                : Sheet(CallOutcome.NotApproved, "not approved: substantive comments");

        if (Quorum(rule, eligible.Count) is { } quorum)
        {
            lines.Add(new("quorum", (quorum == 1 ? $"1 reply; {Number(replies.Count)} came: "
                : $"{Number(quorum)} replies; {Number(replies.Count)} came: ") + (replies.Count >= quorum ? "reached" : "not reached")));
            if (replies.Count < quorum) return Sheet(CallOutcome.NoQuorum, "not decided: too few replies");
        }
        if (rule.Silence == SilenceMeaning.Nothing && replies.Count == 0)
            return rule.NoReplyApproves ? Sheet(CallOutcome.Approved, "approved: no reply at all") : Sheet(CallOutcome.NotApproved, "not approved: no reply");
        if (rule.Share is { } share)
        {
            var reached = whole > 0 && approvals >= share * whole;
            lines.Add(new("share",
                $"{Number(approvals)} of {Number(whole)} {(whole == replies.Count && rule.ShareOf == ShareBase.Replies && rule.Silence == SilenceMeaning.Nothing ? "replies" : "eligible")} approve = {(whole == 0 ? "0 %" : DecisionRule.Percent(Math.Round((decimal)approvals / whole, 4)))}; needed {DecisionRule.Percent(share)}: {(reached ? "reached" : "not reached")}"));
            return reached ? Sheet(CallOutcome.Approved, "approved") : Sheet(CallOutcome.NotApproved, "not approved: the share was not reached");
        }
        lines.Add(new("for and against", $"{Number(approvals)} approve, {Number(rule.CommentsBlock ? blocking.Count : against)} do not"));
        return approvals > (rule.CommentsBlock ? blocking.Count : against)
            ? Sheet(CallOutcome.Approved, replies.Count == 0 ? "approved: no comment was received" : against == 0 ? "approved: no substantive comment was received" : "approved")
            : Sheet(CallOutcome.NotApproved, "not approved: not more approvals than objections");

        CallSheet Sheet(CallOutcome outcome, string words) => new(outcome, [.. lines, new("outcome", words)]);
    }

    /// <summary>What came before the adjusted proposal was made available was answered by it, unless it was said again.</summary>
    public static bool IsAnswered(AnswerEntry answer, CallEntry call) => answer is { Substantive: true, Given: { } given } && (given.AgainAt ?? given.At) < call.Adjusted?.At;

    /// <summary>Comments stand, and nobody has got the proposal adjusted to them: it is not decided by the calendar.</summary>
    public static bool AwaitsAdjustment(CallEntry call, IReadOnlyList<Addressee> asked) => call is { AwaitsAdjustment: true, Rule: { CommentsBlock: true } rule }
        && asked.Where(one => rule.Eligible.Count == 0 || (one.Member is { } member && rule.Eligible.Contains(member.Sort)))
            .Any(one => one.Answer is { Substantive: true } answer && answer.Counts(call) && !IsAnswered(answer, call));

    private static CallSheet Gather(CallEntry call, IReadOnlyList<Addressee> asked, IReadOnlyList<AnswerEntry> others)
    {
        var waiting = asked.Sum(one => one.Answer?.Waiting.Count ?? 0) + others.Sum(answer => answer.Waiting.Count);
        var answered = asked.Count(one => one.Answer?.Given is not null);
        return new CallSheet(CallOutcome.Collected,
        [
            new("closing date", call.Deadline?.Rule ?? "none"),
            Figure("asked", asked.Count),
            .. Left(asked),
            Figure("answered", answered),
            Figure("of these late", asked.Count(one => one.Answer?.IsLate(call) == true)),
            .. InPart(asked),
            Figure("of these with nothing to put forward", asked.Count(one => one.Answer?.Given?.Said.Sort == AnswerSort.Nothing)),
            Figure("without answer", asked.Count(one => one.Answer?.Given is null && !one.HasLeft && !one.Waits)),
            Figure("answers of others", others.Count(answer => answer.Given is not null)),
            Figure(WaitingLabel, waiting),
            new("outcome", asked.Count(one => one.InPart) is > 0 and var part
                ? $"{Number(answered)} of {Number(asked.Count)} answered, {Number(part)} of these in part" : $"{Number(answered)} of {Number(asked.Count)} answered"),
        ]);
    }

    /// <summary>A line only where there is something to tell.</summary>
    private static IEnumerable<SheetLine> Left(IReadOnlyList<Addressee> asked) =>
        asked.Where(one => one.HasLeft).Select(one => one.Owed.Debtor.Name).ToList() is { Count: > 0 } left
            ? [Figure("removed from the members, not counted", left.Count, $": {string.Join(", ", left)}")] : [];

    /// <summary>A line only where there is something to tell.</summary>
    private static IEnumerable<SheetLine> InPart(IReadOnlyList<Addressee> asked) =>
        asked.Where(one => one.InPart).Select(one => $"{one.Owed.Debtor.Name} ({string.Join(", ", one.Answer!.Given!.Said.Awaited)})").ToList() is { Count: > 0 } part
            ? [Figure("of these in part", part.Count, $", not answered: {string.Join("; ", part)}")] : [];

    private static int? Quorum(DecisionRule rule, int eligible) => (rule.QuorumCount, rule.QuorumShare) switch
    {
        (null, null) => null,
        (var count, null) => count,
        (null, { } share) => (int)Math.Ceiling(share * eligible),
        ({ } count, { } share) => Math.Max(count, (int)Math.Ceiling(share * eligible)),
    };

    private static string Count(List<AnswerEntry> replies, PositionTaken position) => Number(replies.Count(answer => answer.Given?.Said.Position == position));

    private static SheetLine Figure(string label, int figure, string more = "") => new(label, Number(figure) + more) { Figure = figure };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
