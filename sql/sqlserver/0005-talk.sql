-- Questions to people are filed entries; an address that mail does not reach is scored here.
INSERT INTO dbo.Counter (Name, Last) VALUES ('Question', 0);

-- How mail to an address fares. Score falls by half in a fortnight; ScoredAt is when it last rose, at most once a day.
CREATE TABLE dbo.AddressHealth (
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    FoldedAddress NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    Score FLOAT NOT NULL,
    ScoredAt DATETIMEOFFSET(7) NOT NULL,
    Reason NVARCHAR(1000) NOT NULL,
    State NVARCHAR(20) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT CK_AddressHealth_State CHECK (State IN ('Fine', 'Suspect', 'Probed', 'Unreachable')),
    ProbedAt DATETIMEOFFSET(7) NULL,
    ProbeId NVARCHAR(400) COLLATE Latin1_General_BIN2 NULL,
    CONSTRAINT PK_AddressHealth PRIMARY KEY (GroupKey, FoldedAddress)
);
CREATE INDEX IX_AddressHealth_Doubtful ON dbo.AddressHealth (GroupKey, State) WHERE State IN ('Suspect', 'Probed');

-- The last letters to an address: a bounce that names no letter still names whom it could not reach.
CREATE INDEX IX_Outbox_Recipient ON dbo.Outbox (FoldedRecipient, CreatedAt);

-- Mails whose bytes are not all there because the server did not hand them over, with its words.
CREATE TABLE dbo.MessageGap (
    MessageId BIGINT NOT NULL CONSTRAINT PK_MessageGap PRIMARY KEY CONSTRAINT FK_MessageGap_Message REFERENCES dbo.Message (Id),
    Why NVARCHAR(1000) NOT NULL
);
