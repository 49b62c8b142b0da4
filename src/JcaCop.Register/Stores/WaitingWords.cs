using System.Text.Json;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Trust;

namespace JcaCop.Register.Stores;

/// <summary>A mail that waits for a person and may be what somebody owes.</summary>
/// <param name="Sender">Address.</param>
/// <param name="LetterTo">Whom our letter went to that the mail answers; null where it answers none.</param>
/// <param name="About">The entry that this letter was about; null where it was about none.</param>
/// <param name="Items">Liaison statements, contributions and reports that wait; of a mail that answers a letter of ours, all items that do.</param>
/// <param name="MayAnswer">It answers a letter of ours and may say something that was not understood.</param>
public sealed record WaitingWord(string Sender, string? LetterTo, EntryRef? About, IReadOnlyList<Item> Items, bool MayAnswer)
{
    /// <summary>It says that a contribution will not come, or answers the reminder of one with words that are no mere question.</summary>
    public bool Declines { get; init; }

    /// <summary>It answers a question of ours, and its word did not count or did not suffice: what it named by a code alone may be any that its sender was asked.</summary>
    public bool Decides { get; init; }

    /// <summary>Number of the mail; null where nobody asks for it.</summary>
    public long? MessageId { get; init; }

    /// <summary>It asks for more time to answer.</summary>
    public bool AsksForTime { get; init; }

    /// <summary>The call that it is about, and the member for which it speaks; null where it is about none.</summary>
    public (long Call, long Member)? Called { get; init; }

    /// <summary>When it came, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>It may be the word that is owed about an entry.</summary>
    /// <param name="since">When the entry was there to be decided, UTC: a word that came before is on something else. Null where that does not matter.</param>
    public bool MayDecide(EntryRef entry, DateTimeOffset? since = null) => Decides && (About == entry || About is null && !(At < since));
}

/// <summary>Reads the mails that wait and may be what somebody owes. Answers to calls are not among them: those wait as answers; who asks for more time for one is.</summary>
/// <remarks>A mail that may be forged is nobody's word: whoever is named in it is asked and reminded as if it had not come, and the own word counts (docs/decisions/0112).</remarks>
internal static class WaitingWords
{
    public static async Task<IReadOnlyList<WaitingWord>> ReadAsync(Session session, string group)
    {
        var mails = (await session.QueryAsync<MailRow>(Mails, new { group }).ConfigureAwait(false)).Where(mail => !SenderProof.TellsOfForgery(mail.Reason)).ToList();
        var called = (await session.QueryAsync<CalledRow>(AboutCalls, new { group }).ConfigureAwait(false)).Where(mail => !SenderProof.TellsOfForgery(mail.Reason)).ToList();
        if (mails.Count == 0) return [];
        var items = (await session.QueryAsync<ItemRow>(HeldItems, new { group }).ConfigureAwait(false)).ToLookup(row => row.MessageId, row => row.Json);
        return
        [
            .. from mail in mails
               let reasons = Reasons(mail.Reading)
               let about = mail is { AboutEntry: { } kind, AboutId: { } id } ? new EntryRef(kind, id) : null
               let word = new WaitingWord(mail.Sender, mail.Recipient, about, [.. items[mail.Id].Select(EntryJson.ReadItem)], reasons.Any(Attention.MayAnswer))
               {
                   MessageId = mail.Id, At = mail.ArrivedAt, AsksForTime = reasons.Any(Attention.AsksForTime),
                   Decides = mail.Reason?.StartsWith(AnswersQuestion, StringComparison.Ordinal) == true,
                   Declines = reasons.Any(Attention.Declines) || mail.Kind == MeetingLetters.ContributionReminder && !(reasons.Count > 0 && reasons.All(Attention.OnlyAsks)),
               }
               where word.Items.Count > 0 || word.MayAnswer || word.Declines || word.Decides || word.AsksForTime
               select word,
            .. from mail in called
               where Reasons(mail.Reading).Any(Attention.AsksForTime)
               select new WaitingWord(mail.Sender, null, null, [], false) { AsksForTime = true, Called = (mail.CallId, mail.MemberId) },
        ];
    }

    /// <summary>So begins why an answer to a question waits.</summary>
    private const string AnswersQuestion = "it answers a question";

    private static IReadOnlyList<string> Reasons(string? reading)
    {
        if (reading is null) return [];
        using var read = JsonDocument.Parse(reading);
        return read.RootElement.TryGetProperty("attentionReasons", out var reasons) ? [.. reasons.EnumerateArray().Select(reason => reason.GetString()).OfType<string>()] : [];
    }

    private sealed record MailRow
    {
        public required long Id { get; init; }
        public required string Sender { get; init; }
        public required DateTimeOffset ArrivedAt { get; init; }
        public string? Recipient { get; init; }
        public string? Kind { get; init; }
        public EntryKind? AboutEntry { get; init; }
        public long? AboutId { get; init; }
        public string? Reason { get; init; }
        public string? Reading { get; init; }
    }

    private sealed record CalledRow
    {
        public required string Sender { get; init; }
        public required long CallId { get; init; }
        public required long MemberId { get; init; }
        public string? Reason { get; init; }
        public string? Reading { get; init; }
    }

    private sealed record ItemRow
    {
        public required long MessageId { get; init; }
        public required string Json { get; init; }
    }

    /// <summary>What was read is loaded only where a letter of ours about something is answered.</summary>
    /// <remarks>Both states are named, here and below, because the index of waiting mails holds the two: only with its own condition in the statement may SQLite use it.</remarks>
    private static readonly Statement Mails = Statement.Of("""
        SELECT m.Id, m.Sender, m.ArrivedAt, m.Reason, o.Recipient, o.Kind, o.AboutEntry, o.AboutId, r.Json AS Reading
          FROM Message m
          LEFT JOIN Outbox o ON o.InternetId = m.AnswersLetter AND o.AboutEntry IS NOT NULL AND o.AboutEntry <> 'Call'
          LEFT JOIN Reading r ON r.MessageId = m.Id AND o.InternetId IS NOT NULL
         WHERE m.State IN ('Held', 'SetAside') AND m.State = 'Held' AND m.GroupKey = @group AND m.Sender IS NOT NULL
        """, "group text");

    /// <summary>Mails about a call that may ask for more time. Answers that wait settle the call by themselves.</summary>
    private static readonly Statement AboutCalls = Statement.Of("""
        SELECT m.Sender, m.Reason, c.CallId, c.MemberId, r.Json AS Reading
          FROM Message m
          JOIN MessageCall c ON c.MessageId = m.Id AND c.CallId IS NOT NULL AND c.MemberId IS NOT NULL
          JOIN Reading r ON r.MessageId = m.Id
         WHERE m.State IN ('Held', 'SetAside') AND m.State = 'Held' AND m.GroupKey = @group AND m.Sender IS NOT NULL
        """, "group text");

    private static readonly Statement HeldItems = Statement.Of("""
        SELECT i.MessageId, i.Json
          FROM Message m
          JOIN Item i ON i.MessageId = m.Id AND i.State = 'Held'
         WHERE m.State IN ('Held', 'SetAside') AND m.State = 'Held' AND m.GroupKey = @group AND (m.AnswersLetter IS NOT NULL OR i.Type IN ('contribution', 'liaison', 'report'))
         ORDER BY m.Id, i.Position
        """, "group text");
}
