using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Items;

/// <summary>Cuts a text into single statements: sentences of paragraphs and list entries, fields of forms, rows of tables.</summary>
internal static class Utterances
{
    /// <param name="Block">The block that holds the statement.</param>
    public readonly record struct Utterance(TextSpan Span, Block Block);

    public static List<Utterance> Of(ItemContext context)
    {
        var found = new List<Utterance>();
        foreach (var block in context.Layout.Blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    foreach (var sentence in paragraph.Sentences) found.Add(new Utterance(sentence, block));
                    break;
                case Listing listing:
                    foreach (var entry in listing.Entries)
                        foreach (var sentence in SentenceSplitter.Split(context.Text, entry.Text)) found.Add(new Utterance(sentence, block));
                    break;
                case Form form:
                    foreach (var field in form.Fields)
                        foreach (var sentence in SentenceSplitter.Split(context.Text,
                                    TextSpan.FromBounds(field.LabelSpan.Start, Math.Max(field.LabelSpan.End, field.Value.End))))
                            found.Add(new Utterance(sentence, block));
                    break;
                case Table table:
                    foreach (var row in table.Rows)
                    {
                        var cells = row.Where(cell => !cell.IsEmpty).ToList();
                        if (cells.Count > 0) found.Add(new Utterance(TextSpan.FromBounds(cells.Min(cell => cell.Start), cells.Max(cell => cell.End)), block));
                    }
                    break;
            }
        }
        return found;
    }

    /// <summary>"If my travel is approved I shall come": leave, money or a visa stands behind "if", in the same part of the sentence.</summary>
    public static bool AwaitsLeave(ItemContext context, TextSpan span)
    {
        foreach (var condition in context.Matters.Within(Matter.If, span.Start, span.End))
            if (context.Matters.First(Matter.Leave, condition.End, Math.Min(span.End, condition.End + Reach)) is { } leave
                    && context.Text.AsSpan(condition.End, leave.Start - condition.End).IndexOfAny(PartEnds) < 0)
                return true;
        return false;
    }

    private const int Reach = 70;

    private static readonly System.Buffers.SearchValues<char> PartEnds = System.Buffers.SearchValues.Create(";；؛,，،.。");

    /// <summary>A question, an example, or something that may or may not come: nothing to record.</summary>
    public static bool IsOpen(ItemContext context, TextSpan span) =>
        context.Matters.Any(Matter.Uncertain, span) || AwaitsLeave(context, span) || (Passage.Of(context.Marked, span).Moods & (Moods.Question | Moods.Example | Moods.Conditional)) != 0;
}
