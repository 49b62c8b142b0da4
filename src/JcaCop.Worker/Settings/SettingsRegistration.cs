using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Settings;

/// <summary>Binds a section to its class so that a misspelt key, a value of the wrong kind and a broken rule all stop the start and name the key.</summary>
internal static class SettingsRegistration
{
    private static readonly Action<BinderOptions> Strict = binder => binder.ErrorOnUnknownConfiguration = true;

    public static IServiceCollection AddSettings<T>(this IServiceCollection services, IConfiguration configuration, string section) where T : class
    {
        services.AddSingleton<IValidateOptions<T>>(new AnnotatedSettings<T>(section));
        services.AddOptions<T>().Configure(options => Bind(configuration, section, options)).ValidateOnStart();
        return services;
    }

    public static IServiceCollection AddServiceSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<ServiceOptions>>(new AnnotatedSettings<ServiceOptions>(""));
        services.AddOptions<ServiceOptions>().Configure(options =>
        {
            options.DataDirectory = configuration[nameof(ServiceOptions.DataDirectory)];
            Bind(configuration, nameof(ServiceOptions.Groups), options.Groups);
            Bind(configuration, nameof(ServiceOptions.Mailboxes), options.Mailboxes);
        }).ValidateOnStart();
        return services;
    }

    private static void Bind(IConfiguration configuration, string section, object options)
    {
        try
        {
            configuration.GetSection(section).Bind(options, Strict);
        }
        catch (InvalidOperationException error)
        {
            // The binder's message names the key or the unknown property; its own exception would look like a fault of the program.
            throw new OptionsValidationException(section, options.GetType(), [$"{section}: {Plain(error)}"]);
        }
    }

    private static string Plain(InvalidOperationException error) =>
        error.InnerException is { } inner && error.Message.StartsWith("Failed to convert", StringComparison.Ordinal) && !error.Message.Contains(inner.Message, StringComparison.Ordinal)
            ? $"{error.Message} {inner.Message}"
            : error.Message;
}
