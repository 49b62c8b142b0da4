using System.Text;

namespace JcaCop.Worker.Settings;

/// <summary>
/// Who this process is among the workers at one database. Machine and data directory do not tell two containers apart that have the same host name and path, so the data directory keeps
/// a number of its own. The process that holds its file goes by it: started again after a crash it is the same worker, and goes on with what it held. Whoever finds the file held (a verb beside
/// the service, two containers on one volume), or cannot have it, is a worker of its own until it ends; what it leaves behind runs out by itself.
/// </summary>
internal sealed class WorkerIdentity : IDisposable
{
    public const string FileName = "worker.id";

    private readonly FileStream? held;

    public WorkerIdentity(string machine, string dataDirectory)
    {
        held = Hold(dataDirectory, out var kept);
        Name = WorkerName.Of(machine, dataDirectory, kept ?? Guid.NewGuid());
    }

    /// <summary>Unique among the processes that run at one time.</summary>
    public string Name { get; }

    /// <param name="number">Null where the file cannot be had or holds none.</param>
    private static FileStream? Hold(string directory, out Guid? number)
    {
        number = null;
        var path = Path.Combine(directory, FileName);
        FileStream? file = null;
        try
        {
            Directory.CreateDirectory(directory);
            if (!File.Exists(path)) Write(path);
            // Reading is enough for the lock, and all that somebody may who runs the service after root has run a verb.
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            Span<byte> text = stackalloc byte[36];
            if (file.ReadAtLeast(text, text.Length, throwOnEndOfStream: false) == text.Length && Guid.TryParse(Encoding.ASCII.GetString(text), out var read)) number = read;
            return file;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            return null;
        }
    }

    /// <summary>Whole or not at all: two that start at once must not read half a number.</summary>
    private static void Write(string path)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllText(beside, Guid.NewGuid().ToString());
        try
        {
            File.Move(beside, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }

    public void Dispose() => held?.Dispose();
}
