namespace JcaCop.Reading.Layout;

/// <summary>Joins lines into blocks. Tables are asked for first, then lines that begin with a person, forms, then lists; what remains is running text.</summary>
internal static class BlockReader
{
    private delegate (Block Block, int Next)? Reader(string text, List<TextLine> lines, int at);

    private static readonly Reader[] Readers = [TableReader.Read, FlatTableReader.Read, PersonLinesReader.Read, FormReader.Read, ListingReader.Read];

    public static List<Block> Read(string text, List<TextLine> lines)
    {
        var blocks = new List<Block>();
        var at = 0;
        var running = -1;
        while (at < lines.Count)
        {
            var line = lines[at];
            if (line.Kind is LineKind.Blank or LineKind.Ornament)
            {
                Close(blocks, text, lines, ref running, at++);
                continue;
            }
            (Block Block, int Next)? found = null;
            foreach (var reader in Readers)
                if ((found = reader(text, lines, at)) is not null) break;
            if (found is { } block)
            {
                Close(blocks, text, lines, ref running, at);
                blocks.Add(block.Block with { LeadIn = blocks.Count > 0 && blocks[^1] is Paragraph { Sentences: [.., var last] } ? last : null });
                at = block.Next;
                continue;
            }
            if (running < 0) running = at;
            at++;
        }
        Close(blocks, text, lines, ref running, at);
        return blocks;
    }

    private static void Close(List<Block> blocks, string text, List<TextLine> lines, ref int running, int end)
    {
        if (running < 0) return;
        var span = TextSpan.FromBounds(lines[running].Span.Start, lines[end - 1].Span.End);
        blocks.Add(new Paragraph(span, SentenceSplitter.Split(text, span)));
        running = -1;
    }
}
