using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace JcaCop.Post.Letters.Wording;

/// <summary>A letter's source in one form and one language: rendering binds values alone. Compiled when first used, which takes longer than all checks.</summary>
internal sealed partial class LetterTemplate
{
    /// <summary>Stands for a line end of the plain text while rendering: Handlebars drops line ends beside its tags. No value can hold it.</summary>
    public const char LineEnd = '\v';

    /// <summary>By all that makes a difference. There are as many as sources on disk: of all writers in a process, the first one compiles.</summary>
    private static readonly ConcurrentDictionary<(string Source, bool Html, bool RightToLeft, bool Page), HandlebarsTemplate<object, object>> Known = new();

    private readonly string name;
    private readonly bool html;
    private readonly Lazy<HandlebarsTemplate<object, object>> compiled;

    /// <param name="name">Named where something is wrong.</param>
    /// <param name="source">Handlebars; its names were checked.</param>
    /// <param name="page">A page of the site, which has a style sheet; the letters' styles stand in the text, since mail programs read no other.</param>
    public LetterTemplate(string name, string source, bool html, bool rightToLeft, bool page = false)
    {
        this.name = name;
        this.html = html;
        compiled = new(() => Compile(name, source, html, rightToLeft, page));
    }

    public string Render(object view)
    {
        try
        {
            var rendered = compiled.Value(view);
            return html ? rendered : EmptyLines().Replace(rendered.Replace(LineEnd, '\n'), "\n\n");
        }
        catch (Exception wrong) when (wrong is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new TemplateException($"{name}: {wrong.Message}", wrong);
        }
    }

    private static HandlebarsTemplate<object, object> Compile(string name, string source, bool html, bool rightToLeft, bool page)
    {
        if (Known.TryGetValue((source, html, rightToLeft, page), out var known)) return known;
        var configuration = new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = !html, FormatProvider = CultureInfo.InvariantCulture };
        configuration.FormatterProviders.Add(new LetterValueFormat(html, rightToLeft, page));
        try
        {
            return Known[(source, html, rightToLeft, page)] = Handlebars.Create(configuration).Compile(html ? source : source.Replace('\n', LineEnd));
        }
        catch (Exception wrong) when (wrong is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new TemplateException($"{name}: {wrong.Message}", wrong);
        }
    }

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex EmptyLines();
}
