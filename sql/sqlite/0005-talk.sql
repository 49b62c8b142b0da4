-- Questions to people are filed entries; an address that mail does not reach is scored here.
INSERT INTO Counter (Name, Last) VALUES ('Question', 0);

-- How mail to an address fares. Score falls by half in a fortnight; ScoredAt is when it last rose, at most once a day.
CREATE TABLE AddressHealth (
    GroupKey TEXT NOT NULL,
    FoldedAddress TEXT NOT NULL,
    Score REAL NOT NULL,
    ScoredAt TEXT NOT NULL,
    Reason TEXT NOT NULL,
    State TEXT NOT NULL CONSTRAINT CK_AddressHealth_State CHECK (State IN ('Fine', 'Suspect', 'Probed', 'Unreachable')),
    ProbedAt TEXT NULL,
    ProbeId TEXT NULL,
    CONSTRAINT PK_AddressHealth PRIMARY KEY (GroupKey, FoldedAddress)
) WITHOUT ROWID;
CREATE INDEX IX_AddressHealth_Doubtful ON AddressHealth (GroupKey, State) WHERE State IN ('Suspect', 'Probed');

-- The last letters to an address: a bounce that names no letter still names whom it could not reach.
CREATE INDEX IX_Outbox_Recipient ON Outbox (FoldedRecipient, CreatedAt);

-- Mails whose bytes are not all there because the server did not hand them over, with its words.
CREATE TABLE MessageGap (
    MessageId INTEGER NOT NULL CONSTRAINT PK_MessageGap PRIMARY KEY CONSTRAINT FK_MessageGap_Message REFERENCES Message (Id),
    Why TEXT NOT NULL
);
