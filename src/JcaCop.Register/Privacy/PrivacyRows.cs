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

internal sealed record LetterRow
{
    public required long Id { get; init; }
    public required byte[] Bytes { get; init; }
}

internal sealed record Rewritten(long Id, string Json);

internal sealed record Emptied(long Id, byte[] Bytes);

/// <summary>The statements of erasing and of telling what is held. They walk through tables: they run at a person's word, and at night.</summary>
internal static class PrivacyRows
{
    // Where @group is null all groups are meant; by mail a secretary reaches the own one alone.
    private const string Bound = "(@group IS NULL OR GroupKey = @group)";
    private const string MailsBound = "MessageId IN (SELECT Id FROM Message WHERE " + Bound + ")";

    // Senders lie as they were written, addresses of marks are folded.
    public static readonly Statement MessagesFrom = Statement.Of("SELECT Id FROM Message WHERE LOWER(Sender) IN @addresses AND " + Bound + " ORDER BY Id", "addresses texts, group text");

    // Patterns of LIKE have their text escaped with a backslash.
    public static readonly Statement ItemsLike = Statement.Of(@"SELECT Id, Json FROM Item WHERE Json LIKE @like ESCAPE '\'" + " AND " + MailsBound, "like text, group text");

    public static readonly Statement ReadingsLike = Statement.Of(@"SELECT MessageId AS Id, Json FROM Reading WHERE Json LIKE @like ESCAPE '\'" + " AND " + MailsBound, "like text, group text");

    public static readonly Statement CallsLike = Statement.Of(@"SELECT MessageId AS Id, Json FROM MessageCall WHERE Json LIKE @like ESCAPE '\'" + " AND " + MailsBound, "like text, group text");

    public static readonly Statement FiledLike = Statement.Of(@"SELECT Entry, Id, Json FROM Filed WHERE Json LIKE @like ESCAPE '\'" + " AND " + Bound, "like text, group text");

    public static readonly Statement HistoryLike = Statement.Of(@"SELECT Id, AfterJson AS Json FROM History WHERE AfterJson LIKE @like ESCAPE '\'" + " AND " + Bound, "like text, group text");

    public static readonly Statement FieldsLike = Statement.Of(@"SELECT Id, FieldsJson AS Json FROM History WHERE FieldsJson LIKE @like ESCAPE '\'" + " AND " + Bound, "like text, group text");

    public static readonly Statement HistoryOfPerson = Statement.Of("SELECT Id, AfterJson AS Json FROM History WHERE Entry = 'Person' AND EntryId = @id", "id number");

    public static readonly Statement LettersTo = Statement.Of("SELECT Id FROM Outbox WHERE FoldedRecipient IN @addresses AND " + Bound + " ORDER BY Id", "addresses texts, group text");

    public static readonly Statement LettersBecauseOf = Statement.Of("SELECT Id FROM Outbox WHERE CauseMessageId IN @ids ORDER BY Id", "ids numbers");

    public static readonly Statement IsHeld = Statement.Of("SELECT COUNT(*) FROM Message WHERE Id = @id AND State IN ('Taken', 'Held', 'SetAside')", "id number");

    public static readonly Statement IsNameless = Statement.Of("SELECT COUNT(*) FROM Message WHERE Id = @id AND Subject IS NULL AND SenderName IS NULL", "id number");

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

    public static readonly Statement ForgetNames = Statement.Of("""
        DELETE FROM FiledName
         WHERE FoldedKey LIKE @like ESCAPE '\'
           AND EXISTS (SELECT 1 FROM Filed f WHERE f.Entry = FiledName.Entry AND f.Id = FiledName.Id AND (@group IS NULL OR f.GroupKey = @group))
        """, "like text, group text");

    public static readonly Statement ForgetBudget = Statement.Of("DELETE FROM AnswerBudget WHERE FoldedAddress IN @addresses AND " + Bound, "addresses texts, group text");

    public static readonly Statement ForgetHealth = Statement.Of("DELETE FROM AddressHealth WHERE FoldedAddress IN @addresses AND " + Bound, "addresses texts, group text");

    public static readonly Statement ForgetSpeech = Statement.Of("DELETE FROM Speech WHERE FoldedAddress IN @addresses AND " + Bound, "addresses texts, group text");

    public static readonly Statement BlankReasons = Blank("Message", "Reason", Bound);
    public static readonly Statement BlankSubjects = Blank("Message", "Subject", Bound);
    public static readonly Statement BlankSenderNames = Blank("Message", "SenderName", Bound);
    public static readonly Statement BlankVerdicts = Blank("Item", "Why", MailsBound);
    public static readonly Statement BlankDeciders = Blank("Item", "DecidedBy", MailsBound);
    public static readonly Statement BlankLetterSubjects = Blank("Outbox", "Subject", Bound);
    public static readonly Statement BlankLetterAnswers = Blank("Outbox", "LastAnswer", Bound);
    public static readonly Statement BlankAccepters = Blank("History", "AcceptedBy", Bound);
    public static readonly Statement BlankSeatEnds = Blank("Seat", "EndedBy", Bound);
    public static readonly Statement BlankReplaced = Blank("Seat", "Replaced", Bound);
    public static readonly Statement BlankReminded = Blank("ReminderStep", "Recipient", Bound);
    public static readonly Statement BlankAuditNames = Blank("Audit", "Who", "1 = 1");
    public static readonly Statement BlankAuditSubjects = Blank("Audit", "Subject", "1 = 1");
    public static readonly Statement BlankAuditDetails = Blank("Audit", "Detail", "1 = 1");

