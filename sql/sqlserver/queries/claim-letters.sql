UPDATE TOP (@max) Outbox
   SET State = 'Sending', ClaimedBy = @worker, ClaimedAt = @now, DataBegun = 0, Attempts = Attempts + 1
OUTPUT inserted.Id
 WHERE State = 'Queued'
   AND NotBefore <= @now
