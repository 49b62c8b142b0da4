using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using JcaCop.Tests.Servers;

namespace JcaCop.Worker.Tests.Servers;

/// <summary>A private IMAP server on loopback.</summary>
public sealed partial class DovecotServer : IAsyncDisposable
{
    public const string Password = PrivateDovecot.Password;

    private readonly PrivateDovecot dovecot = PrivateDovecot.Make();
    private int users;

    private DovecotServer() => (Port, PlainPort) = (Ports.Free(), Ports.Free());

    /// <summary>Why there is no such server on this machine; null where there is one.</summary>
    public static string? Missing { get; } = PrivateDovecot.Missing("imap", "dovecot-core dovecot-imapd");

    public string Root => dovecot.Root;
    public int Port { get; }
    public int PlainPort { get; }
    public string AuthorityFile => dovecot.AuthorityFile;

    /// <summary>Signs the tokens that XOAUTH2 and OAUTHBEARER accept.</summary>
    public BearerTokens Tokens => dovecot.Tokens;

    /// <param name="capability">What the server offers after login; null: all it can.</param>
    public static async Task<DovecotServer> StartAsync(string? capability = null, CancellationToken stop = default)
    {
        if (Missing is { } why) throw new InvalidOperationException(why);
        var server = new DovecotServer();
        try
        {
            await server.dovecot.StartAsync(Settings(server.Port, server.PlainPort, capability), server.PlainPort, "* OK", stop);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string NewUser() => $"user{Interlocked.Increment(ref users)}";

    public Maildir MaildirOf(string name) => new(Path.Combine(Root, "mail", name, "Maildir"), PrivateDovecot.Own);

    /// <summary>Ends the server processes that hold connections of this user, as a crash or a restart of the server would.</summary>
    /// <returns>How many there were.</returns>
    public int DropConnections(string name)
    {
        var dropped = 0;
        foreach (Match login in Logins().Matches(File.ReadAllText(dovecot.InfoLog)))
        {
            if (login.Groups[1].Value != name) continue;
            var id = int.Parse(login.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            try
            {
                using var process = Process.GetProcessById(id);
                if (process.ProcessName != "imap") continue;
                process.Kill();
                dropped++;
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                // Ended by itself since it was logged.
            }
        }
        return dropped;
    }

    public ValueTask DisposeAsync() => dovecot.DisposeAsync();

    private static string Settings(int port, int plainPort, string? capability) => $$"""
        protocols = imap
        {{(capability is null ? "" : "imap_capability = " + capability)}}
        service imap-login {
          chroot =
          inet_listener imap {
            port = {{plainPort}}
          }
          inet_listener imaps {
            port = {{port}}
            ssl = yes
          }
        }
        service imap-urlauth-login {
          chroot =
        }
        """;

    [GeneratedRegex(@"Login: user=<([^>]{1,80})>.{0,200}?mpid=([0-9]{1,9})")]
    private static partial Regex Logins();
}
