using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Mail;

/// <summary>A message as lists show it. What reading tells is null while the message is only taken, or where it could not be read.</summary>
/// <param name="Reason">Why it is held or set aside.</param>
/// <param name="HeldItems">How many of its items wait for a person.</param>
public sealed record MessageLine(
    long Id, string Mailbox, string InternetId, MessageState State, string? Reason, DateTimeOffset ArrivedAt, DateTimeOffset? JudgedAt,
    string? Group, string? Sender, string? SenderName, string? Subject, string? Kind, string? Language, long Size, int Attempts, int HeldItems);

/// <summary>One item of a message with its verdict.</summary>
/// <param name="Position">From 0, in the order of the mail.</param>
/// <param name="Type">As in <c>corpus/SCHEMA.md</c>.</param>
/// <param name="Json">The item in the shape of <c>corpus/SCHEMA.md</c>.</param>
/// <param name="DecidedBy"><c>auto</c>, or the address of the person who decided; null while it is held.</param>
public sealed record ItemLine(
    long Id, int Position, string Type, string Json, double Confidence, ItemState State, string Why, Mandate Mandate,
    string? DecidedBy, DateTimeOffset? DecidedAt);

/// <summary>Everything that is known of one message.</summary>
/// <param name="ReadingJson">The whole reading with its evidence; null where it was not read.</param>
/// <param name="Answer">The call that it was taken to answer, or to be about; null for none.</param>
public sealed record MessageDetails(MessageLine Line, string? ReadingJson, IReadOnlyList<ItemLine> Items, CallAnswer? Answer);

/// <summary>A mail of which a person decided held items, for the letter that tells its sender.</summary>
/// <param name="To">Address that got the receipt.</param>
/// <param name="Items">Those decided now, as they stand after it.</param>
/// <param name="Changes">What they did to the register.</param>
public sealed record DecidedMail(
    string Group, string InternetId, string To, string? Name, string? Language, string Subject, DateTimeOffset ArrivedAt,
    IReadOnlyList<ItemVerdict> Items, IReadOnlyList<RegisterChange> Changes);

/// <summary>What a person's decision did.</summary>
/// <param name="Problem">Why nothing was done; null where it was.</param>
/// <param name="State">Where the message stands now.</param>
public sealed record ReviewOutcome(string? Problem, MessageState State, IReadOnlyList<RegisterChange> Changes)
{
    public bool Done => Problem is null;
}
