-- How far each series of document numbers has run: a number is given once.

INSERT INTO dbo.Counter (Name, Last) VALUES ('Series', 0);
