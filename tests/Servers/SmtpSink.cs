using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace JcaCop.Tests.Servers;

/// <summary>Postfix's <c>smtp-sink</c> on a free port of loopback, with trouble on demand. A test that needs it is skipped where it is not installed.</summary>
internal sealed class SmtpSink : IDisposable
{
    private static readonly string? Program = new[] { "/usr/sbin/smtp-sink", "/usr/bin/smtp-sink" }.FirstOrDefault(File.Exists);

    /// <summary>Why there is no such server on this machine; null where there is one.</summary>
    public static string? Missing { get; } = Program is null ? "smtp-sink is not installed (Debian: postfix)" : null;

    private readonly Process process;

    private SmtpSink(Process process, int port, string? dump)
    {
        this.process = process;
        Port = port;
        Dump = dump;
    }

    public int Port { get; }

    /// <summary>Folder with one file a message; null where messages are not kept.</summary>
    public string? Dump { get; }

    /// <param name="trouble">Options of smtp-sink: <c>-r rcpt</c> refuses for now, <c>-f rcpt</c> for good, <c>-q .</c> hangs up after the content.</param>
    public static async Task<SmtpSink> StartAsync(string trouble = "", bool keep = false, int? port = null)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        port ??= Ports.Free();
        var folder = keep ? Directory.CreateTempSubdirectory("jcacop-sink-").FullName : null;
        // smtp-sink refuses to run as root, and the other user must be able to write.
        if (folder is not null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
        var arguments = $"{(Environment.IsPrivilegedProcess ? "-u nobody " : "")}{trouble} {(folder is null ? "" : $"-d {folder}/%M%S.")} 127.0.0.1:{port} 200";
        var process = Process.Start(new ProcessStartInfo(Program!, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var stop = TestContext.Current.CancellationToken;
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port.Value, stop);
                return new SmtpSink(process, port.Value, folder);
            }
            catch (SocketException)
            {
                if (process.HasExited) break;
                await Task.Delay(50, stop);
            }
        }
        throw new InvalidOperationException("smtp-sink does not start: " + await process.StandardError.ReadToEndAsync(stop));
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        if (Dump is not null) Directory.Delete(Dump, recursive: true);
    }
}
