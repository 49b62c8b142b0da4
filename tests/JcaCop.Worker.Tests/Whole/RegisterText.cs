using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Tests.Whole;

/// <summary>What a register says, whatever numbers its entries have: an entry that points to another names it.</summary>
internal static class RegisterText
{
    /// <summary>Numbers of entries and of messages, and when which field was last told.</summary>
    private static readonly HashSet<string> Numbers = ["id", "version", "stamps", "messageId", "codes", "answerMessageId", "recordedAt"];

    /// <param name="mails">Message-IDs by number.</param>
    public static IReadOnlyList<string> Of(RegisterSnapshot register, IReadOnlyDictionary<long, string> mails)
    {
        var names = new Dictionary<(string, long), string>();
        foreach (var person in register.Persons) names[("personId", person.Id)] = names[("contactId", person.Id)] = person.Name ?? person.Email ?? "?";
        foreach (var organization in register.Organizations) names[("organizationId", organization.Id)] = organization.Name;
        foreach (var filed in register.Filed) names[($"{filed.Kind}Id", filed.Id)] = names[($"{char.ToLowerInvariant(filed.Kind.ToString()[0])}{filed.Kind.ToString()[1..]}Id", filed.Id)] = filed.FoundBy.OfType<string>().FirstOrDefault() ?? filed.Kind.ToString();
        return [.. register.Organizations.Concat<RegisterEntry>(register.Persons).Concat(register.Seats).Concat(register.Filed)
            .Select(entry => $"{entry.Kind}: {Named(JsonNode.Parse(EntryJson.Write(entry))!, names, mails).ToJsonString(Plain)}").Order(StringComparer.Ordinal)];
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonNode Named(JsonNode node, Dictionary<(string, long), string> names, IReadOnlyDictionary<long, string> mails)
    {
        switch (node)
        {
            case JsonObject entry:
                foreach (var (key, value) in entry.ToList())
                    if (Numbers.Contains(key)) entry.Remove(key);
                    else if (key == "messages") entry[key] = new JsonArray([.. value!.AsArray().Select(id => mails[id!.GetValue<long>()]).Order(StringComparer.Ordinal).Select(id => (JsonNode)id)]);
                    else if (key == "closedBy" && value is JsonValue by && by.ToString().Split(' ') is ["message", var told]) entry[key] = mails[long.Parse(told, CultureInfo.InvariantCulture)];
                    else if (value is JsonValue number && number.TryGetValue<long>(out var id) && key.EndsWith("Id", StringComparison.Ordinal)) entry[key] = names.GetValueOrDefault((key, id), "?");
                    else if (value is not null) Named(value, names, mails);
                break;
            case JsonArray list:
                foreach (var inner in list.OfType<JsonNode>().ToList()) Named(inner, names, mails);
                break;
            default:
                break;
        }
        return node;
    }
}
