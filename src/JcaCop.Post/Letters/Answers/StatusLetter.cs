using JcaCop.Post.Letters.Activities;
namespace JcaCop.Post.Letters.Answers;

public enum OpenState
{
    Due,
    Overdue,
    Undated,
}

/// <param name="Due">Null where no day is set.</param>
public sealed record OpenMatter(LocalText What, OpenState State, DateOnly? Due);

/// <summary>How an answer to a circular stands.</summary>
public enum RecordedAnswer
{
    Taken,
    /// <summary>The secretariat has still to confirm it.</summary>
    Waiting,
    /// <summary>It came after the closing date.</summary>
    Late,
}

/// <param name="Call">Number of the circular.</param>
public sealed record AnsweredCall(LocalText Call, AnswerGiven Given, RecordedAnswer Standing);

public sealed record HeldSeat(string Name, string Represents, RoleName Role, string? Function, string? Email, string? Phone);

/// <param name="Name">Of the person.</param>
public sealed record RegisteredFor(string Name, MeetingName Meeting);

/// <param name="MailSubject">Null where it has none.</param>
/// <param name="On">Day on which it came.</param>
public sealed record UnreadMail(string? MailSubject, DateOnly On);

/// <summary>Answers <c>status</c>: what the register holds for a member, and what is open.</summary>
/// <param name="Member">Administration, sector member or body.</param>
/// <param name="Organizations">One line each.</param>
/// <param name="Activities">With their days, where they are known.</param>
public sealed record StatusLetter(
    LocalText Member, ZonedTime AsOf, IReadOnlyList<OpenMatter> Open, IReadOnlyList<HeldSeat> Seats, IReadOnlyList<string> Organizations, IReadOnlyList<ListedActivity> Activities) : Letter("status")
{
    /// <summary>Who is registered for meetings to come.</summary>
    public IReadOnlyList<RegisteredFor> Registrations { get; init; } = [];

    /// <summary>Contributions to meetings to come: one line each.</summary>
    public IReadOnlyList<string> Contributions { get; init; } = [];

    /// <summary>Answers to circulars, the newest first.</summary>
    public IReadOnlyList<AnsweredCall> Answers { get; init; } = [];

    /// <summary>Mails of the sender that came and could not be taken in: what is in them is not on record yet.</summary>
    public IReadOnlyList<UnreadMail> Unread { get; init; } = [];
}
