-- The lock makes workers that claim at once wait for each other, so that each gets the next ones; that nothing is claimed twice rests on the repeated condition.
UPDATE Message
   SET LeasedBy = @worker, LeasedUntil = @until, Claims = Claims + 1
OUTPUT inserted.Id
 WHERE State = 'Taken'
   AND (LeasedUntil IS NULL OR LeasedUntil <= @now)
   AND Id IN (SELECT TOP (@max) Id FROM Message WITH (UPDLOCK)
               WHERE State = 'Taken' AND (LeasedUntil IS NULL OR LeasedUntil <= @now)
               ORDER BY Id)
