using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;

namespace JcaCop.Register.Entries;

/// <summary>How items and entries lie in the database: JSON in the shape of <c>corpus/SCHEMA.md</c>, read back as it was written.</summary>
public static class EntryJson
{
    private static readonly JsonSerializerOptions Options = Make();

    public static string Write(Item item) => JsonSerializer.Serialize(item, Options);

    /// <exception cref="JsonException">The text is no item.</exception>
    public static Item ReadItem(string json) =>
        JsonSerializer.Deserialize<Item>(json, Options) ?? throw new JsonException("No item.");

    public static string Write(RegisterEntry entry) => JsonSerializer.Serialize<object>(entry, Options);

    /// <exception cref="JsonException">The text is no entry of this kind.</exception>
    public static T ReadEntry<T>(string json) where T : RegisterEntry =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("No entry.");

    public static string Write(CallAnswer answer) => JsonSerializer.Serialize(answer, Options);

    /// <exception cref="JsonException">The text is no answer.</exception>
    public static CallAnswer ReadAnswer(string json) =>
        JsonSerializer.Deserialize<CallAnswer>(json, Options) ?? throw new JsonException("No answer.");

    public static string Write(IReadOnlyDictionary<string, DateTimeOffset> stamps) => JsonSerializer.Serialize(stamps, Options);

    public static string Write(IReadOnlyList<FieldChange> fields) => JsonSerializer.Serialize(fields, Options);

    public static IReadOnlyList<FieldChange> ReadFields(string json) => JsonSerializer.Deserialize<List<FieldChange>>(json, Options) ?? [];

    public static IReadOnlyDictionary<string, DateTimeOffset> ReadStamps(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(json, Options) ?? [];

    private static JsonSerializerOptions Make()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(NameTypes);
        return new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
            TypeInfoResolver = resolver,
            AllowOutOfOrderMetadataProperties = true,
        };
    }

    private static void NameTypes(JsonTypeInfo info)
    {
        // Evidence and signs stay with the whole reading; an item holds what is to be recorded.
        if (typeof(Item).IsAssignableFrom(info.Type))
            foreach (var property in info.Properties.Where(property => property.Name is "evidence" or "signs").ToList()) info.Properties.Remove(property);
        if (info.Type == typeof(Position))
            foreach (var property in info.Properties.Where(property => property.Name == "taken")) property.Name = "position";
        if (info.Type == typeof(Item))
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "type" };
            foreach (var type in typeof(Item).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Item))))
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, type.Name.ToLowerInvariant()));
        }
    }
}
