namespace JcaCop.Reading.Layout;

/// <summary>How a mail's text is laid out: its lines, and the blocks that they form.</summary>
/// <remarks>Blocks cover all lines that are neither blank nor ornament. Reading takes time linear in the text.</remarks>
public sealed record MailLayout(string Text, IReadOnlyList<TextLine> Lines, IReadOnlyList<Block> Blocks)
{
    public static MailLayout Of(string text)
    {
        var lines = LineReader.Read(text);
        return new MailLayout(text, lines, BlockReader.Read(text, lines));
    }

    public IEnumerable<Form> Forms => Blocks.OfType<Form>();

    public IEnumerable<Table> Tables => Blocks.OfType<Table>();

    public IEnumerable<Listing> Listings => Blocks.OfType<Listing>();

    public IEnumerable<Paragraph> Paragraphs => Blocks.OfType<Paragraph>();

    /// <summary>The value as written, line breaks inside it turned into single blanks.</summary>
    public string ValueAt(TextSpan span) => Unwrap(span.In(Text));

    /// <summary>The block that holds the offset; null on a blank line.</summary>
    public Block? BlockAt(int offset)
    {
        foreach (var block in Blocks) if (block.Span.Contains(offset)) return block;
        return null;
    }

    /// <summary>Runs of blanks and line ends become one blank; between two Han characters none.</summary>
    public static string Unwrap(string value)
    {
        if (value.AsSpan().IndexOfAny('\n', '\t') < 0 && !value.Contains("  ", StringComparison.Ordinal)) return value;
        var result = new System.Text.StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (!char.IsWhiteSpace(c)) { result.Append(c); continue; }
            if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }
        return result.ToString().TrimEnd();
    }
}
