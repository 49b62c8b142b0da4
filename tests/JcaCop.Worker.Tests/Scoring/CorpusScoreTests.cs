using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Scoring;

namespace JcaCop.Worker.Tests.Scoring;

public sealed class CorpusScoreTests
{
    private static readonly string Corpus = Path.Combine(Root(), "tests", "corpus");

    public static TheoryData<string> Sets => [.. Directory.EnumerateDirectories(Corpus).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>Its golden answers as if a reader had given them, and damaged in all ways that a figure counts. What is read freshly is scored in the next test.</summary>
    [Theory, MemberData(nameof(Sets))]
    public async Task Figures_are_those_of_the_scorer_that_comes_with_the_corpus(string set)
    {
        var folder = Path.Combine(Corpus, set);
        var random = new Random(set.Length);
        var answers = AnswersFile.Golden(folder).OrderBy(static golden => golden.Key, StringComparer.Ordinal).Select(golden => Answered(golden.Key, golden.Value, random)).ToArray();
        await ScoresAgreeAsync(folder, Damaged(answers, random));
    }

    [Fact]
    public async Task Figures_of_mails_read_freshly_are_those_of_the_scorer_that_comes_with_the_corpus()
    {
        var folder = Path.Combine(Corpus, "replies");
        using var printed = new MemoryStream();
        ReadCommand.Run([folder], printed, TextWriter.Null);
        var answers = System.Text.Encoding.UTF8.GetString(printed.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await ScoresAgreeAsync(folder, answers);
        for (var variant = 0; variant < 3; variant++) await ScoresAgreeAsync(folder, Damaged(answers, new Random(variant)));
    }

    [Fact]
    public void Fields_right_missing_and_invented_make_the_figures()
    {
        var golden = One("""{"kind":"human","language":"en","items":[{"type":"nomination","organization":{"name":"Safe Web","country":"KE"},"contact":{"name":"Ana Li","email":"ana@safeweb.example"}},{"type":"regret","name":"Bo Lind"}]}""");
        var answers = One("""{"file":"a.eml","kind":"human","language":"fr","items":[{"type":"nomination","organization":{"name":"Safe Web","country":"KE"},"contact":{"name":"Ms Ana Li","email":"wrong@safeweb.example","phone":"1"},"confidence":0.9,"decision":"accept"}]}""");
        var score = CorpusScore.Of(golden, answers);
        var figures = score.Figures.ToDictionary(static figure => figure.Key, static figure => figure.Value);
        Assert.Equal((1, 0, 1, 0), (figures["kind"], figures["language"], figures["silent errors (accepted items with a wrong key field)"], figures["straight through (gold items accepted and right)"]));
        Assert.Equal(FourPlaces.Round(2.0 * 4 / ((2 * 4) + 2 + 3)), figures["F1 all"]); // type and three fields right; address wrong, phone invented; address and the regret missing
        Assert.Equal(0, figures["F1 type regret"]);
        Assert.Equal(["language: fr for en", "missed regret: {\"name\": \"Bo Lind\"}", "nomination: contact.email: \"wrong@safeweb.example\" for \"ana@safeweb.example\"; contact.phone: invented \"1\""], score.Errors[0].Wrong);
    }

    [Theory]
    [InlineData(0.03125, 0.0312)] // exactly half: to the even
    [InlineData(0.09375, 0.0938)]
    [InlineData(0.00625, 0.0063)] // the double lies above the half
    [InlineData(2.0 / 3, 0.6667)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void Shares_are_rounded_by_their_exact_value(double value, double expected) => Assert.Equal(expected, FourPlaces.Round(value));

    [Theory]
    [InlineData("person.phone", "+41 22 555 01 00 ext. 12", "0041225550100", true)]
    [InlineData("person.phone", "022 555 01 00", "+41 22 555 01 00", true)]
    [InlineData("organization.website", "https://www.safeweb.example/", "safeweb.example", true)]
    [InlineData("person.name", "H.E. Mr. Bo Lind", "Lind Bo", true)]
    [InlineData("contact.name", "李军先生", "李军", true)]
    [InlineData("organization.name", "The Safe Web Foundation of the Republic of Example", "Safe Web Foundation of the Republic of Example", true)]
    [InlineData("organization.country", "KE", "TZ", false)]
    [InlineData("person.email", "ana@safeweb.example", "ana@safeweb.example.", true)]
    [InlineData("reference", "SG17-LS45", "SG17-LS46", false)]
    public void Values_are_compared_as_a_reader_would(string field, string golden, string answered, bool same) =>
        Assert.Equal(same, FieldEquality.Same(field, JsonSerializer.SerializeToElement(golden), JsonSerializer.SerializeToElement(answered)));

    [Fact]
    public void Bands_of_confidence_tell_the_share_that_was_right()
    {
        AnsweredItem Item(double confidence, bool right) => new("a.eml", "nomination", confidence, true, right);
        var bands = Reliability.Of([Item(0.93, true), Item(0.94, false), Item(1, true), Item(0.2, false)]);
        Assert.Equal([(0.0, 1, 0), (0.9, 2, 1), (0.95, 1, 1)], bands.Where(static band => band.Items > 0).Select(static band => (band.From, band.Items, band.Right)));
        Assert.Equal(0.2675, Reliability.Distance(bands), 4);
    }

    private static async Task ScoresAgreeAsync(string folder, string[] answers)
    {
        Assert.SkipUnless(await PythonAsync(["--version"]) is not null, "python3 is not there.");
        var file = Path.Combine(Path.GetTempPath(), $"jcacop-score-{Guid.NewGuid():N}.jsonl");
        try
        {
            await File.WriteAllLinesAsync(file, answers, TestContext.Current.CancellationToken);
            var printed = await PythonAsync([Path.Combine(Corpus, "score.py"), folder, file, "--json"]);
            Assert.NotNull(printed);
            using var reader = new StreamReader(file);
            var score = CorpusScore.Of(AnswersFile.Golden(folder), AnswersFile.Read(reader, file));
            Assert.Equal(
                JsonNode.Parse(printed)!.AsObject().Select(static figure => $"{figure.Key} {figure.Value!.GetValue<double>():R}"),
                score.Figures.Select(static figure => $"{figure.Key} {figure.Value:R}"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A golden answer as a reader would give it: of the mail, each item with a confidence and a decision.</summary>
    private static string Answered(string mail, JsonElement golden, Random random)
    {
        var answer = JsonNode.Parse(golden.GetRawText())!.AsObject();
        answer["file"] = mail;
        foreach (var item in answer["items"]?.AsArray() ?? [])
        {
            var confidence = Math.Round(random.NextDouble(), 3);
            item!["confidence"] = confidence;
            item["decision"] = confidence > 0.3 ? "accept" : "review";
        }
        return answer.ToJsonString();
    }

    /// <summary>Drops answers and items, changes words, decisions and types, all by chance.</summary>
    private static string[] Damaged(string[] answers, Random random) =>
        [.. answers.Where(_ => random.Next(30) > 0).Select(line =>
        {
            var answer = JsonNode.Parse(line)!.AsObject();
            if (random.Next(5) == 0) answer["kind"] = "bounce";
            if (random.Next(8) == 0) answer.Remove("needsAttention");
            if (random.Next(8) == 0) answer["respondent"] = null;
            if (random.Next(8) == 0) answer["replyText"] = "other";
            var items = answer["items"]!.AsArray();
            foreach (var item in items.Select(static node => node!.AsObject()))
            {
                Damage(item, random);
                if (random.Next(6) == 0) item["decision"] = random.Next(2) == 0 ? "accept" : "review";
                if (random.Next(25) == 0) item["type"] = "regret";
            }
            if (items.Count > 0 && random.Next(6) == 0) items.RemoveAt(random.Next(items.Count));
            if (items.Count > 0 && random.Next(6) == 0) items.Add(items[0]!.DeepClone());
            return answer.ToJsonString();
        })];

    private static void Damage(JsonObject part, Random random)
    {
        foreach (var (key, value) in part.ToList())
        {
            if (key is "type" or "decision" or "confidence" or "evidence") continue;
            if (value is JsonObject inner) Damage(inner, random);
            else if (value is JsonValue && random.Next(4) == 0)
            {
                var text = value.ToString();
                part[key] = random.Next(6) switch { 0 => text.ToUpperInvariant(), 1 => "Mr " + text, 2 => text + " and more words behind it", 3 => text[..(text.Length / 2)], 4 => "", _ => text + "." };
            }
            else if (value is JsonArray list && key != "responses" && random.Next(4) == 0) part[key] = random.Next(2) == 0 ? new JsonArray("ITU-T SG2") : list.Count > 0 ? list[0]!.ToString() : "";
        }
    }

    private static Dictionary<string, JsonElement> One(string json) => new() { ["a.eml"] = JsonSerializer.Deserialize<JsonElement>(json) };

    /// <returns>What it printed; null where there is no python3.</returns>
    private static async Task<string?> PythonAsync(string[] arguments)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, Environment = { ["PYTHONIOENCODING"] = "utf-8" } })!;
            var printed = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            return python.ExitCode == 0 ? printed : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "JcaCop.Worker.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No JcaCop.Worker.sln above {AppContext.BaseDirectory}.");
    }
}
