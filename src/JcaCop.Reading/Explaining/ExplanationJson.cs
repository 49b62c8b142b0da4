using System.Text.Json;

namespace JcaCop.Reading.Explaining;

/// <summary>Writes explained fields as the array <c>fields</c> of an answer.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ExplainedField> fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStartObject();
            if (field.Item is { } item) json.WriteNumber("item", item);
            json.WriteString("field", field.Field);
            json.WriteString("value", field.Value);
            if (field.Confidence is { } confidence) json.WriteNumber("confidence", Math.Round(confidence, 3));
            json.WriteString("why", field.Why);
            if (field.Passage is { } passage)
            {
                ReadingJson.Field(json, "source", passage.Source);
                json.WriteNumber("offset", passage.Offset);
                json.WriteNumber("length", passage.Length);
                json.WriteString("text", passage.Text);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
