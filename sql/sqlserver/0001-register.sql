-- Instants are kept in UTC. Keys compare by code point (BIN2), as they do on SQLite.
-- Numbers (Id) are given out by Counter inside the transaction that uses them. '' stands for "not known" where a column is part of a key.

CREATE TABLE dbo.Counter (
    Name NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_Counter PRIMARY KEY,
    Last BIGINT NOT NULL
);

INSERT INTO dbo.Counter (Name, Last) VALUES
    ('Message', 0), ('Item', 0), ('Organization', 0), ('Person', 0), ('Seat', 0), ('History', 0), ('Outbox', 0), ('Audit', 0);

CREATE TABLE dbo.Message (
    Id BIGINT NOT NULL CONSTRAINT PK_Message PRIMARY KEY,
    Mailbox NVARCHAR(100) COLLATE Latin1_General_BIN2 NOT NULL,
    InternetId NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    ContentHash NVARCHAR(64) COLLATE Latin1_General_BIN2 NOT NULL,
    ArrivedAt DATETIMEOFFSET(7) NOT NULL,
    TakenAt DATETIMEOFFSET(7) NOT NULL,
    Size BIGINT NOT NULL,
    TooLarge BIT NOT NULL,
    State NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT CK_Message_State CHECK (State IN ('Taken', 'Processed', 'Held', 'SetAside')),
    Reason NVARCHAR(MAX) NULL,
    Attempts INT NOT NULL CONSTRAINT DF_Message_Attempts DEFAULT 0,
    Claims INT NOT NULL CONSTRAINT DF_Message_Claims DEFAULT 0,
    LeasedBy NVARCHAR(200) COLLATE Latin1_General_BIN2 NULL,
    LeasedUntil DATETIMEOFFSET(7) NULL,
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NULL,
    Sender NVARCHAR(400) NULL,
    SenderName NVARCHAR(1000) NULL,
    Subject NVARCHAR(MAX) NULL,
    Kind NVARCHAR(40) COLLATE Latin1_General_BIN2 NULL,
    Language NVARCHAR(20) COLLATE Latin1_General_BIN2 NULL,
    JudgedAt DATETIMEOFFSET(7) NULL,
    AnswersLetter NVARCHAR(400) COLLATE Latin1_General_BIN2 NULL,
    CONSTRAINT UQ_Message_Content UNIQUE (Mailbox, ContentHash)
);
CREATE INDEX IX_Message_Taken ON dbo.Message (Id, LeasedUntil) WHERE State = 'Taken';
CREATE INDEX IX_Message_Waiting ON dbo.Message (State, Id) WHERE State IN ('Held', 'SetAside');
CREATE INDEX IX_Message_InternetId ON dbo.Message (InternetId);

CREATE TABLE dbo.MessageRaw (
    MessageId BIGINT NOT NULL CONSTRAINT PK_MessageRaw PRIMARY KEY CONSTRAINT FK_MessageRaw_Message REFERENCES dbo.Message (Id),
    Bytes VARBINARY(MAX) NOT NULL
);

-- Where a message lies or lay. The same mail delivered twice has one Message and two locations.
CREATE TABLE dbo.Location (
    Mailbox NVARCHAR(100) COLLATE Latin1_General_BIN2 NOT NULL,
    UidValidity BIGINT NOT NULL,
    Uid NVARCHAR(300) COLLATE Latin1_General_BIN2 NOT NULL,
    MessageId BIGINT NOT NULL CONSTRAINT FK_Location_Message REFERENCES dbo.Message (Id),
    SeenAt DATETIMEOFFSET(7) NOT NULL,
    Duplicate BIT NOT NULL,
    MovedTo NVARCHAR(400) NULL,
    MovedAt DATETIMEOFFSET(7) NULL,
    CONSTRAINT PK_Location PRIMARY KEY (Mailbox, UidValidity, Uid)
);
CREATE INDEX IX_Location_Unmoved ON dbo.Location (Mailbox, MessageId) WHERE MovedAt IS NULL;
-- Moved to wait for a person: looked through for those decided since.
CREATE INDEX IX_Location_Waiting ON dbo.Location (Mailbox, MessageId) INCLUDE (MovedTo) WHERE MovedTo IN ('Held', 'SetAside');
CREATE INDEX IX_Location_Message ON dbo.Location (MessageId);

