using System.Text.Json;
using System.Text.Json.Nodes;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Mails of our own in six languages and many layouts, each with the nominations and seats that are right.</summary>
public class OwnMailTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Corpus.Folder))!, "JcaCop.Reading.Tests", "Mails");

    public static TheoryData<string> Mails => [.. Directory.EnumerateFiles(Folder, "*.eml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_mails_in_all_six_languages() =>
        Assert.Equal(["ar", "en", "es", "fr", "ru", "zh"], Mails.Select(row => row.Data[..2]).Distinct().Order());

    [Theory, MemberData(nameof(Mails))]
    public void Reads_each_mail_as_its_golden_file_says(string name)
    {
        var path = Path.Combine(Folder, name);
        var golden = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(path, ".json")))!["items"]!.AsArray();
        var read = JsonNode.Parse(ReadingJson.Write(Corpus.Read(path), name, withText: false))!["items"]!.AsArray();
        Assert.Equal(Lines(golden), Lines(read));
    }

    private static string Lines(JsonArray items) => string.Join('\n', items
        .Where(item => (string?)item!["type"] is "nomination" or "representative")
        .SelectMany(item => Fields((string)item!["type"]!, item.AsObject()))
        .Order(StringComparer.Ordinal));

    private static IEnumerable<string> Fields(string path, JsonObject fields)
    {
        foreach (var (key, value) in fields)
        {
            if (key is "type" or "confidence" or "decision" or "evidence") continue;
            if (value is JsonObject inner) foreach (var line in Fields($"{path}.{key}", inner)) yield return line;
            else yield return $"{path}.{key}: {value!.GetValue<JsonElement>().GetString()}";
        }
    }
}
