-- Entries that lie whole in one row: calls and their answers, liaison statements, activities, meetings, documents, obligations ...
-- Json is the entry; the other columns are what it is found by. Live: still open, coming or in force.

CREATE TABLE dbo.Filed (
    Entry NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    Id BIGINT NOT NULL,
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    Standing NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    Live BIT NOT NULL,
    DueAt DATETIMEOFFSET(7) NULL,
    UniqueKey NVARCHAR(400) COLLATE Latin1_General_BIN2 NULL,
    Json NVARCHAR(MAX) NOT NULL,
    Version INT NOT NULL,
    CONSTRAINT PK_Filed PRIMARY KEY (Entry, Id)
);
CREATE INDEX IX_Filed_Live ON dbo.Filed (GroupKey, Entry, Id) WHERE Live = 1;
CREATE INDEX IX_Filed_Due ON dbo.Filed (Entry, DueAt, Id) WHERE Live = 1;
CREATE INDEX IX_Filed_Group ON dbo.Filed (GroupKey, Entry, Id);
CREATE UNIQUE INDEX UQ_Filed_Unique ON dbo.Filed (GroupKey, Entry, UniqueKey) WHERE UniqueKey IS NOT NULL;

CREATE TABLE dbo.FiledName (
    Entry NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    Id BIGINT NOT NULL,
    FoldedKey NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    CONSTRAINT PK_FiledName PRIMARY KEY (Entry, Id, FoldedKey),
    CONSTRAINT FK_FiledName_Filed FOREIGN KEY (Entry, Id) REFERENCES dbo.Filed (Entry, Id)
);
CREATE INDEX IX_FiledName_Key ON dbo.FiledName (FoldedKey, Entry, Id);

INSERT INTO dbo.Counter (Name, Last) VALUES
    ('Member', 0), ('Call', 0), ('Answer', 0), ('Liaison', 0), ('Activity', 0), ('Meeting', 0), ('Registration', 0), ('Document', 0),
    ('Mandate', 0), ('Obligation', 0), ('Absence', 0);

-- What is done once and never again, whoever asks: a closing, a yearly letter, a command that came by mail.
CREATE TABLE dbo.Done (
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    DoneKey NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    DoneAt DATETIMEOFFSET(7) NOT NULL,
    CONSTRAINT PK_Done PRIMARY KEY (GroupKey, DoneKey)
);
