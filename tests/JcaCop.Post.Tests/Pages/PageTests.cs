using System.Text;
using System.Text.RegularExpressions;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Post.Pages;
using JcaCop.Register.Entries;
using Xunit;

namespace JcaCop.Post.Tests.Pages;

public sealed partial class PageTests
{
    private const string BaseUrl = "https://www.example.org/coordination/";
    private static readonly SiteWriter Writer = new(new PageWriter(new LetterOptions()));

    private static Dictionary<string, string> Site(PublicRegister register, string? baseUrl = BaseUrl) =>
        Writer.Write([register], baseUrl).Where(file => file.Content is not null).ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content!));

    [Fact]
    public void All_templates_load_in_all_languages() => new PageWriter(new LetterOptions()).Check();

    [Fact]
    public void The_words_are_the_same_in_all_languages_and_each_is_used()
    {
        var folder = new TemplateFolder(null);
        var english = Words.Load(folder, "pages", "en");
        foreach (var language in LetterLanguages.All)
        {
            var words = Words.Load(folder, "pages", language);
            Assert.Equal(english.Keys, words.Keys);
            foreach (var key in english.Keys)
            {
                Assert.NotEqual("", words[key]);
                Assert.True(Value().Matches(english[key]).Select(one => one.Value).Order().SequenceEqual(Value().Matches(words[key]).Select(one => one.Value).Order()), $"{words.Path}: {key}");
            }
        }
        string[] names = ["layout", "home", "meetings", "meeting", "documents", "representatives", "liaisons", "activities", "participate", "start"];
        var templates = string.Concat(names.Select(name => folder.Read($"pages/{name}.hbs")));
        var asked = Asked().Matches(templates).Select(match => match.Groups[1].Value).ToHashSet();
        var choices = Choice().Matches(templates).Select(match => match.Groups[1].Value + ".").ToList();
        Assert.All(english.Keys, key => Assert.True(
            asked.Contains(key) || key is "self" or "feed.title" or "start.description" or "start.invite" || key.EndsWith(".title", StringComparison.Ordinal) || key.EndsWith(".description", StringComparison.Ordinal)
            || choices.Any(stem => key.StartsWith(stem, StringComparison.Ordinal)), $"nobody asks for {key}"));
    }

    [Fact]
    public void The_same_register_gives_the_same_bytes_in_an_order_in_which_nothing_points_ahead()
    {
        var first = Writer.Write([SamplePages.Register(BaseUrl, null)], BaseUrl);
        var second = Writer.Write([SamplePages.Register(BaseUrl, null)], BaseUrl);
        Assert.Equal(first.Select(file => (file.Path, Convert.ToHexString(file.Content!))), second.Select(file => (file.Path, Convert.ToHexString(file.Content!))));
        Assert.Equal("style.css", first[0].Path);
        Assert.Equal(["index.html", "sitemap.xml", "robots.txt"], first.TakeLast(3).Select(file => file.Path));
        Assert.Equal(first.Count, first.Select(file => file.Path).Distinct().Count());
    }

    [Fact]
    public void Search_engines_are_told_of_all_versions_and_of_the_map()
    {
        var site = Site(SamplePages.Register(BaseUrl, null));
        var french = site["jca-sample/fr/meetings.html"];
        Assert.Contains($"<link rel=\"canonical\" href=\"{BaseUrl}jca-sample/fr/meetings.html\">", french, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"alternate\" hreflang=\"ar\" href=\"{BaseUrl}jca-sample/ar/meetings.html\">", french, StringComparison.Ordinal);
        Assert.Contains($"hreflang=\"x-default\" href=\"{BaseUrl}jca-sample/en/meetings.html\"", french, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", site["jca-sample/ar/meetings.html"], StringComparison.Ordinal);
        Assert.Contains($"<loc>{BaseUrl}jca-sample/zh/liaisons.html</loc>", site["sitemap.xml"], StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {BaseUrl}sitemap.xml", site["robots.txt"], StringComparison.Ordinal);
        foreach (var language in LetterLanguages.All) Assert.Contains($"href=\"jca-sample/{language}/index.html\"", site["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Several_groups_share_a_start_page_of_one_heading_and_have_folders_of_their_own()
    {
        var first = SamplePages.Register(BaseUrl, null);
        var second = first with { Group = first.Group with { Key = "cwg-sample", Name = "CWG-Sample" } };
        var site = Writer.Write([first, second], BaseUrl).ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content!));
        Assert.Equal(2, site["index.html"].Split("<h1>").Length);
        Assert.Contains("<h1>JCA-Sample · CWG-Sample</h1>", site["index.html"], StringComparison.Ordinal);
        Assert.Contains("<h2>CWG-Sample</h2>", site["index.html"], StringComparison.Ordinal);
        Assert.Contains("href=\"cwg-sample/ru/index.html\"", site["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("hreflang=\"x-default\"", site["index.html"], StringComparison.Ordinal);
        Assert.Contains("<h1>CWG-Sample</h1>", site["cwg-sample/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_purpose_in_one_language_stands_on_the_other_pages_with_its_language_and_direction()
    {
        var sample = SamplePages.Register(null, null);
        var site = Site(sample with { Group = sample.Group with { Purposes = new Dictionary<string, string> { ["en"] = "Coordinates work." } } }, baseUrl: null);
        Assert.Contains("<p class=\"lead\" lang=\"en\" dir=\"ltr\">", site["jca-sample/ar/index.html"], StringComparison.Ordinal);
        Assert.Contains("<p class=\"lead\" lang=\"en\" dir=\"ltr\">", site["jca-sample/fr/index.html"], StringComparison.Ordinal);
        Assert.Contains("<p class=\"lead\">Coordinates work.</p>", site["jca-sample/en/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_that_a_meeting_was_given_stands_in_the_list_and_the_usual_one_nowhere()
    {
        var sample = SamplePages.Register(null, null);
        var usual = JcaCop.Register.Deciding.Desk.MeetingDesk.TitleGiven(sample.Meetings[0] with { Number = "4", Title = "4th meeting of JCA-Sample" }, sample.Group);
        Assert.Null(usual);
        var site = Site(sample with { Meetings = [sample.Meetings[0] with { Number = "4", Title = "4th meeting of JCA-Sample" }, sample.Meetings[1] with { Title = "Plenary on filters" }] }, baseUrl: null);
        Assert.Contains("Plenary on filters", site["jca-sample/ar/meetings.html"], StringComparison.Ordinal);
        Assert.All(site.Where(file => file.Key.StartsWith("jca-sample/fr/meeting", StringComparison.Ordinal)), file => Assert.DoesNotContain("4th meeting of", file.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_base_address_pages_stand_by_themselves()
    {
        var site = Site(SamplePages.Register(null, null), baseUrl: null);
        Assert.DoesNotContain("sitemap.xml", site.Keys);
        Assert.DoesNotContain("canonical", site["jca-sample/en/index.html"], StringComparison.Ordinal);
        Assert.Equal("User-agent: *\nAllow: /\n", site["robots.txt"]);
    }

    [Fact]
    public void Whatever_the_register_holds_stays_text_and_no_address_runs()
    {
        const string evil = "\"><script>alert(1)</script><a href='x' onclick=1>\u202E{{secret}}{{{raw}}}&lt;";
        var sample = SamplePages.Register(BaseUrl, null);
        var site = Site(sample with
        {
            Meetings = [.. sample.Meetings.Select(meeting => meeting with { Title = evil, Place = evil, Room = evil, Website = "javascript:alert(1)", Number = evil, Agenda = [new AgendaItem(evil, evil, [evil])] })],
            Documents = [.. sample.Documents.Select(document => document with { Number = evil + document.Number, Title = evil, Source = evil })],
            Liaisons = [.. sample.Liaisons.Select(liaison => liaison with { Reference = evil, Title = evil, From = [evil], InReplyTo = evil })],
            Activities = [.. sample.Activities.Select(activity => activity with { Title = evil, Organization = evil, Place = evil, Website = "data:text/html,x", Country = evil })],
            Organizations = [.. sample.Organizations.Select(one => one with { Name = evil, Website = "https://user:password@example.org/" })],
            Seats = [.. sample.Seats.Select(seat => seat with { Email = "\"x\"onclick=1@example.org", Seat = seat.Seat with { Body = evil } })],
        });
        Assert.All(site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)), file =>
        {
            Assert.DoesNotMatch("(?i)<script|<a href='|\u202E|href=\"(javascript|data):|user:password@example.org/\"", file.Value);
            Assert.DoesNotMatch(@"(?<!&quot;|x&quot;)\sonclick=1>", file.Value);
        });
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", site["jca-sample/en/activities.html"], StringComparison.Ordinal);
        Assert.Contains("{{secret}}", site["jca-sample/en/activities.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_of_the_operator_stands_in_place_of_ours_and_a_wrong_one_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("jcacop-pages-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "pages"));
            File.WriteAllText(Path.Combine(folder.FullName, "pages", "participate.hbs"), "<p>Call {{address}}</p>");
            var own = new PageWriter(new LetterOptions { TemplateFolder = folder.FullName });
            Assert.Contains("<p>Call secretariat@<wbr>jca-sample.example</p>",
                Encoding.UTF8.GetString(new SiteWriter(own).Write([SamplePages.Register(null, null)], null).First(file => file.Path == "jca-sample/en/participate.html").Content!), StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder.FullName, "pages", "participate.hbs"), "<p>{{adress}}</p>");
            var wrong = Assert.Throws<TemplateException>(new PageWriter(new LetterOptions { TemplateFolder = folder.FullName }).Check);
            Assert.Contains("pages/participate.hbs: there is no value 'adress'", wrong.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"\{[A-Za-z.]+\}")]
    private static partial Regex Value();

    [GeneratedRegex(@"\{\{t ([A-Za-z.]+)(?::[A-Za-z]+)?\}\}")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\{t ([A-Za-z]+):")]
    private static partial Regex Choice();
}
