namespace JcaCop.Post.Letters.Meetings;

/// <summary>Invitation to a meeting (Rec. ITU-T A.1, 2.2.5: a separate one at least four weeks ahead). Goes with a calendar part.</summary>
/// <param name="RegisterBy">Null where no last day is set.</param>
/// <param name="ContributionsBy">Null where no contributions are called for.</param>
public sealed record MeetingAnnouncementLetter(MeetingFacts Facts, Deadline? RegisterBy, Deadline? ContributionsBy, IReadOnlyList<AgendaLine> Agenda)
    : MeetingLetter("meeting-announcement", Facts)
{
    public bool RemotePossible { get; init; }

    /// <summary>What the chairman or the secretariat adds; null for nothing.</summary>
    public Prose? Text { get; init; }

    /// <summary>Address of the meeting's documents; null where there is none yet.</summary>
    public WebLink? Documents { get; init; }
}
