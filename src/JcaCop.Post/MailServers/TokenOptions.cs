namespace JcaCop.Post.MailServers;

/// <summary>How an OAuth 2 access token is come by: from a file that another program renews, or by client credentials (RFC 6749, 4.4).</summary>
public sealed class TokenOptions
{
    /// <summary>First line is the token; read anew for every sign-in. Where set, nothing else here counts.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Directory (tenant) of Microsoft Entra: its id or domain.</summary>
    public string? TenantId { get; set; }

    /// <summary>The application's id.</summary>
    public string? ClientId { get; set; }

    /// <summary>First line of this file is the application's secret.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>For the environment only.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What the token must open. The default is Exchange Online's mail protocols.</summary>
    public string Scope { get; set; } = "https://outlook.office365.com/.default";

    /// <summary>Names of the settings that are still wanting; empty where a token can be had.</summary>
    public IEnumerable<string> Missing()
    {
        if (!string.IsNullOrWhiteSpace(TokenFile)) yield break;
        if (string.IsNullOrWhiteSpace(TenantId)) yield return nameof(TenantId);
        if (string.IsNullOrWhiteSpace(ClientId)) yield return nameof(ClientId);
        if (string.IsNullOrWhiteSpace(ClientSecretFile) && string.IsNullOrEmpty(ClientSecret)) yield return nameof(ClientSecretFile);
    }
}
