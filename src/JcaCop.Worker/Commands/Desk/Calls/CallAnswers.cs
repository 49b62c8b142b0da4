using JcaCop.Register;
using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Worker.Calls;

namespace JcaCop.Worker.Commands.Desk.Calls;

/// <summary><c>jcacop call answers</c>: who answered what, the standing answer and those that wait beside it; of a questionnaire also by question.</summary>
internal static class CallAnswers
{
    public static Verb Make(IServiceSource services)
    {
        var number = CallCommand.Number();
        var byQuestion = new Option<bool>("--by-question") { Description = "Of a questionnaire: the answers under each question." };
        var asked = new Option<bool>("--asked") { Description = "Who was asked, and how each stands: who owes an answer still." };
        var format = new Option<string?>("--format") { Description = "csv, json or xlsx instead of a table.", HelpName = "csv|json|xlsx" };
        format.OneOf("csv", "json", "xlsx");
        var json = Json.Option();
        var result = new Option<string?>("--out") { Description = "File. Default: standard output.", HelpName = "FILE" };
        var verb = new Verb("answers", "Who answered what: the answer that stands, and those that wait beside it.",
            "call answers 313", "call answers 320 --by-question --format csv --out answers.csv", "call answers 313 --out follow-up.xlsx", "call answers 313 --asked --out follow-up.csv", "call answers 313 --json",
            "call answers 313 --as-of 2012-08-30") { number, byQuestion, asked, AsOf.Option(), format, json, result };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var view = await CallView.LoadAsync(line, line.Value(number), stop);
            var shape = line.Value(json) ? "json" : line.Value(format) ?? (line.Value(result) is { } target ? ExportShape.Of(target, "csv") : null);
            // Programs read UTC; people read the clocks of the group.
            var zone = shape == "json" ? null : line.Group.Zone;
            var table = line.Value(byQuestion) ? ByQuestion(view) : line.Value(asked) ? Asked(view, line.Group.Zone) : ByMember(view, zone);
            var told = shape != "json" ? null : line.Value(byQuestion) || line.Value(asked) ? JsonSerializer.Serialize(table.ToObjects(), Json.Form) : await WithHistoryAsync(line, view, table, stop);
            if (shape == "xlsx")
            {
                // The follow-up list whole: what was answered, and who owes an answer still.
                await WorkbookFile.WriteAsync(line.Value(asked) ? [table] : FollowUp.Tables(view, table, line.Group.Zone), line.Value(result) is { } book
                    ? Path.GetFullPath(book, (services as RunningServices)?.Folder ?? Environment.CurrentDirectory) : null, line.Services, line.Output, stop);
            }
            else if (line.Value(result) is { } path)
            {
                var file = Path.GetFullPath(path, (services as RunningServices)?.Folder ?? Environment.CurrentDirectory);
                if (told is not null) await WholeFile.WriteAsync(file, told, stop);
                else await WholeFile.WriteAsync(file, table.ToCsv(), stop, Csv.Encoding);
                line.Output.WriteLine($"Written: {file} ({Counted.Of(table.Rows.Count, "row")})");
            }
            else if (told is not null) line.Output.WriteLine(told);
            else if (shape == "csv") await line.Output.WriteAsync(table.ToCsv());
            else if (table.Rows.Count == 0) line.Output.WriteLine(line.Value(asked) ? "Nobody was asked." : "No answers.");
            else if (line.Value(byQuestion)) Told(line.Output, table);
            else TextTable.Write(line.Output, table.Columns, table.Texts);
            return ExitCode.Ok;
        });
    }

    /// <summary>The rows as JSON, each with what changed the answer of its respondent: when, in whose name, by which mail.</summary>
    private static async Task<string> WithHistoryAsync(DeskLine line, CallView view, ExportTable table, CancellationToken stop)
    {
        var rows = JsonSerializer.SerializeToNode(table.ToObjects(), Json.Form)!.AsArray();
        var answers = view.Answers.SelectMany(answer => Rows(view, answer, null).Select(_ => answer.Id)).ToList();
        var histories = new Dictionary<long, JsonNode?>();
        foreach (var id in answers.Distinct()) histories[id] = JsonSerializer.SerializeToNode(await RegisterTable.HistoryAsync(line, EntryKind.Answer, id, stop), Json.Form);
        for (var i = 0; i < rows.Count; i++) rows[i]!["history"] = histories[answers[i]]?.DeepClone();
        return rows.ToJsonString(Json.Form);
    }

    /// <summary>Whole answers under their question: a table would cut them.</summary>
    private static void Told(TextWriter output, ExportTable table)
    {
        foreach (var question in table.Texts.GroupBy(row => row[0]))
        {
            output.WriteLine(Printable.Line($"{question.Key}. {question.First()[1]}".TrimEnd()));
            foreach (var row in question) output.WriteLine(Printable.Line($"   {row[2]}{(row[3] is { } country && !row[2]!.Contains(country, StringComparison.Ordinal) ? $", {Text.Country(country)}" : "")}: {row[4]}"));
        }
    }

    /// <summary>Who was asked, by country, and how each stands.</summary>
    internal static ExportTable Asked(CallView view, TimeZoneInfo zone) => new("asked",
        ["member", "country", "state", "answered", "answer"],
        [.. view.Asked.OrderBy(one => one.Owed.Debtor.Country, StringComparer.Ordinal).ThenBy(one => one.Owed.Debtor.Name, StringComparer.Ordinal).Select(one => (IReadOnlyList<object?>)
        [
            one.Owed.Debtor.Name, Text.Country(one.Owed.Debtor.Country), Text.Word(one.Owed.State), Text.Local(one.Answer?.Given?.At, zone), one.Answer?.Given?.Said.Gist,
        ])]);

    /// <summary>One row an answer: the one that stands, then those that wait, then those that stood or were refused.</summary>
    /// <param name="zone">By whose clocks times are told, with its city; null: UTC.</param>
    internal static ExportTable ByMember(CallView view, TimeZoneInfo? zone) => new("answers",
        ["respondent", "country", "state", "at", "by", "mails", "answer", "substantive", "counted", "text", "why"],
        [.. view.Answers.SelectMany(answer => Rows(view, answer, zone))]);

    private static IEnumerable<IReadOnlyList<object?>> Rows(CallView view, AnswerEntry answer, TimeZoneInfo? zone)
    {
        var (call, asked) = (view.Call, view.Asked.Any(one => one.Answer?.Id == answer.Id));
        if (answer.Given is { } given)
            yield return Row(answer, given, zone, answer.IsLate(call) ? "late" : "stands", answer.Substantive, asked && answer.Counts(call), asked ? null : $"not asked by {call.Number}");
        foreach (var voice in answer.Waiting) yield return Row(answer, voice, zone, "waits", null, null);
        foreach (var voice in answer.Former) yield return Row(answer, voice, zone, voice.Why is null ? "replaced" : "refused", null, null);
    }

    private static IReadOnlyList<object?> Row(AnswerEntry answer, AnswerVoice voice, TimeZoneInfo? zone, string state, bool? substantive, bool? counted, string? why = null) =>
    [
        answer.Respondent, answer.Country, state, zone is null ? voice.At : Text.Local(voice.At, zone), voice.Sender, voice.Messages, voice.Said.Gist,
        substantive, counted, voice.Said.Text ?? Responses(voice.Said), voice.Why ?? why,
    ];

    private static string? Responses(AnswerSaid said) => said.Responses.Count == 0 ? null
        : string.Join(" | ", [.. said.Responses.Select(response => $"{response.Number}: {response.Text}"), .. said.Awaited.Count == 0 ? Array.Empty<string>()
            : [$"promised for later: {string.Join(", ", said.Awaited)}"]]);

    /// <summary>All questions of the call, and such numbers as were answered beside them; under each the answers that stand.</summary>
    internal static ExportTable ByQuestion(CallView view)
    {
        var asked = view.Call.Questions.ToDictionary(question => question.Number, question => question.Text, StringComparer.OrdinalIgnoreCase);
        var numbers = view.Call.Questions.Select(question => question.Number)
            .Concat(view.Answers.SelectMany(answer => answer.Given?.Said.Responses ?? []).Select(response => response.Number)).Distinct(StringComparer.OrdinalIgnoreCase);
        return new ExportTable("questions", ["question", "text", "respondent", "country", "answer"],
        [
            .. from question in numbers
               from answer in view.Answers
               from response in answer.Given?.Said.Responses ?? []
               where response.Number.Equals(question, StringComparison.OrdinalIgnoreCase)
               select (IReadOnlyList<object?>)[question, asked.GetValueOrDefault(question), answer.Respondent, answer.Country, response.Text],
        ]);
    }
}
