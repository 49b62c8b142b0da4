namespace JcaCop.Post.Letters.Meetings;

public enum Attendance
{
    InPerson,
    Remote,
    /// <summary>Not told: a place in the room is kept, and nothing is claimed.</summary>
    Open,
}

/// <param name="Country">Null for an international body.</param>
public sealed record Participant(string Name, string? Function, string? Organization, CountryName? Country, Attendance Attendance)
{
    /// <summary>Leads the delegation.</summary>
    public bool Heads { get; init; }

    /// <summary>Stands in for its head.</summary>
    public bool Deputizes { get; init; }
}

/// <summary>Who takes part in a meeting. Where the list is long, the letter shows its beginning and the whole goes with it as a file.</summary>
public sealed record ParticipantsListLetter(MeetingName Meeting, IReadOnlyList<Participant> Participants) : Letter("participants-list")
{
    /// <summary>The title that the meeting was given; null for none.</summary>
    public LocalText? Given => Meeting.Title is { } title ? (LocalText)title : null;

    public int InPerson => Participants.Count(one => one.Attendance == Attendance.InPerson);

    public int Remote => Participants.Count(one => one.Attendance == Attendance.Remote);

    public int Open => Participants.Count(one => one.Attendance == Attendance.Open);

    public bool AnyOpen => Open > 0;
}
