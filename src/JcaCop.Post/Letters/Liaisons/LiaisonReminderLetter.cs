using JcaCop.Post.Letters.Calls;

namespace JcaCop.Post.Letters.Liaisons;

/// <summary>Reminds those to whom action on a liaison statement falls: a body that owes us a reply, or the one here who prepares ours.</summary>
/// <param name="From">Sending bodies, as one text.</param>
/// <param name="Date">Of the statement; null where it is not known.</param>
public sealed record LiaisonReminderLetter(ReminderStep Step, string Reference, string Title, string From, DateOnly? Date, Deadline Deadline) : Letter("liaison-reminder")
{
    /// <summary>The bare day, for the subject.</summary>
    public DateOnly Day => Deadline.Day;
}
