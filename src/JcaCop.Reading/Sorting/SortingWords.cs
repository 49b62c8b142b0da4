using System.Text.Json;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Sorting;

/// <summary>The words by which automatic mail is known, in six languages and their neighbours (<c>Lexicons/Sorting</c>).</summary>
public static class SortingWords
{
    /// <summary>The six languages of the service, then <c>other</c>: further languages in one file.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ar", "zh", "en", "fr", "ru", "es", "other"];

    /// <summary>All phrases that a subject may begin with or hold.</summary>
    public static PhraseIndex<Sign> Subjects { get; } = Index(static sign => sign <= Sign.TicketSubject);

    /// <summary>All phrases of texts but the reasons of a failure, which only a notice of a mail server is asked for.</summary>
    public static PhraseIndex<Sign> Texts { get; } = Index(static sign => sign > Sign.TicketSubject && sign is < Sign.UnknownUser or > Sign.Loop);

    /// <summary>Why a delivery failed.</summary>
    public static PhraseIndex<Sign> Reasons { get; } = Index(static sign => sign is >= Sign.UnknownUser and <= Sign.Loop);

    /// <summary>The phrases of one language by sign.</summary>
    public static IReadOnlyDictionary<Sign, string[]> Of(string language)
    {
        var name = $"JcaCop.Reading.Lexicons.Sorting.{language}.json";
        using var stream = typeof(SortingWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Embedded lexicon {name} is missing.");
        var raw = JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!;
        return raw.ToDictionary(entry => Enum.Parse<Sign>(entry.Key, ignoreCase: true), entry => entry.Value);
    }

    private static PhraseIndex<Sign> Index(Func<Sign, bool> wanted) => new(
        from language in Languages
        from entry in Of(language)
        where wanted(entry.Key)
        from phrase in entry.Value
        select KeyValuePair.Create(phrase, entry.Key));
}
