namespace JcaCop.Post.Letters.Wording;

/// <summary>One kind of letter in one language, ready to take values.</summary>
internal sealed record LetterSheet(LetterLanguage Language, LetterTemplate Subject, LetterTemplate Title, LetterTemplate Plain, LetterTemplate Html)
{
    /// <summary>Where a kind's own source stands in <c>letter.hbs</c>. A kind that brings a title of its own is a whole letter.</summary>
    private const string Content = "{content}";

    public static LetterSheet Load(TemplateFolder folder, LetterKind kind, LetterLanguage language, LetterForm text, LetterForm html)
    {
        var words = Words.Load(folder, kind.Name, language.Code);
        var file = $"{kind.Name}/{kind.Name}.hbs";
        var own = folder.Read(file);
        var layout = own.Contains("<title>", StringComparison.Ordinal) ? [] : folder.Read("letter.hbs").Split(Content);
        if (layout is not ([] or [_, _])) throw new TemplateException($"letter.hbs needs {Content} once.");

        return new LetterSheet(language, Line("subject"), Line("title"), Body(text), Body(html));

        LetterSource Source(bool encoded) => new(words, language.Words, $"language/{language.Code}.json", kind.Shape, encoded);

        LetterTemplate Line(string key) => new LetterTemplate(words.Path, Source(false).Sentence("every letter", key), html: false, rightToLeft: false);

        LetterTemplate Body(LetterForm form)
        {
            var body = Source(form.Html).Resolve(file, form.Write(file, own));
            if (layout is [var above, var below])
                body = Source(form.Html).Resolve("letter.hbs", form.Write("letter.hbs", above)) + body + Source(form.Html).Resolve("letter.hbs", form.Write("letter.hbs", below));
            return new LetterTemplate(words.Path, body, form.Html, language.Words.RightToLeft);
        }
    }
}
