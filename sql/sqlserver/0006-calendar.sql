-- Each step of each obligation once: whoever reminds writes its row in the transaction of the letter. Sent = 0: its time went by without a letter.
CREATE TABLE dbo.Reminder (
    ObligationId BIGINT NOT NULL,
    Step INT NOT NULL,
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    At DATETIMEOFFSET(7) NOT NULL,
    Sent BIT NOT NULL,
    Recipient NVARCHAR(400) NULL,
    CONSTRAINT PK_Reminder PRIMARY KEY (ObligationId, Step)
);
