using System.Text.Json;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Explaining;

/// <summary>Tells of every value of a reading where it comes from and why it is there.</summary>
/// <remarks>
/// What the readers kept as evidence counts first; for other values the mail is searched again. The values are taken from the answer itself, so a new
/// sort of item is explained without a change here.
/// </remarks>
public static class Explanation
{
    /// <returns>First what is said of the mail as a whole, then item by item, in the order of the answer.</returns>
    public static IReadOnlyList<ExplainedField> Of(MailReading reading)
    {
        var search = new PassageSearch(reading.Mail);
        var fields = new List<ExplainedField>();
        OfMail(reading, search, fields);
        for (var i = 0; i < reading.Items.Count; i++) OfItem(reading.Items[i], i + 1, reading, search, fields);
        return fields;
    }

    private static void OfMail(MailReading reading, PassageSearch search, List<ExplainedField> fields)
    {
        fields.Add(new ExplainedField(null, "kind", ReadingJson.Name(reading.Sort.Kind), null, reading.Sort.Evidence, null));
        fields.Add(new ExplainedField(null, "language", reading.Language, null, "small words and letters of the new text", null));
        foreach (var recipient in reading.Sort.Recipients) Add("bounce.address", recipient.Address, $"status {recipient.Status ?? "none"}");
        if (reading.Sort.Absence is { } absence)
        {
            Add("absence.until", absence.Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "the day after the last one away");
            Add("absence.deputy", absence.Deputy, "the first address that is neither the sender's nor ours");
            Add("absence.deputyName", absence.DeputyName, "the name before that address");
        }
        Add("respondent.country", reading.Respondent?.Country, "follows from the sender's address, a dialling code or the organization");
        Add("respondent.organization", reading.Respondent?.Organization, "follows from the sender");
        Add("respondent.body", reading.Respondent?.Body, "follows from the sender");
        Add("answers.circular", reading.Answers.Circular, "follows from the headers");
        foreach (var also in reading.Answers.AlsoCirculars) Add("answers.alsoCirculars", also, "follows from the headers");
        Add("answers.liaison", reading.Answers.Liaison, "follows from the headers");
        Add("answers.meeting", reading.Answers.Meeting?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "follows from the headers");
        foreach (var reason in reading.AttentionReasons)
        {
            var colon = reason.IndexOf(": ", StringComparison.Ordinal);
            fields.Add(new ExplainedField(null, "needsAttention", "true", null, reason, colon < 0 ? null : search.Find("needsAttention", reason[(colon + 2)..], null, 0)?.Passage));
        }

        void Add(string field, string? value, string otherwise)
        {
            if (string.IsNullOrEmpty(value)) return;
            var found = search.Find(field, value, null, 0);
            fields.Add(new ExplainedField(null, field, value, null, found?.Why ?? otherwise, found?.Passage));
        }
    }

    private static void OfItem(Item item, int number, MailReading reading, PassageSearch search, List<ExplainedField> fields)
    {
        var type = ItemJson.TypeName(item);
        var anchor = item.Evidence.Count > 0 ? item.Evidence.MinBy(static evidence => evidence.Offset) : null;
        var used = new HashSet<Evidence>();
        foreach (var (path, value) in Values(item))
        {
            var evidence = item.Evidence.FirstOrDefault(one => one.Field == path && !used.Contains(one) && Says(one, value)) ?? item.Evidence.FirstOrDefault(one => one.Field == path && !used.Contains(one));
            if (evidence is not null)
            {
                used.Add(evidence);
                fields.Add(new ExplainedField(number, $"{type}.{path}", value, evidence.Confidence, "read here", new ExplainedPassage(evidence.Source, evidence.Offset, evidence.Text.Length, evidence.Text)));
                continue;
            }
            var around = item.Evidence.FirstOrDefault(one => path.StartsWith(one.Field + ".", StringComparison.Ordinal)) ?? anchor;
            var found = search.Find(path, value, around?.Source, around?.Offset ?? 0);
            if (found is var (passage, why)) fields.Add(new ExplainedField(number, $"{type}.{path}", value, null, why, passage));
            else fields.Add(Inferred(number, type, path, value, around, reading, search));
        }
    }

    /// <summary>A value that stands nowhere: it follows from the sender, a file's name or the words around the item.</summary>
    private static ExplainedField Inferred(int number, string type, string path, string value, Evidence? around, MailReading reading, PassageSearch search)
    {
        var field = $"{type}.{path}";
        if (reading.Mail.Sender is { } sender && (value == sender.Email || value == sender.Name)) return new ExplainedField(number, field, value, null, "the From header", null);
        if (reading.Mail.Attachments.Any(file => file.Name == value)) return new ExplainedField(number, field, value, null, "an attachment", null);
        if (value == reading.Respondent?.Country || value == reading.Respondent?.Organization || value == reading.Respondent?.Body)
            return new ExplainedField(number, field, value, null, "follows from whom the mail speaks for", null);
        return new ExplainedField(number, field, value, null, "follows from the words of this line", around is null ? null : search.Line(around.Source, around.Offset));
    }

    private static bool Says(Evidence evidence, string value) => evidence.Text.Contains(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Paths and values of the answer; elements of a list one by one, answers by their number.</summary>
    private static IEnumerable<(string Path, string Value)> Values(Item item)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) ItemJson.Write(json, item);
        using var document = JsonDocument.Parse(buffer.ToArray());
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Name is "type" or "confidence" or "decision" or "evidence") continue;
            foreach (var value in Values(property.Name, property.Value)) yield return value;
        }
    }

    private static IEnumerable<(string Path, string Value)> Values(string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty("number", out var number) && value.TryGetProperty("text", out var text):
                yield return ($"{path}.{number.GetString()}", text.GetString()!);
                break;
            case JsonValueKind.Object:
                foreach (var inner in value.EnumerateObject().SelectMany(property => Values($"{path}.{property.Name}", property.Value))) yield return inner;
                break;
            case JsonValueKind.Array:
                foreach (var inner in value.EnumerateArray().SelectMany(element => Values(path, element))) yield return inner;
                break;
            case JsonValueKind.String:
                yield return (path, value.GetString()!);
                break;
            default:
                break;
        }
    }
}
