using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Deciding;

/// <summary>Where an item stands.</summary>
public enum ItemState
{
    /// <summary>Recorded, with all that follows from it.</summary>
    Accepted,
    /// <summary>Waits for a person: announced.</summary>
    Held,
    /// <summary>A person said no.</summary>
    Rejected,
}

/// <summary>Why an item waits, as far as its sender may be told; <see cref="ItemVerdict.Why"/> is for the reviewer.</summary>
public enum HeldBecause
{
    /// <summary>Something could not be read with certainty.</summary>
    Doubt,
    /// <summary>The sender is not known to act for the body concerned.</summary>
    Sender,
    /// <summary>The register says something else, or nothing of what the item is about.</summary>
    Contradiction,
    /// <summary>The secretariat confirms such items before they are recorded.</summary>
    Confirm,
    /// <summary>The meeting that it is about was cancelled.</summary>
    Cancelled,
    /// <summary>The meeting that it is about is over.</summary>
    Over,
}

/// <summary>The verdict on one item.</summary>
/// <param name="Position">Which item of the mail, from 0.</param>
/// <param name="Why">One sentence for the reviewer; never empty.</param>
public sealed record ItemVerdict(int Position, Item Item, ItemState State, Mandate Mandate, string Why)
{
    /// <summary>Null unless held.</summary>
    public HeldBecause? Because { get; init; }
}

/// <summary>A letter of ours that a mail answers.</summary>
/// <param name="InternetId">Its Message-ID.</param>
/// <param name="Kind">Name of its template; <see cref="Copy"/> where it is somebody's copy of another's letter.</param>
/// <param name="CauseMessageId">The mail that caused that letter, where one did.</param>
/// <param name="About">The entry that the letter was about; null where it was about none.</param>
public sealed record AnsweredLetter(string InternetId, string Kind, string Recipient, long? CauseMessageId, EntryRef? About = null)
{
    /// <summary>A copy says what its letter is about and asks its reader nothing: no answer to it is one to the letter, and it proves nothing of the letter's addressee.</summary>
    public const string Copy = "copy";

    /// <summary>Key of the group that wrote it; null where it is not known.</summary>
    public string? Group { get; init; }

    /// <summary>When it was put into the outbox, UTC.</summary>
    public DateTimeOffset WrittenAt { get; init; }
}

/// <summary>What becomes of a mail.</summary>
/// <param name="State">Processed, or Held where anything waits for a person.</param>
/// <param name="Reason">Why it is held; null where it is not.</param>
/// <param name="OwnMail">A letter of ours come back: neither recorded nor answered.</param>
/// <param name="Thread">The letter of ours that it answers, where one is known.</param>
/// <param name="ReceiptDue">Whether its sender gets a receipt.</param>
/// <param name="ReceiptWhy">Why, or why not.</param>
public sealed record Verdict(
    MessageState State, string? Reason, bool OwnMail, AnsweredLetter? Thread, IReadOnlyList<ItemVerdict> Items, bool ReceiptDue, string ReceiptWhy)
{
    /// <summary>The call that the mail answers or is about; null where it is about none.</summary>
    public CallAnswer? Answer { get; init; }
}
