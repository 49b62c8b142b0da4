-- Each step of each obligation once for each deadline: one that moves begins its steps anew. Whoever reminds writes the row in the transaction
-- of the letter. Sent = 0: its time went by without a letter.
CREATE TABLE ReminderStep (
    ObligationId INTEGER NOT NULL,
    Due TEXT NOT NULL,
    Step INTEGER NOT NULL,
    GroupKey TEXT NOT NULL,
    At TEXT NOT NULL,
    Sent INTEGER NOT NULL CONSTRAINT CK_ReminderStep_Sent CHECK (Sent IN (0, 1)),
    Recipient TEXT NULL,
    CONSTRAINT PK_ReminderStep PRIMARY KEY (ObligationId, Due, Step)
) WITHOUT ROWID;

INSERT INTO ReminderStep (ObligationId, Due, Step, GroupKey, At, Sent, Recipient)
SELECT r.ObligationId, COALESCE((SELECT f.DueAt FROM Filed f WHERE f.Entry = 'Obligation' AND f.Id = r.ObligationId), r.At), r.Step, r.GroupKey, r.At, r.Sent, r.Recipient
  FROM Reminder r;

DROP TABLE Reminder;
