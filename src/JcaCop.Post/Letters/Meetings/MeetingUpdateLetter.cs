namespace JcaCop.Post.Letters.Meetings;

/// <summary>What of a meeting can change.</summary>
public enum MeetingField
{
    Title,
    Time,
    Place,
    RemoteAccess,
    Agenda,
    Documents,
    /// <summary>Closing date for contributions.</summary>
    Deadline,
}

/// <param name="Before">Null where there was nothing.</param>
public sealed record MeetingChange(MeetingField Field, Shown? Before, Shown Now);

/// <summary>Tells invited and registered people what has changed. Goes with a calendar part.</summary>
/// <param name="Registered">Whether the reader is registered: who is only invited has no registration that could remain valid.</param>
public sealed record MeetingUpdateLetter(MeetingFacts Facts, IReadOnlyList<MeetingChange> Changes, Prose? Text = null, bool Registered = true) : MeetingLetter("meeting-update", Facts);
