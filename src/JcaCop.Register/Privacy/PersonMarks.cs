using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Privacy;

/// <summary>By what a person is known in texts of the database: addresses and name, folded.</summary>
/// <param name="names">Every form under which the person is or was on record.</param>
internal sealed class PersonMarks(IReadOnlyCollection<string> names, IReadOnlyCollection<string> emails)
{
    /// <summary>Stands where something was erased, so that counts and sentences stay true.</summary>
    public const string Stub = "(erased)";

    private readonly HashSet<string> keys = [.. names.Select(NameKey.Of).Where(key => key.Length > 0)];
    private readonly HashSet<string> addresses = [.. emails.Select(Texts.FoldAddress)];

    public IReadOnlyCollection<string> Addresses => addresses;

    public static PersonMarks Of(IReadOnlyCollection<PersonEntry> persons) =>
        new([.. persons.Select(person => person.Name).OfType<string>()], [.. persons.SelectMany(person => person.Addresses.Select(address => address.Email))]);

    /// <summary>Words by which texts that may hold the person are looked for.</summary>
    public IEnumerable<string> Words => addresses.Concat(names.Where(name => name.Length > 0).SelectMany(Forms)).Distinct(StringComparer.Ordinal);

    /// <summary>SQLite knows the cases of A to Z alone, and officials write family names in capitals: <c>Élodie DUPRÉ</c>, <c>ИВАНОВ Пётр</c>.</summary>
    private static IEnumerable<string> Forms(string name)
    {
        yield return name;
        if (Ascii.IsValid(name)) yield break;
        yield return name.ToUpperInvariant();
        yield return name.ToLowerInvariant();
        var words = name.Split(' ');
        for (var capital = 0; words.Length > 1 && capital < words.Length; capital++)
            yield return string.Join(' ', words.Select((word, i) => i == capital ? word.ToUpperInvariant() : word));
    }

    /// <summary>
    /// Takes the person out of a JSON text: of an object that holds one of the addresses or the name, all texts; elsewhere each text that is the
    /// name or an address, and each that holds an address.
    /// </summary>
    /// <returns>Null where the person does not occur.</returns>
    public string? Erase(string json)
    {
        if (JsonNode.Parse(json) is not { } root) return null;
        return Erase(root) ? root.ToJsonString(Json) : null;
    }

    /// <summary>What of an entry tells how it stands and not who it is: without it the entry could not be read, nor counted.</summary>
    private static readonly HashSet<string> Structure = new(StringComparer.Ordinal)
    {
        "type", "group", "state", "sort", "mode", "role", "reachability", "country", "language", "body", "meeting", "decision", "matter", "ofKind", "stamps", "confidence",
    };

    private static readonly System.Text.Json.JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool Erase(JsonNode node)
    {
        switch (node)
        {
            case JsonObject own when IsPerson(own):
                Blank(own);
                return true;
            case JsonObject other:
                var found = false;
                foreach (var property in other.ToList())
                {
                    if (property.Value is null) continue;
                    if (property.Value is JsonValue value && value.TryGetValue<string>(out var text))
                    {
                        if (!Names(text)) continue;
                        other[property.Key] = Stub;
                        found = true;
                    }
                    else found |= Erase(property.Value);
                }
                return found;
            case JsonArray list:
                var any = false;
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is JsonValue value && value.TryGetValue<string>(out var text))
                    {
                        if (!Names(text)) continue;
                        list[i] = Stub;
                        any = true;
                    }
                    else if (list[i] is { } inner) any |= Erase(inner);
                }
                return any;
            default:
                return false;
        }
    }

    private static void Blank(JsonObject own)
    {
        foreach (var property in own.ToList())
            switch (property.Value)
            {
                case JsonValue value when !Structure.Contains(property.Key) && value.TryGetValue<string>(out var told)
                    && !DateTimeOffset.TryParse(told, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _):
                    own[property.Key] = Stub;
                    break;
                case JsonArray list:
                    list.Clear();
                    break;
                case JsonObject inner when !Structure.Contains(property.Key):
                    Blank(inner);
                    break;
                default:
                    break;
            }
    }

    /// <summary>The object tells of the person: contact, sender, a person of an item. Names of an organization stand in objects of their own.</summary>
    private bool IsPerson(JsonObject own) =>
        (own["email"] is JsonValue email && email.TryGetValue<string>(out var address) && addresses.Contains(Texts.FoldAddress(address)))
        || (own["name"] is JsonValue name && name.TryGetValue<string>(out var text) && keys.Contains(NameKey.Of(text)) && Reaching.Any(own.ContainsKey));

    /// <summary>What persons have and organizations have not.</summary>
    private static readonly string[] Reaching = ["email", "phone", "fax", "function", "person"];

    /// <summary>Whether the text holds one of the addresses or the name.</summary>
    public bool Names(string text)
    {
        if (keys.Count > 0 && NameKey.OfText(text) is var folded
            && keys.Any(key => folded == key || (key.Contains(' ', StringComparison.Ordinal) && $" {folded} ".Contains($" {key} ", StringComparison.Ordinal)))) return true;
        foreach (var address in addresses)
            if (text.Contains(address, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
