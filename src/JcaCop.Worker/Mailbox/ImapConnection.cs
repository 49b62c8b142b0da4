using System.Net;
using System.Net.Sockets;
using JcaCop.Post.MailServers;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace JcaCop.Worker.Mailbox;

/// <summary>Opens a signed-in IMAP connection, step by step, so that a failure names its step and what to do about it.</summary>
public sealed class ImapConnection(MailboxOptions options)
{
    private readonly AccessToken token = new(options.Token);

    /// <summary>The caller disposes of the client.</summary>
    /// <exception cref="MailServerException">With the step that failed.</exception>
    public async Task<ImapClient> OpenAsync(CancellationToken stop)
    {
        var client = new ImapClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            await ConnectAsync(client, stop);
            await SignInAsync(client, stop);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task ConnectAsync(ImapClient client, CancellationToken stop)
    {
        if (options.RootCertificateFile is { Length: > 0 } file)
        {
            var trust = new ServerTrust(file);
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, chain, errors) => trust.Believes(certificate, chain, errors);
        }
        var (security, customary) = options.Tls switch
        {
            TransportSecurity.Implicit => (SecureSocketOptions.SslOnConnect, 993),
            TransportSecurity.StartTls => (SecureSocketOptions.StartTls, 143),
            _ => (SecureSocketOptions.None, 143),
        };
        var port = options.Port == 0 ? customary : options.Port;
        var server = $"{options.Host}:{port}";
        try
        {
            await client.ConnectAsync(options.Host!, port, security, stop);
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain)
        {
            throw new MailServerException(MailServerStep.Name, $"No address is known for {options.Host}. Check the name and the DNS of this machine.", error);
        }
        catch (SslHandshakeException error)
        {
            throw new MailServerException(MailServerStep.Certificate, $"TLS with {server} fails: its certificate is not trusted, has run out or names another server, or the port speaks no TLS at once (Tls: StartTls). For a private authority set RootCertificateFile.", error);
        }
        catch (NotSupportedException error)
        {
            throw new MailServerException(MailServerStep.Certificate, $"{server} offers no STARTTLS. Set Tls to Implicit with the port for it.", error);
        }
        catch (Exception error) when (error is SocketException or IOException or TimeoutException or ProtocolException or CommandException or System.Security.Authentication.AuthenticationException)
        {
            throw new MailServerException(MailServerStep.Connection, $"No IMAP connection to {server}: {error.Message}", error);
        }
    }

    private async Task SignInAsync(ImapClient client, CancellationToken stop)
    {
        var mechanism = await MechanismAsync(client, stop);
        try
        {
            // One mechanism, not user and password: MailKit would try every one that the server offers in turn, and a wrong
            // password sent four times locks accounts.
            await client.AuthenticateAsync(mechanism, stop);
        }
        catch (Exception error) when (error is AuthenticationException or SaslException)
        {
            throw new MailServerException(MailServerStep.SignIn, $"{options.Host} does not let {options.User} in ({mechanism.MechanismName}): {Said(error)}. Check user, {(options.SignIn == SignIn.Password ? "password" : "token")} and whether the server allows IMAP for this mailbox.", error);
        }
        catch (Exception error) when (IsOutside(error))
        {
            throw new MailServerException(MailServerStep.Connection, $"The connection to {options.Host} broke while signing in: {error.Message}", error);
        }
    }

    private async Task<SaslMechanism> MechanismAsync(ImapClient client, CancellationToken stop)
    {
        switch (options.SignIn)
        {
            case SignIn.XOAuth2: return new SaslMechanismOAuth2(options.User!, await token.GetAsync(stop));
            case SignIn.OAuthBearer: return new SaslMechanismOAuthBearer(options.User!, await token.GetAsync(stop));
        }
        var password = string.IsNullOrWhiteSpace(options.PasswordFile) ? options.Password ?? "" : SecretFile.FirstLine(nameof(options.PasswordFile), options.PasswordFile);
        var login = new NetworkCredential(options.User, password);
        var offered = client.AuthenticationMechanisms;
        if (offered.Contains("SCRAM-SHA-256")) return new SaslMechanismScramSha256(login);
        if (offered.Contains("PLAIN")) return new SaslMechanismPlain(login);
        if (offered.Contains("LOGIN")) return new SaslMechanismLogin(login);
        throw new MailServerException(MailServerStep.SignIn, $"{options.Host} takes no password; it offers {(offered.Count > 0 ? string.Join(", ", offered) : "no sign-in at all")}. Set SignIn to XOAuth2 or OAuthBearer.");
    }

    /// <summary>True for everything that the outside world can do to a conversation; the rest is a bug and must show as one.</summary>
    internal static bool IsOutside(Exception error) =>
        error is IOException or SocketException or TimeoutException or ProtocolException or CommandException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException or FolderNotOpenException;

    private static string Said(Exception error) => error.Message.TrimEnd('.', ' ');
}
