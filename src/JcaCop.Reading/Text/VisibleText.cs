namespace JcaCop.Reading.Text;

/// <summary>The body as a reader sees it, before any cut, with what its HTML tells about the parts of the mail.</summary>
/// <param name="Text">Lines end in LF.</param>
/// <param name="Marks">In order of their start; they may lie within each other.</param>
/// <param name="Hidden">HTML carried text that a reader cannot see.</param>
internal sealed record VisibleText(string Text, IReadOnlyList<TextMark> Marks, bool Hidden)
{
    public static VisibleText Plain(string text) => new(text, [], false);
}

internal enum TextMarkKind
{
    /// <summary>Words of an earlier mail, in a quoting block.</summary>
    Quote,
    /// <summary>The line or header block that introduces an earlier mail.</summary>
    Introduction,
    /// <summary>The signature as the mail program inserted it.</summary>
    Signature,
}

/// <summary>A run of the visible text that the HTML named.</summary>
internal readonly record struct TextMark(TextMarkKind Kind, int Start, int End);
