using JcaCop.Post.Letters.Calls;

namespace JcaCop.Post.Letters.Meetings;

/// <summary>Reminds of the deadline for contributions: whoever announced one, or whoever takes part and may have one.</summary>
/// <param name="Number">Of the document that was announced; null where none was.</param>
/// <param name="Title">Of that document.</param>
public sealed record ContributionReminderLetter(ReminderStep Step, MeetingName Meeting, Deadline Deadline, string? Number = null, string? Title = null) : Letter("contribution-reminder")
{
    /// <summary>The bare day, for the subject.</summary>
    public DateOnly Day => Deadline.Day;
}
