-- Where the first place was given up, because the server numbered its mails anew, the next one is that mail itself and no repeat.
SELECT TOP (@max) l.Uid, m.State,
       CAST(CASE WHEN l.Duplicate = 1 AND NOT EXISTS (SELECT 1 FROM Location f WHERE f.MessageId = l.MessageId AND f.Duplicate = 0 AND f.MovedTo = '') THEN 1 ELSE 0 END AS BIT) AS Duplicate
  FROM Location l
  JOIN Message m ON m.Id = l.MessageId
 WHERE l.MovedAt IS NULL AND l.Mailbox = @mailbox AND l.UidValidity = @uidValidity AND m.State <> 'Taken'
 ORDER BY l.MessageId
