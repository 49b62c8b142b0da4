using System.Text.RegularExpressions;

namespace JcaCop.Post.Letters.Wording;

/// <summary>
/// One of the two forms of a letter, HTML or plain text: what each element of a letter's source (<c>&lt;p&gt;</c>, <c>&lt;row&gt;</c> …)
/// becomes in it. Read from <c>html.hbs</c> and <c>text.hbs</c>: a line <c>[p]</c> opens the element's part, which runs to the next
/// such line; <c>{content}</c> in it is the place of what the element holds.
/// </summary>
internal sealed partial class LetterForm
{
    private readonly string path;
    private readonly Dictionary<string, (string Open, string Close)> elements = [];

    private LetterForm(string path, bool html)
    {
        this.path = path;
        Html = html;
    }

    public bool Html { get; }

    /// <summary>The frame around the parts of a letter (its languages), itself a template.</summary>
    public string Frame { get; private set; } = "";

    public static LetterForm Load(TemplateFolder folder, bool html)
    {
        var path = html ? "html.hbs" : "text.hbs";
        var form = new LetterForm(path, html);
        var parts = ElementLine().Split(folder.Read(path).ReplaceLineEndings("\n"));
        for (var i = 1; i + 1 < parts.Length; i += 2)
        {
            var body = parts[i + 1][..^1];   // the line end before the next [element] belongs to that line
            if (parts[i] == "frame")
            {
                form.Frame = body;
                continue;
            }
            var halves = body.Split("{content}");
            if (halves.Length != 2) throw new TemplateException($"{path}: [{parts[i]}] needs {{content}} once.");
            form.elements[parts[i]] = (halves[0], halves[1]);
        }
        if (form.Frame.Length == 0) throw new TemplateException($"{path} has no [frame].");
        return form;
    }

    /// <summary>Writes a letter's source in this form: elements replaced, indentation and line ends of the source dropped.</summary>
    /// <param name="file">Of the source; named where something is wrong.</param>
    public string Write(string file, string source)
    {
        var joined = string.Concat(source.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));
        return Element().Replace(joined, element =>
        {
            if (!elements.TryGetValue(element.Groups["name"].Value, out var shape))
                throw new TemplateException($"{file} uses an element that {path} does not have: [{element.Groups["name"].Value}].");
            return element.Groups["end"].Length > 0 ? shape.Close : shape.Open;
        });
    }

    [GeneratedRegex(@"^\[([a-z-]{1,40})\]\n", RegexOptions.Multiline)]
    private static partial Regex ElementLine();

    [GeneratedRegex(@"<(?<end>/?)(?<name>[a-z-]{1,40})>")]
    private static partial Regex Element();
}
