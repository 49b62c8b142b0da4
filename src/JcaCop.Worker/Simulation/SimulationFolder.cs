using JcaCop.Worker.Settings;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Simulation;

/// <summary>The folder that a simulation writes its result into.</summary>
internal sealed class SimulationFolder
{
    public const string TimelineFile = "timeline.txt";

    /// <summary>What a simulation makes, and nothing else is ever removed.</summary>
    private static readonly string[] Own = [TimelineFile, "register", "sent", "held", "mail", "register.db", "register.db-wal", "register.db-shm", "templates", "documents", "pages", WorkerIdentity.FileName];

    private SimulationFolder(string path) => Path = path;

    public string Path { get; }

    public string Timeline => In(TimelineFile);

    public string Register => In("register");

    public string Sent => In("sent");

    public string Held => In("held");

    public string Pages => In("pages");

    public string Mailbox(string group) => In("mail", group);

    /// <summary>Makes the folder, or empties it of an earlier result.</summary>
    /// <exception cref="Refusal">It holds something else.</exception>
    public static SimulationFolder Prepare(string path)
    {
        var folder = new SimulationFolder(System.IO.Path.GetFullPath(path));
        if (Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
        {
            if (!File.Exists(folder.Timeline))
                throw new Refusal(ExitCode.Usage, $"{folder.Path} is not empty and holds no earlier result ({TimelineFile}). Name another folder with --out.");
            foreach (var name in Own) folder.Remove(name);
        }
        Directory.CreateDirectory(folder.Path);
        return folder;
    }

    private string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    private void Remove(string name)
    {
        var path = In(name);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        else File.Delete(path);
    }
}
