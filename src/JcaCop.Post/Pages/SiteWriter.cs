using JcaCop.Post.Calendars;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Post.Pages.Content;

namespace JcaCop.Post.Pages;

/// <summary>
/// Makes the public pages of all groups: a page on which a language is chosen, for each group a folder with a folder for each language, its calendar
/// and its files. Pure: the same register gives the same bytes, so that what did not change can stay as it is.
/// </summary>
public sealed class SiteWriter(PageWriter pages)
{
    /// <param name="registers">In the order in which they are shown.</param>
    /// <param name="baseUrl">As in <see cref="PagePolicy.BaseUrl"/>.</param>
    /// <returns>In the order in which they may be put in place: nothing points to what comes later in another folder.</returns>
    public IReadOnlyList<SiteFile> Write(IReadOnlyList<PublicRegister> registers, string? baseUrl)
    {
        var files = new List<SiteFile> { new("style.css", pages.Style()) };
        foreach (var register in registers)
        {
            if (register.Shows(PageSection.Meetings)) AddCalendars(register, files);
            foreach (var document in register.Documents)
                foreach (var (file, source) in DocumentsPage.Files(document, register)) files.Add(new($"{register.Group.Key}/{DocumentsPage.PathOf(document, file)}", null, source));
            foreach (var (kind, name, section, content) in Pages(register))
                foreach (var language in LetterLanguages.All)
                    files.Add(new($"{register.Group.Key}/{language}/{name}", pages.Write(kind, content, Head(register, language, name, section))));
            files.Add(new($"{register.Group.Key}/index.html", pages.Write(Start([register], "../", baseUrl, $"{register.Group.Key}/"))));
        }
        files.Add(new("index.html", pages.Write(Start(registers, "", baseUrl, ""))));
        if (baseUrl is not null) files.Add(new("sitemap.xml", SiteMap.Write(baseUrl, [.. files.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal)).Select(file => file.Path)])));
        files.Add(new("robots.txt", SiteMap.Robots(baseUrl)));
        return files;
    }

    /// <summary>Start pages come last: they point to all others.</summary>
    private static IEnumerable<(PageKind Kind, string Name, PageSection Section, object Content)> Pages(PublicRegister register)
    {
        foreach (var meeting in register.Meetings) yield return (PageKind.Meeting, $"{MeetingPage.Stem(meeting)}.html", PageSection.Meetings, MeetingPage.Of(meeting, register));
        if (register.Shows(PageSection.Meetings)) yield return (PageKind.Meetings, "meetings.html", PageSection.Meetings, MeetingsPage.Of(register));
        if (register.Shows(PageSection.Documents)) yield return (PageKind.Documents, "documents.html", PageSection.Documents, DocumentsPage.Of(register));
        if (register.Shows(PageSection.Representatives)) yield return (PageKind.Representatives, "representatives.html", PageSection.Representatives, RepresentativesPage.Of(register));
        if (register.Shows(PageSection.Liaisons)) yield return (PageKind.Liaisons, "liaisons.html", PageSection.Liaisons, LiaisonsPage.Of(register));
        if (register.Shows(PageSection.Activities)) yield return (PageKind.Activities, "activities.html", PageSection.Activities, ActivitiesPage.Of(register));
        yield return (PageKind.Participate, "participate.html", PageSection.Participate, new ParticipatePage(register.Group.ListAddress));
        yield return (PageKind.Home, "index.html", PageSection.Home, HomePage.Of(register));
    }

    private static void AddCalendars(PublicRegister register, List<SiteFile> files)
    {
        foreach (var meeting in register.Meetings) files.Add(new($"{register.Group.Key}/{MeetingPage.Stem(meeting)}.ics", CalendarFeed.Of(meeting, register.Group)));
        files.Add(new($"{register.Group.Key}/calendar.ics", CalendarFeed.Of(register.Meetings, register.Calls, register.Group)));
    }

    private PageHead Head(PublicRegister register, string language, string name, PageSection section)
    {
        var group = register.Group;
        var url = register.Policy.BaseUrl is { } address ? $"{address}{group.Key}/" : null;
        return new PageHead
        {
            Language = new BareText(language), Direction = new BareText(pages.Language(language).Words.Direction), At = section,
            Group = group.Name, FullName = FullName(register), Address = group.Address, Mailto = new BareText(PageLinks.Mail(group.Address) ?? ""), Root = new BareText("../../"),
            Shows = new ShownParts(register.Shows(PageSection.Meetings), register.Shows(PageSection.Documents),
                register.Shows(PageSection.Representatives), register.Shows(PageSection.Liaisons), register.Shows(PageSection.Activities)),
            Versions = [.. LetterLanguages.All.Select(code => Version(code, $"../{code}/{name}", url is null ? null : $"{url}{code}/{name}", code == language))],
            Canonical = BareText.Of(url is null ? null : $"{url}{language}/{name}"),
            AnyLanguage = BareText.Of(url is null ? null : name == "index.html" ? url : $"{url}{LetterLanguages.English}/{name}"),
        };
    }

    private StartPage Start(IReadOnlyList<PublicRegister> registers, string root, string? baseUrl, string path)
    {
        var only = registers is [var one] ? one : null;
        return new StartPage(
            new BareText(LetterLanguages.English), new BareText(pages.Language(LetterLanguages.English).Words.Direction), new BareText(string.Join(" · ", registers.Select(register => register.Group.Name))),
            new BareText(pages.Sentence(LetterLanguages.English, "start.description")), new BareText(root), BareText.Of(baseUrl is null ? null : baseUrl + (only is null ? path : $"{only.Group.Key}/")),
            baseUrl is null || only is null ? [] : [.. LetterLanguages.All.Select(code => Version(code, "", $"{baseUrl}{only.Group.Key}/{code}/index.html", false))],
            [.. registers.Select(register => new StartGroup(register.Group.Name, [.. LetterLanguages.All.Select(code => new StartChoice(
                new BareText(code), new BareText(pages.Language(code).Words.Direction), new BareText(path.Length > 0 ? $"{code}/index.html" : $"{register.Group.Key}/{code}/index.html"),
                pages.Sentence(code, "self"), FullName(register).In(pages.Language(code)), pages.Sentence(code, "start.invite")))]))]);
    }

    private LanguageVersion Version(string code, string path, string? url, bool current) =>
        new(new BareText(code), new BareText(pages.Language(code).Words.Direction), new BareText(pages.Sentence(code, "self")), new BareText(path), BareText.Of(url), current);

    private static LocalText FullName(PublicRegister register) =>
        new(new Dictionary<string, string>(register.Group.FullNames) { [LetterLanguages.English] = register.Group.FullName });
}
