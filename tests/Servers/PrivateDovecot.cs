using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JcaCop.Tests.Servers;

/// <summary>
/// The process of a private Dovecot on loopback. Everything it writes lies in one temporary directory, and it ends with
/// whoever started it. Any user name is let in with <see cref="Password"/>, so each test takes a user of its own.
/// </summary>
internal sealed class PrivateDovecot : IAsyncDisposable
{
    public const string Password = "quiet-harbour-41";

    private static readonly string User = Environment.UserName == "root" ? "nobody" : Environment.UserName;
    private Process? master;

    private PrivateDovecot(string root) => Root = root;

    public string Root { get; }

    public string AuthorityFile => Path.Combine(Root, "tls", "authority.pem");

    public string InfoLog => Path.Combine(Root, "log", "info.log");

    /// <summary>Signs the tokens that XOAUTH2 and OAUTHBEARER accept.</summary>
    public BearerTokens Tokens { get; } = new();

    /// <param name="service">A program of Dovecot's that the protocol needs.</param>
    /// <param name="packages">Debian's packages with it.</param>
    /// <returns>Why there can be no such server on this machine; null where there can.</returns>
    public static string? Missing(string service, string packages) =>
        !OperatingSystem.IsLinux() ? "Dovecot is run on Linux only"
        : Find("dovecot") is null || !HasService(service) ? $"Dovecot's {service} is not installed (Debian: {packages})"
        : !Version().StartsWith("2.3.", StringComparison.Ordinal) ? $"Dovecot {Version()} is installed; the settings of the tests are for 2.3"
        : Environment.UserName == "root" && Find("setpriv") is null ? "setpriv, which lets root start Dovecot as an ordinary user, is not installed"
        : null;

    /// <summary>The directory with certificates and keys; the server does not run yet.</summary>
    public static PrivateDovecot Make()
    {
        // Short, because the path of a Unix socket may hold 107 bytes only.
        var root = Directory.CreateDirectory(Path.Combine("/tmp", "jcacop-mail-" + Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, 5)))).FullName;
        foreach (var folder in (string[])["run", "state", "log", "mail", "tls", "etc/keys/default/HS256"]) Directory.CreateDirectory(Path.Combine(root, folder));
        var server = new PrivateDovecot(root);
        TestAuthority.Write(Path.Combine(root, "tls"));
        File.WriteAllText(Path.Combine(root, "etc", "keys", "default", "HS256", "default"), server.Tokens.KeyBase64);
        File.WriteAllText(Path.Combine(root, "etc", "oauth2.conf"), $"""
            introspection_mode = local
            local_validation_key_dict = fs:posix:prefix={root}/etc/keys/
            username_attribute = email
            username_format = %Lu
            issuers = {BearerTokens.Issuer}
            """ + "\n");
        return server;
    }

    /// <param name="protocol">Settings of the protocol, in Dovecot's own form.</param>
    /// <param name="port">Where the server is to greet without TLS.</param>
    /// <param name="greeting">How it begins to do so.</param>
    public async Task StartAsync(string protocol, int port, string greeting, CancellationToken stop)
    {
        var settings = Path.Combine(Root, "etc", "dovecot.conf");
        await File.WriteAllTextAsync(settings, DovecotSettings.Write(Root, User, Group(), Password) + protocol + "\n", stop);
        Own(Root);
        string[] command = [Find("dovecot")!, "-F", "-c", settings];
        if (Environment.UserName == "root") command = [Find("setpriv")!, "--reuid", User, "--regid", Group(), "--clear-groups", .. command];
        master = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        AppDomain.CurrentDomain.ProcessExit += EndWithUs;
        await GreetsAsync(port, greeting, stop);
    }

    /// <summary>Gives a path to the user that the server runs as.</summary>
    public static void Own(string path)
    {
        if (Environment.UserName != "root") return;
        using var chown = Process.Start("chown", ["-R", $"{User}:{Group()}", path]);
        chown.WaitForExit();
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
        await DeleteAsync();
    }

    /// <summary>A child of the master may still be writing the last of an index into a folder that is just being emptied.</summary>
    private async Task DeleteAsync()
    {
        for (var attempt = 1; Directory.Exists(Root); attempt++)
        {
            try
            {
                Directory.Delete(Root, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 30)
            {
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }

    private async Task GreetsAsync(int port, string greeting, CancellationToken stop)
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
                await socket.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                var said = new byte[greeting.Length];
                await socket.GetStream().ReadExactlyAsync(said, patience.Token);
                if (Encoding.ASCII.GetString(said) == greeting) return;
            }
            catch (Exception notYet) when (notYet is SocketException or IOException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private string ErrorLog() => File.Exists(Path.Combine(Root, "log", "dovecot.log")) ? File.ReadAllText(Path.Combine(Root, "log", "dovecot.log")) : "";

    private void EndWithUs(object? sender, EventArgs e)
    {
        if (master is { HasExited: false }) Process.Start("kill", ["-TERM", master.Id.ToString(CultureInfo.InvariantCulture)])?.WaitForExit();
    }

    private static string Group() => Answer("id", "-gn", User);

    private static string Version() => Answer(Find("dovecot")!, "--version");

    private static string Answer(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Trim();
    }

    private static bool HasService(string name) =>
        new[] { "/usr/lib/dovecot", "/usr/libexec/dovecot", "/usr/local/libexec/dovecot" }.Any(folder => File.Exists(Path.Combine(folder, name)));

    private static string? Find(string program) =>
        new[] { "/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin", "/bin", "/sbin" }
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
