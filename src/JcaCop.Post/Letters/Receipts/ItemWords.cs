using System.Text.Json;
using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Items;

namespace JcaCop.Post.Letters.Receipts;

/// <summary>How one language names the kinds of items, their fields and values: <c>Templates/items/fr.json</c>.</summary>
/// <param name="Types">Names by the item's type as in <c>corpus/SCHEMA.md</c>.</param>
/// <param name="Fields">Labels by field.</param>
/// <param name="Values">Fixed values by field and value: <c>role.expert</c>.</param>
public sealed record ItemWords(
    IReadOnlyDictionary<string, string> Types,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, string> Values)
{
    public static ItemWords Load(TemplateFolder folder, string language)
    {
        var path = $"items/{language}.json";
        try
        {
            return JsonSerializer.Deserialize<ItemWords>(folder.Read(path), LanguageWords.Strict) ?? throw new TemplateException($"{path} is empty.");
        }
        catch (JsonException broken)
        {
            throw new TemplateException($"{path}: {broken.Message}", broken);
        }
    }

    public string Type(Item item) => Types[item.GetType().Name.ToLowerInvariant()];

    /// <summary>The label of a field; the field's own name where there is none, so that a register field newer than the words still shows.</summary>
    public string Label(string field) => Fields.GetValueOrDefault(field) ?? Fields.GetValueOrDefault(field[(field.LastIndexOf('.') + 1)..]) ?? field;

    public string Value(string field, string value) => Values.GetValueOrDefault($"{field}.{value}") ?? value;
}
