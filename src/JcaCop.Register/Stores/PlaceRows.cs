using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>The rows and statements of where mails lie: in the inbox, on their way, filed; and of the count of them all.</summary>
internal static class PlaceRows
{
    internal sealed record ProgressRow { public required long HighestUid { get; init; } }

    internal sealed record UnmovedRow
    {
        public required string Uid { get; init; }
        public required MessageState State { get; init; }
        public required bool Duplicate { get; init; }
    }

    internal sealed record InboxRow
    {
        public required string Uid { get; init; }
        public required MessageState State { get; init; }
    }

    internal sealed record FiledRow
    {
        public required MessageState MovedTo { get; init; }
        public required MessageState State { get; init; }
        public required long Count { get; init; }
    }

    internal sealed record MisfiledRow
    {
        public required long UidValidity { get; init; }
        public required string Uid { get; init; }
        public required MessageState MovedTo { get; init; }
        public required MessageState State { get; init; }
        public required string InternetId { get; init; }
        public required DateTimeOffset ArrivedAt { get; init; }
        public required long Size { get; init; }
    }

    internal sealed record LyingRow
    {
        public required string Mailbox { get; init; }
        public required long UidValidity { get; init; }
        public required string Uid { get; init; }
        public MessageState? MovedTo { get; init; }
        public required MessageState State { get; init; }
        public required string InternetId { get; init; }
        public required DateTimeOffset ArrivedAt { get; init; }
        public required long Size { get; init; }
    }

    internal sealed record MovedRow(MailKey Key, string Folder, DateTimeOffset Now);

    internal sealed record StateCount
    {
        public required MessageState State { get; init; }
        public required long Count { get; init; }
    }

    internal sealed record ReconciliationRow
    {
        public required long Locations { get; init; }
        public required long Duplicates { get; init; }
        public required long Unmoved { get; init; }
        public required long WithoutRaw { get; init; }
        public required long WithoutPlace { get; init; }
        public required long WithoutReading { get; init; }
    }

    /// <summary>Where the first place was given up, because the server numbered its mails anew, the next one is that mail.</summary>
    public static readonly Statement Lying = Statement.Of("""
        SELECT l.Mailbox, l.UidValidity, l.Uid, l.MovedTo, m.State, m.InternetId, m.ArrivedAt, m.Size
          FROM Message m
          JOIN Location l ON l.MessageId = m.Id
         WHERE m.Id = @id AND m.State IN ('Held', 'SetAside') AND (l.MovedTo IS NULL OR l.MovedTo <> '')
         ORDER BY l.Duplicate, l.SeenAt DESC
        """, "id number");

    public static readonly Statement KnownUids = Statement.Of(
        "SELECT Uid FROM Location WHERE Mailbox = @mailbox AND UidValidity = @uidValidity AND Uid IN @uids", "mailbox text, uidValidity number, uids texts");

    public static readonly Statement ReadProgress = Statement.Of(
        "SELECT HighestUid FROM MailboxProgress WHERE Mailbox = @mailbox AND UidValidity = @uidValidity", "mailbox text, uidValidity number");

    public static readonly Statement Unmoved = Statement.FromFiles("unmoved.sql", "mailbox text, uidValidity number, max number");

    public static readonly Statement Misfiled = Statement.FromFiles("misfiled.sql", "mailbox text, max number");

    public static readonly Statement Inbox = Statement.Of("""
        SELECT l.Uid, m.State
          FROM Location l
          JOIN Message m ON m.Id = l.MessageId
         WHERE l.MovedAt IS NULL AND l.Mailbox = @mailbox AND l.UidValidity = @uidValidity
        """, "mailbox text, uidValidity number");

    public static readonly Statement Filed = Statement.Of("""
        SELECT l.MovedTo, m.State, COUNT(*) AS Count
          FROM Location l
          JOIN Message m ON m.Id = l.MessageId
         WHERE l.Mailbox = @mailbox AND l.MovedTo IN ('Processed', 'Held', 'SetAside')
         GROUP BY l.MovedTo, m.State
        """, "mailbox text");

    public static readonly RowStatement<MovedRow> MarkMoved = RowStatement<MovedRow>.Of("""
        UPDATE Location SET MovedTo = @folder, MovedAt = @now
         WHERE Mailbox = @mailbox AND UidValidity = @uidValidity AND Uid = @uid
        """,
        new("folder", "text", row => row.Folder), new("now", "instant", row => row.Now), new("mailbox", "text", row => row.Key.Mailbox),
        new("uidValidity", "number", row => row.Key.UidValidity), new("uid", "text", row => row.Key.Uid));

    public static readonly Statement GiveUpPlaces = Statement.Of("""
        UPDATE Location SET MovedTo = '', MovedAt = @now
         WHERE Mailbox = @mailbox AND UidValidity <> @uidValidity AND MovedAt IS NULL
        """, "mailbox text, uidValidity number, now instant");

    public static readonly Statement CountByState = Statement.Of("SELECT State, COUNT(*) AS Count FROM Message GROUP BY State");

    public static readonly Statement Reconcile = Statement.Of("""
        SELECT (SELECT COUNT(*) FROM Location) AS Locations,
               (SELECT COUNT(*) FROM Location WHERE Duplicate = 1) AS Duplicates,
               (SELECT COUNT(*) FROM Location l JOIN Message m ON m.Id = l.MessageId WHERE l.MovedAt IS NULL AND m.State <> 'Taken') AS Unmoved,
               (SELECT COUNT(*) FROM Message m WHERE NOT EXISTS (SELECT 1 FROM MessageRaw r WHERE r.MessageId = m.Id)) AS WithoutRaw,
               (SELECT COUNT(*) FROM Message m WHERE NOT EXISTS (SELECT 1 FROM Location l WHERE l.MessageId = m.Id)) AS WithoutPlace,
               (SELECT COUNT(*) FROM Message m WHERE (m.State = 'Held' OR (m.State = 'Processed' AND m.Reason IS NULL)) AND NOT EXISTS (SELECT 1 FROM Reading r WHERE r.MessageId = m.Id)) AS WithoutReading
        """);
}
