-- Which worker empties a mailbox just now: two that move the same mails at once leave copies of them. No row, or one that ran out, for nobody.
CREATE TABLE MailboxLease (
    Mailbox TEXT NOT NULL CONSTRAINT PK_MailboxLease PRIMARY KEY,
    Worker TEXT NOT NULL,
    Until TEXT NOT NULL
) WITHOUT ROWID;
