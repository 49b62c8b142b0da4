using System.Text.RegularExpressions;

namespace JcaCop.Post.Letters.Wording;

/// <summary>One kind of letter in one language, ready to take values.</summary>
/// <remarks>
/// The kind's own source is set into <c>letter.hbs</c>, or into the file that an element <c>layout</c> at its top names; one that
/// brings a title of its own is a whole letter. Its subject is the
/// sentence <c>subject</c>, or what stands in an element of that name at the top of the source, where the subject depends on a
/// choice. Its title is the sentence <c>title</c>, or the subject where there is none.
/// </remarks>
internal sealed partial record LetterSheet(LetterLanguage Language, LetterTemplate Subject, LetterTemplate Title, LetterTemplate Plain, LetterTemplate Html)
{
    private const string Content = "{content}";
    private const string TitleTag = "{{t title}}";

    public static LetterSheet Load(TemplateFolder folder, LetterKind kind, LetterLanguage language, LetterForm text, LetterForm html)
    {
        var words = Words.Load(folder, kind.Name, language.Code);
        var file = $"{kind.Name}/{kind.Name}.hbs";
        var own = folder.Read(file);
        var subject = Cut(SubjectElement(), "{{t subject}}");
        var around = Cut(LayoutElement(), "letter") + ".hbs";
        var title = words.Find("title") is null ? subject : TitleTag;
        string[] layout = own.Contains("<title>", StringComparison.Ordinal) ? ["", ""] : folder.Read(around).Replace(TitleTag, title, StringComparison.Ordinal).Split(Content);
        if (layout.Length != 2) throw new TemplateException($"{around} needs {Content} once.");

        return new LetterSheet(language, Line(subject), Line(title), Body(text), Body(html));

        string Cut(Regex element, string otherwise)
        {
            var found = element.Match(own);
            if (!found.Success) return otherwise;
            own = own.Remove(found.Index, found.Length);
            return found.Groups[1].Value.Trim();
        }

        LetterSource Source(bool encoded) => new(words, language, kind.Shape, encoded);

        LetterTemplate Line(string source) => new(words.Path, Source(encoded: false).Resolve(file, source), html: false, rightToLeft: false);

        LetterTemplate Body(LetterForm form)
        {
            var source = Source(form.Html);
            var body = source.Resolve(around, form.Write(around, layout[0])) + source.Resolve(file, form.Write(file, own)) + source.Resolve(around, form.Write(around, layout[1]));
            return new LetterTemplate(words.Path, body, form.Html, language.Words.RightToLeft);
        }
    }

    [GeneratedRegex(@"<layout>([a-z-]{1,40})</layout>")]
    private static partial Regex LayoutElement();

    [GeneratedRegex(@"<subject>(.*?)</subject>", RegexOptions.Singleline)]
    private static partial Regex SubjectElement();
}
