namespace JcaCop.Reading.Sorting;

/// <summary>What a phrase of the sorting lexicon speaks for. The names are the keys of <c>Lexicons/Sorting/*.json</c>.</summary>
public enum Sign
{
    /// <summary>Subjects of non-delivery notices.</summary>
    BounceSubject,
    DelaySubject,
    /// <summary>Subjects that only a machine writes, at the start of the subject.</summary>
    AutoSubject,
    /// <summary>Subjects of absences that a person may write too.</summary>
    AwaySubject,
    ReceiptSubject,
    ListSubject,
    TicketSubject,
    /// <summary>Text: a delivery failed.</summary>
    Failed,
    /// <summary>Text: a delivery is late, tries go on.</summary>
    Delayed,
    /// <summary>Reasons of a failure, from which a status is made where the notice gives no code.</summary>
    UnknownUser,
    MailboxFull,
    UnknownHost,
    Refused,
    TooLarge,
    Expired,
    Disabled,
    Loop,
    /// <summary>Text of absences: away, back on, cannot read mail, whom to ask in urgent cases.</summary>
    Away,
    Back,
    NoAccess,
    Urgent,
    /// <summary>The text calls itself automatic.</summary>
    Machine,
    /// <summary>"We have received your message."</summary>
    Received,
    Ticket,
    Challenge,
    List,
    WasRead,
    AdvanceFee,
    SalesPitch,
    Phishing,
    /// <summary>Prizes and honours for which the winner pays.</summary>
    Award,
    /// <summary>Words of those who answer a circular: they speak against a machine.</summary>
    Business,
}
