using System.Text.Json;

namespace JcaCop.Worker.Commands;

/// <summary>The fields of an item (JSON as in corpus/SCHEMA.md) as paths and values: <c>contact.email</c>.</summary>
internal static class ItemFields
{
    /// <summary>Left out: what the reading says about itself.</summary>
    private static readonly HashSet<string> About = ["type", "confidence", "decision", "evidence"];

    public static IEnumerable<(string Field, string Value)> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Of(document.RootElement, "")];
    }

    /// <summary>One line: what the item says, values only.</summary>
    public static string Summary(string json) => string.Join(", ", Of(json).Select(field => field.Field == "awaited" ? $"{field.Field} {field.Value}" : field.Value));

    private static IEnumerable<(string Field, string Value)> Of(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject().Where(property => path.Length > 0 || !About.Contains(property.Name)))
                    foreach (var field in Of(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
                        yield return field;
                break;
            case JsonValueKind.Array:
                foreach (var one in element.EnumerateArray())
                    foreach (var field in Of(one, path))
                        yield return field;
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False: // what is not so tells nothing
                break;
            case JsonValueKind.True:
                yield return (path, Spelling.Of(path).Replace('-', ' '));
                break;
            default:
                yield return (path, element.ToString());
                break;
        }
    }
}
