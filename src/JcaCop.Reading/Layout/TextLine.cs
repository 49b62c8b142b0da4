namespace JcaCop.Reading.Layout;

/// <summary>What a line looks like before its neighbours are asked.</summary>
public enum LineKind { Blank, Ornament, Row, Field, Entry, Plain }

/// <summary>A line and what stands out in it.</summary>
/// <param name="Span">Without line end and without blanks at either end.</param>
/// <param name="Indent">Columns before the first character; a tab counts four.</param>
/// <param name="Marker">List marker, empty where there is none.</param>
/// <param name="Body">The line behind its marker.</param>
public sealed record TextLine(int Number, TextSpan Span, int Indent, LineKind Kind, TextSpan Marker, TextSpan Body)
{
    /// <summary>Labels with their values on this line; empty where it has none.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Cells of a row, blanks removed; empty where the line is none.</summary>
    public IReadOnlyList<TextSpan> Cells { get; init; } = [];
}
