using JcaCop.Register.Entries;

namespace JcaCop.Register.Calendar;

/// <summary>One step of a plan.</summary>
/// <param name="DaysBefore">Calendar days before the day of the deadline, in the group's zone; negative: after it, and then it goes to the secretariat.</param>
public sealed record ReminderStep(int DaysBefore)
{
    public bool Escalates => DaysBefore < 0;
}

/// <summary>Which reminders an obligation brings, and how close they may come.</summary>
/// <param name="Steps">The earliest first.</param>
/// <param name="Gap">Between two letters about one obligation, the one that opened it included. The reminder of the last day keeps half of it.</param>
public sealed record ReminderPlan(IReadOnlyList<ReminderStep> Steps, TimeSpan Gap)
{
    /// <summary>14, 7 and 2 days before, on the day, and 3 days after to the secretariat (DESIGN, 7).</summary>
    public static ReminderPlan Usual { get; } = Of([14, 7, 2, 0, -3], TimeSpan.FromHours(40));

    /// <param name="daysBefore">Negative for days after the deadline.</param>
    public static ReminderPlan Of(IEnumerable<int> daysBefore, TimeSpan gap) => new([.. daysBefore.Distinct().OrderDescending().Select(days => new ReminderStep(days))], gap);
}

/// <summary>What the calendar knows of one obligation beside the obligation itself.</summary>
/// <param name="Done">Days of the steps that were sent or passed over.</param>
/// <param name="LastSent">The last letter about it, UTC; null where there was none.</param>
/// <param name="Zone">Of the addressee.</param>
/// <param name="Hours">Of the addressee, where the week has another end there; null where it has the group's.</param>
public sealed record ReminderState(ObligationEntry Obligation, IReadOnlyCollection<int> Done, DateTimeOffset? LastSent, TimeZoneInfo Zone, SendingHours? Hours = null)
{
    /// <param name="hours">Those of the group.</param>
    public SendingHours HoursOr(SendingHours hours) => Hours ?? hours;
}

/// <summary>What is to be done about one obligation now.</summary>
/// <param name="Send">The step whose letter leaves; null where none does.</param>
/// <param name="Passed">Steps whose time went by: one late reminder, never a burst.</param>
/// <param name="Next">When to look again, UTC; null where nothing is left to do.</param>
public sealed record ReminderVerdict(ReminderStep? Send, IReadOnlyList<ReminderStep> Passed, DateTimeOffset? Next);
