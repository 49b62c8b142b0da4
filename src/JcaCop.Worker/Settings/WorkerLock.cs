using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Settings;

/// <summary>
/// Keeps a second <c>jcacop run</c> off a data directory. Mails and letters in hand are told by the worker's name, which comes
/// from the directory: a second worker of the same name would take the first one's letters for its own, and send them again.
/// </summary>
internal static class WorkerLock
{
    public const string FileName = "jcacop.lock";

    /// <returns>Held until it is disposed of; the system frees it when the process ends, however it ends.</returns>
    /// <exception cref="Refusal">Another process holds it.</exception>
    public static IDisposable Take(DataDirectory data)
    {
        Directory.CreateDirectory(data.Path);
        var file = Path.Combine(data.Path, FileName);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (File.Exists(file))
        {
            throw new Refusal(ExitCode.OutsideWorld, $"Another 'jcacop run' works with {data.Path}; two would answer twice. Stop it, or name another directory with --data.", held);
        }
    }
}
