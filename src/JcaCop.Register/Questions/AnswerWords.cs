using System.Reflection;
using System.Text.Json;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Questions;

/// <summary>The words by which people answer, in the six languages. The lists are data (<c>answer-words.json</c>).</summary>
public static class AnswerWords
{
    public const string Accept = "accept";
    public const string Reject = "reject";

    private sealed record Data(
        Dictionary<string, string[]> Accept, Dictionary<string, string[]> Reject, Dictionary<string, string[]> Courtesy,
        Dictionary<string, string[]> Position, Dictionary<string, string[]> Support, Dictionary<string, string[]> NoObjection, Dictionary<string, string[]> Comment, Dictionary<string, string[]> Objection);

    private static readonly Dictionary<string, string> Words;
    private static readonly HashSet<string> Courtesies;
    private static readonly HashSet<string> PositionFields;
    private static readonly Dictionary<string, PositionTaken> Positions;

    static AnswerWords()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("answer-words.json")
            ?? throw new InvalidOperationException("The resource answer-words.json is missing.");
        var data = JsonSerializer.Deserialize<Data>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("answer-words.json is empty.");
        Words = data.Accept.Values.SelectMany(words => words).Select(word => (word, Meaning: Accept))
            .Concat(data.Reject.Values.SelectMany(words => words).Select(word => (word, Meaning: Reject)))
            .DistinctBy(pair => NameKey.Of(pair.word)).ToDictionary(pair => NameKey.Of(pair.word), pair => pair.Meaning, StringComparer.Ordinal);
        Courtesies = data.Courtesy.Values.SelectMany(words => words).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        PositionFields = data.Position.Values.SelectMany(words => words).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        (Dictionary<string, string[]> Words, PositionTaken Taken)[] positions = [(data.Support, PositionTaken.Support), (data.NoObjection, PositionTaken.NoObjection), (data.Comment, PositionTaken.Comment), (data.Objection, PositionTaken.Objection)];
        Positions = positions.SelectMany(pair => pair.Words.Values.SelectMany(words => words).Select(NameKey.Of).Distinct(StringComparer.Ordinal).Select(word => (word, pair.Taken)))
            .ToDictionary(pair => pair.word, pair => pair.Taken, StringComparer.Ordinal);
    }

    /// <summary>The answer that a whole line gives: a word of the lists, or the number of a choice. Words of courtesy before or behind it do not count.</summary>
    /// <returns><see cref="Accept"/>, <see cref="Reject"/>, digits, or null where the line is no plain answer.</returns>
    public static string? Of(string line)
    {
        var key = NameKey.Of(line);
        if (key.Length is 0 or > 60) return null;
        if (key.Length <= 2 && key.All(char.IsAsciiDigit)) return key.TrimStart('0') is { Length: > 0 } number ? number : null;
        return Bare(line).Select(bare => Words.GetValueOrDefault(bare)).FirstOrDefault(meaning => meaning is not null);
    }

    /// <summary>The folded line as it stands, and without a word of courtesy before or behind it.</summary>
    public static IEnumerable<string> Bare(string line)
    {
        var key = NameKey.Of(line);
        yield return key;
        foreach (var courtesy in Courtesies)
        {
            if (key.EndsWith($" {courtesy}", StringComparison.Ordinal)) yield return key[..^(courtesy.Length + 1)];
            if (key.StartsWith($"{courtesy} ", StringComparison.Ordinal)) yield return key[(courtesy.Length + 1)..];
        }
    }

    /// <summary>Whether a field is called as the position on a consultation is.</summary>
    public static bool IsPosition(string field) => PositionFields.Contains(NameKey.Of(field));

    /// <summary>The position that a word or two tell.</summary>
    /// <returns>Null where they tell none.</returns>
    public static PositionTaken? PositionOf(string value) => Positions.TryGetValue(NameKey.Of(value.Replace('-', ' ')), out var taken) ? taken : null;

    /// <summary>Whether the line says nothing but thanks or a greeting.</summary>
    public static bool IsCourtesy(string line) => Courtesies.Contains(NameKey.Of(line));
}
