namespace JcaCop.Post.MailServers;

/// <summary>How the service proves who it is.</summary>
public enum SignIn
{
    /// <summary>Not at all: a relay that knows this machine.</summary>
    None,
    /// <summary>The best of SCRAM-SHA-256, PLAIN and LOGIN that the server offers, and only that one.</summary>
    Password,
    /// <summary>Google's and Microsoft's older way to hand over a token.</summary>
    XOAuth2,
    /// <summary>RFC 7628.</summary>
    OAuthBearer,
}
