SELECT TOP (@max) Id, InternetId, GroupKey, Kind, Recipient, Subject, State, Attempts, CreatedAt, NotBefore, SettledAt, LastAnswer, CauseMessageId
  FROM Outbox
 ORDER BY Id DESC
