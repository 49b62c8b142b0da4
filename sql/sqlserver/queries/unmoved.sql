SELECT TOP (@max) l.Uid, m.State, l.Duplicate
  FROM Location l
  JOIN Message m ON m.Id = l.MessageId
 WHERE l.MovedAt IS NULL AND l.Mailbox = @mailbox AND l.UidValidity = @uidValidity AND m.State <> 'Taken'
 ORDER BY l.MessageId
