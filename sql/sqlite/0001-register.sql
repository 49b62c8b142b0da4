-- Instants are text in UTC of one width (yyyy-MM-ddTHH:mm:ss.fffffffZ), so that they compare as they read; days are yyyy-MM-dd.
-- Numbers (Id) are given out by Counter inside the transaction that uses them. '' stands for "not known" where a column is part of a key.

CREATE TABLE Counter (
    Name TEXT NOT NULL CONSTRAINT PK_Counter PRIMARY KEY,
    Last INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO Counter (Name, Last) VALUES
    ('Message', 0), ('Item', 0), ('Organization', 0), ('Person', 0), ('Seat', 0), ('History', 0), ('Outbox', 0), ('Audit', 0);

CREATE TABLE Message (
    Id INTEGER NOT NULL CONSTRAINT PK_Message PRIMARY KEY,
    Mailbox TEXT NOT NULL,
    InternetId TEXT NOT NULL,
    ContentHash TEXT NOT NULL,
    ArrivedAt TEXT NOT NULL,
    TakenAt TEXT NOT NULL,
    Size INTEGER NOT NULL,
    TooLarge INTEGER NOT NULL CONSTRAINT CK_Message_TooLarge CHECK (TooLarge IN (0, 1)),
    State TEXT NOT NULL CONSTRAINT CK_Message_State CHECK (State IN ('Taken', 'Processed', 'Held', 'SetAside')),
    Reason TEXT NULL,
    Attempts INTEGER NOT NULL DEFAULT 0,
    Claims INTEGER NOT NULL DEFAULT 0,
    LeasedBy TEXT NULL,
    LeasedUntil TEXT NULL,
    GroupKey TEXT NULL,
    Sender TEXT NULL,
    SenderName TEXT NULL,
    Subject TEXT NULL,
    Kind TEXT NULL,
    Language TEXT NULL,
    JudgedAt TEXT NULL,
    AnswersLetter TEXT NULL,
    CONSTRAINT UQ_Message_Content UNIQUE (Mailbox, ContentHash)
);
CREATE INDEX IX_Message_Taken ON Message (Id, LeasedUntil) WHERE State = 'Taken';
CREATE INDEX IX_Message_Waiting ON Message (State, Id) WHERE State IN ('Held', 'SetAside');
CREATE INDEX IX_Message_InternetId ON Message (InternetId);

CREATE TABLE MessageRaw (
    MessageId INTEGER NOT NULL CONSTRAINT PK_MessageRaw PRIMARY KEY CONSTRAINT FK_MessageRaw_Message REFERENCES Message (Id),
    Bytes BLOB NOT NULL
);

-- Where a message lies or lay. The same mail delivered twice has one Message and two locations.
CREATE TABLE Location (
    Mailbox TEXT NOT NULL,
    UidValidity INTEGER NOT NULL,
    Uid TEXT NOT NULL,
    MessageId INTEGER NOT NULL CONSTRAINT FK_Location_Message REFERENCES Message (Id),
    SeenAt TEXT NOT NULL,
    Duplicate INTEGER NOT NULL CONSTRAINT CK_Location_Duplicate CHECK (Duplicate IN (0, 1)),
    MovedTo TEXT NULL,
    MovedAt TEXT NULL,
    CONSTRAINT PK_Location PRIMARY KEY (Mailbox, UidValidity, Uid)
) WITHOUT ROWID;
CREATE INDEX IX_Location_Unmoved ON Location (Mailbox, MessageId) WHERE MovedAt IS NULL;
-- Moved to wait for a person: looked through for those decided since.
CREATE INDEX IX_Location_Waiting ON Location (Mailbox, MessageId) WHERE MovedTo IN ('Held', 'SetAside');
CREATE INDEX IX_Location_Message ON Location (MessageId);

CREATE TABLE MailboxProgress (
    Mailbox TEXT NOT NULL CONSTRAINT PK_MailboxProgress PRIMARY KEY,
    UidValidity INTEGER NOT NULL,
    HighestUid INTEGER NOT NULL,
    ChangedAt TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE Reading (
    MessageId INTEGER NOT NULL CONSTRAINT PK_Reading PRIMARY KEY CONSTRAINT FK_Reading_Message REFERENCES Message (Id),
    Json TEXT NOT NULL
);

CREATE TABLE Item (
    Id INTEGER NOT NULL CONSTRAINT PK_Item PRIMARY KEY,
    MessageId INTEGER NOT NULL CONSTRAINT FK_Item_Message REFERENCES Message (Id),
    Position INTEGER NOT NULL,
    Type TEXT NOT NULL,
    Json TEXT NOT NULL,
    Confidence REAL NOT NULL,
    State TEXT NOT NULL CONSTRAINT CK_Item_State CHECK (State IN ('Accepted', 'Held', 'Rejected')),
    Why TEXT NOT NULL,
    Mandate TEXT NOT NULL,
    DecidedBy TEXT NULL,
    DecidedAt TEXT NULL,
    CONSTRAINT UQ_Item_Position UNIQUE (MessageId, Position)
);
CREATE INDEX IX_Item_Held ON Item (MessageId) WHERE State = 'Held';

CREATE TABLE Person (
    Id INTEGER NOT NULL CONSTRAINT PK_Person PRIMARY KEY,
    GroupKey TEXT NOT NULL,
    Name TEXT NULL,
    FoldedName TEXT NOT NULL,
    Func TEXT NULL,
    OrganizationId INTEGER NULL CONSTRAINT FK_Person_Organization REFERENCES Organization (Id),
    Phone TEXT NULL,
    Fax TEXT NULL,
    Address TEXT NULL,
    MergedInto INTEGER NULL,
    Stamps TEXT NOT NULL,
    Version INTEGER NOT NULL
);
CREATE INDEX IX_Person_Name ON Person (GroupKey, FoldedName);

CREATE TABLE PersonAddress (
    PersonId INTEGER NOT NULL CONSTRAINT FK_PersonAddress_Person REFERENCES Person (Id),
    FoldedEmail TEXT NOT NULL,
    Email TEXT NOT NULL,
    Position INTEGER NOT NULL,
    Reachability TEXT NOT NULL CONSTRAINT CK_PersonAddress_Reachability CHECK (Reachability IN ('Unknown', 'Reached', 'Doubtful', 'Unreachable')),
    CONSTRAINT PK_PersonAddress PRIMARY KEY (PersonId, FoldedEmail)
) WITHOUT ROWID;
CREATE INDEX IX_PersonAddress_Email ON PersonAddress (FoldedEmail);

CREATE TABLE Organization (
    Id INTEGER NOT NULL CONSTRAINT PK_Organization PRIMARY KEY,
    GroupKey TEXT NOT NULL,
    Name TEXT NOT NULL,
    FoldedName TEXT NOT NULL,
    Country TEXT NOT NULL,
    Website TEXT NULL,
    Address TEXT NULL,
    State TEXT NOT NULL CONSTRAINT CK_Organization_State CHECK (State IN ('Proposed', 'Invited', 'TakingPart', 'Declined', 'Withdrawn')),
    ContactId INTEGER NULL CONSTRAINT FK_Organization_Contact REFERENCES Person (Id),
    NominatedBy TEXT NULL,
    MergedInto INTEGER NULL,
    Stamps TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UQ_Organization_Name UNIQUE (GroupKey, FoldedName, Country)
);

CREATE INDEX IX_Organization_Contact ON Organization (ContactId) WHERE ContactId IS NOT NULL;

-- Every name by which an organization is found, its own included.
CREATE TABLE OrganizationName (
    OrganizationId INTEGER NOT NULL CONSTRAINT FK_OrganizationName_Organization REFERENCES Organization (Id),
    FoldedName TEXT NOT NULL,
    Name TEXT NOT NULL,
    Position INTEGER NOT NULL,
    CONSTRAINT PK_OrganizationName PRIMARY KEY (OrganizationId, FoldedName)
) WITHOUT ROWID;
CREATE INDEX IX_OrganizationName_Name ON OrganizationName (FoldedName);

CREATE TABLE Seat (
    Id INTEGER NOT NULL CONSTRAINT PK_Seat PRIMARY KEY,
    GroupKey TEXT NOT NULL,
    Body TEXT NOT NULL,
    FoldedBody TEXT NOT NULL,
    Role TEXT NOT NULL CONSTRAINT CK_Seat_Role CHECK (Role IN ('Representative', 'Alternate', 'FocalPoint', 'Expert')),
    PersonId INTEGER NOT NULL CONSTRAINT FK_Seat_Person REFERENCES Person (Id),
    OrganizationId INTEGER NULL CONSTRAINT FK_Seat_Organization REFERENCES Organization (Id),
    FromDay TEXT NOT NULL,
    UntilDay TEXT NULL,
    EndedBy TEXT NULL,
    NominatedBy TEXT NULL,
    ConfirmedAt TEXT NULL,
    Replaced TEXT NULL,
    Stamps TEXT NOT NULL,
    Version INTEGER NOT NULL
);
CREATE UNIQUE INDEX UQ_Seat_Open ON Seat (GroupKey, FoldedBody, PersonId, Role) WHERE UntilDay IS NULL;
CREATE INDEX IX_Seat_Person ON Seat (PersonId);
-- Whom holders replaced: an older designation of one of them that comes late ends where that seat begins.
CREATE INDEX IX_Seat_Body ON Seat (GroupKey, FoldedBody);

-- One row for each change of an entry, with the whole entry after it: the register as of a day is the last row up to that day.
CREATE TABLE History (
    Id INTEGER NOT NULL CONSTRAINT PK_History PRIMARY KEY,
    Entry TEXT NOT NULL,
    EntryId INTEGER NOT NULL,
    GroupKey TEXT NOT NULL,
    ChangedAt TEXT NOT NULL,
    MessageId INTEGER NULL CONSTRAINT FK_History_Message REFERENCES Message (Id),
    ItemId INTEGER NULL,
    AcceptedBy TEXT NOT NULL,
    FieldsJson TEXT NOT NULL,
    AfterJson TEXT NOT NULL
);
CREATE INDEX IX_History_Entry ON History (Entry, EntryId, ChangedAt, Id);
CREATE INDEX IX_History_Message ON History (MessageId);

CREATE TABLE Outbox (
    Id INTEGER NOT NULL CONSTRAINT PK_Outbox PRIMARY KEY,
    GroupKey TEXT NOT NULL,
    InternetId TEXT NOT NULL CONSTRAINT UQ_Outbox_InternetId UNIQUE,
    Kind TEXT NOT NULL,
    Sender TEXT NOT NULL,
    Recipient TEXT NOT NULL,
    FoldedRecipient TEXT NOT NULL,
    Subject TEXT NOT NULL,
    CauseMessageId INTEGER NULL CONSTRAINT FK_Outbox_Message REFERENCES Message (Id),
    AboutEntry TEXT NULL,
    AboutId INTEGER NULL,
    CreatedAt TEXT NOT NULL,
    State TEXT NOT NULL CONSTRAINT CK_Outbox_State CHECK (State IN ('Queued', 'Sending', 'Accepted', 'Unknown', 'Failed', 'Parked')),
    Attempts INTEGER NOT NULL DEFAULT 0,
    NotBefore TEXT NOT NULL,
    ClaimedBy TEXT NULL,
    ClaimedAt TEXT NULL,
    DataBegun INTEGER NOT NULL DEFAULT 0 CONSTRAINT CK_Outbox_DataBegun CHECK (DataBegun IN (0, 1)),
    SettledAt TEXT NULL,
    LastAnswer TEXT NULL
);
CREATE INDEX IX_Outbox_Queued ON Outbox (NotBefore, Id) WHERE State = 'Queued';
CREATE INDEX IX_Outbox_Sending ON Outbox (ClaimedAt, Id) WHERE State = 'Sending';
CREATE INDEX IX_Outbox_Stuck ON Outbox (State, Id) WHERE State IN ('Unknown', 'Failed', 'Parked');
CREATE INDEX IX_Outbox_Cause ON Outbox (CauseMessageId);

CREATE TABLE OutboxMime (
    OutboxId INTEGER NOT NULL CONSTRAINT PK_OutboxMime PRIMARY KEY CONSTRAINT FK_OutboxMime_Outbox REFERENCES Outbox (Id),
    Mime BLOB NOT NULL
);

-- How many automatic answers an address has had: in the present window, and on the present day.
CREATE TABLE AnswerBudget (
    GroupKey TEXT NOT NULL,
    FoldedAddress TEXT NOT NULL,
    WindowStart TEXT NOT NULL,
    WindowCount INTEGER NOT NULL,
    DayStart TEXT NOT NULL,
    DayCount INTEGER NOT NULL,
    CONSTRAINT PK_AnswerBudget PRIMARY KEY (GroupKey, FoldedAddress)
) WITHOUT ROWID;

CREATE TABLE Audit (
    Id INTEGER NOT NULL CONSTRAINT PK_Audit PRIMARY KEY,
    At TEXT NOT NULL,
    Who TEXT NOT NULL,
    Verb TEXT NOT NULL,
    Subject TEXT NOT NULL,
    Detail TEXT NULL
);
