using System.CommandLine;
using System.Text.Json;
using JcaCop.Post.Documents;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk.Calls;

/// <summary><c>jcacop call list|show|tally</c>.</summary>
internal static class CallShowing
{
    public static Verb List(IServiceSource services)
    {
        var all = new Option<bool>("--all") { Description = "Closed and cancelled ones too." };
        var json = Json.Option();
        var verb = new Verb("list", "Calls that are open.", "call list", "call list --all --json", "call list --as-of 2012-08-30") { all, AsOf.Option(), json };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var calls = (await CallView.AllAsync(line, stop)).Where(view => line.Value(all) || view.Call.Live).ToList();
            if (line.Value(json))
                line.Output.WriteLine(JsonSerializer.Serialize(calls.Select(view => new
                {
                    view.Call.Id, view.Call.Number, Kind = view.Call.Sort, view.Call.Title, view.Call.State, view.Call.OpenedAt, Deadline = view.Call.Deadline?.At, DeadlineRule = view.Call.Deadline?.Rule,
                    Asked = view.Asked.Count, Answered = Answered(view), Waiting = Waiting(view), Outcome = view.Call.Result?.Sheet.Outcome,
                }), Json.Form));
            else if (calls.Count == 0) line.Output.WriteLine("No calls.");
            else
                TextTable.Write(line.Output, ["number", "kind", "state", "opened", "deadline", "asked", "answered", "waiting", "title"], [.. calls.Select(view => (IReadOnlyList<string?>)
                [
                    view.Call.Number, Text.Word(view.Call.Sort), view.Call.Result is { } result ? Text.Word(result.Sheet.Outcome) : Text.Word(view.Call.State),
                    Day(view.Call.OpenedAt, line), view.Call.Deadline is { } deadline ? Day(deadline.At, line) : "none",
                    Text.Number(view.Asked.Count), Text.Number(Answered(view)), Text.Number(Waiting(view)), view.Call.Title,
                ])]);
            return ExitCode.Ok;
        });
    }

    public static Verb Show(IServiceSource services)
    {
        var number = CallCommand.Number();
        var json = Json.Option();
        var verb = new Verb("show", "A call, how each addressee stands, and its history.", "call show 313", "call show \"TSB Circular 313\" --json", "call show DM-10/1008",
            "call show 313 --as-of 2012-08-30") { number, AsOf.Option(), json };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var view = await CallView.LoadAsync(line, line.Value(number), stop);
            if (line.Value(json))
            {
                var history = await RegisterTable.HistoryAsync(line, EntryKind.Call, view.Call.Id, stop);
                line.Output.WriteLine(JsonSerializer.Serialize(new { view.Call, Addressees = view.Asked.Select(one => new { Member = one.Owed.Debtor.Name, one.Owed.Debtor.Country, one.Owed.State, one.Owed.ClosedAt, one.Owed.ClosedBy }), view.Sheet, history },
                    Json.Form));
                return ExitCode.Ok;
            }
            var call = view.Call;
            line.Output.WriteLine(Printable.Line($"{call.Number}: {call.Title}"));
            line.Output.WriteLine(Printable.Line($"{Text.Word(call.Sort)}, {Text.Word(call.State)}, opened {Day(call.OpenedAt, line)}, {(call.Deadline is { } deadline ? $"until {Text.Local(deadline.At, line.Group.Zone)}" : "no closing date")}{(call.Remark is { } remark ? $" ({remark})" : "")}"));
            foreach (var question in call.Questions) line.Output.WriteLine(Printable.Line($"  {question.Number}. {question.Text}"));
            line.Output.WriteLine();
            TextTable.Write(line.Output, ["addressee", "country", "state", "since", "by"], [.. view.Asked.Select(one => (IReadOnlyList<string?>)
                [one.Owed.Debtor.Name, Text.Country(one.Owed.Debtor.Country), Text.Word(one.Owed.State), Text.Local(one.Owed.ClosedAt, line.Group.Zone), one.Owed.ClosedBy])]);
            line.Output.WriteLine();
            Write(line, view.Sheet);
            if (call.Result is { } result)
            {
                line.Output.WriteLine();
                foreach (var text in Circular(line, view, result).Split('\n')) line.Output.WriteLine(Printable.Line(text));
            }
            line.Output.WriteLine();
            await RegisterTable.WriteHistoryAsync(line, EntryKind.Call, view.Call.Id, await AsOf.RegisterAsync(line, stop), stop);
            return ExitCode.Ok;
        });
    }

    public static Verb Tally(IServiceSource services)
    {
        var number = CallCommand.Number();
        var json = Json.Option();
        var verb = new Verb("tally", "How the call would come out if it closed now, and how that is worked out.", "call tally 278", "call tally 278 --json",
            "call tally 278 --as-of 2012-04-20") { number, AsOf.Option(), json };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var view = await CallView.LoadAsync(line, line.Value(number), stop);
            if (line.Value(json)) line.Output.WriteLine(JsonSerializer.Serialize(new { view.Call.Number, view.Call.State, view.Sheet.Outcome, view.Sheet.Lines }, Json.Form));
            else
            {
                line.Output.WriteLine(Printable.Line(view.Call.Result is { } result ? $"{view.Call.Number}, closed on {Text.Day(result.On)}:"
                    : AsOf.At(line) is null ? $"{view.Call.Number}, if it closed now:" : $"{view.Call.Number}, if it had closed then:"));
                Write(line, view.Sheet);
            }
            return ExitCode.Ok;
        });
    }

    private static void Write(DeskLine line, CallSheet sheet)
    {
        foreach (var (label, value) in sheet.Lines.Select(row => (row.Label, row.Value))) line.Output.WriteLine(Printable.Line($"  {label,-36}  {Text.Cities(value)}"));
    }

    /// <summary>What was decided is announced as it was worked out; replies are told as they are now.</summary>
    private static string Circular(DeskLine line, CallView view, CallResult result) => view.Call.Rule is not null ? result.Circular
        : CircularDraft.Write(line.Services.GetRequiredService<DraftLanguages>().Of(line.Group), line.Group, view.Call, view.Sheet, result.On);

    private static int Answered(CallView view) => view.Asked.Count(one => one.Answer?.Given is not null);

    private static int Waiting(CallView view) => view.Answers.Sum(answer => answer.Waiting.Count);

    private static string? Day(DateTimeOffset at, DeskLine line) => Text.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, line.Group.Zone).DateTime));
}
