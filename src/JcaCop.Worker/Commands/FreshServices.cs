using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Commands;

/// <summary>Services made for one verb from the settings of its command line.</summary>
internal sealed class FreshServices : IServiceSource
{
    public async Task<int> WithAsync(ParseResult line, Func<IServiceProvider, Task<int>> work, CancellationToken stop)
    {
        var services = new ServiceCollection();
        Composition.AddStages(services, GlobalOptions.Settings(line), TimeProvider.System);
        await using var provider = services.BuildServiceProvider();
        provider.GetService<IStartupValidator>()?.Validate();
        return await work(provider);
    }
}
