using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>Puts letters into the outbox inside the transaction of what caused them.</summary>
internal static class OutboxWriter
{
    public static async Task EnqueueAsync(Session session, IReadOnlyList<(OutgoingLetter Letter, long? Cause)> written, DateTimeOffset now)
    {
        var letters = await CopiedRoles.ResolveAsync(session, written, now).ConfigureAwait(false);
        var next = await session.TakeNumbersAsync("Outbox", letters.Sum(pair => 1 + pair.Letter.Copies.Count)).ConfigureAwait(false);
        var rows = new List<LetterRow>();
        foreach (var (letter, cause) in letters)
        {
            var row = new LetterRow(next++, letter, cause, null, now);
            rows.Add(row);
            rows.AddRange(letter.Copies.Select(copy => new LetterRow(next++, letter with { MessageId = copy.MessageId, To = copy.To, Mime = copy.Mime }, cause, row.Id, now)));
        }
        await session.ForEachAsync(InsertLetter, rows).ConfigureAwait(false);
        await session.ForEachAsync(InsertMime, rows).ConfigureAwait(false);
        await session.ForEachAsync(InsertCopy, [.. rows.Where(row => row.CopyOf is not null)]).ConfigureAwait(false);
    }

    private sealed record LetterRow(long Id, OutgoingLetter Letter, long? Cause, long? CopyOf, DateTimeOffset Now);

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

    private static readonly RowStatement<LetterRow> InsertCopy = RowStatement<LetterRow>.Insert("LetterCopy",
        new("OutboxId", "number", row => row.Id),
        new("OfId", "number", row => row.CopyOf));
}
