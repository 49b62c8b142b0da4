using MimeKit.Text;

namespace JcaCop.Reading.Text;

/// <summary>An open element: what it hides, and what it says about the parts of the mail.</summary>
internal sealed record HtmlElement(HtmlTagId Id, string Name)
{
    public static HtmlElement Page { get; } = new(HtmlTagId.Html, "html") { Background = HtmlColor.White };

    /// <summary>Not rendered at all, or struck out, with everything in it.</summary>
    public bool Hidden { get; init; }

    /// <summary>Hidden by a style, not by its kind as a script is.</summary>
    public bool Concealed { get; init; }

    /// <summary>Letters large enough and of another colour than their ground.</summary>
    public bool Readable { get; init; } = true;

    public bool Preformatted { get; init; }
    public bool Tiny { get; init; }
    public HtmlColor? Color { get; init; }
    public HtmlColor? Background { get; init; }
    public TextMarkKind? Mark { get; init; }

    /// <summary>Line ends around it: 0 for inline elements, 1 for blocks, 2 where an empty line is seen.</summary>
    public int LinesAround { get; init; }

    public static HtmlElement Of(HtmlTagToken tag, HtmlElement parent, HtmlHiddenNames hiddenNames)
    {
        string css = "", names = "", id = "", type = "";
        bool hidden = false, cite = false;
        HtmlColor? color = parent.Color, background = parent.Background;
        foreach (var attribute in tag.Attributes)
        {
            switch (attribute.Id)
            {
                case HtmlAttributeId.Style: css = attribute.Value ?? ""; break;
                case HtmlAttributeId.Class: names = attribute.Value ?? ""; break;
                case HtmlAttributeId.Id: id = attribute.Value ?? ""; break;
                case HtmlAttributeId.Type: type = attribute.Value ?? ""; break;
                case HtmlAttributeId.Cite: cite = true; break;
                case HtmlAttributeId.Color: color = HtmlColor.Parse(attribute.Value) ?? color; break;
                case HtmlAttributeId.BGColor: background = HtmlColor.Parse(attribute.Value) ?? background; break;
                default: hidden |= attribute.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase); break;
            }
        }
        var style = HtmlStyle.Parse(css);
        color = style.Color ?? color;
        background = style.Background ?? background;
        var tiny = style.Tiny ?? parent.Tiny;
        var concealed = hidden || style.Hides || hiddenNames.Hide(names, id);
        var readable = !tiny && !(color is { } ink && background is { } ground && ink.IsNear(ground));
        return new HtmlElement(tag.Id, tag.Name)
        {
            Hidden = parent.Hidden || concealed || style.Struck || IsStruck(tag.Id) || IsNeverShown(tag.Id) || tag.Name.Equals("template", StringComparison.OrdinalIgnoreCase),
            Concealed = parent.Concealed || concealed || (!readable && !IsNeverShown(tag.Id)),
            Readable = readable,
            Tiny = tiny,
            Color = color,
            Background = background,
            Preformatted = parent.Preformatted || tag.Id is HtmlTagId.Pre || style.Preformatted,
            Mark = HtmlMailMarks.Of(tag.Id, names, id, type, cite, css),
            LinesAround = Lines(tag.Id, names),
        };
    }

    private static bool IsNeverShown(HtmlTagId id) =>
        id is HtmlTagId.Head or HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Title or HtmlTagId.NoScript or HtmlTagId.Object or HtmlTagId.Select;

    /// <summary>What a writer strikes out is taken back: "Telephone: (struck) … …".</summary>
    private static bool IsStruck(HtmlTagId id) => id is HtmlTagId.S or HtmlTagId.Strike or HtmlTagId.Del;

    /// <summary>Word's paragraphs (class <c>MsoNormal</c>) have no space between them: an empty one stands for it.</summary>
    private static int Lines(HtmlTagId id, string names) => id switch
    {
        HtmlTagId.P => names.StartsWith("Mso", StringComparison.OrdinalIgnoreCase) ? 1 : 2,
        HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 => 2,
        HtmlTagId.Div or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.LI or HtmlTagId.Table or HtmlTagId.BlockQuote or HtmlTagId.Pre or HtmlTagId.Center
            or HtmlTagId.DL or HtmlTagId.DT or HtmlTagId.DD or HtmlTagId.Form or HtmlTagId.FieldSet or HtmlTagId.Address or HtmlTagId.Body or HtmlTagId.Section
            or HtmlTagId.Article or HtmlTagId.Header or HtmlTagId.Footer or HtmlTagId.Aside or HtmlTagId.Main or HtmlTagId.Caption => 1,
        _ => 0,
    };
}
