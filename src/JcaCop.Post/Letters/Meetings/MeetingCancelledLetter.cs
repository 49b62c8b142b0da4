namespace JcaCop.Post.Letters.Meetings;

/// <summary>Tells invited and registered people that a meeting does not take place. Goes with a calendar part.</summary>
/// <param name="Reason">Null where none is given.</param>
/// <param name="NewTime">Null where no new date is set.</param>
public sealed record MeetingCancelledLetter(MeetingName Meeting, LocalText? Reason, ZonedSpan? NewTime) : Letter("meeting-cancelled");
