using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Worker.Calls;

/// <summary>What the secretariat and the chairman are told of a call that is over, put off, or waits.</summary>
internal static class ResultText
{
    /// <summary>Calculation sheet, what was said, who kept silent, and the draft of the circular; one paragraph each.</summary>
    public static string Of(CallClosing.Notice notice)
    {
        var paragraphs = new List<string> { "How it was worked out:\n" + string.Join('\n', notice.Sheet.Lines.Select(line => $"{line.Label}: {line.Value}")) };
        if (notice.Asked.Select(one => one.Answer).Concat(notice.Others).Where(answer => answer?.Given is { Said.Text: not null }).ToList() is { Count: > 0 } comments)
            paragraphs.Add("What was said:\n" + string.Join('\n', comments.Select(answer => $"{answer!.Respondent} ({answer.Given!.Said.Gist}): {OneLine(answer.Given.Said.Text!)}")));
        if (notice.Silent.Select(one => one.Owed.Debtor.Name).ToList() is { Count: > 0 } silent) paragraphs.Add($"No answer: {string.Join("; ", silent)}.");
        if (notice.InPart.ToList() is { Count: > 0 } part) paragraphs.Add($"Answered in part; the rest did not come: {string.Join("; ", part)}.");
        if (notice.Undecided.ToList() is { Count: > 0 } waiting)
            paragraphs.Add($"An answer came and waits for a decision: {string.Join("; ", waiting)}. It is not in the figures yet. "
                + (notice.Call.Result is null || notice.Call.Rule is not null ? "‘review list’ shows it." : $"‘review list’ shows it; once it is decided, ‘call show “{notice.Call.Number}”’ gives the figures and the draft anew."));
        if (notice.Sheet.Outcome == CallOutcome.Extended) paragraphs.Add("Please adjust the proposal and make it available again to the addressees.\n"
            + $"‘call adjust “{notice.Call.Number}”’ with the adjusted text below it sends it to all of them. Until then comments go on counting, nobody is reminded, and the call does not close by itself.");
        if (notice.Call.Result is { } result) paragraphs.Add("Draft of the circular that announces it:\n\n" + result.Circular);
        return string.Join("\n\n", paragraphs);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
