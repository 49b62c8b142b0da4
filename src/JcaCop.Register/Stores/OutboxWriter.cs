using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>Puts letters into the outbox inside the transaction of what caused them.</summary>
internal static class OutboxWriter
{
    public static async Task EnqueueAsync(Session session, IReadOnlyList<(OutgoingLetter Letter, long? Cause)> letters, DateTimeOffset now)
    {
        var first = await session.TakeNumbersAsync("Outbox", letters.Count).ConfigureAwait(false);
        var rows = letters.Select((pair, index) => new LetterRow(first + index, pair.Letter, pair.Cause, now)).ToList();
        await session.ForEachAsync(InsertLetter, rows).ConfigureAwait(false);
        await session.ForEachAsync(InsertMime, rows).ConfigureAwait(false);
    }

    private sealed record LetterRow(long Id, OutgoingLetter Letter, long? Cause, DateTimeOffset Now);

    private static readonly RowStatement<LetterRow> InsertLetter = RowStatement<LetterRow>.Insert("Outbox",
        new("Id", "number", row => row.Id),
        new("GroupKey", "text", row => row.Letter.Group),
        new("InternetId", "text", row => Texts.Cut(row.Letter.MessageId, Texts.Key)),
        new("Kind", "text", row => row.Letter.Kind),
        new("Sender", "text", row => Texts.Cut(row.Letter.From, Texts.Key)),
        new("Recipient", "text", row => Texts.Cut(row.Letter.To, Texts.Key)),
        new("FoldedRecipient", "text", row => Texts.FoldAddress(row.Letter.To)),
        new("Subject", "text", row => row.Letter.Subject),
        new("CauseMessageId", "number", row => row.Cause),
        new("AboutEntry", "text", row => row.Letter.About?.Kind.ToString()),
        new("AboutId", "number", row => row.Letter.About?.Id),
        new("CreatedAt", "instant", row => row.Now),
        new("State", "text", _ => nameof(OutboxState.Queued)),
        new("NotBefore", "instant", row => row.Now));

    private static readonly RowStatement<LetterRow> InsertMime = RowStatement<LetterRow>.Insert("OutboxMime",
        new("OutboxId", "number", row => row.Id),
        new("Mime", "bytes", row => row.Letter.Mime));
}
