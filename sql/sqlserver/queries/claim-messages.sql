UPDATE TOP (@max) Message
   SET LeasedBy = @worker, LeasedUntil = @until, Claims = Claims + 1
OUTPUT inserted.Id
 WHERE State = 'Taken'
   AND (LeasedUntil IS NULL OR LeasedUntil <= @now)
