using System.Globalization;
using JcaCop.Register;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Post.Documents;

/// <summary>Drafts the circular that announces how a call came out, in the form and numbering of TSB circulars, for the secretariat to complete.</summary>
public static class CircularDraft
{
    public static string Write(DraftWords words, Group group, CallEntry call, CallSheet sheet, DateOnly on)
    {
        IEnumerable<string> numbered = Paragraphs(words, group, call, sheet, on).Select((sentence, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}\t{sentence}"));
        return string.Join("\n\n", [words.Say("circular.subject", Subject(words, call, sheet)), words.Greeting, .. numbered, words.Closing]) + "\n";
    }

    private static string Subject(DraftWords words, CallEntry call, CallSheet sheet) => sheet.Outcome switch
    {
        CallOutcome.Approved => words.Say("circular.approval", words.Title(call)),
        CallOutcome.NotApproved or CallOutcome.NoQuorum => words.Say("circular.outcome", words.Title(call)),
        _ => words.Say("circular.replies", words.Named(call.Number), words.Title(call)),
    };

    private static IEnumerable<string> Paragraphs(DraftWords words, Group group, CallEntry call, CallSheet sheet, DateOnly on)
    {
        var title = words.Title(call);
        var opened = words.Day(ReportWords.DayOf(call.OpenedAt, group.Zone));
        var closing = call.Deadline is { } deadline ? words.Day(ClosingDay.Last(deadline, group.Zone)) : null;
        if (call.Rule is null || closing is null)
        {
            yield return closing is null ? words.Say("circular.requestedOpen", words.Named(call.Number), opened, title) : words.Say("circular.requested", words.Named(call.Number), opened, title, closing);
            yield return words.Say("circular.replied", Line(sheet, "answered"), Line(sheet, "asked"), group.Name);
            yield break;
        }
        yield return words.Say("circular.launched", title, words.Named(call.Number), opened);
        if (call.Adjusted is { } adjusted) yield return words.Say("circular.adjusted", words.Day(adjusted.On));
        var extended = call.Extensions > 0 ? "Extended" : "";
        var received = Line(sheet, "replies that count");
        var late = sheet.Lines.FirstOrDefault(line => line.Label == "of these late")?.Value;
        var none = received.StartsWith("0 ", StringComparison.Ordinal);
        yield return sheet.Outcome switch
        {
            // What came later had not been received by the closing date.
            CallOutcome.Approved when late is not null => words.Say("circular.approvedLate", closing, words.Told(received), words.Day(on), late),
            CallOutcome.NoQuorum when late is not null => words.Say("circular.noQuorumLate", closing, words.Told(received), late),
            _ when late is not null => words.Say("circular.notApprovedLate", closing, words.Told(received), late),
            CallOutcome.Approved when none => words.Say("circular.none" + extended, closing, words.Day(on)),
            CallOutcome.Approved => words.Say("circular.approved" + extended, closing, words.Told(received), words.Day(on)),
            CallOutcome.NoQuorum => words.Say("circular.noQuorum", closing, words.Told(received)),
            _ => words.Say("circular.notApproved" + extended, closing, words.Told(received)),
        };
        if (sheet.Lines.FirstOrDefault(line => line.Label == "comments answered by it")?.Figure is { } answered) yield return words.Say("circular.answered", answered.ToString(CultureInfo.InvariantCulture));
        if (sheet.Outcome == CallOutcome.Approved && group.Parent is { } parent) yield return words.Say("circular.parent", parent);
    }

    private static string Line(CallSheet sheet, string label) => sheet.Lines.First(line => line.Label == label).Value;
}
