-- Each step of each obligation once for each deadline: one that moves begins its steps anew. Whoever reminds writes the row in the transaction
-- of the letter. Sent = 0: its time went by without a letter.
CREATE TABLE dbo.ReminderStep (
    ObligationId BIGINT NOT NULL,
    Due DATETIMEOFFSET(7) NOT NULL,
    Step INT NOT NULL,
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    At DATETIMEOFFSET(7) NOT NULL,
    Sent BIT NOT NULL,
    Recipient NVARCHAR(400) NULL,
    CONSTRAINT PK_ReminderStep PRIMARY KEY (ObligationId, Due, Step)
);

INSERT INTO dbo.ReminderStep (ObligationId, Due, Step, GroupKey, At, Sent, Recipient)
SELECT r.ObligationId, COALESCE((SELECT f.DueAt FROM dbo.Filed f WHERE f.Entry = 'Obligation' AND f.Id = r.ObligationId), r.At), r.Step, r.GroupKey, r.At, r.Sent, r.Recipient
  FROM dbo.Reminder r;

DROP TABLE dbo.Reminder;
