using System.Collections;
using Microsoft.Extensions.Configuration;

namespace JcaCop.Worker.Settings;

/// <summary>Finds keys of a section that its class does not have, most likely misspelt, and names them in full.</summary>
internal static class UnknownKeys
{
    public static IEnumerable<string> In(IConfigurationSection section, Type type)
    {
        if (Element(type) is { } element) return section.GetChildren().SelectMany(child => In(child, element));
        if (!type.IsClass || type == typeof(string)) return [];
        var known = type.GetProperties().Where(property => property.GetIndexParameters().Length == 0)
            .ToDictionary(property => property.Name, property => property.PropertyType, StringComparer.OrdinalIgnoreCase);
        return section.GetChildren().SelectMany(child => known.TryGetValue(child.Key, out var inner)
            ? In(child, inner)
            : [$"{child.Path}: there is no such setting; known are {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}"]);
    }

    /// <summary>Of a dictionary the values', of a list the elements' type; null for anything else.</summary>
    private static Type? Element(Type type) =>
        type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type) || !type.IsGenericType ? null : type.GetGenericArguments()[^1];
}
