-- Which call a mail was taken to answer, or to be about, for which member and why (Json). CallId is NULL where the circular cited is not registered.

CREATE TABLE dbo.MessageCall (
    MessageId BIGINT NOT NULL,
    CallId BIGINT NULL,
    MemberId BIGINT NULL,
    Json NVARCHAR(MAX) NOT NULL,
    CONSTRAINT PK_MessageCall PRIMARY KEY (MessageId),
    CONSTRAINT FK_MessageCall_Message FOREIGN KEY (MessageId) REFERENCES dbo.Message (Id)
);
CREATE INDEX IX_MessageCall_Call ON dbo.MessageCall (CallId, MessageId);
