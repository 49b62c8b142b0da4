using System.CommandLine;

namespace JcaCop.Worker.Commands;

/// <summary>Where a verb's services come from: made from the settings of the command line, or those of a simulation under way.</summary>
internal interface IServiceSource
{
    /// <summary>Hands the services to <paramref name="work"/>, with their settings checked and the register at hand, and cleans up what it made for it.</summary>
    Task<int> WithAsync(ParseResult line, RegisterNeed need, Func<IServiceProvider, Task<int>> work, CancellationToken stop);
}
