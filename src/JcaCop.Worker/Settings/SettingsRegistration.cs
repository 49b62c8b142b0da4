using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Settings;

/// <summary>Binds a section to its class so that a misspelt key, a value of the wrong kind and a broken rule all stop the start and name the key.</summary>
internal static partial class SettingsRegistration
{
    /// <summary>Otherwise the binder passes over a wrong value inside a list or a group without a word.</summary>
    private static readonly Action<BinderOptions> Strict = binder => binder.ErrorOnUnknownConfiguration = true;

    public static IServiceCollection AddSettings<T>(this IServiceCollection services, IConfiguration configuration, string section) where T : class
    {
        var rules = new AnnotatedSettings<T>(section);
        services.AddSingleton<IValidateOptions<T>>(rules);
        services.AddOptions<T>().Configure(options => ThrowAll(rules, options, Bind(configuration, section, options))).ValidateOnStart();
        return services;
    }

    public static IServiceCollection AddServiceSettings(this IServiceCollection services, IConfiguration configuration)
    {
        var rules = new AnnotatedSettings<ServiceOptions>("");
        services.AddSingleton<IValidateOptions<ServiceOptions>>(rules);
        services.AddOptions<ServiceOptions>().Configure(options =>
        {
            options.DataDirectory = configuration[nameof(ServiceOptions.DataDirectory)];
            options.PrimaryGroup = configuration[nameof(ServiceOptions.PrimaryGroup)] is { Length: > 0 } primary ? primary : null;
            ThrowAll(rules, options, [.. Bind(configuration, nameof(ServiceOptions.Groups), options.Groups), .. Bind(configuration, nameof(ServiceOptions.Mailboxes), options.Mailboxes)]);
        }).ValidateOnStart();
        return services;
    }

    /// <summary>What cannot be bound ends the reading of the settings: the rules that other values break are told with it, so that one look mends all.</summary>
    private static void ThrowAll<T>(AnnotatedSettings<T> rules, T options, IReadOnlyList<string> unbound) where T : class
    {
        if (unbound.Count > 0) throw new OptionsValidationException("", typeof(T), [.. unbound, .. rules.Validate(null, options).Failures ?? []]);
    }

    /// <returns>What is wrong; empty where all of it was bound.</returns>
    private static IReadOnlyList<string> Bind(IConfiguration configuration, string section, object options)
    {
        IReadOnlyList<string> unknown = [.. UnknownKeys.In(configuration.GetSection(section), options.GetType())];
        try
        {
            // Keys that are told already shall not hide values of the wrong kind.
            if (unknown.Count > 0) configuration.GetSection(section).Bind(options);
            else configuration.GetSection(section).Bind(options, Strict);
            return unknown;
        }
        catch (InvalidOperationException error)
        {
            // The binder's innermost message names the key and the value; as its own exception it would look like a fault of the program.
            return [.. unknown, Plain(error)];
        }
    }

    private static string Plain(Exception error) =>
        error.InnerException switch
        {
            null => Told(error.Message),
            InvalidOperationException inner => Plain(inner),
            var why => Told($"{error.Message} {why.Message}"),
        };

    /// <summary>The binder speaks of types of the program: the reader of settings is told the key, and what stands there.</summary>
    private static string Told(string message) => Unconverted().Match(message) is not { Success: true } wrong ? message
        : $"{wrong.Groups["key"].Value}: '{wrong.Groups["value"].Value}' is no {Sort(wrong.Groups["type"].Value)}{(wrong.Groups["why"].Value.Trim() is { Length: > 0 } why ? $". {why}" : "")}";

    private static string Sort(string type) => type switch
    {
        _ when type.Contains("List`1", StringComparison.Ordinal) || type.Contains("Collection`1", StringComparison.Ordinal) => type.Contains("Int", StringComparison.Ordinal) ? "list; numbers stand in square brackets: [ 14, 7 ]" : "list; its values stand in square brackets: [ \"a\", \"b\" ]",
        "System.Int32" or "System.Int64" or "System.Double" or "System.Decimal" => "number",
        "System.Boolean" => "true or false",
        "System.TimeSpan" => "length of time like 00:02:00 (two minutes) or 30.00:00:00 (thirty days)",
        _ => $"{type[(type.LastIndexOfAny(['.', '+']) + 1)..].TrimEnd(']')}",
    };

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']*)' to type '(?<type>[^']*)'\\.?(?<why>.*)$", RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Unconverted();
}
