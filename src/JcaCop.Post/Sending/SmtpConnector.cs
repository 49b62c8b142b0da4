using System.Net.Sockets;
using JcaCop.Post.MailServers;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace JcaCop.Post.Sending;

/// <summary>Opens a signed-in SMTP connection, step by step, so that a failure names its step and what to do about it.</summary>
public sealed class SmtpConnector(SendingOptions options)
{
    private readonly Credentials credentials = new(options.SignIn, options.User, options.Password, options.PasswordFile, options.Token);

    /// <summary>The caller disposes of the client.</summary>
    /// <exception cref="MailServerException">With the step that failed.</exception>
    public async Task<SmtpClient> OpenAsync(CancellationToken stop)
    {
        var client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(options.Timeout);
            await ConnectAsync(client, patience.Token, stop).ConfigureAwait(false);
            await SignInAsync(client, patience.Token, stop).ConfigureAwait(false);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken patience, CancellationToken stop)
    {
        if (options.LocalName is { Length: > 0 } name) client.LocalDomain = name;
        if (options.RootCertificateFile is { Length: > 0 } file)
        {
            var trust = new ServerTrust(file);
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, chain, errors) => trust.Believes(certificate, chain, errors);
        }
        var security = options.Security switch
        {
            TransportSecurity.Implicit => SecureSocketOptions.SslOnConnect,
            TransportSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        var port = options.PortOfServer();
        var server = $"{options.Host}:{port}";
        try
        {
            var socket = await DialAsync(options.Host!, port, patience).ConfigureAwait(false);
            await client.ConnectAsync(socket, options.Host!, port, security, patience).ConfigureAwait(false);
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain)
        {
            throw new MailServerException(MailServerStep.Name, $"No address is known for {options.Host}. Check the name and the DNS of this machine.", error);
        }
        catch (SslHandshakeException error)
        {
            throw new MailServerException(MailServerStep.Certificate, $"TLS with {server} fails: its certificate is not trusted, has run out or names another server, or the port speaks no TLS at once (Security: StartTls). For a private authority set RootCertificateFile.", error);
        }
        catch (NotSupportedException error)
        {
            throw new MailServerException(MailServerStep.Certificate, $"{server} offers no STARTTLS. Set Security to Implicit with the port for it.", error);
        }
        catch (Exception error) when (IsOutside(error, stop))
        {
            throw new MailServerException(MailServerStep.Connection, $"No SMTP connection to {server}: {error.Message}", error);
        }
    }

    /// <summary>
    /// A letter is written in several pieces and answered only when whole: with Nagle's algorithm each letter waits some 40 ms for
    /// the other side's delayed acknowledgement. MailKit leaves it on, so the socket is made here.
    /// </summary>
    private static async Task<Socket> DialAsync(string host, int port, CancellationToken patience)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, patience).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task SignInAsync(SmtpClient client, CancellationToken patience, CancellationToken stop)
    {
        if (options.SignIn == SignIn.None) return;
        var mechanism = await credentials.ChooseAsync(client, options.Host!, patience).ConfigureAwait(false);
        try
        {
            await client.AuthenticateAsync(mechanism, patience).ConfigureAwait(false);
        }
        catch (Exception error) when (error is AuthenticationException or SaslException)
        {
            throw credentials.Refused(options.Host!, mechanism, "SMTP", error);
        }
        catch (Exception error) when (IsOutside(error, stop))
        {
            throw new MailServerException(MailServerStep.Connection, $"The connection to {options.Host} broke while signing in: {error.Message}", error);
        }
    }

    /// <summary>True for everything that the outside world can do to a conversation, a server that stays silent included; the rest is a bug and must show as one.</summary>
    internal static bool IsOutside(Exception error, CancellationToken stop) =>
        error is IOException or SocketException or TimeoutException or ProtocolException or CommandException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException or System.Security.Authentication.AuthenticationException
        || (error is OperationCanceledException && !stop.IsCancellationRequested);
}
