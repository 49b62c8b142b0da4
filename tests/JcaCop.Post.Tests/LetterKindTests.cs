using System.Text.RegularExpressions;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register.Questions;
using MimeKit;
using Xunit;

namespace JcaCop.Post.Tests;

/// <summary>What holds for every kind of letter in every language.</summary>
public partial class LetterKindTests
{
    private static readonly LetterWriter Writer = SampleReceipts.Writer();

    public static TheoryData<string, string> Letters =>
        [.. from kind in LetterKinds.All from sample in kind.Samples from language in LetterLanguages.All select (sample.Name, language)];

    public static TheoryData<string> Kinds => [.. LetterKinds.All.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(Letters))]
    public void Each_sample_reads_as_its_golden_file_says(string name, string language)
    {
        var text = Load(name, language).TextBody!.ReplaceLineEndings("\n");
        // The part in the addressee's language; the English one below it has a golden file of its own.
        Golden.Match(Path.Combine("letters", $"{name}.{language}.txt"), text.Split("\n" + new string('-', 40) + "\n")[0]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Nobody_gets_a_copy_of_a_code(string name)
    {
        var kind = LetterKinds.Of(name);
        var group = Sample.Group with { Cc = new Dictionary<string, IReadOnlyList<string>> { [name] = ["counsellor@example.int"] } };
        foreach (var sample in kind.Samples)
        {
            var token = sample.Asks ? ReplyToken.Parse("K7M2-9QXA") : null;
            var letter = Writer.Write(sample.Make("en"), new LetterAddress("official@example.org"), new Dispatch(group, Sample.Now) { Token = token })!;
            var message = MimeMessage.Load(new MemoryStream(letter.Mime), TestContext.Current.CancellationToken);
            var coded = token is not null || Code().IsMatch(message.TextBody!);
            Assert.Equal(coded || LetterKinds.ForOneReader.Contains(name) ? 0 : 1, letter.Copies.Count);
            Assert.Equal(letter.Copies.Count, message.Cc.Count);
        }
    }

    /// <summary>As codes of questions look: four and four of Crockford's alphabet, digits among the letters of one.</summary>
    [GeneratedRegex(@"(?<![\w-])(?=[0-9A-Z]*[A-Z])[0-9A-HJKMNP-TV-Z]{4}-(?=[A-Z]*\d)[0-9A-HJKMNP-TV-Z]{4}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [Theory, MemberData(nameof(Letters))]
    public void Each_sample_is_short_enough_and_leaves_nothing_open(string name, string language)
    {
        var message = Load(name, language);
        Assert.NotEqual("", message.Subject);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(message.HtmlBody!), 1_000, 100_000);
        foreach (var form in new[] { message.TextBody!, message.HtmlBody!, message.Subject })
        {
            Assert.DoesNotContain("{{", form, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\{[A-Za-z.]+\}", form);
            Assert.DoesNotMatch(@"(?<!\w)(True|False|System\.|JcaCop\.)", form);
        }
        Assert.DoesNotMatch(@"  +\S.*\n", message.Subject);
        Assert.DoesNotMatch(@"(?m)[^\S\n]+$", message.TextBody!.ReplaceLineEndings("\n"));
        Assert.DoesNotMatch(@"\n\n\n", message.TextBody!.ReplaceLineEndings("\n"));
        foreach (var element in new[] { "table", "tr", "td", "p", "div", "ul", "li", "b", "span", "bdi" })
            Assert.Equal(Count(message.HtmlBody!, $"<{element}[ >]"), Count(message.HtmlBody!, $"</{element}>"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_words_of_a_kind_are_the_same_in_all_languages_and_each_is_used(string kind)
    {
        var folder = new TemplateFolder(null);
        var english = Words.Load(folder, kind, "en");
        foreach (var language in LetterLanguages.All)
        {
            var words = Words.Load(folder, kind, language);
            Assert.Equal(english.Keys, words.Keys);
            foreach (var key in english.Keys)
            {
                Assert.NotEqual("", words[key]);
                Assert.True(Values(english[key]).SequenceEqual(Values(words[key])), $"{words.Path}: {key}");
            }
        }
        var asked = Asked().Matches(folder.Read($"{kind}/{kind}.hbs") + folder.Read("letter.hbs")).Select(match => match.Groups[1].Value).ToHashSet();
        var choices = Choices().Matches(folder.Read($"{kind}/{kind}.hbs")).Select(match => match.Groups[1].Value + ".").ToList();
        Assert.All(english.Keys, key => Assert.True(key is "subject" or "title" || asked.Contains(key) || choices.Any(stem => key.StartsWith(stem, StringComparison.Ordinal)), $"{kind}: nobody asks for {key}"));
        Assert.All(LetterKinds.Of(kind).Samples, sample => Assert.Equal(kind, sample.Make("en").Kind));
    }

    [Fact]
    public void What_all_letters_share_is_the_same_in_all_languages()
    {
        var folder = new TemplateFolder(null);
        var english = LetterLanguage.Load(folder, "en");
        foreach (var language in LetterLanguages.All)
        {
            var own = LetterLanguage.Load(folder, language);
            Same(english.Items.Types, own.Items.Types);
            Same(english.Items.Fields, own.Items.Fields);
            Same(english.Items.Values, own.Items.Values);
            Same(english.Words.Zones, own.Words.Zones);
            Same(english.Words.Regions, own.Words.Regions);
            Same(english.Words.Sentences, own.Words.Sentences);
        }

        static void Same(IReadOnlyDictionary<string, string> english, IReadOnlyDictionary<string, string> own)
        {
            Assert.Equal(english.Keys, own.Keys);
            foreach (var key in english.Keys) Assert.Equal(Values(english[key]), Values(own[key]));
        }
    }

    [Fact]
    public void The_words_that_letters_ask_for_are_words_that_answers_are_read_by()
    {
        var folder = new TemplateFolder(null);
        foreach (var language in LetterLanguages.All)
        {
            var words = LetterLanguage.Load(folder, language).Words.Sentences;
            Assert.Equal(AnswerWords.Accept, AnswerWords.Of(words["word.accept"]));
            Assert.Equal(AnswerWords.Reject, AnswerWords.Of(words["word.reject"]));
            Assert.Equal(AnswerWords.Stop, AnswerWords.Of(Words.Load(folder, "digest", language)["word.stop"]));
            Assert.Equal(AnswerWords.Extend, AnswerWords.Of(Words.Load(folder, "digest", language)["word.extend"]));
            Assert.Equal(new AnswerLine("K7M2-9QXA", AnswerWords.Accept), Assert.Single(AnswerReader.Read($"K7M2-9QXA {words["word.accept"]}", null)!.Lines));
            // Words named inside of sentences: approve a report, confirm a seat. A draft that is not on file yet cannot be approved by a word.
            Assert.Contains(words["word.accept"], Words.Load(folder, "report-reminder", language)["how.approval"], StringComparison.Ordinal);
            Assert.DoesNotContain(words["word.accept"], Words.Load(folder, "report-reminder", language)["how.report"], StringComparison.Ordinal);
            Assert.DoesNotContain(words["word.accept"], Words.Load(folder, "report-request", language)["how"], StringComparison.Ordinal);
            var quoted = Regex.Match(Words.Load(folder, "seat-confirmation", language)["how"], @"[“«]\s?(\w+)\s?[”»]").Groups[1].Value;
            Assert.Equal(AnswerWords.Accept, AnswerWords.Of(quoted));
        }
    }

    [Fact]
    public void Every_folder_of_templates_is_a_kind_that_somebody_can_write()
    {
        var folders = typeof(LetterWriter).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Templates/", StringComparison.Ordinal))
            .Select(name => name.Split('/')).Where(parts => parts.Length == 3).Select(parts => parts[1]).Distinct().Except(["drafts", "items", "language", "pages", "phrases", "terms"]);
        Assert.Equal(LetterKinds.All.Select(kind => kind.Name).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void An_Arabic_letter_is_an_Arabic_document_with_its_Latin_runs_isolated(string kind)
    {
        foreach (var sample in LetterKinds.Of(kind).Samples)
        {
            var html = Load(sample.Name, "ar").HtmlBody!;
            Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", html, StringComparison.Ordinal);
            Assert.Contains("<td class=\"card\" lang=\"ar\" dir=\"rtl\" align=\"right\"", html, StringComparison.Ordinal);
            Assert.Contains("<bdi dir=\"ltr\">", html, StringComparison.Ordinal);
        }
    }

    private static MimeMessage Load(string name, string language)
    {
        var sample = LetterKinds.All.SelectMany(kind => kind.Samples).Single(one => one.Name == name);
        var letter = sample.Write(Writer, language);
        return MimeMessage.Load(new MemoryStream(letter.Mime));
    }

    private static int Count(string text, string pattern) => Regex.Count(text, pattern);

    private static IEnumerable<string> Values(string sentence) => Regex.Matches(sentence, @"\{[\w.]+\}").Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\{t ([A-Za-z.]+)\}\}")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\{t ([A-Za-z.]+):")]
    private static partial Regex Choices();
}
