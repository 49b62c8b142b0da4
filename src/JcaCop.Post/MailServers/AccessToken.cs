using Microsoft.Identity.Client;

namespace JcaCop.Post.MailServers;

/// <summary>Comes by the access token of a mail server. Tokens of a directory are kept until shortly before they expire.</summary>
public sealed class AccessToken(TokenOptions options)
{
    private IConfidentialClientApplication? application;

    public async Task<string> GetAsync(CancellationToken stop)
    {
        if (!string.IsNullOrWhiteSpace(options.TokenFile)) return SecretFile.FirstLine("Token:TokenFile", options.TokenFile);
        application ??= ConfidentialClientApplicationBuilder.Create(options.ClientId)
            .WithTenantId(options.TenantId)
            .WithClientSecret(options.ClientSecret is { Length: > 0 } secret ? secret : SecretFile.FirstLine("Token:ClientSecretFile", options.ClientSecretFile!))
            .Build();
        try
        {
            var result = await application.AcquireTokenForClient([options.Scope]).ExecuteAsync(stop);
            return result.AccessToken;
        }
        catch (MsalServiceException error) when (!error.IsRetryable)
        {
            throw new MailServerException(MailServerStep.SignIn, $"The directory gives no token to client {options.ClientId}: {error.ErrorCode}. Check tenant, client, its secret and its permissions.", error);
        }
        catch (Exception error) when (error is MsalException or HttpRequestException)
        {
            throw new MailServerException(MailServerStep.Connection, $"The directory that gives the token cannot be reached: {error.Message}", error);
        }
    }
}
