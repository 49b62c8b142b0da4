using JcaCop.Worker.Commands;
using JcaCop.Worker.Tests.Commands;

namespace JcaCop.Worker.Tests.Scoring;

public sealed class CorpusVerbTests : IDisposable
{
    private const string Mail = "From: Ana Li <ana@ministry.example>\nTo: desk@group.example\nSubject: Re: TSB Circular 313\nDate: Mon, 06 May 2013 09:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\nWe have no organization to nominate.\n\nAna Li\n";

    private readonly string folder = Directory.CreateTempSubdirectory("jcacop-corpus-").FullName;

    [Fact]
    public async Task Scoring_reads_the_mails_and_lists_what_is_wrong()
    {
        File.WriteAllText(Path.Combine(folder, "a.eml"), Mail);
        File.WriteAllText(Path.Combine(folder, "a.json"), """{"kind":"human","language":"en","needsAttention":true,"answers":{"circular":"313"},"items":[]}""");
        var run = await Jcacop.RunAsync("corpus", "score", folder, "--reliability");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("     1.0  kind", run.Output, StringComparison.Ordinal);
        Assert.Contains("    needsAttention: False for True", run.Output, StringComparison.Ordinal);
        Assert.Contains("Reliability, all items", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("needsAttention: False", (await Jcacop.RunAsync("corpus", "score", folder, "--errors", "0")).Output, StringComparison.Ordinal);
        Assert.Contains("\"kind\":1", (await Jcacop.RunAsync("corpus", "score", folder, "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_golden_files_or_that_is_not_there_is_a_mistake_of_the_user()
    {
        var empty = await Jcacop.RunAsync("corpus", "score", folder);
        Assert.Equal((ExitCode.Usage, true), (empty.Code, empty.Error.Contains("no golden file", StringComparison.Ordinal)));
        Assert.Equal(ExitCode.Usage, (await Jcacop.RunAsync("corpus", "score", Path.Combine(folder, "none"))).Code);
        File.WriteAllText(Path.Combine(folder, "a.json"), "[1,");
        Assert.Contains("a.json", (await Jcacop.RunAsync("corpus", "score", folder)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_between_two_versions_are_told_field_by_field()
    {
        var (before, after) = (Path.Combine(folder, "old.jsonl"), Path.Combine(folder, "new.jsonl"));
        File.WriteAllLines(before,
        [
            """{"file":"a.eml","kind":"human","language":"en","items":[{"type":"nomination","organization":{"name":"Safe Web","country":"KE"},"confidence":0.7,"decision":"review"},{"type":"regret","name":"Bo Lind"}]}""",
            """{"file":"b.eml","kind":"human","language":"fr","items":[]}""",
        ]);
        File.WriteAllLines(after,
        [
            """{"file":"a.eml","kind":"auto-reply","language":"en","items":[{"type":"nomination","organization":{"name":"Safe Web","country":"TZ"},"confidence":0.9,"decision":"accept"},{"type":"report","title":"Report"}]}""",
            """{"file":"b.eml","kind":"human","language":"fr","items":[]}""",
        ]);
        var run = await Jcacop.RunAsync("corpus", "diff", before, after);
        Assert.Equal(ExitCode.Problems, run.Code);
        foreach (var line in new[]
        {
            "kind: \"human\" -> \"auto-reply\"", "nomination.organization.country: \"KE\" -> \"TZ\"", "nomination Safe Web: review -> accept", "nomination Safe Web: confidence 0.70 -> 0.90",
            "- regret {\"name\": \"Bo Lind\"}", "+ report () {\"title\": \"Report\"}", "1 mail is read otherwise.",
        }) Assert.Contains(line, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("b.eml", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await Jcacop.RunAsync("corpus", "diff", before, before)).Code);
    }

    [Fact]
    public void A_mail_explained_shows_each_passage_with_what_was_made_of_it()
    {
        var mail = Path.Combine(folder, "a.eml");
        File.WriteAllText(mail, Mail.Replace("We have no organization to nominate.", "Organization: Safe Web Foundation\nContact: Ms Eva Holm\nE-mail: eva@safeweb.example\n\n> Please nominate.\u001b[31m", StringComparison.Ordinal));
        using var output = new MemoryStream();
        Assert.Equal(ExitCode.Ok, ReadCommand.Run([mail, "--explain"], output, TextWriter.Null));
        var text = System.Text.Encoding.UTF8.GetString(output.ToArray());
        Assert.Matches(@"⟦\d+ Safe Web Foundation⟧", text);
        Assert.Matches(@"\[\d+\] 1 nomination\.contact\.email = eva@safeweb\.example \(0\.\d\d, read here\)", text);
        Assert.Matches(@"(?m)^> +\d+ \| > Please nominate", text);
        Assert.DoesNotContain('\u001b', text);
        using var json = new MemoryStream();
        Assert.Equal(ExitCode.Ok, ReadCommand.Run([mail, "--explain", "--json"], json, TextWriter.Null));
        Assert.Contains("\"field\":\"nomination.contact.email\",\"value\":\"eva@safeweb.example\"", System.Text.Encoding.UTF8.GetString(json.ToArray()), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, ReadCommand.Run([mail, "--json"], json, TextWriter.Null));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