    // An address is compared with others there: one that is erased is none.
    public static readonly Statement ForgetNominators = Statement.Of(@"UPDATE Organization SET NominatedBy = NULL WHERE NominatedBy LIKE @like ESCAPE '\' AND " + Bound, "like text, group text");
    public static readonly Statement ForgetDesignators = Statement.Of(@"UPDATE Seat SET NominatedBy = NULL WHERE NominatedBy LIKE @like ESCAPE '\' AND " + Bound, "like text, group text");

    /// <summary>Texts of one line that may name a person: what was thought of a mail, by whom something was done, what a server answered.</summary>
    public static IReadOnlyList<Statement> Lines { get; } =
    [
        BlankReasons, BlankSubjects, BlankSenderNames, BlankVerdicts, BlankDeciders, BlankLetterSubjects, BlankLetterAnswers, BlankAccepters, BlankSeatEnds, BlankReplaced, BlankReminded,
        BlankAuditNames, BlankAuditSubjects, BlankAuditDetails, ForgetNominators, ForgetDesignators,
    ];

    public static readonly Statement ForgetQuote = Statement.Of("UPDATE Message SET Reason = 'a person must read it' WHERE Id = @id AND Reason LIKE 'a person must read it:%'", "id number");

    public static readonly Statement GroupOf = Statement.Of("SELECT GroupKey FROM Message WHERE Id = @id", "id number");

    public static readonly Statement UndecidedItems = Statement.Of("SELECT Id, Json FROM Item WHERE MessageId = @id AND State <> 'Accepted'", "id number");

    public static readonly Statement PassedOn = Statement.Of("SELECT Id FROM Outbox WHERE CauseMessageId = @id AND Kind = 'forwarded-to-other-officer' ORDER BY Id", "id number");

    /// <summary>A receipt repeats its own mail alone; any other letter may name whom the register names, whatever caused it, and what is copied names its readers.</summary>
    public static readonly Statement TellingLetters = Statement.Of(
        "SELECT Id FROM Outbox WHERE (CauseMessageId IS NULL OR Kind <> 'receipt' OR Id IN (SELECT OfId FROM LetterCopy) OR Id IN (SELECT OutboxId FROM LetterCopy)) AND " + Bound + " ORDER BY Id", "group text");

    /// <summary>Digests of the mail's group that asked for a decision on what it says: those made between its arrival and the decision.</summary>
    public static readonly Statement DigestsAbout = Statement.Of("""
        SELECT o.Id
          FROM Outbox o
          JOIN Message m ON m.GroupKey = o.GroupKey
         WHERE m.Id = @id AND o.Kind = 'digest' AND o.CreatedAt >= m.ArrivedAt
           AND o.CreatedAt <= (SELECT MAX(i.DecidedAt) FROM Item i WHERE i.MessageId = @id)
         ORDER BY o.Id
        """, "id number");

    public static readonly Statement ReadMime = Statement.Of("SELECT OutboxId AS Id, Mime AS Bytes FROM OutboxMime WHERE OutboxId IN @ids", "ids numbers");

    public static readonly Statement LettersAbout = Statement.Of("""
        SELECT o.Id, m.Mime AS Bytes
          FROM Outbox o
          JOIN OutboxMime m ON m.OutboxId = o.Id
         WHERE o.AboutEntry = @kind AND o.AboutId = @id
         ORDER BY o.Id
        """, "kind text, id number");

    public static readonly Statement HistoryOf = Statement.Of("SELECT Id, AfterJson AS Json FROM History WHERE Entry = @kind AND EntryId = @id", "kind text, id number");

    public static readonly Statement FieldsOf = Statement.Of("SELECT Id, FieldsJson AS Json FROM History WHERE Entry = @kind AND EntryId = @id", "kind text, id number");

    public static readonly Statement LetterNames = Statement.Of("SELECT InternetId FROM Outbox WHERE Id IN @ids", "ids numbers");

    private static Statement Blank(string table, string column, string bound) =>
        Statement.Of($"UPDATE {table} SET {column} = '(erased)' WHERE {column} LIKE @like ESCAPE '\\' AND {bound}", bound.Contains("@group", StringComparison.Ordinal) ? "like text, group text" : "like text");

    private static RowStatement<Rewritten> Rewrite(string table, string column, string key) => RowStatement<Rewritten>.Of(
        $"UPDATE {table} SET {column} = @json WHERE {key} = @id", new("json", "text", row => row.Json), new("id", "number", row => row.Id));

    /// <summary>A pattern that finds a text anywhere in a column. JSON writes a quotation mark with a backslash; names that hold one are found by their address.</summary>
    public static string Like(string text) =>
        $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal)}%";
}
