using JcaCop.Worker.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker;

/// <summary>All registrations, in the order of the stages: Mailbox -> Reading -> Register -> Calendar -> Post.</summary>
internal static class Composition
{
    /// <summary>What every verb and the service itself work with; makes no connection yet.</summary>
    public static void AddStages(IServiceCollection services, IConfiguration configuration, TimeProvider clock)
    {
        services.AddSingleton(configuration);
        services.AddSingleton(clock);
        services.AddLogging();
        services.AddServiceSettings(configuration);
        services.AddSettings<DatabaseOptions>(configuration, "Database");
        services.AddSingleton(provider => DataDirectory.Of(provider.GetRequiredService<IOptions<ServiceOptions>>().Value));
    }
}
