namespace JcaCop.Post.Letters.Meetings;

/// <summary>How a registered person takes part, as far as the mail says it.</summary>
public enum RegisteredAttendance
{
    InPerson,
    Remote,
    /// <summary>The mail does not say; the letter asks.</summary>
    Open,
}

/// <param name="Replaces">Somebody registered before; null for nobody.</param>
public sealed record RegisteredPerson(string Name, string? Organization, RegisteredAttendance Attendance, string? Replaces = null)
{
    /// <summary>The post; null where it is not known.</summary>
    public string? Function { get; init; }

    /// <summary>Leads the delegation.</summary>
    public bool Heads { get; init; }

    /// <summary>Stands in for its head.</summary>
    public bool Deputizes { get; init; }
}

/// <summary>Confirms a registration. Goes with a calendar part.</summary>
public sealed record RegistrationReceiptLetter(MeetingFacts Facts, IReadOnlyList<RegisteredPerson> People) : MeetingLetter("registration-receipt", Facts)
{
    public bool AnyRemote => People.Any(person => person.Attendance == RegisteredAttendance.Remote);
}
