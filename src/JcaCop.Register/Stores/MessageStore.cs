using System.Globalization;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>The mails themselves: taken, waiting, set aside, moved.</summary>
/// <remarks>
/// A mail is <i>taken</i> once its bytes are committed under its key; taking it again does nothing. A taken mail is leased to the worker
/// that took or claimed it; when the lease has run out, any worker may claim it. A recorded mail is in one of the other states, and then waits
/// for its move. Nothing here depends on the order of calls: a crash between any two leaves work that the next call finds.
/// </remarks>
/// <param name="worker">Name of this worker; the same after a restart, and its own among several workers.</param>
public sealed class MessageStore(Database database, TimeProvider time, string worker)
{
    /// <summary>Failed tries before a mail is set aside.</summary>
    public const int Tries = 5;

    /// <summary>A mail claimed this often and never brought to an end kills whoever reads it.</summary>
    public const int MostClaims = 10;

    /// <summary>From here on mails are claimed one at a time, so that the one that kills is found and those beside it go on.</summary>
    public const int SuspectClaims = 3;

    /// <summary>How long a worker may hold a mail before another may take it over. Default 10 minutes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Commits the bytes of those mails that are new, in one transaction that is on disk when this returns.</summary>
    /// <returns>The new ones alone, in the order given, leased to this worker. A mail known under its key is left out; one known by its content gets a second location.</returns>
    public Task<IReadOnlyList<TakenMail>> TakeAsync(IReadOnlyList<ArrivedMail> mails, CancellationToken stop) =>
        mails.Count == 0
            ? Task.FromResult<IReadOnlyList<TakenMail>>([])
            : Intake.TakeAsync(database, mails, worker, time.GetUtcNow(), Lease, stop);

    /// <summary>Claims mails that are taken and not judged, whoever left them.</summary>
    public Task<IReadOnlyList<TakenMail>> PendingAsync(int max, CancellationToken stop) =>
        database.WriteAsync(async session =>
        {
            var now = time.GetUtcNow();
            await session.ExecuteAsync(SetAsideKillers, new { now, most = MostClaims }).ConfigureAwait(false);
            var suspects = await session.FirstOrDefaultAsync<long>(CountSuspects, new { now, suspect = SuspectClaims }).ConfigureAwait(false);
            var ids = await session.QueryAsync<long>(ClaimMessages, new { worker, now, until = now + Lease, max = suspects > 0 ? 1 : max }).ConfigureAwait(false);
            var rows = await session.QueryInPortionsAsync<PendingRow, long>(LoadMessages, ids, ids => new { ids }).ConfigureAwait(false);
            return (IReadOnlyList<TakenMail>)[.. rows.OrderBy(row => row.Id).Select(row => row.Mail)];
        }, stop);

    /// <summary>Gives back what a worker of this name held before it was stopped. To be called once, at start.</summary>
    /// <returns>How many mails wait again.</returns>
    public Task<int> ReleaseAsync(CancellationToken stop) =>
        database.WriteAsync(session => session.ExecuteAsync(Release, new { worker }), stop);

    /// <summary>Gives back mails that this worker took and could not bring to their end, so that the next claim finds them at once.</summary>
    public Task ReleaseAsync(IReadOnlyList<long> ids, CancellationToken stop) =>
        database.WriteAsync(session => session.ForEachAsync(ReleaseOne, [.. ids.Select(id => (id, worker))]), stop);

    /// <summary>Notes that reading or recording a mail failed. After <see cref="Tries"/> tries, or at once where the failure is permanent, it is set aside; otherwise it waits, longer each time.</summary>
    /// <param name="head">For lists and the digest, once it is set aside; null: they show the reason alone.</param>
    /// <param name="letters">Who is told once it is set aside, in the same transaction.</param>
    public Task FailedAsync(long id, string reason, bool permanent, CancellationToken stop, MailHead? head = null, IReadOnlyList<OutgoingLetter>? letters = null) =>
        database.WriteAsync(async session =>
        {
            var now = time.GetUtcNow();
            var attempts = 1 + await session.FirstOrDefaultAsync<int>(ReadAttempts, new { id }).ConfigureAwait(false);
            var aside = permanent || attempts >= Tries;
            var changed = await session.ExecuteAsync(aside ? SetAsideOne : Postpone, aside
                ? new { id, attempts, reason, now, group = head?.Group, sender = Texts.Cut(head?.Sender, Texts.Key), senderName = Texts.Cut(head?.SenderName, Texts.Line), subject = head?.Subject }
                : new { id, attempts, reason, until = now + TimeSpan.FromSeconds(30 * Math.Pow(4, attempts - 1)) }).ConfigureAwait(false);
            if (aside && changed == 1 && letters is { Count: > 0 } && await session.FirstOrDefaultAsync<long?>(LetterAbout, new { id }).ConfigureAwait(false) is null)
                await OutboxWriter.EnqueueAsync(session, [.. letters.Select(letter => (letter, (long?)id))], now).ConfigureAwait(false);
        }, stop);

