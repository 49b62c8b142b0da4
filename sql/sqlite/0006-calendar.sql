-- Each step of each obligation once: whoever reminds writes its row in the transaction of the letter. Sent = 0: its time went by without a letter.
CREATE TABLE Reminder (
    ObligationId INTEGER NOT NULL,
    Step INTEGER NOT NULL,
    GroupKey TEXT NOT NULL,
    At TEXT NOT NULL,
    Sent INTEGER NOT NULL CONSTRAINT CK_Reminder_Sent CHECK (Sent IN (0, 1)),
    Recipient TEXT NULL,
    CONSTRAINT PK_Reminder PRIMARY KEY (ObligationId, Step)
) WITHOUT ROWID;
