namespace JcaCop.Post.Letters.Meetings;

/// <summary>Calls for contributions to a meeting (Rec. ITU-T A.1, 3.1.8, by analogy: 12 calendar days before the opening).</summary>
public sealed record ContributionsCallLetter(MeetingFacts Facts, Deadline Deadline) : MeetingLetter("contributions-call", Facts)
{
    /// <summary>The bare day, for the subject.</summary>
    public DateOnly Day => Deadline.Day;
}
