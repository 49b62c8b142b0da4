using System.Text.Json;

namespace JcaCop.Post.Letters;

/// <summary>The sentences of one letter in one language: <c>Templates/receipt/fr.json</c>, one flat object. {name} in a sentence is a value of the letter.</summary>
public sealed class Words(string path, IReadOnlyDictionary<string, string> sentences)
{
    public string this[string key] => sentences.GetValueOrDefault(key) ?? throw new TemplateException($"{path} has no sentence {key}.");

    public IEnumerable<string> Keys => sentences.Keys;

    public static Words Load(TemplateFolder folder, string letter, string language)
    {
        var path = $"{letter}/{language}.json";
        try
        {
            return new Words(path, JsonSerializer.Deserialize<Dictionary<string, string>>(folder.Read(path))
                ?? throw new TemplateException($"{path} is empty."));
        }
        catch (JsonException broken)
        {
            throw new TemplateException($"{path}: {broken.Message}", broken);
        }
    }
}
