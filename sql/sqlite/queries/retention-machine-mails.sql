SELECT m.Id
  FROM Message m
  JOIN MessageRaw r ON r.MessageId = m.Id
 WHERE m.ArrivedAt < @before AND m.State = 'Processed' AND m.Kind <> 'Human' AND LENGTH(r.Bytes) > 0
 ORDER BY m.Id
 LIMIT @max
