using System.Text;
using JcaCop.Post.Pages;
using Xunit;

namespace JcaCop.Post.Tests.Pages;

public sealed class SiteFolderTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2012, 3, 22, 0, 0, 0, DateTimeKind.Utc);

    private readonly string folder = Directory.CreateTempSubdirectory("jcacop-site-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static SiteFile Page(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private Task<SiteChange> PlaceAsync(params SiteFile[] files) => new SiteFolder(folder).PlaceAsync(files, TestContext.Current.CancellationToken);

    private string In(string path) => Path.Combine(folder, path);

    [Fact]
    public async Task What_did_not_change_is_not_touched_and_what_no_longer_belongs_goes()
    {
        Assert.Equal(new SiteChange(3, 0, 0), await PlaceAsync(Page("g/en/a.html", "a"), Page("g/en/b.html", "b"), Page("g/fr/c.html", "c")));
        foreach (var name in new[] { "g/en/a.html", "g/en/b.html" }) File.SetLastWriteTimeUtc(In(name), LongAgo);
        Assert.Equal(new SiteChange(1, 1, 1), await PlaceAsync(Page("g/en/a.html", "a"), Page("g/en/b.html", "B")));
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(In("g/en/a.html")));
        Assert.Equal("B", await File.ReadAllTextAsync(In("g/en/b.html"), TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(In("g/fr")));
        Assert.Equal(new SiteChange(0, 0, 2), await PlaceAsync(Page("g/en/a.html", "a"), Page("g/en/b.html", "B")));
    }

    [Fact]
    public async Task Files_of_others_are_neither_overwritten_nor_removed()
    {
        await PlaceAsync(Page("a.html", "a"));
        await File.WriteAllTextAsync(In("logo.png"), "theirs", TestContext.Current.CancellationToken);
        await PlaceAsync(Page("b.html", "b"));
        Assert.True(File.Exists(In("logo.png")));
        var refused = await Assert.ThrowsAsync<IOException>(() => PlaceAsync(Page("b.html", "c"), Page("logo.png", "ours")));
        Assert.Contains("logo.png was not written by this service", refused.Message, StringComparison.Ordinal);
        Assert.Equal("b", await File.ReadAllTextAsync(In("b.html"), TestContext.Current.CancellationToken));
        Assert.Equal("theirs", await File.ReadAllTextAsync(In("logo.png"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Where_one_file_cannot_be_made_the_site_stays_as_it_was()
    {
        await PlaceAsync(Page("a.html", "a"));
        await Assert.ThrowsAsync<FileNotFoundException>(() => PlaceAsync(Page("a.html", "A"), new SiteFile("copy.docx", null, In("nowhere.docx"))));
        Assert.Equal("a", await File.ReadAllTextAsync(In("a.html"), TestContext.Current.CancellationToken));
        Assert.Equal(new SiteChange(1, 0, 0), await PlaceAsync(Page("a.html", "A")));
    }

    [Fact]
    public async Task A_list_that_somebody_wrote_into_leads_nowhere_else()
    {
        var outside = Directory.CreateTempSubdirectory("jcacop-outside-");
        try
        {
            var theirs = Path.Combine(outside.FullName, "kept.txt");
            await File.WriteAllTextAsync(theirs, "kept", TestContext.Current.CancellationToken);
            await PlaceAsync(Page("a.html", "a"));
            await File.AppendAllLinesAsync(In(SiteFolder.ListFile), [$"../{outside.Name}/kept.txt", theirs], TestContext.Current.CancellationToken);
            await PlaceAsync(Page("b.html", "b"));
            Assert.True(File.Exists(theirs));
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("../a.html")]
    [InlineData("/etc/a.html")]
    [InlineData("g//a.html")]
    [InlineData(".hidden")]
    [InlineData("g/ä.html")]
    public async Task A_path_that_is_none_of_a_page_is_refused(string path) => await Assert.ThrowsAsync<ArgumentException>(() => PlaceAsync(Page(path, "x")));
}
