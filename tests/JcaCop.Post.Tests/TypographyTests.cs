using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace JcaCop.Post.Tests;

/// <summary>What a printer would mend in the words of letters and pages.</summary>
public sealed class TypographyTests
{
    public static TheoryData<string, string> Rules => new()
    {
        { "fr", @"\S [:;?!»%]" },   // a space that does not break stands there, or the sign begins a line
        { "fr", "« " },
        { "fr", @"\p{L}'" },        // a typographic apostrophe
        { "fr", @"\p{L}[:;?!»](?![/\w{])" },     // but in addresses and keys of settings
        { "en", @"[}0-9][ \u00a0\u202f]%" },
        { "es", @"[ \u00a0\u202f][:;?!](?!\w)" },
        { "es", @"(?<![¿\p{L}][^.¿]*)\?" },
        { "ru", "[ёЁ]" },           // as the documents of the ITU are printed: one letter everywhere
        { "zh", @"\p{IsCJKUnifiedIdeographs}[,;:?!]" },
        { "ar", @"\p{IsArabic}[,;?]" },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Words_keep_to_the_typography_of_their_language(string language, string wrong)
    {
        var found = Directory.EnumerateFiles(Templates(), $"{language}.json", SearchOption.AllDirectories)
            .SelectMany(file => Texts(JsonDocument.Parse(File.ReadAllText(file)).RootElement).Where(text => Regex.IsMatch(text, wrong)).Select(text => $"{Path.GetFileName(Path.GetDirectoryName(file))}: {text}"));
        Assert.Equal([], found);
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static string Templates([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "JcaCop.Post", "Templates"));
}
