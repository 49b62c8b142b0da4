using System.Text.Json;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>Finds which fields of an entry differ, in the names of its JSON; a field inside another by both names: <c>time.firstDay</c>.</summary>
public static class FieldChanges
{
    /// <summary>What says nothing of the matter itself.</summary>
    private static readonly HashSet<string> Bookkeeping = ["id", "group", "stamps", "version"];

    /// <param name="before">Null for a new entry: all its fields are new.</param>
    public static IReadOnlyList<FieldChange> Between(RegisterEntry? before, RegisterEntry after)
    {
        var old = before is null ? [] : Fields(before);
        var fresh = Fields(after);
        return
        [
            .. from name in fresh.Keys.Union(old.Keys)
               let then = old.GetValueOrDefault(name)
               let now = fresh.GetValueOrDefault(name)
               where then?.Raw != now?.Raw
               // Where a part changed that the words do not tell, the words stand alone.
               select new FieldChange(name, then?.Words == now?.Words ? null : then?.Words, now?.Words),
        ];
    }

    /// <param name="Raw">Whole, to compare.</param>
    /// <param name="Words">As people read it.</param>
    private sealed record Value(string Raw, string Words)
    {
        public static Value Of(string text) => new(text, text);
    }

    private static Dictionary<string, Value> Fields(RegisterEntry entry)
    {
        using var json = JsonDocument.Parse(EntryJson.Write(entry));
        var fields = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var property in json.RootElement.EnumerateObject().Where(property => !Bookkeeping.Contains(property.Name))) Add(property.Name, property.Value, fields);
        return fields;
    }

    private static void Add(string name, JsonElement value, Dictionary<string, Value> fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) Add($"{name}.{property.Name}", property.Value, fields);
                break;
            case JsonValueKind.Array when value.GetArrayLength() == 0:
                break;
            // An entry that is made in the same order has no number yet.
            case JsonValueKind.Number when value.TryGetInt64(out var id) && id < 0 && name.EndsWith("Id", StringComparison.OrdinalIgnoreCase):
                fields[name] = Value.Of("new");
                break;
            default:
                fields[name] = new Value(value.GetRawText(), Words(value));
                break;
        }
    }

    /// <summary>Of a part of an entry what names it: a person's name, a file's, a question's text; of a list all of them.</summary>
    public static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Words)),
        JsonValueKind.Object => Naming.Select(name => value.TryGetProperty(name, out var named)
                    && named.ValueKind is JsonValueKind.String or JsonValueKind.Array
                ? Words(named) : "")
            .FirstOrDefault(words => words.Length > 0)
            ?? string.Join(" ", value.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(property => Words(property.Value))),
        _ => value.GetRawText(),
    };

    /// <summary>The properties by which parts of entries are known, the best first.</summary>
    private static readonly string[] Naming = ["name", "title", "email", "archivedAs", "files", "text", "body", "role", "word"];
}
