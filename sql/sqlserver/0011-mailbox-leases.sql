-- Which worker empties a mailbox just now: two that move the same mails at once leave copies of them. No row, or one that ran out, for nobody.
CREATE TABLE dbo.MailboxLease (
    Mailbox NVARCHAR(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_MailboxLease PRIMARY KEY,
    Worker NVARCHAR(200) COLLATE Latin1_General_BIN2 NOT NULL,
    Until DATETIMEOFFSET(7) NOT NULL
);
