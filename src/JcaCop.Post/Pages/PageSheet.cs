using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Pages;

/// <summary>One kind of page in one language, ready to take values: its own source set into <c>layout.hbs</c>, its title and description beside it.</summary>
internal sealed record PageSheet(LetterLanguage Language, Words Words, LetterTemplate Title, LetterTemplate Description, LetterTemplate Feed, LetterTemplate Html)
{
    private const string Content = "{content}";

    public static PageSheet Load(TemplateFolder folder, PageKind kind, LetterLanguage language)
    {
        var words = Words.Load(folder, PageWriter.Folder, language.Code);
        const string around = $"{PageWriter.Folder}/layout.hbs";
        var file = $"{PageWriter.Folder}/{kind.Name}.hbs";
        var layout = folder.Read(around).ReplaceLineEndings("\n").Split(Content);
        if (layout.Length != 2) throw new TemplateException($"{around} needs {Content} once.");
        var html = new LetterSource(words, language, kind.Shape, html: true);
        var plain = new LetterSource(words, language, kind.Shape, html: false);
        return new(language, words, Line($"{kind.Name}.title"), Line($"{kind.Name}.description"), Line("feed.title"), new LetterTemplate(
            file, html.Resolve(around, layout[0]) + html.Resolve(file, folder.Read(file).ReplaceLineEndings("\n")).TrimEnd('\n') + html.Resolve(around, layout[1]), html: true, language.Words.RightToLeft, page: true));

        LetterTemplate Line(string key) => new(words.Path, plain.Sentence(file, key), html: false, rightToLeft: false);
    }
}
