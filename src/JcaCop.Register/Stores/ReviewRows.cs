using System.Text.Json;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>Rows and statements of the review.</summary>
internal static class ReviewRows
{
    public static async Task<IReadOnlyList<ItemLine>> ItemsAsync(Session session, long messageId) =>
        [.. (await session.QueryAsync<ItemRow>(ReadItems, new { id = messageId }).ConfigureAwait(false)).Select(row => row.Line)];

    /// <summary>What a decision must know of the mail.</summary>
    internal sealed record Head
    {
        public required MessageState State { get; init; }
        public required DateTimeOffset ArrivedAt { get; init; }
        public required string InternetId { get; init; }
        public string? Subject { get; init; }
        public string? SenderName { get; init; }
        public string? Language { get; init; }
        public string? Sender { get; init; }
        public required string GroupKey { get; init; }
        public string? Json { get; init; }

        /// <summary>Message-ID of the letter of ours that it answers.</summary>
        public string? AnswersLetter { get; init; }

        public Answers Answers =>
            Json is not null && Parse(Json).TryGetProperty("answers", out var value)
                ? value.Deserialize<Answers>(JsonSerializerOptions.Web) ?? Answers.Nothing : Answers.Nothing;

        public bool NeedsAttention => Json is not null && Parse(Json).TryGetProperty("needsAttention", out var value) && value.GetBoolean();

        public Respondent? Respondent =>
            Json is not null && Parse(Json).TryGetProperty("respondent", out var value)
                ? value.Deserialize<Respondent>(JsonSerializerOptions.Web) : null;

        private static JsonElement Parse(string json) => JsonElement.Parse(json);
    }

    internal sealed record Decision(long ItemId, ItemState State, string Who, DateTimeOffset Now, string? Why);

    private sealed record ItemRow
    {
        public required long Id { get; init; }
        public required int Position { get; init; }
        public required string Type { get; init; }
        public required string Json { get; init; }
        public required double Confidence { get; init; }
        public required ItemState State { get; init; }
        public required string Why { get; init; }
        public required Mandate Mandate { get; init; }
        public string? DecidedBy { get; init; }
        public DateTimeOffset? DecidedAt { get; init; }

        public ItemLine Line => new(Id, Position, Type, Json, Confidence, State, Why, Mandate, DecidedBy, DecidedAt);
    }

    /// <summary>To whom a receipt of the mail went: that address has been told what is held, and hears what becomes of it.</summary>
    public static readonly Statement Receipted = Statement.Of("""
        SELECT MIN(Recipient)
          FROM Outbox
         WHERE CauseMessageId = @id AND Kind = 'receipt' AND NOT EXISTS (SELECT 1 FROM LetterCopy c WHERE c.OutboxId = Outbox.Id)
        """, "id number");

    public static readonly Statement ReadHead = Statement.Of("""
        SELECT m.State, m.ArrivedAt, m.InternetId, m.Subject, m.SenderName, m.Language, m.Sender, COALESCE(m.GroupKey, '') AS GroupKey, r.Json, m.AnswersLetter
          FROM Message m
          LEFT JOIN Reading r ON r.MessageId = m.Id
         WHERE m.Id = @id
        """, "id number");

    public static readonly Statement ReadItems = Statement.Of("""
        SELECT Id, Position, Type, Json, Confidence, State, Why, Mandate, DecidedBy, DecidedAt
          FROM Item
         WHERE MessageId = @id
         ORDER BY Position
        """, "id number");

    public static readonly RowStatement<Decision> DecideItem = RowStatement<Decision>.Of("""
        UPDATE Item SET State = @state, DecidedBy = @who, DecidedAt = @now, Why = COALESCE(@why, Why),
               Mandate = CASE WHEN @state = 'Accepted' THEN 'Secretariat' ELSE Mandate END
         WHERE Id = @id AND State = 'Held'
        """,
        new("state", "text", row => row.State.ToString()), new("who", "text", row => Texts.Cut(row.Who, Texts.Key)), new("now", "instant", row => row.Now),
        new("why", "text", row => row.Why), new("id", "number", row => row.ItemId));

    public static readonly RowStatement<(long Id, Item Item)> EditItem = RowStatement<(long Id, Item Item)>.Of(
        "UPDATE Item SET Json = @json WHERE Id = @id AND State = 'Held'",
        new("json", "text", row => EntryJson.Write(row.Item)), new("id", "number", row => row.Id));

    public static readonly Statement Finish = Statement.Of(
        "UPDATE Message SET State = 'Processed', Reason = NULL WHERE Id = @id AND State = 'Held'", "id number");

    /// <summary>The reason stays: it tells why there is no reading of this mail.</summary>
    public static readonly Statement PutAway = Statement.Of(
        "UPDATE Message SET State = 'Processed' WHERE Id = @id AND State = 'SetAside'", "id number");

    public static readonly Statement Retake = Statement.Of("""
        UPDATE Message SET State = 'Taken', Reason = NULL, Attempts = 0, Claims = 0, LeasedBy = NULL, LeasedUntil = NULL
         WHERE Id = @id AND State IN ('Held', 'SetAside')
        """, "id number");

    public static readonly Statement ForgetItemsInHistory = Statement.Of("UPDATE History SET ItemId = NULL WHERE MessageId = @id", "id number");

    public static readonly Statement DeleteItems = Statement.Of("DELETE FROM Item WHERE MessageId = @id", "id number");

    public static readonly Statement DeleteReading = Statement.Of("DELETE FROM Reading WHERE MessageId = @id", "id number");
}
