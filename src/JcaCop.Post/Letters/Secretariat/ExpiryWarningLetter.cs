namespace JcaCop.Post.Letters.Secretariat;

public enum ExpiringKind
{
    Certificate,
    Secret,
    /// <summary>Consent or refresh token of a sign-in by OAuth.</summary>
    Grant,
}

/// <param name="Name">What operators call it: a setting's key, a host. Never the secret.</param>
public sealed record Expiring(ExpiringKind Kind, string Name, DateOnly Expires, int DaysLeft)
{
    public ExpiryStanding Standing => DaysLeft < 0 ? ExpiryStanding.Over : ExpiryStanding.Soon;
}

/// <summary>Whether the day has passed.</summary>
public enum ExpiryStanding { Soon, Over }

/// <summary>Tells operators what expires soon.</summary>
/// <param name="Expiring">The soonest first; at least one.</param>
public sealed record ExpiryWarningLetter(IReadOnlyList<Expiring> Expiring) : Letter("expiry-warning")
{
    public override bool EnglishBelow => false;

    /// <summary>For the subject.</summary>
    public string First => Expiring[0].Name;

    /// <summary>Of the soonest.</summary>
    public ExpiryStanding Standing => Expiring[0].Standing;
}
