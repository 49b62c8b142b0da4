UPDATE Outbox
   SET State = 'Sending', ClaimedBy = @worker, ClaimedAt = @now, DataBegun = 0, Attempts = Attempts + 1
 WHERE State = 'Queued'
   AND NotBefore <= @now
   AND Id IN (SELECT Id FROM Outbox
               WHERE State = 'Queued' AND NotBefore <= @now
               ORDER BY NotBefore, Id
               LIMIT @max)
RETURNING Id
