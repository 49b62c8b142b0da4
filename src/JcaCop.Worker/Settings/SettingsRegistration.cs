using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Settings;

/// <summary>Binds a section to its class so that a misspelt key, a value of the wrong kind and a broken rule all stop the start and name the key.</summary>
internal static class SettingsRegistration
{
    /// <summary>Otherwise the binder passes over a wrong value inside a list or a group without a word.</summary>
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
            options.PrimaryGroup = configuration[nameof(ServiceOptions.PrimaryGroup)] is { Length: > 0 } primary ? primary : null;
            Bind(configuration, nameof(ServiceOptions.Groups), options.Groups);
            Bind(configuration, nameof(ServiceOptions.Mailboxes), options.Mailboxes);
        }).ValidateOnStart();
        return services;
    }

    private static void Bind(IConfiguration configuration, string section, object options)
    {
        IReadOnlyList<string> unknown = [.. UnknownKeys.In(configuration.GetSection(section), options.GetType())];
        if (unknown.Count > 0) throw new OptionsValidationException(section, options.GetType(), unknown);
        try
        {
            configuration.GetSection(section).Bind(options, Strict);
        }
        catch (InvalidOperationException error)
        {
            // The binder's innermost message names the key and the value; as its own exception it would look like a fault of the program.
            throw new OptionsValidationException(section, options.GetType(), [Plain(error)]);
        }
    }

    private static string Plain(Exception error) =>
        error.InnerException switch
        {
            null => error.Message,
            InvalidOperationException inner => Plain(inner),
            var why => $"{error.Message} {why.Message}",
        };
}
