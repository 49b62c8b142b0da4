using JcaCop.Register.Calendar;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>How a group holds its meetings, as its settings say.</summary>
/// <param name="Series">Pattern of document numbers; <c>{meeting}</c> stands for the meeting's number: <c>WG-CP-{meeting}/{number:00}</c>.</param>
/// <param name="Limits">Of meetings that are opened without limits of their own.</param>
/// <param name="ContributionsCall">Calendar days before the deadline for contributions on which they are called for.</param>
/// <param name="Report">Calendar days after a meeting until its report is due. No Recommendation gives a number.</param>
/// <param name="Approval">Calendar days that the chairman has to approve a draft.</param>
public sealed record MeetingRules(string Series, MeetingLimits Limits, int ContributionsCall, int Report, int Approval)
{
    public static readonly MeetingRules Customary = new("DOC{number:000}", MeetingLimits.Customary, 14, 14, 7);

    /// <summary>Calendar days before the deadline for contributions on which registered participants are reminded of it, once; 0: never.</summary>
    public int ContributionReminder { get; init; } = 3;

    /// <summary>Days on which letters about meetings leave: those of the office, with the holidays that the settings add.</summary>
    public WorkingDays Days { get; init; } = WorkingDays.Geneva;

    /// <summary>Who gets the invitation, and word of a change or of the cancellation.</summary>
    public IReadOnlyList<MeetingRole> Invited { get; init; } = [MeetingRole.Members, MeetingRole.Seats, MeetingRole.List];

    /// <summary>Who is called for contributions.</summary>
    public IReadOnlyList<MeetingRole> Contributors { get; init; } = [MeetingRole.Members, MeetingRole.Seats, MeetingRole.List];

    /// <summary>Who hears that the documents are there.</summary>
    public IReadOnlyList<MeetingRole> Readers { get; init; } = [MeetingRole.Participants, MeetingRole.Seats, MeetingRole.List];

    /// <summary>Who gets the report.</summary>
    public IReadOnlyList<MeetingRole> Reported { get; init; } =
        [MeetingRole.Parent, MeetingRole.List, MeetingRole.Participants, MeetingRole.AbsentSeats, MeetingRole.Copies];
}

/// <summary>To whom a letter about a meeting goes.</summary>
public enum MeetingRole
{
    /// <summary>Every active member.</summary>
    Members,
    /// <summary>Whoever holds a seat.</summary>
    Seats,
    /// <summary>The group's mailing list.</summary>
    List,
    /// <summary>The parent group.</summary>
    Parent,
    /// <summary>Whoever is registered.</summary>
    Participants,
    /// <summary>Seats whose holders are not registered.</summary>
    AbsentSeats,
    /// <summary>Those named in the group's setting <c>Copies</c>.</summary>
    Copies,
    Chairman,
    Secretariat,
}
