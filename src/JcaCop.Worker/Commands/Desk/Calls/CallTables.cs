using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Commands.Desk.Calls;

/// <summary>Members, calls, answers and obligations as tables of an export.</summary>
internal static class CallTables
{
    public static ExportTable Members(IReadOnlyList<RegisterSnapshot> snapshots) => new("members",
        ["group", "id", "name", "sort", "country", "body", "addresses", "language", "active"],
        [.. snapshots.SelectMany(all => all.All<MemberEntry>().Select(entry => (IReadOnlyList<object?>)
        [
            entry.Group, entry.Id, entry.Name, entry.Sort, entry.Country, entry.Body,
            entry.Addresses.Select(address => address.Email).ToList(), entry.Language, entry.Active,
        ]))]);

    public static ExportTable Calls(IReadOnlyList<RegisterSnapshot> snapshots) => new("calls",
        ["group", "id", "number", "kind", "title", "openedAt", "deadline", "deadlineRule", "state", "asked", "answered", "waiting", "rule", "outcome", "outcomeText", "decidedOn"],
        [.. snapshots.SelectMany(all => all.All<CallEntry>().Select(call => CallView.Of(call, all)).Select(view => (IReadOnlyList<object?>)
        [
            view.Call.Group, view.Call.Id, view.Call.Number, view.Call.Sort, view.Call.Title, view.Call.OpenedAt,
            view.Call.Deadline?.At, view.Call.Deadline?.Rule, view.Call.State, view.Asked.Count,
            view.Asked.Count(one => one.Answer?.Given is not null), view.Answers.Sum(answer => answer.Waiting.Count),
            view.Call.Rule?.Describe(), view.Call.Result?.Sheet.Outcome, view.Call.Result?.Sheet.Lines[^1].Value, view.Call.Result?.On,
        ]))]);

    /// <summary>One row an answer that stands, waits, or stood; those to a circular that is not registered at the end.</summary>
    public static ExportTable Answers(IReadOnlyList<RegisterSnapshot> snapshots) => new("answers",
        ["group", "call", "respondent", "country", "state", "at", "by", "mails", "answer", "substantive", "counted", "text", "why"],
        [
            .. from all in snapshots
               from call in all.All<CallEntry>()
               from row in CallAnswers.ByMember(CallView.Of(call, all), null).Rows
               select (IReadOnlyList<object?>)[call.Group, call.Number, .. row],
            .. from all in snapshots
               from early in all.All<AnswerEntry>()
               where early.CallId is null
               from voice in early.Waiting.Append(early.Given).OfType<AnswerVoice>()
               select (IReadOnlyList<object?>)
               [
                   early.Group, early.Call, early.Respondent, early.Country, "early", voice.At, voice.Sender,
                   voice.Messages, voice.Said.Gist, null, null, voice.Said.Text, voice.Why,
               ],
        ]);

    public static ExportTable Obligations(IReadOnlyList<RegisterSnapshot> snapshots) => new("obligations",
        ["group", "id", "matter", "title", "debtor", "country", "deadline", "deadlineRule", "state", "openedAt", "closedAt", "closedBy"],
        [.. snapshots.SelectMany(all => all.All<ObligationEntry>().Select(entry => (IReadOnlyList<object?>)
        [
            entry.Group, entry.Id, entry.Matter, entry.Title, entry.Debtor.Name, entry.Debtor.Country,
            entry.Deadline?.At, entry.Deadline?.Rule, entry.State, entry.OpenedAt, entry.ClosedAt, entry.ClosedBy,
        ]))]);
}
