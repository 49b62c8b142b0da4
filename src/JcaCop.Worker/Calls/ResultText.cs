using JcaCop.Post.Letters.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using CallOutcome = JcaCop.Register.Entries.Calls.CallOutcome;

namespace JcaCop.Worker.Calls;

/// <summary>What the secretariat and the chairman are told of a call that is over, put off, or waits.</summary>
internal static class ResultText
{
    public static CallAccount Of(CallClosing.Notice notice) => new(notice.Call.Number, [.. notice.Sheet.Lines.Select(line => (line.Label, line.Value))])
    {
        Said = [.. notice.Asked.Select(one => one.Answer).Concat(notice.Others).OfType<AnswerEntry>().Where(answer => answer.Given is { Said.Text: not null })
            .Select(answer => (answer.Respondent, answer.Given!.Said.Gist, OneLine(answer.Given.Said.Text!)))],
        Silent = [.. notice.Silent.Select(one => one.Owed.Debtor.Name)],
        InPart = [.. notice.InPart],
        Undecided = [.. notice.Undecided],
        IsCollected = notice.Call.Result is not null && notice.Call.Rule is null,
        IsPutOff = notice.Sheet.Outcome == CallOutcome.Extended,
        Circular = notice.Call.Result?.Circular,
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
