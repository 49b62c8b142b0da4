SELECT TOP (@max) Id, Entry, EntryId, ChangedAt, MessageId, AcceptedBy, FieldsJson, AfterJson
  FROM History
 WHERE GroupKey = @group AND ChangedAt > @since AND ChangedAt <= @until
 ORDER BY Id DESC
