using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register;

namespace JcaCop.Post.Letters;

/// <summary>What became of one item of a mail.</summary>
public enum Standing
{
    /// <summary>It stands in the register.</summary>
    Recorded,
    /// <summary>It waits for a person.</summary>
    Held,
    /// <summary>The register said so before; nothing changed.</summary>
    Known,
}

/// <summary>Why an item waits, in the words that a sender may read. Details are for the reviewer alone.</summary>
public enum HeldBecause
{
    /// <summary>Something could not be read with certainty.</summary>
    Doubt,
    /// <summary>The sender is not known to act for the body concerned.</summary>
    Sender,
    /// <summary>The register says something else.</summary>
    Contradiction,
    /// <summary>The register holds something like it.</summary>
    Duplicate,
    /// <summary>The entry that it is about was not found.</summary>
    Unknown,
    /// <summary>Items of this kind always wait for a person.</summary>
    Confirm,
}

/// <summary>A field that changed in the register.</summary>
/// <param name="Field">Path as in <c>corpus/SCHEMA.md</c>: <c>contact.email</c>.</param>
/// <param name="Before">Null where nothing stood there.</param>
/// <param name="After">Null where it was taken away.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>One item as the receipt shows it.</summary>
/// <param name="Because">Null unless held.</param>
/// <param name="Changes">Only fields that held something else before; a new entry is shown by its fields.</param>
public sealed record ReceiptItem(Item Item, Standing Standing, HeldBecause? Because, IReadOnlyList<FieldChange> Changes);

/// <summary>What a sender is told about their mail.</summary>
/// <param name="Attention">A person will read the mail, whatever became of its items.</param>
public sealed record Receipt(Group Group, ReceivedMail Mail, string Language, IReadOnlyList<ReceiptItem> Items, bool Attention);