    /// <summary>Which of these places hold mails that are not taken yet.</summary>
    /// <param name="uids">As the mailbox lists them; the answer keeps their order.</param>
    public Task<IReadOnlyList<string>> UnknownAsync(string mailbox, long uidValidity, IReadOnlyCollection<string> uids, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var known = await session.QueryInPortionsAsync<string, string>(PlaceRows.KnownUids, uids, some => new { mailbox, uidValidity, uids = some }).ConfigureAwait(false);
            var set = known.ToHashSet(StringComparer.Ordinal);
            return (IReadOnlyList<string>)[.. uids.Where(uid => !set.Contains(uid))];
        }, stop);

    /// <returns>Null where nothing was taken from the mailbox under this UIDVALIDITY.</returns>
    public Task<MailboxProgress?> ProgressAsync(string mailbox, long uidValidity, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var row = await session.FirstOrDefaultAsync<PlaceRows.ProgressRow>(PlaceRows.ReadProgress, new { mailbox, uidValidity }).ConfigureAwait(false);
            return row is null ? null : new MailboxProgress(mailbox, uidValidity, row.HighestUid);
        }, stop);

    /// <summary>Mails that are recorded and still lie where they came in.</summary>
    public Task<IReadOnlyList<UnmovedMail>> UnmovedAsync(string mailbox, long uidValidity, int max, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var rows = await session.QueryAsync<PlaceRows.UnmovedRow>(PlaceRows.Unmoved, new { mailbox, uidValidity, max }).ConfigureAwait(false);
            return (IReadOnlyList<UnmovedMail>)[.. rows.Select(row => new UnmovedMail(new MailKey(mailbox, uidValidity, row.Uid), row.State, row.Duplicate))];
        }, stop);

    /// <summary>Mails that a person has decided since they were moved to wait.</summary>
    public Task<IReadOnlyList<MisfiledMail>> MisfiledAsync(string mailbox, int max, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var rows = await session.QueryAsync<PlaceRows.MisfiledRow>(PlaceRows.Misfiled, new { mailbox, max }).ConfigureAwait(false);
            return (IReadOnlyList<MisfiledMail>)[.. rows.Select(row => new MisfiledMail(
                new MailKey(mailbox, row.UidValidity, row.Uid), row.MovedTo, row.State, row.InternetId, row.ArrivedAt, row.Size))];
        }, stop);

    /// <summary>Where a mail lies that waits for a person, to fetch it whole. Null where there is no such mail.</summary>
    /// <remarks><see cref="MisfiledMail.LiesIn"/> is <see cref="MessageState.Taken"/> while it lies in the inbox.</remarks>
    public Task<MisfiledMail?> LyingAsync(long id, CancellationToken stop) =>
        database.ReadAsync(async session => await session.FirstOrDefaultAsync<PlaceRows.LyingRow>(PlaceRows.Lying, new { id }).ConfigureAwait(false) is { } row
            ? new MisfiledMail(new MailKey(row.Mailbox, row.UidValidity, row.Uid), row.MovedTo ?? MessageState.Taken, row.State, row.InternetId, row.ArrivedAt, row.Size) : null, stop);

    /// <summary>Puts the whole bytes of a mail in the place of what was taken of it.</summary>
    /// <returns>False where the mail does not wait for a person.</returns>
    public Task<bool> CompleteAsync(long id, byte[] raw, CancellationToken stop) =>
        database.WriteAsync(async session =>
        {
            if (await session.ExecuteAsync(MarkWhole, new { id }).ConfigureAwait(false) == 0) return false;
            await session.ForEachAsync(ReplaceRaw, [(id, raw)]).ConfigureAwait(false);
            await session.ExecuteAsync(CloseGap, new { id }).ConfigureAwait(false);
            return true;
        }, stop);

    /// <summary>Where the mails of a mailbox should lie; for the reconciliation.</summary>
    /// <param name="uidValidity">Of the inbox as it is now: numbers under another value name nothing there.</param>
    public Task<MailboxPlaces> PlacesAsync(string mailbox, long uidValidity, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var inbox = await session.QueryAsync<PlaceRows.InboxRow>(PlaceRows.Inbox, new { mailbox, uidValidity }).ConfigureAwait(false);
            var filed = await session.QueryAsync<PlaceRows.FiledRow>(PlaceRows.Filed, new { mailbox }).ConfigureAwait(false);
            long In(MessageState folder) => filed.Where(row => row.MovedTo == folder).Sum(row => row.Count);
            return new MailboxPlaces(
                inbox.ToDictionary(row => row.Uid, row => row.State, StringComparer.Ordinal),
                In(MessageState.Processed), In(MessageState.Held), In(MessageState.SetAside),
                filed.Where(row => row.MovedTo != MessageState.Processed && row.State != MessageState.Taken && row.State != row.MovedTo).Sum(row => row.Count));
        }, stop);

    /// <param name="folder">Where they lie now.</param>
    public Task MarkMovedAsync(IReadOnlyList<MailKey> keys, string folder, CancellationToken stop) =>
        database.WriteAsync(session =>
        {
            var now = time.GetUtcNow();
            return session.ForEachAsync(PlaceRows.MarkMoved, [.. keys.Select(key => new PlaceRows.MovedRow(key, folder, now))]);
        }, stop);

    /// <summary>After a change of UIDVALIDITY the old numbers lead nowhere (RFC 9051, 2.3.1.1): nothing is moved by them any more.</summary>
    /// <returns>How many moves were given up; the mails come again under new numbers and are known by their content.</returns>
    public Task<int> GiveUpOldPlacesAsync(string mailbox, long uidValidity, CancellationToken stop) =>
        database.WriteAsync(session => session.ExecuteAsync(PlaceRows.GiveUpPlaces, new { mailbox, uidValidity, now = time.GetUtcNow() }), stop);

    public Task<IReadOnlyDictionary<MessageState, long>> CountsByStateAsync(CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var rows = await session.QueryAsync<PlaceRows.StateCount>(PlaceRows.CountByState).ConfigureAwait(false);
            return (IReadOnlyDictionary<MessageState, long>)Enum.GetValues<MessageState>()
                .ToDictionary(state => state, state => rows.FirstOrDefault(row => row.State == state)?.Count ?? 0);
        }, stop);

    public async Task<Reconciliation> ReconcileAsync(CancellationToken stop)
    {
        var counts = await CountsByStateAsync(stop).ConfigureAwait(false);
        return await database.ReadAsync(async session =>
        {
            var row = await session.FirstOrDefaultAsync<PlaceRows.ReconciliationRow>(PlaceRows.Reconcile).ConfigureAwait(false)
                ?? throw new InvalidOperationException("A count without a row.");
            var flaws = new List<string>();
            if (row.WithoutRaw > 0) flaws.Add(string.Create(CultureInfo.InvariantCulture, $"{row.WithoutRaw} messages without their bytes"));
            if (row.WithoutPlace > 0) flaws.Add(string.Create(CultureInfo.InvariantCulture, $"{row.WithoutPlace} messages without a place"));
            if (row.WithoutReading > 0) flaws.Add(string.Create(CultureInfo.InvariantCulture, $"{row.WithoutReading} recorded messages without a reading"));
            return new Reconciliation(
                counts[MessageState.Taken], counts[MessageState.Processed], counts[MessageState.Held], counts[MessageState.SetAside],
                row.Locations, row.Duplicates, row.Unmoved, flaws);
        }, stop).ConfigureAwait(false);
    }

    internal sealed record PendingRow
    {
        public required long Id { get; init; }
        public required string Mailbox { get; init; }
        public required long UidValidity { get; init; }
        public required string Uid { get; init; }
        public required string InternetId { get; init; }
        public required DateTimeOffset ArrivedAt { get; init; }
        public required long Size { get; init; }
        public required bool TooLarge { get; init; }
        public required int Attempts { get; init; }
        public required byte[] Bytes { get; init; }
        public string? Missing { get; init; }

        public TakenMail Mail => new(Id, new MailKey(Mailbox, UidValidity, Uid), InternetId, ArrivedAt, Size, Bytes, TooLarge, Attempts) { Missing = Missing };
    }

    private static readonly Statement ClaimMessages = Statement.FromFiles("claim-messages.sql", "worker text, now instant, until instant, max number");

    private static readonly Statement SetAsideKillers = Statement.Of("""
        UPDATE Message
           SET State = 'SetAside', JudgedAt = @now, LeasedBy = NULL, LeasedUntil = NULL,
               Reason = 'The service ended many times while it worked on this mail.'
         WHERE State = 'Taken' AND Claims >= @most AND (LeasedUntil IS NULL OR LeasedUntil <= @now)
        """, "now instant, most number");

    private static readonly Statement CountSuspects = Statement.Of("""
        SELECT COUNT(*) FROM Message
         WHERE State = 'Taken' AND Claims >= @suspect AND (LeasedUntil IS NULL OR LeasedUntil <= @now)
        """, "now instant, suspect number");

    internal static readonly Statement LoadMessages = Statement.Of("""
        SELECT m.Id, m.Mailbox, l.UidValidity, l.Uid, m.InternetId, m.ArrivedAt, m.Size, m.TooLarge, m.Attempts, r.Bytes, g.Why AS Missing
          FROM Message m
          JOIN MessageRaw r ON r.MessageId = m.Id
          JOIN Location l ON l.MessageId = m.Id AND l.Duplicate = 0
          LEFT JOIN MessageGap g ON g.MessageId = m.Id
         WHERE m.Id IN @ids
        """, "ids numbers");

    private static readonly Statement MarkWhole = Statement.Of("UPDATE Message SET TooLarge = 0 WHERE Id = @id AND State IN ('Held', 'SetAside')", "id number");

    private static readonly RowStatement<(long Id, byte[] Raw)> ReplaceRaw = RowStatement<(long Id, byte[] Raw)>.Of(
        "UPDATE MessageRaw SET Bytes = @bytes WHERE MessageId = @id", new("bytes", "bytes", row => row.Raw), new("id", "number", row => row.Id));

    private static readonly Statement CloseGap = Statement.Of("DELETE FROM MessageGap WHERE MessageId = @id", "id number");

    private static readonly Statement Release = Statement.Of(
        "UPDATE Message SET LeasedBy = NULL, LeasedUntil = NULL WHERE State = 'Taken' AND LeasedBy = @worker", "worker text");

    private static readonly RowStatement<(long Id, string Worker)> ReleaseOne = RowStatement<(long Id, string Worker)>.Of(
        "UPDATE Message SET LeasedBy = NULL, LeasedUntil = NULL WHERE State = 'Taken' AND LeasedBy = @worker AND Id = @id",
        new("worker", "text", row => row.Worker), new("id", "number", row => row.Id));

    private static readonly Statement ReadAttempts = Statement.Of("SELECT Attempts FROM Message WHERE Id = @id", "id number");

    /// <summary>Who heard of the mail before, as it was set aside once already, does not hear of it again.</summary>
    private static readonly Statement LetterAbout = Statement.Of("SELECT MIN(Id) FROM Outbox WHERE CauseMessageId = @id", "id number");

    private static readonly Statement SetAsideOne = Statement.Of("""
        UPDATE Message
           SET State = 'SetAside', Reason = @reason, Attempts = @attempts, JudgedAt = @now, LeasedBy = NULL, LeasedUntil = NULL, GroupKey = COALESCE(@group, GroupKey),
               Sender = COALESCE(@sender, Sender), SenderName = COALESCE(@senderName, SenderName), Subject = COALESCE(@subject, Subject)
         WHERE Id = @id AND State = 'Taken'
        """, "id number, reason text, attempts number, now instant, group text, sender text, senderName text, subject text");

    private static readonly Statement Postpone = Statement.Of("""
        UPDATE Message SET Reason = @reason, Attempts = @attempts, LeasedBy = NULL, LeasedUntil = @until
         WHERE Id = @id AND State = 'Taken'
        """, "id number, reason text, attempts number, until instant");

}
