namespace JcaCop.Reading;

/// <summary>What sort of mail this is. Only <see cref="Human"/> mail can carry items.</summary>
public enum MailKind
{
    Human,
    /// <summary>A delivery that failed (RFC 3464, <c>Action: failed</c>, or a server's own words).</summary>
    Bounce,
    /// <summary>A delivery still under way (RFC 3464, <c>Action: delayed</c>).</summary>
    Delayed,
    /// <summary>A machine's answer: absence, ticket opened, challenge (RFC 3834).</summary>
    AutoReply,
    /// <summary>A read or delivery receipt (RFC 8098).</summary>
    Receipt,
    /// <summary>An abuse report (RFC 5965).</summary>
    FeedbackReport,
    /// <summary>List software speaking: moderation, subscription, digest notices (RFC 2369, RFC 2919).</summary>
    ListNoise,
    Spam,
}
