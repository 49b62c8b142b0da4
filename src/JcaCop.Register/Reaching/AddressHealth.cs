namespace JcaCop.Register.Reaching;

/// <summary>How far mail to an address can be trusted to arrive.</summary>
public enum HealthState
{
    Fine,
    /// <summary>Letters came back so often that a probe is due.</summary>
    Suspect,
    /// <summary>A probe is under way; if it comes back too, the address is given up.</summary>
    Probed,
    Unreachable,
}

/// <summary>How mail to one address fares. Points grow with each day on which a letter came back and fall by half in a fortnight.</summary>
/// <param name="Score">At <paramref name="ScoredAt"/>.</param>
/// <param name="ScoredAt">When the score last rose, UTC.</param>
/// <param name="Reason">What the server said last, for people.</param>
/// <param name="ProbeId">Message-ID of the last probe; null where none was sent.</param>
public sealed record AddressHealth(double Score, DateTimeOffset ScoredAt, string Reason, HealthState State, DateTimeOffset? ProbedAt = null, string? ProbeId = null)
{
    /// <summary>A failure that is said to be permanent (RFC 3463, class 5). One bad evening of a mail server gives one such day, and no more.</summary>
    public const double Hard = 2;

    /// <summary>A failure that may pass: mailbox full, server away.</summary>
    public const double Soft = 0.5;

    /// <summary>From here on a probe is due.</summary>
    public const double Doubt = 2;

    /// <summary>An address that was given up is not probed again for a mail that comes from it while it has so many points: after two such attempts in short time, a week or so.</summary>
    public const double Lost = 5;

    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(14);

    public static AddressHealth Fine { get; } = new(0, DateTimeOffset.MinValue, "", HealthState.Fine);

    /// <summary>The score as it has fallen by now.</summary>
    public double ScoreAt(DateTimeOffset now) => now <= ScoredAt ? Score : Score * Math.Pow(0.5, (now - ScoredAt) / HalfLife);

    /// <summary>A letter came back. On one day (UTC) only the worst failure counts: a hundred letters to one address are one failure, not a hundred.</summary>
    public AddressHealth Fail(bool permanent, string reason, DateTimeOffset now)
    {
        var points = permanent ? Hard : Soft;
        var today = ScoredAt.UtcDateTime.Date == now.UtcDateTime.Date;
        var score = today ? Math.Max(Score, points) : ScoreAt(now) + points;
        return this with
        {
            Score = score, ScoredAt = today && score <= Score ? ScoredAt : now, Reason = reason,
            State = State is HealthState.Fine && score >= Doubt ? HealthState.Suspect : State,
        };
    }
}
