SELECT TOP (@max) m.Id, m.Mailbox, m.InternetId, m.State, m.Reason, m.ArrivedAt, m.JudgedAt, m.GroupKey, m.Sender, m.SenderName, m.Subject, m.Kind, m.Language,
       m.Size, m.Attempts, (SELECT COUNT(*) FROM Item i WHERE i.MessageId = m.Id AND i.State = 'Held') AS HeldItems
  FROM Message m
 WHERE m.State IN ('Held', 'SetAside') AND m.State = 'SetAside'
 ORDER BY m.Id
