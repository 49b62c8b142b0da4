using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Stores;

/// <summary>Which call each mail was taken to answer, or to be about: what the review settles with the mail, and what a call shows of its mails.</summary>
internal static class MessageCalls
{
    public static Task WriteAsync(Session session, IReadOnlyList<(long MessageId, CallAnswer Answer)> answers) =>
        session.ForEachAsync(Insert, [.. answers.Select(pair => new Row(pair.MessageId, pair.Answer))]);

    /// <summary>A person has said what the mail answers.</summary>
    public static async Task ReplaceAsync(Session session, long messageId, CallAnswer answer)
    {
        await session.ExecuteAsync(Delete, new { id = messageId }).ConfigureAwait(false);
        await WriteAsync(session, [(messageId, answer)]).ConfigureAwait(false);
    }

    /// <summary>What waits of the mail as an answer; null where nothing does.</summary>
    public static async Task<CallAnswer?> WaitingAsync(Session session, long messageId) =>
        await OfAsync(session, messageId).ConfigureAwait(false) is { Waits: true } answer ? answer : null;

    /// <returns>Null where the mail is about no call.</returns>
    public static async Task<CallAnswer?> OfAsync(Session session, long messageId) =>
        await session.FirstOrDefaultAsync<string>(Read, new { id = messageId }).ConfigureAwait(false) is { } json ? EntryJson.ReadAnswer(json) : null;

    public static readonly Statement Delete = Statement.Of("DELETE FROM MessageCall WHERE MessageId = @id", "id number");

    public static readonly Statement Read = Statement.Of("SELECT Json FROM MessageCall WHERE MessageId = @id", "id number");

    public static readonly Statement OfCall = Statement.Of("SELECT MessageId FROM MessageCall WHERE CallId = @call ORDER BY MessageId", "call number");

    private sealed record Row(long MessageId, CallAnswer Answer);

    private static readonly RowStatement<Row> Insert = RowStatement<Row>.Insert("MessageCall",
        new("MessageId", "number", row => row.MessageId),
        new("CallId", "number", row => row.Answer.CallId),
        new("MemberId", "number", row => row.Answer.MemberId),
        new("Json", "text", row => EntryJson.Write(row.Answer)));
}
