using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Stores;

/// <summary>What is asked of the tables to judge a batch of mails, and the rows that come back.</summary>
internal static class KnownRows
{
    public sealed record ShownRow
    {
        public required long MessageId { get; init; }
        public required int Position { get; init; }
        public required string Json { get; init; }
        public required ItemState State { get; init; }
    }

    public sealed record ToldRow
    {
        public required string FoldedRecipient { get; init; }
        public required DateTimeOffset ArrivedAt { get; init; }
        public required long MessageId { get; init; }
        public required int Position { get; init; }
        public required string Json { get; init; }
        public required ItemState State { get; init; }
    }

    public sealed record LetterRow
    {
        public required string InternetId { get; init; }
        public required string GroupKey { get; init; }
        public required string Kind { get; init; }
        public required string Recipient { get; init; }
        public long? CauseMessageId { get; init; }
        public EntryKind? AboutEntry { get; init; }
        public long? AboutId { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public long? CopyOf { get; init; }

        public AnsweredLetter Letter => new(InternetId, CopyOf is null ? Kind : AnsweredLetter.Copy, Recipient, CauseMessageId, this is { AboutEntry: { } about, AboutId: { } id }
            ? new EntryRef(about, id) : null) { WrittenAt = CreatedAt, Group = GroupKey };
    }

    public sealed record BudgetRow
    {
        public required string FoldedAddress { get; init; }
        public required DateTimeOffset WindowStart { get; init; }
        public required int WindowCount { get; init; }
        public required DateTimeOffset DayStart { get; init; }
        public required int DayCount { get; init; }
    }

    // By address or name first, by group afterwards: asked for both at once, SQLite may walk through the whole group.
    public static readonly Statement PersonsByEmail = Statement.Of(
        "SELECT PersonId FROM PersonAddress WHERE FoldedEmail IN @emails", "emails texts");

    public static readonly Statement PersonsByName = Statement.Of(
        "SELECT Id FROM Person WHERE GroupKey = @group AND FoldedName IN @names", "group text, names texts");

    public static readonly Statement OrganizationsByName = Statement.Of(
        "SELECT OrganizationId FROM OrganizationName WHERE FoldedName IN @names", "names texts");

    public static readonly Statement OrganizationsByContact = Statement.Of("SELECT Id FROM Organization WHERE ContactId IN @ids", "ids numbers");

    public static readonly Statement SeatsByPerson = Statement.Of("SELECT Id FROM Seat WHERE PersonId IN @ids", "ids numbers");

    public static readonly Statement OpenSeatsByBody = Statement.Of(
        "SELECT Id FROM Seat WHERE GroupKey = @group AND FoldedBody IN @bodies AND UntilDay IS NULL", "group text, bodies texts");

    /// <summary>Asked where an address is given up, and for no other mail: it walks through all seats.</summary>
    public static readonly Statement OpenSeats = Statement.Of("SELECT Id FROM Seat WHERE GroupKey = @group AND UntilDay IS NULL", "group text");

    /// <summary>Also ended ones: an older designation of whom they replaced may come late.</summary>
    public static readonly Statement SuccessorsByBody = Statement.Of(
        "SELECT Id FROM Seat WHERE GroupKey = @group AND FoldedBody IN @bodies AND Replaced IS NOT NULL", "group text, bodies texts");

    public static readonly Statement Letters = Statement.Of("""
        SELECT o.InternetId, o.GroupKey, o.Kind, o.Recipient, o.CauseMessageId, o.AboutEntry, o.AboutId, o.CreatedAt, c.OfId AS CopyOf
          FROM Outbox o
          LEFT JOIN LetterCopy c ON c.OutboxId = o.Id
         WHERE o.InternetId IN @ids
         ORDER BY o.Id
        """, "ids texts");

    /// <summary>What a letter has shown of the mail that caused it: a reply may change it.</summary>
    public static readonly Statement ShownItems = Statement.Of("SELECT MessageId, Position, Json, State FROM Item WHERE MessageId IN @ids", "ids numbers");

    /// <summary>The items of the last mail that put somebody forward and got a receipt.</summary>
    public static readonly Statement ToldItems = Statement.Of("""
        SELECT o.FoldedRecipient, m.ArrivedAt, i.MessageId, i.Position, i.Json, i.State
          FROM Outbox o
          JOIN Message m ON m.Id = o.CauseMessageId
          JOIN Item i ON i.MessageId = m.Id
         WHERE o.Id IN (SELECT MAX(p.Id)
                          FROM Outbox p
                         WHERE p.FoldedRecipient IN @addresses AND p.GroupKey = @group AND p.Kind = 'receipt'
                           AND EXISTS (SELECT 1 FROM Item x WHERE x.MessageId = p.CauseMessageId AND x.Type IN ('nomination', 'representative'))
                         GROUP BY p.FoldedRecipient)
        """, "group text, addresses texts");

    public static readonly Statement LastLetters = Statement.Of("""
        SELECT o.InternetId, o.GroupKey, o.Kind, o.Recipient, o.CauseMessageId, o.AboutEntry, o.AboutId, o.CreatedAt, c.OfId AS CopyOf
          FROM Outbox o
          LEFT JOIN LetterCopy c ON c.OutboxId = o.Id
         WHERE o.Id IN (SELECT MAX(Id) FROM Outbox WHERE FoldedRecipient IN @addresses GROUP BY FoldedRecipient)
        """, "addresses texts");

    public static readonly Statement Budgets = Statement.Of("""
        SELECT FoldedAddress, WindowStart, WindowCount, DayStart, DayCount
          FROM AnswerBudget
         WHERE GroupKey = @group AND FoldedAddress IN @addresses
        """, "group text, addresses texts");
}