CREATE TABLE dbo.MailboxProgress (
    Mailbox NVARCHAR(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_MailboxProgress PRIMARY KEY,
    UidValidity BIGINT NOT NULL,
    HighestUid BIGINT NOT NULL,
    ChangedAt DATETIMEOFFSET(7) NOT NULL
);

CREATE TABLE dbo.Reading (
    MessageId BIGINT NOT NULL CONSTRAINT PK_Reading PRIMARY KEY CONSTRAINT FK_Reading_Message REFERENCES dbo.Message (Id),
    Json NVARCHAR(MAX) NOT NULL
);

CREATE TABLE dbo.Item (
    Id BIGINT NOT NULL CONSTRAINT PK_Item PRIMARY KEY,
    MessageId BIGINT NOT NULL CONSTRAINT FK_Item_Message REFERENCES dbo.Message (Id),
    Position INT NOT NULL,
    Type NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    Json NVARCHAR(MAX) NOT NULL,
    Confidence FLOAT NOT NULL,
    State NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT CK_Item_State CHECK (State IN ('Accepted', 'Held', 'Rejected')),
    Why NVARCHAR(MAX) NOT NULL,
    Mandate NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    DecidedBy NVARCHAR(400) NULL,
    DecidedAt DATETIMEOFFSET(7) NULL,
    CONSTRAINT UQ_Item_Position UNIQUE (MessageId, Position)
);
CREATE INDEX IX_Item_Held ON dbo.Item (MessageId) WHERE State = 'Held';

CREATE TABLE dbo.Person (
    Id BIGINT NOT NULL CONSTRAINT PK_Person PRIMARY KEY,
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    Name NVARCHAR(1000) NULL,
    FoldedName NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    Func NVARCHAR(1000) NULL,
    OrganizationId BIGINT NULL,
    Phone NVARCHAR(200) NULL,
    Fax NVARCHAR(200) NULL,
    Address NVARCHAR(MAX) NULL,
    MergedInto BIGINT NULL,
    Stamps NVARCHAR(MAX) NOT NULL,
    Version INT NOT NULL
);
CREATE INDEX IX_Person_Name ON dbo.Person (GroupKey, FoldedName);

CREATE TABLE dbo.PersonAddress (
    PersonId BIGINT NOT NULL CONSTRAINT FK_PersonAddress_Person REFERENCES dbo.Person (Id),
    FoldedEmail NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    Email NVARCHAR(400) NOT NULL,
    Position INT NOT NULL,
    Reachability NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT CK_PersonAddress_Reachability CHECK (Reachability IN ('Unknown', 'Reached', 'Doubtful', 'Unreachable')),
    CONSTRAINT PK_PersonAddress PRIMARY KEY (PersonId, FoldedEmail)
);
CREATE INDEX IX_PersonAddress_Email ON dbo.PersonAddress (FoldedEmail);

CREATE TABLE dbo.Organization (
    Id BIGINT NOT NULL CONSTRAINT PK_Organization PRIMARY KEY,
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    Name NVARCHAR(1000) NOT NULL,
    FoldedName NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    Country NVARCHAR(2) COLLATE Latin1_General_BIN2 NOT NULL,
    Website NVARCHAR(1000) NULL,
    Address NVARCHAR(MAX) NULL,
    State NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT CK_Organization_State CHECK (State IN ('Proposed', 'Invited', 'TakingPart', 'Declined', 'Withdrawn')),
    ContactId BIGINT NULL CONSTRAINT FK_Organization_Contact REFERENCES dbo.Person (Id),
    NominatedBy NVARCHAR(400) NULL,
    MergedInto BIGINT NULL,
    Stamps NVARCHAR(MAX) NOT NULL,
    Version INT NOT NULL,
    CONSTRAINT UQ_Organization_Name UNIQUE (GroupKey, FoldedName, Country)
);

ALTER TABLE dbo.Person ADD CONSTRAINT FK_Person_Organization FOREIGN KEY (OrganizationId) REFERENCES dbo.Organization (Id);

CREATE INDEX IX_Organization_Contact ON dbo.Organization (ContactId) WHERE ContactId IS NOT NULL;

-- Every name by which an organization is found, its own included.
CREATE TABLE dbo.OrganizationName (
    OrganizationId BIGINT NOT NULL CONSTRAINT FK_OrganizationName_Organization REFERENCES dbo.Organization (Id),
    FoldedName NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    Name NVARCHAR(1000) NOT NULL,
    Position INT NOT NULL,
    CONSTRAINT PK_OrganizationName PRIMARY KEY (OrganizationId, FoldedName)
);
CREATE INDEX IX_OrganizationName_Name ON dbo.OrganizationName (FoldedName);

CREATE TABLE dbo.Seat (
    Id BIGINT NOT NULL CONSTRAINT PK_Seat PRIMARY KEY,
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    Body NVARCHAR(1000) NOT NULL,
    FoldedBody NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    Role NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT CK_Seat_Role CHECK (Role IN ('Representative', 'Alternate', 'FocalPoint', 'Expert')),
    PersonId BIGINT NOT NULL CONSTRAINT FK_Seat_Person REFERENCES dbo.Person (Id),
    OrganizationId BIGINT NULL CONSTRAINT FK_Seat_Organization REFERENCES dbo.Organization (Id),
    FromDay DATE NOT NULL,
    UntilDay DATE NULL,
    EndedBy NVARCHAR(400) NULL,
    NominatedBy NVARCHAR(400) NULL,
    ConfirmedAt DATETIMEOFFSET(7) NULL,
    Replaced NVARCHAR(400) NULL,
    Stamps NVARCHAR(MAX) NOT NULL,
    Version INT NOT NULL
);
CREATE UNIQUE INDEX UQ_Seat_Open ON dbo.Seat (GroupKey, FoldedBody, PersonId, Role) WHERE UntilDay IS NULL;
CREATE INDEX IX_Seat_Person ON dbo.Seat (PersonId);
-- Whom holders replaced: an older designation of one of them that comes late ends where that seat begins.
CREATE INDEX IX_Seat_Body ON dbo.Seat (GroupKey, FoldedBody);

-- One row for each change of an entry, with the whole entry after it: the register as of a day is the last row up to that day.
CREATE TABLE dbo.History (
    Id BIGINT NOT NULL CONSTRAINT PK_History PRIMARY KEY,
    Entry NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    EntryId BIGINT NOT NULL,
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    ChangedAt DATETIMEOFFSET(7) NOT NULL,
    MessageId BIGINT NULL CONSTRAINT FK_History_Message REFERENCES dbo.Message (Id),
    ItemId BIGINT NULL,
    AcceptedBy NVARCHAR(400) NOT NULL,
    FieldsJson NVARCHAR(MAX) NOT NULL,
    AfterJson NVARCHAR(MAX) NOT NULL
);
CREATE INDEX IX_History_Entry ON dbo.History (Entry, EntryId, ChangedAt, Id);
CREATE INDEX IX_History_Message ON dbo.History (MessageId);

CREATE TABLE dbo.Outbox (
    Id BIGINT NOT NULL CONSTRAINT PK_Outbox PRIMARY KEY,
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    InternetId NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT UQ_Outbox_InternetId UNIQUE,
    Kind NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    Sender NVARCHAR(400) NOT NULL,
    Recipient NVARCHAR(400) NOT NULL,
    FoldedRecipient NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    Subject NVARCHAR(MAX) NOT NULL,
    CauseMessageId BIGINT NULL CONSTRAINT FK_Outbox_Message REFERENCES dbo.Message (Id),
    AboutEntry NVARCHAR(40) COLLATE Latin1_General_BIN2 NULL,
    AboutId BIGINT NULL,
    CreatedAt DATETIMEOFFSET(7) NOT NULL,
    State NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT CK_Outbox_State CHECK (State IN ('Queued', 'Sending', 'Accepted', 'Unknown', 'Failed', 'Parked')),
    Attempts INT NOT NULL CONSTRAINT DF_Outbox_Attempts DEFAULT 0,
    NotBefore DATETIMEOFFSET(7) NOT NULL,
    ClaimedBy NVARCHAR(200) COLLATE Latin1_General_BIN2 NULL,
    ClaimedAt DATETIMEOFFSET(7) NULL,
    DataBegun BIT NOT NULL CONSTRAINT DF_Outbox_DataBegun DEFAULT 0,
    SettledAt DATETIMEOFFSET(7) NULL,
    LastAnswer NVARCHAR(MAX) NULL
);
CREATE INDEX IX_Outbox_Queued ON dbo.Outbox (NotBefore, Id) WHERE State = 'Queued';
CREATE INDEX IX_Outbox_Sending ON dbo.Outbox (ClaimedAt, Id) WHERE State = 'Sending';
CREATE INDEX IX_Outbox_Stuck ON dbo.Outbox (State, Id) WHERE State IN ('Unknown', 'Failed', 'Parked');
CREATE INDEX IX_Outbox_Cause ON dbo.Outbox (CauseMessageId);

CREATE TABLE dbo.OutboxMime (
    OutboxId BIGINT NOT NULL CONSTRAINT PK_OutboxMime PRIMARY KEY CONSTRAINT FK_OutboxMime_Outbox REFERENCES dbo.Outbox (Id),
    Mime VARBINARY(MAX) NOT NULL
);

-- How many automatic answers an address has had: in the present window, and on the present day.
CREATE TABLE dbo.AnswerBudget (
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    FoldedAddress NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    WindowStart DATETIMEOFFSET(7) NOT NULL,
    WindowCount INT NOT NULL,
    DayStart DATETIMEOFFSET(7) NOT NULL,
    DayCount INT NOT NULL,
    CONSTRAINT PK_AnswerBudget PRIMARY KEY (GroupKey, FoldedAddress)
);

CREATE TABLE dbo.Audit (
    Id BIGINT NOT NULL CONSTRAINT PK_Audit PRIMARY KEY,
    At DATETIMEOFFSET(7) NOT NULL,
    Who NVARCHAR(400) NOT NULL,
    Verb NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    Subject NVARCHAR(MAX) NOT NULL,
    Detail NVARCHAR(MAX) NULL
);
