-- When each part of the service last did its work, and what trouble it has since: so that silence is noticed. Trouble is null while all is well.
CREATE TABLE dbo.Sign (
    Part NVARCHAR(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_Sign PRIMARY KEY,
    At DATETIMEOFFSET(7) NULL,
    Trouble NVARCHAR(1000) NULL
);
