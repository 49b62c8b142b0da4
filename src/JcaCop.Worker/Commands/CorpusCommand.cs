using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using JcaCop.Worker.Scoring;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop corpus</c>: what the reader is worth on mails with golden files, and what another version of it says otherwise. Needs no settings and no database.</summary>
internal static class CorpusCommand
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make() => new("corpus", "For those who maintain the reader: figures on mails with golden files, changes between two versions.") { Score(), Diff() };

    private static Verb Score()
    {
        var folder = new Argument<string>("DIR") { Description = "Mails (NAME.eml) with their golden files (NAME.json) beside them." };
        var answers = new Option<string?>("--answers") { Description = "Answers to score (JSON Lines of jcacop read). Default: the mails of DIR are read now.", HelpName = "FILE" };
        var errors = new Option<int>("--errors") { Description = "List what is wrong in so many mails. Default: in all.", HelpName = "N", DefaultValueFactory = _ => int.MaxValue };
        var reliability = new Option<bool>("--reliability") { Description = "Bands of confidence against the share of items that are right." };
        var json = new Option<bool>("--json") { Description = "The figures as one JSON object, as score.py --json prints them." };
        var verb = new Verb("score", "Figures as tests/corpus/score.py gives them, and what is wrong.", "corpus score tests/corpus/replies",
            "corpus score tests/corpus/replies --errors 0 --reliability", "corpus score tests/corpus/replies --answers old.jsonl --json")
        {
            folder, answers, errors, reliability, json,
        };
        verb.SetAction(line =>
        {
            var output = line.InvocationConfiguration.Output;
            var score = ScoreOf(line.GetValue(folder)!, line.GetValue(answers));
            if (line.GetValue(json)) output.WriteLine(JsonSerializer.Serialize(score.Figures.ToDictionary(static figure => figure.Key, static figure => figure.Value), OneLine));
            else WriteFigures(output, score);
            if (line.GetValue(reliability)) WriteReliability(output, score);
            if (!line.GetValue(json)) WriteErrors(output, score.Errors, line.GetValue(errors));
            return ExitCode.Ok;
        });
        return verb;
    }

    private static Verb Diff()
    {
        var before = new Argument<string>("OLD") { Description = "Answers of one version (JSON Lines of jcacop read)." };
        var after = new Argument<string>("NEW") { Description = "Answers of another." };
        var verb = new Verb("diff", "What a new version reads otherwise, mail by mail; exit code 1 where anything is.", "corpus diff old.jsonl new.jsonl") { before, after };
        verb.SetAction(line =>
        {
            var changes = AnswerChanges.Between(Answers(line.GetValue(before)!), Answers(line.GetValue(after)!));
            WriteErrors(line.InvocationConfiguration.Output, changes, int.MaxValue);
            line.InvocationConfiguration.Output.WriteLine(changes.Count == 0 ? "Nothing is read otherwise." : $"{Text.Number(changes.Count)} {(changes.Count == 1 ? "mail is" : "mails are")} read otherwise.");
            return changes.Count == 0 ? ExitCode.Ok : ExitCode.Problems;
        });
        return verb;
    }

    private static CorpusScore ScoreOf(string folder, string? answers)
    {
        if (!Directory.Exists(folder)) throw new Refusal(ExitCode.Usage, $"There is no folder '{folder}'.");
        try
        {
            var golden = AnswersFile.Golden(folder);
            if (golden.Count == 0) throw new Refusal(ExitCode.Usage, $"'{folder}' holds no golden file (NAME.json beside NAME.eml).");
            return CorpusScore.Of(golden, answers is null ? ReadNow(folder) : Answers(answers));
        }
        catch (FormatException e)
        {
            throw new Refusal(ExitCode.Usage, e.Message, e);
        }
    }

    private static Dictionary<string, JsonElement> ReadNow(string folder)
    {
        using var lines = new MemoryStream();
        ReadCommand.Run([folder], lines, TextWriter.Null);
        lines.Position = 0;
        using var reader = new StreamReader(lines);
        return AnswersFile.Read(reader, "jcacop read");
    }

    private static Dictionary<string, JsonElement> Answers(string file)
    {
        if (!File.Exists(file)) throw new Refusal(ExitCode.Usage, $"There is no file '{file}'.");
        try
        {
            using var reader = new StreamReader(file);
            return AnswersFile.Read(reader, file);
        }
        catch (FormatException e)
        {
            throw new Refusal(ExitCode.Usage, e.Message, e);
        }
    }

    private static void WriteFigures(TextWriter output, CorpusScore score)
    {
        foreach (var (name, value) in score.Figures)
        {
            var shown = value.ToString(name is "mails" or "answered" ? "0" : "0.0###", CultureInfo.InvariantCulture);
            output.WriteLine($"{shown,8}  {name}");
        }
    }

    private static void WriteReliability(TextWriter output, CorpusScore score)
    {
        foreach (var (name, items) in new[] { ("all items", score.Items), ("accepted", [.. score.Items.Where(static item => item.IsAccepted)]) })
        {
            var bands = Reliability.Of(items);
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Reliability, {name} (distance of confidence from the share right: {Reliability.Distance(bands):0.000})"));
            TextTable.Write(output, ["confidence", "items", "right", "share right", "mean confidence"],
                [.. bands.Where(static band => band.Items > 0).Select(static band => (IReadOnlyList<string?>)
                [
                    string.Create(CultureInfo.InvariantCulture, $"{band.From:0.00} to {band.To:0.00}"), Text.Number(band.Items), Text.Number(band.Right),
                    band.ShareRight.ToString("0.00", CultureInfo.InvariantCulture), band.MeanConfidence.ToString("0.00", CultureInfo.InvariantCulture),
                ])]);
        }
    }

    private static void WriteErrors(TextWriter output, IReadOnlyList<(string File, IReadOnlyList<string> Wrong)> errors, int most)
    {
        foreach (var (file, wrong) in errors.Take(most))
        {
            output.WriteLine();
            output.WriteLine(Printable.Line(file));
            foreach (var what in wrong) output.WriteLine($"    {Printable.Line(what)}");
        }
    }
}
