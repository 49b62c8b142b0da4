-- The lock makes workers that claim at once wait for each other, so that each gets the next ones; that nothing is claimed twice rests on the repeated condition.
UPDATE Outbox
   SET State = 'Sending', ClaimedBy = @worker, ClaimedAt = @now, DataBegun = 0, Attempts = Attempts + 1
OUTPUT inserted.Id
 WHERE State = 'Queued'
   AND NotBefore <= @now
   AND Id IN (SELECT TOP (@max) Id FROM Outbox WITH (UPDLOCK)
               WHERE State = 'Queued' AND NotBefore <= @now
               ORDER BY NotBefore, Id)
