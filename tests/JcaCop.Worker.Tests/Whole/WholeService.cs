using JcaCop.Post.Letters;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Tests.Whole;

/// <summary>A service on a data directory that can be copied, ended before any of its statements, and started again.</summary>
internal sealed class WholeService : IAsyncDisposable
{
    /// <summary>Templates are read once for all services.</summary>
    private static readonly LetterWriter Writer = new(new LetterOptions());

    private int statements;

    /// <param name="data">Null: a new one.</param>
    /// <param name="dieBefore">The statement before which the worker dies, counted from here; null: it lives.</param>
    public WholeService(string? data, DateTimeOffset now, int? dieBefore = null, IReadOnlyDictionary<string, string?>? over = null)
    {
        Rig = new TalkRig(data: data, over: over ?? AllMails.Settings, change: (services, folder) =>
        {
            services.AddSingleton(Writer);
            services.AddSingleton<Database>(_ => new SqliteDatabase(Path.Combine(folder, "register.db"))
            {
                Synced = false,
                BeforeStatement = () =>
                {
                    // The dead do nothing more.
                    if (Interlocked.Increment(ref statements) >= dieBefore) throw new WorkerDiedException();
                },
            });
        });
        Rig.Clock.SetUtcNow(now);
    }

    public TalkRig Rig { get; }

    /// <summary>Run since the service was made.</summary>
    public int Statements => statements;

    /// <summary>Ends the service.</summary>
    /// <returns>Its data directory, which is the caller's now.</returns>
    public Task<string> EndAsync() => Rig.KeepAsync();

    public ValueTask DisposeAsync() => Rig.DisposeAsync();

    public static string Copy(string data)
    {
        var copy = Directory.CreateTempSubdirectory("jcacop-whole-").FullName;
        foreach (var folder in Directory.EnumerateDirectories(data, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(copy, Path.GetRelativePath(data, folder)));
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(copy, Path.GetRelativePath(data, file)));
        return copy;
    }

    private sealed class WorkerDiedException : Exception;
}
