using System.Text.Json;

namespace JcaCop.Post.Letters.Wording;

/// <summary>The sentences of one kind of letter in one language: <c>Templates/receipt/fr.json</c>, one flat object. {name} in a sentence is a value of the letter.</summary>
public sealed class Words(string path, IReadOnlyDictionary<string, string> sentences)
{
    public string Path => path;

    public string this[string key] => Find(key) ?? throw new TemplateException($"{path} has no sentence '{key}'.");

    public IEnumerable<string> Keys => sentences.Keys;

    public string? Find(string key) => sentences.GetValueOrDefault(key);

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
