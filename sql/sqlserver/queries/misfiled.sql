SELECT TOP (@max) l.UidValidity, l.Uid, l.MovedTo, m.State, m.InternetId, m.ArrivedAt, m.Size
  FROM Location l
  JOIN Message m ON m.Id = l.MessageId
 WHERE l.MovedTo IN ('Held', 'SetAside') AND l.Mailbox = @mailbox AND m.State <> 'Taken' AND m.State <> l.MovedTo
 ORDER BY l.MessageId
