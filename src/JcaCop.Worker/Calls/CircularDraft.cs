using System.Globalization;
using JcaCop.Register;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Worker.Calls;

/// <summary>Drafts the circular that announces how a call came out, in the form and numbering of TSB circulars; in English, for the secretariat to complete.</summary>
internal static class CircularDraft
{
    public static string Write(Group group, CallEntry call, CallSheet sheet, DateOnly on)
    {
        IEnumerable<string> numbered = Paragraphs(group, call, sheet, on).Select((sentence, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}\t{sentence}"));
        return string.Join("\n\n", [$"Subject: {Subject(call, sheet)}", "Dear Sir/Madam,", .. numbered, "Yours faithfully,"]) + "\n";
    }

    private static string Subject(CallEntry call, CallSheet sheet) => sheet.Outcome switch
    {
        CallOutcome.Approved => $"Approval: {call.Title}",
        CallOutcome.NotApproved or CallOutcome.NoQuorum => $"Result of the consultation: {call.Title}",
        _ => $"Replies to {call.Number}: {call.Title}",
    };

    private static IEnumerable<string> Paragraphs(Group group, CallEntry call, CallSheet sheet, DateOnly on)
    {
        var opened = Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(call.OpenedAt, group.Zone).DateTime));
        var closing = call.Deadline is { } deadline ? Day(ClosingDay.Last(deadline, group.Zone)) : null;
        if (call.Rule is null)
        {
            yield return $"With {call.Number} of {opened}, replies were requested on \"{call.Title}\"{(closing is null ? "" : $" no later than {closing}")}.";
            yield return $"{Line(sheet, "answered")} of {Line(sheet, "asked")} addressees have replied. {group.Name} thanks them for their contribution.";
            yield break;
        }
        yield return $"The electronic consultation on \"{call.Title}\" ({call.Number}) was launched on {opened}.";
        var extended = call.Extensions > 0 ? " after an extension" : "";
        var received = Line(sheet, "replies that count");
        var none = received.StartsWith("0 ", StringComparison.Ordinal);
        yield return sheet.Outcome switch
        {
            CallOutcome.Approved when none => $"At the closing date, {closing}, no comment had been received{extended}. The proposal is therefore considered approved on {Day(on)}.",
            CallOutcome.Approved => $"By the closing date, {closing},{(extended.Length > 0 ? extended + "," : "")} the following replies had been received: {received}. The proposal is therefore considered approved on {Day(on)}.",
            CallOutcome.NoQuorum => $"By the closing date, {closing}, the number of replies needed for a decision had not been reached ({received}). The proposal is not decided.",
            _ => $"By the closing date, {closing},{(extended.Length > 0 ? extended + "," : "")} the following replies had been received: {received}. The proposal is therefore not approved.",
        };
        if (sheet.Outcome == CallOutcome.Approved && group.Parent is { } parent) yield return $"The responsible group is {parent}.";
    }

    private static string Line(CallSheet sheet, string label) => sheet.Lines.First(line => line.Label == label).Value;

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
