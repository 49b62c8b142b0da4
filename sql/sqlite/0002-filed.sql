-- Entries that lie whole in one row: calls and their answers, liaison statements, activities, meetings, documents, obligations ...
-- Json is the entry; the other columns are what it is found by. Live: still open, coming or in force.

CREATE TABLE Filed (
    Entry TEXT NOT NULL,
    Id INTEGER NOT NULL,
    GroupKey TEXT NOT NULL,
    Standing TEXT NOT NULL,
    Live INTEGER NOT NULL CONSTRAINT CK_Filed_Live CHECK (Live IN (0, 1)),
    DueAt TEXT NULL,
    UniqueKey TEXT NULL,
    Json TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT PK_Filed PRIMARY KEY (Entry, Id)
) WITHOUT ROWID;
CREATE INDEX IX_Filed_Live ON Filed (GroupKey, Entry, Id) WHERE Live = 1;
CREATE INDEX IX_Filed_Due ON Filed (Entry, DueAt, Id) WHERE Live = 1;
CREATE INDEX IX_Filed_Group ON Filed (GroupKey, Entry, Id);
CREATE UNIQUE INDEX UQ_Filed_Unique ON Filed (GroupKey, Entry, UniqueKey) WHERE UniqueKey IS NOT NULL;

CREATE TABLE FiledName (
    Entry TEXT NOT NULL,
    Id INTEGER NOT NULL,
    FoldedKey TEXT NOT NULL,
    CONSTRAINT PK_FiledName PRIMARY KEY (Entry, Id, FoldedKey),
    CONSTRAINT FK_FiledName_Filed FOREIGN KEY (Entry, Id) REFERENCES Filed (Entry, Id)
) WITHOUT ROWID;
CREATE INDEX IX_FiledName_Key ON FiledName (FoldedKey, Entry, Id);

INSERT INTO Counter (Name, Last) VALUES
    ('Member', 0), ('Call', 0), ('Answer', 0), ('Liaison', 0), ('Activity', 0), ('Meeting', 0), ('Registration', 0), ('Document', 0),
    ('Mandate', 0), ('Obligation', 0), ('Absence', 0);

-- What is done once and never again, whoever asks: a closing, a yearly letter, a command that came by mail.
CREATE TABLE Done (
    GroupKey TEXT NOT NULL,
    DoneKey TEXT NOT NULL,
    DoneAt TEXT NOT NULL,
    CONSTRAINT PK_Done PRIMARY KEY (GroupKey, DoneKey)
) WITHOUT ROWID;
