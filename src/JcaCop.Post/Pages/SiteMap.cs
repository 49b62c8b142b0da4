using System.Text;
using System.Xml;
using System.Xml.Linq;
using JcaCop.Post.Letters;

namespace JcaCop.Post.Pages;

/// <summary>What search engines read: the map of the site (sitemaps.org, 0.9), with each page's versions in the other languages, and <c>robots.txt</c> (RFC 9309).</summary>
internal static class SiteMap
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    /// <param name="pages">Paths of all HTML files.</param>
    public static byte[] Write(string baseUrl, IReadOnlyList<string> pages)
    {
        var all = pages.ToHashSet(StringComparer.Ordinal);
        var map = new XElement(Map + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Html.NamespaceName),
            pages.Select(page => new XElement(Map + "url", new XElement(Map + "loc", baseUrl + page), Versions(page).Where(version => all.Contains(version.Path)).Select(version =>
                new XElement(Html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", version.Code), new XAttribute("href", baseUrl + version.Path))))));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" })) map.Save(writer);
        return bytes.ToArray();
    }

    public static byte[] Robots(string? baseUrl) => Encoding.UTF8.GetBytes("User-agent: *\nAllow: /\n" + (baseUrl is null ? "" : $"\nSitemap: {baseUrl}sitemap.xml\n"));

    private static IEnumerable<(string Code, string Path)> Versions(string page) =>
        page.Split('/') is [var group, var language, var name] && LetterLanguages.All.Contains(language) ? LetterLanguages.All.Select(code => (code, $"{group}/{code}/{name}")) : [];
}
