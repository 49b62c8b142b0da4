using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Post.MailServers;
using JcaCop.Post.Sending;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Watching;

/// <summary>All days on which something of the service expires, as far as they can be known.</summary>
/// <remarks>The certificate of a server is seen where TLS begins with the first byte (RFC 8314); of one that is reached with STARTTLS only the private authority is looked at.</remarks>
internal sealed class Expiries(GroupList groups, IOptions<SendingOptions> sending, IOptions<WatchOptions> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="today">In the zone of the operators.</param>
    /// <returns>Each once, whatever its distance.</returns>
    public async Task<IReadOnlyList<Expiring>> AllAsync(DateOnly today, CancellationToken stop)
    {
        var found = new List<Expiring>();
        foreach (var (what, day) in options.Value.Expires) Add(ExpiringKind.Secret, what, WatchOptions.Day(day));
        foreach (var box in groups.Mailboxes.Where(box => box.Kind == MailboxKind.Imap))
        {
            if (box.Tls == TransportSecurity.Implicit && box.Host is { } host) Add(ExpiringKind.Certificate, $"{host}:{box.PortOfServer()}", await OfServerAsync(host, box.PortOfServer(), stop));
            AddFile(box.RootCertificateFile);
        }
        if (sending.Value is { Kind: TransportKind.Smtp, Host: { } smtp } post)
        {
            if (post.Security == TransportSecurity.Implicit) Add(ExpiringKind.Certificate, $"{smtp}:{post.PortOfServer()}", await OfServerAsync(smtp, post.PortOfServer(), stop));
            AddFile(post.RootCertificateFile);
        }
        return [.. found.DistinctBy(one => one.Name)];

        void Add(ExpiringKind kind, string name, DateOnly? day)
        {
            if (day is { } known) found.Add(new Expiring(kind, name, known, known.DayNumber - today.DayNumber));
        }

        void AddFile(string? file)
        {
            if (file is not null) Add(ExpiringKind.Certificate, file, OfFile(file));
        }
    }

    /// <returns>The first day of its certificates on which one ends; null where the file cannot be read: <c>doctor</c> and the connection itself say so.</returns>
    private static DateOnly? OfFile(string file)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            return certificates.Count == 0 ? null : certificates.Min(certificate => DateOnly.FromDateTime(certificate.NotAfter.ToUniversalTime()));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }

    /// <returns>Null where the server cannot be reached: that is noticed by the mailbox's own silence.</returns>
    private static async Task<DateOnly?> OfServerAsync(string host, int port, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        DateOnly? end = null;
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token);
            // Also a certificate that is not believed has a last day; the connection then ends.
            await using var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, errors) =>
            {
                if (certificate is not null) end = DateOnly.FromDateTime(X509CertificateLoader.LoadCertificate(certificate.GetRawCertData()).NotAfter.ToUniversalTime());
                return errors == SslPolicyErrors.None;
            });
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, limit.Token);
        }
        catch (Exception error) when (error is SocketException or IOException or AuthenticationException || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return end;
        }
        return end;
    }
}
