using System.Buffers;
using System.Text.Json;

namespace JcaCop.Reading.Lexicons;

/// <summary>Reads the word lists that are embedded beside this file; all files of one subject have one shape.</summary>
internal static class LexiconFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The six languages of the Union, in the order of the lexicon files.</summary>
    public static readonly string[] Languages = ["ar", "zh", "en", "fr", "ru", "es"];

    /// <param name="path">Subject and file without ending: <c>dates/fr</c>.</param>
    /// <exception cref="FileNotFoundException">The list was not built in: a fault of the build.</exception>
    public static T Load<T>(string path)
    {
        var name = $"JcaCop.Reading.Lexicons.{path.Replace('/', '.')}.json";
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new FileNotFoundException(name);
    }

    /// <summary>One list for each language, keyed by its code.</summary>
    public static IReadOnlyDictionary<string, T> LoadAll<T>(string subject) =>
        Languages.ToDictionary(language => language, language => Load<T>($"{subject}/{language}"));

    /// <summary>A list of the shape code, language, phrases: all its phrases in the order of the file.</summary>
    public static IEnumerable<(string Code, string Language, string Phrase)> Phrases(string path) =>
        from code in Load<Dictionary<string, Dictionary<string, string[]>>>(path)
        from language in code.Value
        from phrase in language.Value
        select (code.Key, language.Key, phrase);

    /// <summary>The phrases of one code of such a list, in the order of the file: of all languages together, where they are looked for in any text.</summary>
    /// <exception cref="FileNotFoundException">The list was not built in, or has no such code: a fault of the build.</exception>
    public static IReadOnlyList<string> Words(string path, string code)
    {
        List<string> words = [.. Phrases(path).Where(entry => entry.Code == code).Select(static entry => entry.Phrase)];
        return words.Count > 0 ? words : throw new FileNotFoundException($"{path}: {code}");
    }

    /// <summary>The same as a set to look up without regard to case.</summary>
    /// <exception cref="FileNotFoundException">As <see cref="Words"/>.</exception>
    public static WordSet Set(string path, string code) => new(Words(path, code));

    /// <summary>Words of one character each, as of Chinese, as the set of these characters.</summary>
    /// <param name="signs">Punctuation that counts like them.</param>
    /// <exception cref="FileNotFoundException">As <see cref="Words"/>.</exception>
    public static SearchValues<char> Signs(string path, string code, string signs = "") => SearchValues.Create(string.Concat(Words(path, code)) + signs);
}
