namespace JcaCop.Post.Letters;

/// <summary>What the receipt's template binds, in one language. Names are those of the template; a member removed here breaks every operator's template.</summary>
internal sealed class ReceiptModel
{
    public required LetterValue Group { get; init; }
    public required LetterValue FullName { get; init; }
    public required LetterValue Address { get; init; }
    public required LetterValue Date { get; init; }
    public required LetterValue? Subject { get; init; }
    public required IReadOnlyList<ReceiptEntry> Items { get; init; }
    /// <summary>How many items found no room; null where all are shown.</summary>
    public required LetterValue? More { get; init; }
    public required bool AllRecorded { get; init; }
    public required bool AllHeld { get; init; }
    public required bool Mixed { get; init; }
    public required bool Filed { get; init; }
    public required bool ForPerson { get; init; }
    public required bool Attention { get; init; }
}

internal sealed class ReceiptEntry
{
    public required int Number { get; init; }
    public required string Type { get; init; }
    public required bool Recorded { get; init; }
    public required bool Held { get; init; }
    public required bool Known { get; init; }
    public required IReadOnlyList<ReceiptRow> Rows { get; init; }
    /// <summary>Some rows found no room.</summary>
    public required bool Cut { get; init; }
    public required string? Reason { get; init; }
    /// <summary>Labels of the fields that the mail did not give; null where it gave all.</summary>
    public required string? Missing { get; init; }
}

internal sealed class ReceiptRow
{
    public required string Label { get; init; }
    /// <summary>Null only where the value was taken away.</summary>
    public required LetterValue? Value { get; init; }
    public required bool Changed { get; init; }
    public required LetterValue? Before { get; init; }
}
