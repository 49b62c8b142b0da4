using System.Text.Encodings.Web;
using System.Text.Json;
using JcaCop.Reading.Explaining;
using JcaCop.Reading.Items;

namespace JcaCop.Reading;

/// <summary>Writes a reading in the shape of <c>corpus/SCHEMA.md</c>: camelCase keys, absent values left out, one object.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="file">The file's name, without folders.</param>
    /// <param name="withText">Adds subject, whole text and attachment names, as <c>read --text</c> does.</param>
    /// <param name="fields">Every value with the passage that it comes from, and the signs that each confidence follows from, as <c>read --explain --json</c> prints them; null to leave it out.</param>
    public static byte[] Write(MailReading reading, string file, bool withText, IReadOnlyList<ExplainedField>? fields = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("kind", Name(reading.Sort.Kind));
            json.WriteString("language", reading.Language);
            json.WriteStartObject("sender");
            Field(json, "name", reading.Mail.Sender?.Name);
            Field(json, "email", reading.Mail.Sender?.Email);
            json.WriteEndObject();
            if (reading.Respondent is { } respondent)
            {
                json.WriteStartObject("respondent");
                Field(json, "country", respondent.Country);
                Field(json, "organization", respondent.Organization);
                Field(json, "body", respondent.Body);
                json.WriteEndObject();
            }
            json.WriteStartObject("answers");
            Field(json, "circular", reading.Answers.Circular);
            if (reading.Answers.AlsoCirculars.Count > 0) Texts(json, "alsoCirculars", reading.Answers.AlsoCirculars);
            Field(json, "liaison", reading.Answers.Liaison);
            Day(json, "meeting", reading.Answers.Meeting);
            json.WriteEndObject();
            json.WriteBoolean("needsAttention", reading.NeedsAttention);
            if (reading.AttentionReasons.Count > 0) Texts(json, "attentionReasons", reading.AttentionReasons);
            Texts(json, "declines", [.. reading.Declines.Select(decline => decline.ToString().ToLowerInvariant())]);
            json.WriteString("replyText", reading.Mail.Body.ReplyText);
            if (reading.Sort.Recipients.Count > 0)
            {
                json.WriteStartArray("bounce");
                foreach (var recipient in reading.Sort.Recipients)
                {
                    json.WriteStartObject();
                    json.WriteString("address", recipient.Address);
                    json.WriteBoolean("permanent", recipient.Permanent);
                    Field(json, "status", recipient.Status);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            if (reading.Sort.Absence is { } absence)
            {
                json.WriteStartObject("absence");
                Day(json, "until", absence.Until);
                Field(json, "deputy", absence.Deputy);
                Field(json, "deputyName", absence.DeputyName);
                json.WriteEndObject();
            }
            if (withText)
            {
                json.WriteString("subject", reading.Mail.Subject);
                json.WriteString("text", reading.Mail.Body.Text);
                json.WriteStartArray("attachments");
                foreach (var attachment in reading.Mail.Attachments) json.WriteStringValue(attachment.Name);
                json.WriteEndArray();
            }
            json.WriteString("evidence", reading.Sort.Evidence);
            json.WriteStartArray("items");
            foreach (var item in reading.Items) ItemJson.Write(json, item, fields is not null);
            json.WriteEndArray();
            if (fields is not null) ExplanationJson.Write(json, fields);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    internal static string Name(MailKind kind) => kind switch
    {
        MailKind.AutoReply => "auto-reply",
        MailKind.FeedbackReport => "feedback-report",
        MailKind.ListNoise => "list-noise",
        _ => kind.ToString().ToLowerInvariant(),
    };

    internal static void Field(Utf8JsonWriter json, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(key, value);
    }

    internal static void Day(Utf8JsonWriter json, string key, DateOnly? value)
    {
        if (value is { } day) json.WriteString(key, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    internal static void Texts(Utf8JsonWriter json, string key, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(key);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
