-- The language of the newest mail from an address of which something was recorded: letters to its owner are in it.
CREATE TABLE Speech (
    GroupKey TEXT NOT NULL,
    FoldedAddress TEXT NOT NULL,
    Language TEXT NOT NULL,
    WrittenAt TEXT NOT NULL,
    CONSTRAINT PK_Speech PRIMARY KEY (GroupKey, FoldedAddress)
) WITHOUT ROWID;
