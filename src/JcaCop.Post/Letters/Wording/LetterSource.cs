using System.Text;
using System.Text.RegularExpressions;

namespace JcaCop.Post.Letters.Wording;

/// <summary>
/// The little language of templates and sentences, resolved and checked against the shape of the letter while loading: a letter that
/// would miss a word or a value is found out by <c>doctor</c>, not by its first reader.
/// </summary>
/// <remarks>
/// <c>{{name}}</c> a value · <c>{{t key}}</c> a sentence · <c>{{t key:choice}}</c> the sentence <c>key.member</c> of what was chosen ·
/// <c>{{#if name}}</c> <c>{{#unless name}}</c> <c>{{else}}</c> <c>{{#each list}}</c>, in it <c>number</c>, <c>this</c>, <c>@first</c>,
/// <c>@last</c> · <c>{{! remark }}</c>. In sentences, <c>{name}</c> is a value. A name is looked for in the innermost list first.
/// </remarks>
internal sealed partial class LetterSource(Words words, LetterLanguage language, LetterShape.Row letter, bool html)
{
    /// <summary>Where the view keeps what <c>this</c> means in a list of plain texts.</summary>
    public const string TextOfRow = "text";

    private static readonly LetterShape.Text Number = new();

    private readonly List<LetterShape> scopes = [letter];

    /// <param name="file">Named where something is wrong.</param>
    /// <returns>Handlebars source that binds values alone.</returns>
    public string Resolve(string file, string source)
    {
        var open = new Stack<string>();
        var resolved = Tag().Replace(source, tag => Resolve(file, tag.Groups[1].Value.Trim(), open));
        if (open.TryPeek(out var block)) throw new TemplateException($"{file}: {{{{#{block}}}}} is not closed.");
        if (resolved.Contains("{{{", StringComparison.Ordinal)) throw new TemplateException($"{file}: values are written {{{{name}}}}, never with three braces.");
        return resolved;
    }

    /// <summary>The sentence as source, for a place outside of the template such as the subject.</summary>
    public string Sentence(string file, string key)
    {
        var (path, sentence) = words.Find(key) is { } own ? (words.Path, own)
            : language.Sentence(key) is { } common ? (language.Path, common)
            : throw new TemplateException($"{words.Path} has no sentence '{key}', which {file} asks for; nor has {language.Path}.");
        var where = $"{path}, sentence '{key}'";
        if (sentence.Contains("{{", StringComparison.Ordinal)) throw new TemplateException($"{where}: a sentence writes {{name}} for a value, not {{{{name}}}}.");
        var text = html ? sentence.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal) : sentence;
        return Value().Replace(text, value => Written(where, value.Groups[1].Value));
    }

    private string Resolve(string file, string tag, Stack<string> open)
    {
        if (tag.StartsWith('!')) return "";
        if (tag.StartsWith("t ", StringComparison.Ordinal)) return Spoken(file, tag[2..].Trim());
        if (tag == "else")
            return open.TryPeek(out var asked) && asked != "each" ? "{{else}}" : throw new TemplateException($"{file}: {{{{else}}}} belongs to an #if or #unless.");
        if (tag.StartsWith('/'))
        {
            if (!open.TryPop(out var opened) || opened != tag[1..]) throw new TemplateException($"{file}: {{{{{tag}}}}} closes what is not open.");
            if (opened == "each") scopes.RemoveAt(scopes.Count - 1);
            return $"{{{{{tag}}}}}";
        }
        if (!tag.StartsWith('#')) return Written(file, tag);
        if (tag.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var block, var name] || block is not ("#if" or "#unless" or "#each"))
            throw new TemplateException($"{file}: {{{{{tag}}}}} is not understood.");
        open.Push(block[1..]);
        var (path, shape) = Find(file, name);
        if (block == "#each")
            scopes.Add(shape is LetterShape.List list ? list.Element : throw new TemplateException($"{file}: {{{{{tag}}}}}, but '{name}' is no list."));
        else if (shape is LetterShape.Choice choice)
            throw new TemplateException($"{file}: {{{{{tag}}}}} asks for a choice; ask for one of {string.Join(", ", choice.Names.Select(one => $"{name}.{one}"))}.");
        return $"{{{{{block} {path}}}}}";
    }

    private string Spoken(string file, string key)
    {
        if (key.Split(':') is not [var stem, var name]) return Sentence(file, key);
        var (path, shape) = Find(file, name);
        if (shape is not LetterShape.Choice choice) throw new TemplateException($"{file}: {{{{t {key}}}}}, but '{name}' is no choice.");
        var spoken = new StringBuilder();
        // One that was not chosen at all (null) says nothing.
        spoken.Append("{{#if ").Append(path).Append("}}");
        foreach (var one in choice.Names) spoken.Append("{{#if ").Append(path).Append('.').Append(one).Append("}}").Append(Sentence(file, $"{stem}.{one}")).Append("{{/if}}");
        return spoken.Append("{{/if}}").ToString();
    }

    private string Written(string where, string name) => Find(where, name) is (var path, LetterShape.Text) ? $"{{{{{path}}}}}"
        : throw new TemplateException($"{where}: '{name}' is no value that can be written.");

    /// <summary>The path of a name from the innermost scope, which goes outward by <c>../</c>.</summary>
    private (string Path, LetterShape Shape) Find(string where, string name)
    {
        if (name is "@first" or "@last" && scopes.Count > 1) return (name, new LetterShape.Truth());
        if (name is "this" && scopes[^1] is LetterShape.Text text) return (TextOfRow, text);
        if (name is "number" && scopes[^1] is LetterShape.Text) return (name, Number);
        var parts = name.Split('.');
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            if (scopes[i] is not LetterShape.Row || Member(scopes[i], parts[0], i > 0) is not { } shape) continue;
            foreach (var part in parts.Skip(1))
                shape = Member(shape, part, false) ?? throw new TemplateException($"{where}: there is no '{part}' in '{name[..name.LastIndexOf('.')]}'.{Offer(shape)}");
            return (string.Concat(Enumerable.Repeat("../", scopes.Count - 1 - i)) + name, shape);
        }
        throw new TemplateException($"{where}: there is no value '{name}'.{Offer(scopes[^1])}");
    }

    private static LetterShape? Member(LetterShape shape, string name, bool inList) => shape switch
    {
        LetterShape.Choice choice when choice.Names.Contains(name) => new LetterShape.Truth(),
        LetterShape.Row row when row.Members.TryGetValue(name, out var member) => member.Shape.Value,
        LetterShape.Row row when name.EndsWith("More", StringComparison.Ordinal) && row.Members.TryGetValue(name[..^4], out var list) && list.Shape.Value is LetterShape.List => Number,
        LetterShape.Row when inList && name == "number" => Number,
        _ => null,
    };

    private static string Offer(LetterShape shape) => shape switch
    {
        LetterShape.Row row => $" There are: {string.Join(", ", row.Members.Keys)}.",
        LetterShape.Choice choice => $" There are: {string.Join(", ", choice.Names)}.",
        _ => "",
    };

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{([A-Za-z.]{1,60})\}")]
    private static partial Regex Value();
}
