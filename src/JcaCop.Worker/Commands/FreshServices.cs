using System.CommandLine;
using JcaCop.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Commands;

/// <summary>Services made for one verb from the settings of its command line.</summary>
internal sealed class FreshServices : IServiceSource
{
    public string Who => Operator.Name;

    public long? MessageId => null;

    public string? GroupKey => null;

    public async Task<int> WithAsync(ParseResult line, RegisterNeed need, Func<IServiceProvider, Task<int>> work, CancellationToken stop)
    {
        var services = new ServiceCollection();
        Composition.AddStages(services, GlobalOptions.Settings(line), TimeProvider.System);
        Composition.AddOnce(services);
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        if (need != RegisterNeed.None) AtHand(provider, need);
        return await work(provider);
    }

    /// <exception cref="Refusal">There is no register, or its schema is another and may not be changed.</exception>
    private static void AtHand(IServiceProvider provider, RegisterNeed need)
    {
        // Looking into a register that is not there would make an empty one: most likely the directory is the wrong one.
        if (need == RegisterNeed.There && RegisterFile.Missing(provider) is { } file)
            throw new Refusal(ExitCode.Usage, $"There is no register at {file}. Is --data or --settings right? 'jcacop run' makes one, 'jcacop db upgrade' too.");
        provider.GetRequiredService<SchemaAtStart>().Check();
    }
}
