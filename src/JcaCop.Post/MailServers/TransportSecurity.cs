namespace JcaCop.Post.MailServers;

/// <summary>How a connection is protected.</summary>
public enum TransportSecurity
{
    /// <summary>The connection begins readable and must turn to TLS before anything else is said (RFC 3207). A server that does not offer it is refused.</summary>
    StartTls,
    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Implicit,
    /// <summary>No TLS; only to a server on this machine.</summary>
    None,
}
