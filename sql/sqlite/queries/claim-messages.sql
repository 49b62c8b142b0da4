UPDATE Message
   SET LeasedBy = @worker, LeasedUntil = @until, Claims = Claims + 1
 WHERE State = 'Taken'
   AND (LeasedUntil IS NULL OR LeasedUntil <= @now)
   AND Id IN (SELECT Id FROM Message
               WHERE State = 'Taken' AND (LeasedUntil IS NULL OR LeasedUntil <= @now)
               ORDER BY Id
               LIMIT @max)
RETURNING Id
