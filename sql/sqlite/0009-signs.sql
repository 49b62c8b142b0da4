-- When each part of the service last did its work, and what trouble it has since: so that silence is noticed. Trouble is null while all is well.
CREATE TABLE Sign (
    Part TEXT NOT NULL CONSTRAINT PK_Sign PRIMARY KEY,
    At TEXT NULL,
    Trouble TEXT NULL
) WITHOUT ROWID;
