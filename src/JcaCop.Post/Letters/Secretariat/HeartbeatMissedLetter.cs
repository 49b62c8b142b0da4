namespace JcaCop.Post.Letters.Secretariat;

/// <summary>Tells operators that a part of the service is silent.</summary>
/// <param name="Part">Mailbox, worker or job.</param>
/// <param name="Minutes">In which it should report.</param>
/// <param name="Detail">What it said last; null for nothing.</param>
public sealed record HeartbeatMissedLetter(string Part, ZonedTime Last, int Minutes, string? Detail) : Letter("heartbeat-missed")
{
    public override bool EnglishBelow => false;
}
