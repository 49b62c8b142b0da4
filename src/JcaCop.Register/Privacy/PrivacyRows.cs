using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Privacy;

internal sealed record JsonRow
{
    public required long Id { get; init; }
    public required string Json { get; init; }
}

internal sealed record FiledJsonRow
{
    public required EntryKind Entry { get; init; }
    public required long Id { get; init; }
    public required string Json { get; init; }
}

internal sealed record Rewritten(long Id, string Json);

internal sealed record Emptied(long Id, byte[] Bytes);

/// <summary>The statements of erasing and of telling what is held. They walk through tables: they run at a person's word, and at night.</summary>
internal static class PrivacyRows
{
    public static readonly Statement MessagesFrom = Statement.Of("SELECT Id FROM Message WHERE Sender IN @addresses ORDER BY Id", "addresses texts");

    // Patterns of LIKE have their text escaped with a backslash.
    public static readonly Statement ItemsLike = Statement.Of(@"SELECT Id, Json FROM Item WHERE Json LIKE @like ESCAPE '\'", "like text");

    public static readonly Statement ReadingsLike = Statement.Of(@"SELECT MessageId AS Id, Json FROM Reading WHERE Json LIKE @like ESCAPE '\'", "like text");

    public static readonly Statement CallsLike = Statement.Of(@"SELECT MessageId AS Id, Json FROM MessageCall WHERE Json LIKE @like ESCAPE '\'", "like text");

    public static readonly Statement FiledLike = Statement.Of(@"SELECT Entry, Id, Json FROM Filed WHERE Json LIKE @like ESCAPE '\'", "like text");

    public static readonly Statement HistoryLike = Statement.Of(@"SELECT Id, AfterJson AS Json FROM History WHERE AfterJson LIKE @like ESCAPE '\'", "like text");

    public static readonly Statement FieldsLike = Statement.Of(@"SELECT Id, FieldsJson AS Json FROM History WHERE FieldsJson LIKE @like ESCAPE '\'", "like text");

    public static readonly Statement HistoryOfPerson = Statement.Of("SELECT Id, AfterJson AS Json FROM History WHERE Entry = 'Person' AND EntryId = @id", "id number");

    public static readonly Statement LettersTo = Statement.Of("SELECT Id FROM Outbox WHERE FoldedRecipient IN @addresses ORDER BY Id", "addresses texts");

    public static readonly Statement LettersBecauseOf = Statement.Of("SELECT Id FROM Outbox WHERE CauseMessageId IN @ids ORDER BY Id", "ids numbers");

    public static readonly Statement IsHeld = Statement.Of("SELECT COUNT(*) FROM Message WHERE Id = @id AND State IN ('Taken', 'Held', 'SetAside')", "id number");

    public static readonly Statement ReadRaw = Statement.Of("SELECT Bytes FROM MessageRaw WHERE MessageId = @id", "id number");

    public static readonly Statement ReadReading = Statement.Of("SELECT MessageId AS Id, Json FROM Reading WHERE MessageId = @id", "id number");

    public static readonly RowStatement<Rewritten> WriteItem = Rewrite("Item", "Json", "Id");

    public static readonly RowStatement<Rewritten> WriteReading = Rewrite("Reading", "Json", "MessageId");

    public static readonly RowStatement<Rewritten> WriteCall = Rewrite("MessageCall", "Json", "MessageId");

    public static readonly RowStatement<Rewritten> WriteAfter = Rewrite("History", "AfterJson", "Id");

    public static readonly RowStatement<Rewritten> WriteFields = Rewrite("History", "FieldsJson", "Id");

    public static readonly RowStatement<FiledJsonRow> WriteFiled = RowStatement<FiledJsonRow>.Of(
        "UPDATE Filed SET Json = @json WHERE Entry = @entry AND Id = @id",
        new("json", "text", row => row.Json), new("entry", "text", row => row.Entry.ToString()), new("id", "number", row => row.Id));

    public static readonly RowStatement<Emptied> WriteRaw = RowStatement<Emptied>.Of(
        "UPDATE MessageRaw SET Bytes = @bytes WHERE MessageId = @id", new("bytes", "bytes", row => row.Bytes), new("id", "number", row => row.Id));

    public static readonly RowStatement<Emptied> WriteMime = RowStatement<Emptied>.Of(
        "UPDATE OutboxMime SET Mime = @bytes WHERE OutboxId = @id", new("bytes", "bytes", row => row.Bytes), new("id", "number", row => row.Id));

    public static readonly Statement ForgetSender = Statement.Of(
        "UPDATE Message SET Sender = '(erased)', SenderName = NULL, Subject = NULL WHERE Id IN @ids", "ids numbers");

    public static readonly Statement ForgetSubject = Statement.Of("UPDATE Message SET SenderName = NULL, Subject = NULL WHERE Id = @id", "id number");

    public static readonly Statement ForgetRecipient = Statement.Of(
        "UPDATE Outbox SET Recipient = '(erased)', FoldedRecipient = '(erased)', Subject = '' WHERE Id IN @ids AND State NOT IN ('Queued', 'Sending')", "ids numbers");

    public static readonly Statement CancelQueued = Statement.Of(
        "UPDATE Outbox SET State = 'Failed', LastAnswer = 'the addressee was erased' WHERE Id IN @ids AND State IN ('Queued', 'Parked')", "ids numbers");

    public static readonly Statement ForgetNames = Statement.Of("DELETE FROM FiledName WHERE FoldedKey LIKE @like ESCAPE '\\'", "like text");

    public static readonly Statement ForgetBudget = Statement.Of("DELETE FROM AnswerBudget WHERE FoldedAddress IN @addresses", "addresses texts");

    private static RowStatement<Rewritten> Rewrite(string table, string column, string key) => RowStatement<Rewritten>.Of(
        $"UPDATE {table} SET {column} = @json WHERE {key} = @id", new("json", "text", row => row.Json), new("id", "number", row => row.Id));

    /// <summary>A pattern that finds a text anywhere in a column. JSON writes a quotation mark with a backslash; names that hold one are found by their address.</summary>
    public static string Like(string text) =>
        $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal)}%";
}
