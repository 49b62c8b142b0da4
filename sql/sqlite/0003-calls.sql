-- Which call a mail was taken to answer, or to be about, for which member and why (Json). CallId is NULL where the circular cited is not registered.

CREATE TABLE MessageCall (
    MessageId INTEGER NOT NULL CONSTRAINT PK_MessageCall PRIMARY KEY,
    CallId INTEGER NULL,
    MemberId INTEGER NULL,
    Json TEXT NOT NULL,
    CONSTRAINT FK_MessageCall_Message FOREIGN KEY (MessageId) REFERENCES Message (Id)
);
CREATE INDEX IX_MessageCall_Call ON MessageCall (CallId, MessageId);
