using System.Diagnostics;

namespace JcaCop.Bench;

/// <summary>A temporary directory of one run, and the processes of it; both end with it.</summary>
internal sealed class Scratch : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("jcacop-bench-").FullName;

    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>This program again, as a process of its own.</summary>
    public static Process Self(params string[] arguments) => Start(Environment.ProcessPath!, [.. Own(), .. arguments]);

    public static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end, and takes what the process said; a process that fails ends the run.</summary>
    public static async Task<string> FinishAsync(Process process, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{process.StartInfo.FileName} took longer than {patience}");
        }
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode}: {await errors}{await output}");
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Under <c>dotnet</c> the program's own assembly is an argument.</summary>
    private static string[] Own() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Scratch).Assembly.Location] : [];
}
