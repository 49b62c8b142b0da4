using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace JcaCop.Post.Letters;

/// <summary>
/// A letter's source in one form and one language, compiled. Two steps: while loading, elements become the form's markup and
/// <c>{{t key}}</c> becomes the language's sentence, so that rendering binds values alone; a sentence or value that does not
/// exist throws, and the letter is not made.
/// </summary>
internal sealed partial class LetterTemplate
{
    /// <summary>Stands for a line end of the plain text while rendering: Handlebars drops line ends beside its tags. No value can hold it.</summary>
    private const char LineEnd = '\v';

    private readonly string name;
    private readonly bool html;
    private readonly HandlebarsTemplate<object, object> compiled;

    private LetterTemplate(string name, bool html, HandlebarsTemplate<object, object> compiled)
    {
        this.name = name;
        this.html = html;
        this.compiled = compiled;
    }

    public static LetterTemplate Letter(TemplateFolder folder, LetterForm form, string letter, string language, Words words, bool rightToLeft)
    {
        var source = form.Write(folder.Read($"{letter}/{letter}.hbs"));
        var spoken = Sentence().Replace(source, match => Spoken(words[match.Groups[1].Value], form.Html));
        return Compile($"{letter}/{language}", spoken, form.Html, rightToLeft);
    }

    public static LetterTemplate Frame(LetterForm form) => Compile(form.Html ? "html.hbs" : "text.hbs", form.Frame, form.Html, rightToLeft: false);

    public string Render(object model)
    {
        try
        {
            var rendered = compiled(model);
            return html ? rendered : rendered.Replace(LineEnd, '\n');
        }
        catch (Exception wrong) when (wrong is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new TemplateException($"{name}: {wrong.Message}", wrong);
        }
    }

    private static LetterTemplate Compile(string name, string source, bool html, bool rightToLeft)
    {
        var configuration = new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = !html };
        configuration.FormatterProviders.Add(new LetterValueFormat(html, rightToLeft));
        try
        {
            return new LetterTemplate(name, html, Handlebars.Create(configuration).Compile(html ? source : source.Replace('\n', LineEnd)));
        }
        catch (Exception wrong) when (wrong is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new TemplateException($"{name}: {wrong.Message}", wrong);
        }
    }

    private static string Spoken(string sentence, bool html)
    {
        if (sentence.Contains("{{", StringComparison.Ordinal)) throw new TemplateException($"A sentence writes {{name}} for a value, not {{{{name}}}}: {sentence}");
        var text = html ? sentence.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal) : sentence;
        return Value().Replace(text, "{{$1}}");
    }

    [GeneratedRegex(@"\{\{t ([A-Za-z.]{1,60})\}\}")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{([A-Za-z]{1,40})\}")]
    private static partial Regex Value();
}
