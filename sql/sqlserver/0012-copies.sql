-- Letters that are copies of others to further readers: a reply or a bounce that names one is about its own reader alone.
CREATE TABLE dbo.LetterCopy (
    OutboxId BIGINT NOT NULL CONSTRAINT PK_LetterCopy PRIMARY KEY CONSTRAINT FK_LetterCopy_Outbox REFERENCES dbo.Outbox (Id),
    OfId BIGINT NOT NULL CONSTRAINT FK_LetterCopy_Of REFERENCES dbo.Outbox (Id)
);
