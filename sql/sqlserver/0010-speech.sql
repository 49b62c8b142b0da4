-- The language of the newest mail from an address of which something was recorded: letters to its owner are in it.
CREATE TABLE dbo.Speech (
    GroupKey NVARCHAR(40) COLLATE Latin1_General_BIN2 NOT NULL,
    FoldedAddress NVARCHAR(400) COLLATE Latin1_General_BIN2 NOT NULL,
    Language NVARCHAR(20) COLLATE Latin1_General_BIN2 NOT NULL,
    WrittenAt DATETIMEOFFSET(7) NOT NULL,
    CONSTRAINT PK_Speech PRIMARY KEY (GroupKey, FoldedAddress)
);
