using System.Collections;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Settings;

/// <summary>Holds settings against the annotations of their classes, lists and groups included, and names the key of each wrong one.</summary>
/// <param name="section">Key of the section that was bound; "" for the top of the settings.</param>
internal sealed class AnnotatedSettings<T>(string section) : IValidateOptions<T> where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var failures = new List<string>();
        Check(options, section, failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(object options, string path, List<string> failures)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        // A class's own rules run only once its annotations hold; here both shall be told at once.
        if (results.Count > 0 && options is IValidatableObject own) results.AddRange(own.Validate(new ValidationContext(options)));
        foreach (var result in results)
        {
            var member = result.MemberNames.FirstOrDefault() ?? "";
            failures.Add($"{Join(path, member)}: {Plain(result.ErrorMessage ?? "", member)}");
        }

        foreach (var property in options.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            switch (property.GetValue(options))
            {
                case IDictionary groups:
                    foreach (DictionaryEntry entry in groups)
                        if (entry.Value is { } value && IsSettings(value)) Check(value, Join(path, $"{property.Name}:{entry.Key}"), failures);
                    break;
                case IList list:
                    for (var i = 0; i < list.Count; i++)
                        if (list[i] is { } value && IsSettings(value)) Check(value, Join(path, $"{property.Name}:{i}"), failures);
                    break;
                case { } value when IsSettings(value):
                    Check(value, Join(path, property.Name), failures);
                    break;
            }
        }
    }

    /// <summary>The annotations' own sentences without the name of the property, which the key tells already: "is required".</summary>
    private static string Plain(string message, string member)
    {
        foreach (var opening in new[] { $"The {member} field ", $"The field {member} " })
            if (message.StartsWith(opening, StringComparison.Ordinal)) return message[opening.Length..].TrimEnd('.');
        return message;
    }

    private static bool IsSettings(object value) => value.GetType().IsClass && value.GetType().Name.EndsWith("Options", StringComparison.Ordinal);

    private static string Join(string path, string member) => path.Length == 0 ? member : member.Length == 0 ? path : $"{path}:{member}";
}
