using System.Globalization;
using System.Text.Json;
using JcaCop.Reading.Items;

namespace JcaCop.Post.Letters;

/// <summary>How one language names the kinds of items, their fields and values, and writes a date: <c>Templates/items/fr.json</c>.</summary>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Day">Pattern with {day}, {month} and {year}.</param>
/// <param name="FirstDay">How the first day of a month is written (French: 1er).</param>
/// <param name="Months">In the form that stands in a date.</param>
/// <param name="Types">Names by the item's type as in <c>corpus/SCHEMA.md</c>.</param>
/// <param name="Fields">Labels by field.</param>
/// <param name="Values">Fixed values by field and value: <c>role.expert</c>.</param>
public sealed record ItemWords(
    string Direction,
    string Day,
    string FirstDay,
    IReadOnlyList<string> Months,
    string ListSeparator,
    IReadOnlyDictionary<string, string> Types,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, string> Values)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public bool RightToLeft => Direction == "rtl";

    public static ItemWords Load(TemplateFolder folder, string language)
    {
        var path = $"items/{language}.json";
        try
        {
            return JsonSerializer.Deserialize<ItemWords>(folder.Read(path), Strict) ?? throw new TemplateException($"{path} is empty.");
        }
        catch (JsonException broken)
        {
            throw new TemplateException($"{path}: {broken.Message}", broken);
        }
    }

    public string Write(DateOnly day) => Day
        .Replace("{day}", day.Day == 1 ? FirstDay : day.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", Months[day.Month - 1], StringComparison.Ordinal)
        .Replace("{year}", day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public string Type(Item item) => Types[item.GetType().Name.ToLowerInvariant()];

    /// <summary>The label of a field; the field's own name where there is none, so that a register field newer than the words still shows.</summary>
    public string Label(string field) => Fields.GetValueOrDefault(field) ?? Fields.GetValueOrDefault(field[(field.LastIndexOf('.') + 1)..]) ?? field;

    public string Value(string field, string value) => Values.GetValueOrDefault($"{field}.{value}") ?? value;
}
