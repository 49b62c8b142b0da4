using JcaCop.Post.Letters;
using MimeKit;

namespace JcaCop.Worker.Tests.Commands;

public class LetterVerbsTests
{
    [Fact]
    public async Task Every_kind_of_letter_is_listed()
    {
        var run = await Jcacop.RunAsync("letter", "list");
        Assert.Equal(0, run.Code);
        Assert.Equal(LetterKinds.All.Select(kind => kind.Name), run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(' ')[0]));
        Assert.Contains("call-questionnaire", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_written_as_mail_page_and_text_in_the_language_asked_for()
    {
        using var data = new DataFolder();
        var run = await data.RunAsync("letter", "preview", "question", "--language", "fr", "--language", "AR", "--out", data.In("out"));
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            ["question.ar.eml", "question.ar.html", "question.ar.txt", "question.fr.eml", "question.fr.html", "question.fr.txt"],
            Directory.GetFiles(data.In("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var message = await MimeMessage.LoadAsync(data.In("out", "question.fr.eml"), TestContext.Current.CancellationToken);
        Assert.EndsWith("[JCA-COP #K7M2-9QXA]", message.Subject, StringComparison.Ordinal);
        Assert.Equal(message.HtmlBody, await File.ReadAllTextAsync(data.In("out", "question.fr.html"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_operators_own_words_are_shown_and_wrong_ones_named()
    {
        using var data = new DataFolder();
        Directory.CreateDirectory(data.In("own", "address-probe"));
        await File.WriteAllTextAsync(data.In("own", "address-probe", "en.json"), """{ "subject": "Hello {email}", "text": "Own words.", "change": "Change?" }""", TestContext.Current.CancellationToken);
        string[] preview = ["letter", "preview", "address-probe", "--language", "en", "--out", data.In("out"), "--set", $"Letters:TemplateFolder={data.In("own")}"];
        Assert.Equal(0, (await data.RunAsync(preview)).Code);
        Assert.StartsWith("Hello expert@example.org", await File.ReadAllTextAsync(data.In("out", "address-probe.en.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await File.WriteAllTextAsync(data.In("own", "address-probe", "en.json"), """{ "subject": "Hello {mail}", "text": "Own words.", "change": "Change?" }""", TestContext.Current.CancellationToken);
        var wrong = await data.RunAsync(preview);
        Assert.Equal(3, wrong.Code);
        Assert.Contains("address-probe/en.json, sentence 'subject': there is no value 'mail'.", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_does_not_start_on_own_templates_that_would_stop_it_on_the_day_of_a_deadline()
    {
        using var data = new DataFolder();
        Directory.CreateDirectory(data.In("own", "address-probe"));
        await File.WriteAllTextAsync(data.In("own", "address-probe", "fr.json"), """{ "subject": "Bonjour {mail}", "text": "x", "change": "y" }""", TestContext.Current.CancellationToken);
        var run = await data.RunAsync("run", "--once", "--set", $"Letters:TemplateFolder={data.In("own")}");
        Assert.Equal(3, run.Code);
        Assert.Contains("Letters:TemplateFolder: address-probe/fr.json, sentence 'subject': there is no value 'mail'.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("letter", "preview", "no-such-letter")]
    [InlineData("letter", "preview", "call", "--language", "de")]
    public async Task What_does_not_exist_is_refused(params string[] line) => Assert.Equal(2, (await Jcacop.RunAsync(line)).Code);
}
