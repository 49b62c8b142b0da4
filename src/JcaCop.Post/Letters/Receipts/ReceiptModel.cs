using JcaCop.Register.Deciding;

namespace JcaCop.Post.Letters.Receipts;

/// <summary>What the receipt's template binds, in one language. Names are those of the template; a member removed here breaks every operator's template.</summary>
internal sealed record ReceiptModel
{
    /// <summary>When the mail was written, where its sender was.</summary>
    public required DateOnly Date { get; init; }
    public required string Subject { get; init; }
    public required IReadOnlyList<ReceiptEntry> Items { get; init; }
    /// <summary>The circular to which the mail was taken as an answer that stands; null where it is to none, or waits.</summary>
    public required string? Call { get; init; }
    /// <summary>The same where the answer waits for a person.</summary>
    public required string? CallHeld { get; init; }
    /// <summary>The answer came after the closing date.</summary>
    public required bool Late { get; init; }
    /// <summary>The answer came after the closing date, and counts only on the secretariat's word.</summary>
    public required bool LeftOut { get; init; }
    /// <summary>The circular was called off before the answer came.</summary>
    public required bool CalledOff { get; init; }
    public required bool AllRecorded { get; init; }
    public required bool AllHeld { get; init; }
    public required bool Mixed { get; init; }
    public required bool Filed { get; init; }
    public required bool ForPerson { get; init; }

    /// <summary>It denies having comments, and nothing else was read from it.</summary>
    public required bool NoComment { get; init; }

    /// <summary>It says that there is nothing to put forward, and nothing else was read from it.</summary>
    public required bool Nothing { get; init; }

    /// <summary>The organization that has accepted the invitation to take part, and is on record as taking part; null where none has.</summary>
    public required string? Joins { get; init; }

    /// <summary>The organization that has declined it.</summary>
    public required string? StaysOut { get; init; }

    /// <summary>Something was understood that the sender may have meant otherwise.</summary>
    public required bool Correctable { get; init; }
    public required bool Attention { get; init; }
}

/// <summary>One item of a mail.</summary>
internal sealed record ReceiptEntry
{
    public required string Type { get; init; }
    public required Standing Standing { get; init; }
    public required IReadOnlyList<ReceiptRow> Rows { get; init; }
    public required HeldBecause? Because { get; init; }
    /// <summary>Labels of the fields that the mail did not give; null where it gave all.</summary>
    public required string? Missing { get; init; }
}

internal sealed record ReceiptRow
{
    public required string Label { get; init; }
    /// <summary>Null only where the value was taken away.</summary>
    public required string? Value { get; init; }
    public required bool Changed { get; init; }
    public required string? Before { get; init; }
}
