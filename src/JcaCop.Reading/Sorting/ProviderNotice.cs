using System.Text.Json;

namespace JcaCop.Reading.Sorting;

/// <summary>Reads the notices of sending services that tell the fate of a mail as JSON in a mail of their own.</summary>
/// <remarks>Amazon SES through SNS: <c>notificationType</c> (or <c>eventType</c>) is Bounce, Complaint, Delivery or DeliveryDelay.</remarks>
public static class ProviderNotice
{
    private const int MaxLength = 256 * 1024;
    private const int MaxRecipients = 500;

    public static Finding? Find(MailSigns signs)
    {
        if (signs.Header("x-amz-sns-message-id") is null) return null;
        var text = signs.Mail.Body.Text;
        if (text.Length > MaxLength || Object(text) is not { } json) return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (Text(document.RootElement, "Message") is not { } inner || !inner.StartsWith('{')) return Of(document.RootElement);
            using var unwrapped = JsonDocument.Parse(inner); // delivery not "raw": the notice is a string in another object
            return Of(unwrapped.RootElement);
        }
        catch (JsonException)
        {
            return null; // words for a person, whatever they look like
        }
    }

    private static Finding? Of(JsonElement notice)
    {
        var type = Text(notice, "notificationType") ?? Text(notice, "eventType");
        return type switch
        {
            "Bounce" => new Finding(MailKind.Bounce, $"notificationType: {type}") { Recipients = Recipients(notice, "bounce", "bouncedRecipients") },
            "DeliveryDelay" => new Finding(MailKind.Delayed, $"eventType: {type}")
            {
                Recipients = [.. Recipients(notice, "deliveryDelay", "delayedRecipients").Select(static r => r with { Permanent = false, Status = r.Status is ['4', ..] ? r.Status : "4.0.0" })],
            },
            "Complaint" => new Finding(MailKind.FeedbackReport, $"notificationType: {type}"),
            "Delivery" => new Finding(MailKind.Receipt, $"notificationType: {type}"),
            _ => null,
        };
    }

    private static List<FailedRecipient> Recipients(JsonElement notice, string part, string list)
    {
        var recipients = new List<FailedRecipient>();
        if (!notice.TryGetProperty(part, out var told) || told.ValueKind != JsonValueKind.Object || !told.TryGetProperty(list, out var all) || all.ValueKind != JsonValueKind.Array) return recipients;
        var transient = Text(told, "bounceType") == "Transient";
        foreach (var one in all.EnumerateArray().Take(MaxRecipients))
        {
            if (one.ValueKind != JsonValueKind.Object || Text(one, "emailAddress") is not { } address || FailureText.Addresses(address) is not [var (_, plain), ..]) continue;
            var status = StatusCode.Enhanced(Text(one, "status") ?? "") ?? StatusCode.Enhanced(Text(one, "diagnosticCode") ?? "") ?? (transient ? "4.0.0" : "5.0.0");
            recipients.Add(new FailedRecipient(plain, StatusCode.IsPermanent(status), status));
        }
        return recipients;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>From the first brace to the one that closes it; line ends that a server put into long lines ("!" and a blank, old Sendmail) are taken out.</summary>
    private static string? Object(string text)
    {
        text = text.Replace("!\n ", "", StringComparison.Ordinal);
        var start = text.IndexOf('{');
        var depth = 0;
        var quoted = false;
        for (var i = start; i >= 0 && i < text.Length; i++)
        {
            if (quoted)
            {
                if (text[i] == '\\') i++;
                else if (text[i] == '"') quoted = false;
                continue;
            }
            switch (text[i])
            {
                case '"': quoted = true; break;
                case '{': depth++; break;
                case '}' when --depth == 0: return text[start..(i + 1)];
            }
        }
        return null;
    }
}
