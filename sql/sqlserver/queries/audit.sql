SELECT TOP (@max) At, Who, Verb, Subject, Detail
  FROM Audit
 ORDER BY Id DESC
