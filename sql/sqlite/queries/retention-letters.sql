SELECT o.Id
  FROM Outbox o
  JOIN OutboxMime x ON x.OutboxId = o.Id
 WHERE o.CreatedAt < @before AND o.State IN ('Accepted', 'Failed') AND LENGTH(x.Mime) > 0
 ORDER BY o.Id
 LIMIT @max
