namespace JcaCop.Post.Letters.Calls;

/// <summary>How near a deadline is; sets the tone of a reminder.</summary>
public enum ReminderStep
{
    /// <summary>A week or more is left.</summary>
    Ahead,
    /// <summary>A few days are left.</summary>
    Near,
    LastDay,
}

/// <summary>Reminds an addressee of a circular who has not answered.</summary>
/// <param name="Rule">Null unless a consultation.</param>
public sealed record CallReminderLetter(CallPurpose Purpose, ReminderStep Step, LocalText Reference, LocalText Title, Deadline Deadline, CallRule? Rule = null)
    : Letter("call-reminder")
{
    /// <summary>Numbers of questions whose answers the addressee has promised, "3, 4"; null where nothing of an answer came yet.</summary>
    public string? Awaited { get; init; }

    /// <summary>The addressee commented on the proposal as it was before, and has said nothing on the adjusted one.</summary>
    public bool OnEarlierText { get; init; }

    /// <summary>The bare day, for the subject.</summary>
    public DateOnly Day => Deadline.Day;
}
