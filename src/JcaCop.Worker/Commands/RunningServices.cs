using System.CommandLine;

namespace JcaCop.Worker.Commands;

/// <summary>The services of a simulation under way, for the verbs of its story.</summary>
/// <param name="folder">To which the paths of the story's lines are relative.</param>
internal sealed class RunningServices(IServiceProvider provider, string folder) : IServiceSource
{
    public string Folder { get; } = folder;

    public string Who => Operator.Name;

    public long? MessageId => null;

    public string? GroupKey => null;

    public Task<int> WithAsync(ParseResult line, RegisterNeed need, Func<IServiceProvider, Task<int>> work, CancellationToken stop) => work(provider);
}
