using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace JcaCop.Worker.Tests.Servers;

/// <summary>
/// A private Dovecot on loopback. Everything it writes lies in one temporary directory; it ends with the fixture. Any user
/// name is let in with <see cref="Password"/>, so each test takes a user of its own.
/// </summary>
public sealed partial class DovecotServer : IAsyncDisposable
{
    public const string Password = "quiet-harbour-41";

    private readonly string user = Environment.UserName == "root" ? "nobody" : Environment.UserName;
    private Process? master;
    private int users;

    private DovecotServer(string root) => Root = root;

    /// <summary>Why there is no such server on this machine; null where there is one.</summary>
    public static string? Missing { get; } =
        !OperatingSystem.IsLinux() ? "Dovecot is run on Linux only"
        : Find("dovecot") is null ? "dovecot is not installed (Debian: dovecot-core dovecot-imapd)"
        : Environment.UserName == "root" && Find("setpriv") is null ? "setpriv, which lets root start Dovecot as an ordinary user, is not installed"
        : null;

    public string Root { get; }
    public int Port { get; private set; }
    public int PlainPort { get; private set; }
    public string AuthorityFile => Path.Combine(Root, "tls", "authority.pem");

    /// <summary>Signs the tokens that XOAUTH2 and OAUTHBEARER accept.</summary>
    public BearerTokens Tokens { get; } = new();

    /// <param name="capability">What the server offers after login; null: all it can.</param>
    public static async Task<DovecotServer> StartAsync(string? capability = null, CancellationToken stop = default)
    {
        if (Missing is { } why) throw new InvalidOperationException(why);
        // Short, because the path of a Unix socket may hold 107 bytes only.
        var root = Directory.CreateDirectory(Path.Combine("/tmp", "jcacop-imap-" + Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, 5)))).FullName;
        var server = new DovecotServer(root);
        try
        {
            await server.LaunchAsync(capability, stop);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string NewUser() => $"user{Interlocked.Increment(ref users)}";

    public Maildir MaildirOf(string name) => new(Path.Combine(Root, "mail", name, "Maildir"), Own);

    /// <summary>Ends the server processes that hold connections of this user, as a crash or a restart of the server would.</summary>
    /// <returns>How many there were.</returns>
    public int DropConnections(string name)
    {
        var dropped = 0;
        foreach (Match login in Logins().Matches(File.ReadAllText(Path.Combine(Root, "log", "info.log"))))
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

    public async ValueTask DisposeAsync()
    {
        if (master is { HasExited: false })
        {
            // The master ends its children on SIGTERM; killed outright it would leave them behind.
            using var kill = Process.Start("kill", ["-TERM", master.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await master.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                master.Kill(entireProcessTree: true);
            }
        }
        master?.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= EndWithUs;
        if (Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
    }

    private async Task LaunchAsync(string? capability, CancellationToken stop)
    {
        foreach (var folder in (string[])["run", "state", "log", "mail", "tls", "etc/keys/default/HS256"]) Directory.CreateDirectory(Path.Combine(Root, folder));
        TestAuthority.Write(Path.Combine(Root, "tls"));
        await File.WriteAllTextAsync(Path.Combine(Root, "etc", "keys", "default", "HS256", "default"), Tokens.KeyBase64, stop);
        await File.WriteAllTextAsync(Path.Combine(Root, "etc", "oauth2.conf"), $"""
            introspection_mode = local
            local_validation_key_dict = fs:posix:prefix={Root}/etc/keys/
            username_attribute = email
            username_format = %Lu
            issuers = {BearerTokens.Issuer}
            """ + "\n", stop);
        (Port, PlainPort) = FreePorts();
        await File.WriteAllTextAsync(Path.Combine(Root, "etc", "dovecot.conf"), DovecotSettings.Write(Root, user, GroupName(), Port, PlainPort, Password, capability), stop);
        Own(Root);
        var start = new ProcessStartInfo { RedirectStandardError = true, RedirectStandardOutput = true };
        if (Environment.UserName == "root")
        {
            start.FileName = Find("setpriv")!;
            foreach (var argument in (string[])["--reuid", user, "--regid", GroupName(), "--clear-groups", Find("dovecot")!]) start.ArgumentList.Add(argument);
        }
        else
        {
            start.FileName = Find("dovecot")!;
        }
        foreach (var argument in (string[])["-F", "-c", Path.Combine(Root, "etc", "dovecot.conf")]) start.ArgumentList.Add(argument);
        master = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += EndWithUs;
        await AnswersAsync(stop);
    }

    private async Task AnswersAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (master!.HasExited)
                throw new InvalidOperationException($"Dovecot ended at once: {await master.StandardError.ReadToEndAsync(stop)} {ErrorLog()}");
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, PlainPort, patience.Token);
                var greeting = new byte[4];
                await socket.GetStream().ReadExactlyAsync(greeting, patience.Token);
                if (greeting.AsSpan().SequenceEqual("* OK"u8)) return;
            }
            catch (Exception notYet) when (notYet is SocketException or IOException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private string ErrorLog() => File.Exists(Path.Combine(Root, "log", "dovecot.log")) ? File.ReadAllText(Path.Combine(Root, "log", "dovecot.log")) : "";

    /// <summary>Gives a path to the user that the server runs as.</summary>
    private void Own(string path)
    {
        if (Environment.UserName != "root") return;
        using var chown = Process.Start("chown", ["-R", $"{user}:{GroupName()}", path]);
        chown.WaitForExit();
    }

    private string GroupName()
    {
        using var id = Process.Start(new ProcessStartInfo("id", ["-gn", user]) { RedirectStandardOutput = true })!;
        return id.StandardOutput.ReadToEnd().Trim();
    }

    private void EndWithUs(object? sender, EventArgs e)
    {
        if (master is { HasExited: false }) Process.Start("kill", ["-TERM", master.Id.ToString(CultureInfo.InvariantCulture)])?.WaitForExit();
    }

    private static (int, int) FreePorts()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        other.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)other.LocalEndpoint).Port);
    }

    private static string? Find(string program) =>
        new[] { "/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin", "/bin", "/sbin" }
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    [GeneratedRegex(@"Login: user=<([^>]{1,80})>.{0,200}?mpid=([0-9]{1,9})")]
    private static partial Regex Logins();
}
