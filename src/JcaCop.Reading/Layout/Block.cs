namespace JcaCop.Reading.Layout;

/// <summary>A connected piece of a mail's text. The family is closed; blocks stand in the order of the text and do not overlap.</summary>
public abstract record Block
{
    private protected Block(TextSpan span) => Span = span;

    public TextSpan Span { get; init; }

    /// <summary>The line directly above that introduces the block: a heading, or a sentence that ends in a colon; null where there is none.</summary>
    public TextSpan? LeadIn { get; init; }
}

/// <summary>Running text.</summary>
/// <param name="Sentences">In order; a list of addressees or a heading is one sentence.</param>
public sealed record Paragraph(TextSpan Span, IReadOnlyList<TextSpan> Sentences) : Block(Span);

/// <summary>A value behind its label.</summary>
/// <param name="LabelSpan">The label without numbering, dot leader and colon.</param>
/// <param name="Value">May run over several lines; empty where the form was left blank.</param>
/// <param name="Group">Grows at each blank line, ornament or heading inside the form.</param>
public sealed record FormField(FieldLabel Label, TextSpan LabelSpan, TextSpan Value, int Group);

/// <summary>Lines of labels and values.</summary>
public sealed record Form(TextSpan Span, IReadOnlyList<FormField> Fields) : Block(Span);

/// <summary>Rows under named columns. A table whose first column holds the labels has been turned, so that every row is one record.</summary>
/// <param name="Columns">What each column holds; <see cref="FieldLabel.Other"/> where its head is unknown.</param>
/// <param name="Heads">The words at the head of each column; empty spans where the table has no head.</param>
/// <param name="Rows">Cells in the order of the columns; a missing cell is an empty span.</param>
public sealed record Table(TextSpan Span, IReadOnlyList<FieldLabel> Columns, IReadOnlyList<TextSpan> Heads, IReadOnlyList<IReadOnlyList<TextSpan>> Rows) : Block(Span);

/// <summary>An entry of a list.</summary>
/// <param name="Marker">As written: <c>1.</c>, <c>•</c>, <c>（一）</c>.</param>
/// <param name="Depth">0 for the outermost marker of the list.</param>
/// <param name="Text">From behind the marker to the entry's last line, entries below it not included.</param>
public sealed record ListEntry(TextSpan Marker, int Depth, TextSpan Text);

/// <summary>Numbered or bulleted lines.</summary>
public sealed record Listing(TextSpan Span, IReadOnlyList<ListEntry> Entries) : Block(Span);
