-- Letters that are copies of others to further readers: a reply or a bounce that names one is about its own reader alone.
CREATE TABLE LetterCopy (
    OutboxId INTEGER NOT NULL CONSTRAINT PK_LetterCopy PRIMARY KEY CONSTRAINT FK_LetterCopy_Outbox REFERENCES Outbox (Id),
    OfId INTEGER NOT NULL CONSTRAINT FK_LetterCopy_Of REFERENCES Outbox (Id)
);
