namespace JcaCop.Post.Letters.Meetings;

/// <summary>Tells secretariat and chairman, while there is time, that registered remote participants cannot be told how to connect.</summary>
/// <param name="Number">Of the meeting, as verbs name it.</param>
/// <param name="Due">The last working day on which the connection details can leave in time.</param>
public sealed record LinkMissingLetter(MeetingName Meeting, string Number, DateOnly Due) : Letter("link-missing")
{
    public override bool EnglishBelow => false;
}
