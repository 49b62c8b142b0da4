using System.Collections.Concurrent;
using System.Text;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Post.Pages.Content;

namespace JcaCop.Post.Pages;

/// <summary>Writes pages from templates, words and values. Like letters they can be replaced file by file in the operator's own folder; each value is encoded.</summary>
public sealed class PageWriter(LetterOptions options)
{
    internal const string Folder = "pages";

    private readonly TemplateFolder folder = new(options.TemplateFolder);
    private readonly ConcurrentDictionary<(PageKind Kind, string Language), PageSheet> sheets = new();
    private readonly ConcurrentDictionary<string, LetterLanguage> languages = new();

    /// <summary>Looks at all pages in all languages and finds wrong files before anything is published.</summary>
    /// <exception cref="TemplateException">What is wrong, and in which file.</exception>
    public void Check()
    {
        foreach (var kind in PageKind.All)
            foreach (var language in LetterLanguages.All) _ = SheetOf(kind, language);
        _ = StartSheet();
        _ = Style();
    }

    internal LetterLanguage Language(string code) => languages.GetOrAdd(code, one => LetterLanguage.Load(folder, one));

    /// <summary>A sentence that holds no value.</summary>
    internal string Sentence(string language, string key) => Words.Load(folder, Folder, language)[key];

    internal byte[] Style() => Encoding.UTF8.GetBytes(folder.Read($"{Folder}/style.css"));

    internal byte[] Write(PageKind kind, object content, PageHead head)
    {
        var sheet = SheetOf(kind, head.Language.Text);
        var view = View(sheet.Language, content);
        foreach (var (name, value) in View(sheet.Language, head)) view[name] = value;
        (string Name, LetterTemplate Text)[] lines = [(nameof(PageHead.PageTitle), sheet.Title), (nameof(PageHead.Description), sheet.Description), (nameof(PageHead.FeedTitle), sheet.Feed)];
        foreach (var (name, text) in lines) view[LetterShape.NameOf(name)] = new BareText(text.Render(view));
        return Encoding.UTF8.GetBytes(sheet.Html.Render(view));
    }

    internal byte[] Write(StartPage start) => Encoding.UTF8.GetBytes(StartSheet().Render(View(Language(start.Language.Text), start)));

    private static IDictionary<string, object?> View(LetterLanguage language, object row) => new LetterView(language, int.MaxValue).Of(row);

    private PageSheet SheetOf(PageKind kind, string language) => sheets.GetOrAdd((kind, language), _ => PageSheet.Load(folder, kind, Language(language)));

    private LetterTemplate StartSheet()
    {
        const string file = $"{Folder}/start.hbs";
        var language = Language(LetterLanguages.English);
        var source = new LetterSource(Words.Load(folder, Folder, language.Code), language, (LetterShape.Row)LetterShape.Of(typeof(StartPage)), html: true);
        return new LetterTemplate(file, source.Resolve(file, folder.Read(file).ReplaceLineEndings("\n")), html: true, rightToLeft: false, page: true);
    }
}
