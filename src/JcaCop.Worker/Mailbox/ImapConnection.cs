using System.Net.Sockets;
using JcaCop.Post.MailServers;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace JcaCop.Worker.Mailbox;

/// <summary>Opens a signed-in IMAP connection, step by step, so that a failure names its step and what to do about it.</summary>
public sealed class ImapConnection(MailboxOptions options)
{
    private readonly Credentials credentials = new(options.SignIn, options.User, options.Password, options.PasswordFile, options.Token);

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
        var security = options.Tls switch
        {
            TransportSecurity.Implicit => SecureSocketOptions.SslOnConnect,
            TransportSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        var port = options.PortOfServer();
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
            throw new MailServerException(MailServerStep.Certificate,
                $"TLS with {server} fails: its certificate is not trusted, has run out or names another server, or the port speaks no TLS at once (Tls: StartTls). For a private authority set RootCertificateFile.", error);
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
        var mechanism = await credentials.ChooseAsync(client, options.Host!, stop);
        try
        {
            await client.AuthenticateAsync(mechanism, stop);
        }
        catch (Exception error) when (error is AuthenticationException or SaslException)
        {
            throw credentials.Refused(options.Host!, mechanism, "IMAP", error);
        }
        catch (Exception error) when (IsOutside(error))
        {
            throw new MailServerException(MailServerStep.Connection, $"The connection to {options.Host} broke while signing in: {error.Message}", error);
        }
    }

    /// <summary>True for everything that the outside world can do to a conversation; the rest is a bug and must show as one.</summary>
    internal static bool IsOutside(Exception error) =>
        error is IOException or SocketException or TimeoutException or ProtocolException or CommandException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException or FolderNotOpenException;
}
