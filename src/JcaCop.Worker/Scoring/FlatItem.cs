using System.Text.Json;

namespace JcaCop.Worker.Scoring;

/// <summary>An item as a list of its fields by path (<c>contact.email</c>, <c>responses.1</c>); empty values and the reader's own remarks left out.</summary>
internal sealed class FlatItem
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);

    public FlatItem(JsonElement item)
    {
        Type = Word(item, "type") ?? "None";
        Decision = Word(item, "decision");
        Confidence = item.TryGetProperty("confidence", out var confidence) && confidence.ValueKind == JsonValueKind.Number ? confidence.GetDouble() : null;
        foreach (var property in item.EnumerateObject())
        {
            if (property.Name is "type" or "confidence" or "decision" or "evidence" || IsEmpty(property.Value)) continue;
            if (property.Name == "responses") Responses(property.Value);
            else if (property.Value.ValueKind == JsonValueKind.Object) Nested(property);
            else fields[property.Name] = property.Value;
        }
    }

    public string Type { get; }

    /// <summary>Null where the answer states none; that counts as accepted.</summary>
    public string? Decision { get; }

    public double? Confidence { get; }

    public bool IsAccepted => Decision != "review";

    /// <summary>In the order of the file.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields => fields;

    public override string ToString() => "{" + string.Join(", ", fields.Select(static field => $"\"{field.Key}\": {field.Value.GetRawText()}")) + "}";

    private void Responses(JsonElement responses)
    {
        foreach (var response in responses.EnumerateArray())
            if (response.TryGetProperty("text", out var text) && !IsEmpty(text))
                fields["responses." + (response.TryGetProperty("number", out var number) ? FieldEquality.Text(number) : "None")] = text;
    }

    private void Nested(JsonProperty part)
    {
        foreach (var inner in part.Value.EnumerateObject())
            if (!IsEmpty(inner.Value)) fields[$"{part.Name}.{inner.Name}"] = inner.Value;
    }

    internal static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => value.GetString()!.Length == 0,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    private static string? Word(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
