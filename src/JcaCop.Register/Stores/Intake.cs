using System.Globalization;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>Takes a batch of mails: tells the new from the known, and commits the bytes of the new.</summary>
internal static class Intake
{
    public static Task<IReadOnlyList<TakenMail>> TakeAsync(
        Database database, IReadOnlyList<ArrivedMail> mails, string worker, DateTimeOffset now, TimeSpan lease, CancellationToken stop)
    {
        // The key comes first, then the content: a batch may hold the same mail twice under either.
        var arrivals = mails.DistinctBy(mail => mail.Key)
            .Select(mail => (Mail: mail, Print: mail is { Missing: not null, Raw.Length: 0 } ? MailFingerprint.Of(mail.Key)
                        : MailFingerprint.Of(mail.Raw, mail.TooLarge || mail.Missing is not null, mail.Size)))
                .ToList();
        return database.WriteAsync(async session =>
        {
            await session.SerializeAsync("Message").ConfigureAwait(false);
            var taken = new List<TakenMail>(arrivals.Count);
            var messages = new List<NewMessage>(arrivals.Count);
            var places = new List<Place>(arrivals.Count);
            foreach (var box in arrivals.GroupBy(arrival => (arrival.Mail.Key.Mailbox, arrival.Mail.Key.UidValidity)))
            {
                var (mailbox, uidValidity) = box.Key;
                var knownUids = (await session.QueryInPortionsAsync<string, string>(KnownUids, [.. box.Select(a => a.Mail.Key.Uid)],
                    uids => new { mailbox, uidValidity, uids }).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
                var unseen = box.Where(arrival => !knownUids.Contains(arrival.Mail.Key.Uid)).ToList();
                var knownContents = (await session.QueryInPortionsAsync<ContentRow, string>(KnownContents, [.. unseen.Select(a => a.Print.ContentHash)],
                    hashes => new { mailbox, hashes }).ConfigureAwait(false)).ToDictionary(row => row.ContentHash, row => row.Id, StringComparer.Ordinal);
                // A second box of the same name but another UIDVALIDITY may hold a mail that this batch has just met.
                foreach (var message in messages.Where(message => message.Mail.Key.Mailbox == mailbox))
                    knownContents.TryAdd(message.Print.ContentHash, message.Mail.Id);
                var id = await session.TakeNumbersAsync("Message", unseen.Select(a => a.Print.ContentHash).Distinct().Count(hash => !knownContents.ContainsKey(hash))).ConfigureAwait(false);
                foreach (var (mail, print) in unseen)
                {
                    if (knownContents.TryGetValue(print.ContentHash, out var known))
                    {
                        places.Add(new Place(mail.Key, known, true, now));
                        continue;
                    }
                    var fresh = new TakenMail(id, mail.Key, print.InternetId, mail.ArrivedAt.ToUniversalTime(), mail.Size, mail.Raw, mail.TooLarge, 0) { Missing = mail.Missing };
                    knownContents.Add(print.ContentHash, id++);
                    taken.Add(fresh);
                    messages.Add(new NewMessage(fresh, print, worker, now, now + lease));
                    places.Add(new Place(mail.Key, fresh.Id, false, now));
                }
                await NoteProgressAsync(session, mailbox, uidValidity, box.Select(a => a.Mail.Key.Uid), now).ConfigureAwait(false);
            }
            await session.ForEachAsync(InsertMessage, messages).ConfigureAwait(false);
            await session.ForEachAsync(InsertRaw, messages).ConfigureAwait(false);
            await session.ForEachAsync(InsertGap, [.. messages.Where(message => message.Mail.Missing is not null)]).ConfigureAwait(false);
            await session.ForEachAsync(InsertPlace, places).ConfigureAwait(false);
            return (IReadOnlyList<TakenMail>)taken;
        }, stop);
    }

    /// <summary>Numbers of IMAP only; a folder mailbox has names and asks which of them are unknown.</summary>
    private static async Task NoteProgressAsync(Session session, string mailbox, long uidValidity, IEnumerable<string> uids, DateTimeOffset now)
    {
        var highest = uids.Max(uid => long.TryParse(uid, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        if (await session.ExecuteAsync(RaiseProgress, new { mailbox, uidValidity, highest, now }).ConfigureAwait(false) == 0)
            await session.ExecuteAsync(StartProgress, new { mailbox, uidValidity, highest, now }).ConfigureAwait(false);
    }

    private sealed record NewMessage(TakenMail Mail, MailFingerprint Print, string Worker, DateTimeOffset Now, DateTimeOffset Until);

    private sealed record Place(MailKey Key, long MessageId, bool Duplicate, DateTimeOffset Now);

    private sealed record ContentRow
    {
        public required long Id { get; init; }
        public required string ContentHash { get; init; }
    }

    private static readonly Statement KnownUids = Statement.Of(
        "SELECT Uid FROM Location WHERE Mailbox = @mailbox AND UidValidity = @uidValidity AND Uid IN @uids", "mailbox text, uidValidity number, uids texts");

    private static readonly Statement KnownContents = Statement.Of(
        "SELECT Id, ContentHash FROM Message WHERE Mailbox = @mailbox AND ContentHash IN @hashes", "mailbox text, hashes texts");

    /// <summary>A new UIDVALIDITY starts again; under the same one the number never falls.</summary>
    private static readonly Statement RaiseProgress = Statement.Of("""
        UPDATE MailboxProgress
           SET HighestUid = CASE WHEN UidValidity = @uidValidity AND HighestUid > @highest THEN HighestUid ELSE @highest END,
               UidValidity = @uidValidity, ChangedAt = @now
         WHERE Mailbox = @mailbox
        """, "mailbox text, uidValidity number, highest number, now instant");

    private static readonly Statement StartProgress = Statement.Of(
        "INSERT INTO MailboxProgress (Mailbox, UidValidity, HighestUid, ChangedAt) VALUES (@mailbox, @uidValidity, @highest, @now)",
        "mailbox text, uidValidity number, highest number, now instant");

    private static readonly RowStatement<NewMessage> InsertMessage = RowStatement<NewMessage>.Insert("Message",
        new("Id", "number", row => row.Mail.Id),
        new("Mailbox", "text", row => row.Mail.Key.Mailbox),
        new("InternetId", "text", row => Texts.Cut(row.Print.InternetId, Texts.Key)),
        new("ContentHash", "text", row => row.Print.ContentHash),
        new("ArrivedAt", "instant", row => row.Mail.ArrivedAt),
        new("TakenAt", "instant", row => row.Now),
        new("Size", "number", row => row.Mail.Size),
        new("TooLarge", "bit", row => row.Mail.TooLarge),
        new("State", "text", _ => nameof(MessageState.Taken)),
        new("LeasedBy", "text", row => row.Worker),
        new("LeasedUntil", "instant", row => row.Until));

    private static readonly RowStatement<NewMessage> InsertRaw = RowStatement<NewMessage>.Insert("MessageRaw",
        new("MessageId", "number", row => row.Mail.Id),
        new("Bytes", "bytes", row => row.Mail.Raw));

    private static readonly RowStatement<NewMessage> InsertGap = RowStatement<NewMessage>.Insert("MessageGap",
        new("MessageId", "number", row => row.Mail.Id),
        new("Why", "text", row => Texts.Cut(row.Mail.Missing, Texts.Line)));

    private static readonly RowStatement<Place> InsertPlace = RowStatement<Place>.Insert("Location",
        new("Mailbox", "text", row => row.Key.Mailbox),
        new("UidValidity", "number", row => row.Key.UidValidity),
        new("Uid", "text", row => row.Key.Uid),
        new("MessageId", "number", row => row.MessageId),
        new("SeenAt", "instant", row => row.Now),
        new("Duplicate", "bit", row => row.Duplicate));
}
