namespace JcaCop.Post.Letters;

/// <summary>The languages that letters are written in: the six official ones of the Union.</summary>
public static class LetterLanguages
{
    public const string English = "en";

    public static IReadOnlyList<string> All { get; } = ["ar", "zh", English, "fr", "ru", "es"];

    /// <summary>The language of a letter to somebody who writes in <paramref name="language"/> (ISO 639-1).</summary>
    /// <param name="otherwise">Where that is null or none of the six.</param>
    public static string For(string? language, string otherwise = English) => All.FirstOrDefault(known => known == language) ?? otherwise;

    /// <summary>The languages of a letter, in order: the reader's own, and English below it.</summary>
    public static IReadOnlyList<string> With(string language) => language == English ? [English] : [language, English];
}
