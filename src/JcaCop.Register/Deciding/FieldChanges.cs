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
               let change = new FieldChange(name, old.GetValueOrDefault(name), fresh.GetValueOrDefault(name))
               where change.Before != change.After
               select change,
        ];
    }

    private static Dictionary<string, string> Fields(RegisterEntry entry)
    {
        using var json = JsonDocument.Parse(EntryJson.Write(entry));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in json.RootElement.EnumerateObject().Where(property => !Bookkeeping.Contains(property.Name))) Add(property.Name, property.Value, fields);
        return fields;
    }

    private static void Add(string name, JsonElement value, Dictionary<string, string> fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) Add($"{name}.{property.Name}", property.Value, fields);
                break;
            case JsonValueKind.Array when value.EnumerateArray().All(element => element.ValueKind == JsonValueKind.String):
                if (value.GetArrayLength() > 0) fields[name] = string.Join(", ", value.EnumerateArray().Select(element => element.GetString()));
                break;
            // An entry that is made in the same order has no number yet.
            case JsonValueKind.Number when value.TryGetInt64(out var id) && id < 0 && name.EndsWith("Id", StringComparison.OrdinalIgnoreCase):
                fields[name] = "new";
                break;
            case JsonValueKind.String:
                fields[name] = value.GetString()!;
                break;
            default:
                fields[name] = value.GetRawText();
                break;
        }
    }
}
