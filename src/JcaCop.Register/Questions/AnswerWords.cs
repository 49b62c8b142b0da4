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

    /// <summary>Stops a letter: the word that the digest offers for those that would leave. It says no to a draft, too; what is held of a mail is not decided by it.</summary>
    public const string Stop = "stop";

    /// <summary>Grants the more time that a mail asks for: the word that the digest offers there, beside the two others.</summary>
    public const string Extend = "extend";

    /// <summary>UTF-16 units of a folded line; whoever writes more has something to add.</summary>
    private const int Longest = 120;

    private const int LongestWord = 60;

    private sealed record Data(
        Dictionary<string, string[]> Accept, Dictionary<string, string[]> Reject, Dictionary<string, string[]> Stop, Dictionary<string, string[]> Extend, Dictionary<string, string[]> First,
            Dictionary<string, string[]> Second, Dictionary<string, string[]> Affirmed, Dictionary<string, string[]> And,
            Dictionary<string, string[]> Denied, Dictionary<string, string[]> Salutation, Dictionary<string, string[]> Greeting,
        Dictionary<string, string[]> Addressed, Dictionary<string, string[]> Holding, Dictionary<string, string[]> Courtesy,
        Dictionary<string, string[]> Position, Dictionary<string, string[]> Support, Dictionary<string, string[]> NoObjection, Dictionary<string, string[]> Comment, Dictionary<string, string[]> Objection,
        Dictionary<string, string[]> NoLonger, Dictionary<string, string[]> Unchanged, Dictionary<string, string[]> PassedOn);

    private static readonly Dictionary<string, string> Words;
    private static readonly HashSet<string> Courtesies;
    private static readonly string[] Ands;
    private static readonly string[] Salutations;
    private static readonly string[] Greetings;
    private static readonly HashSet<string> Addressees;
    private static readonly HashSet<string> Held;
    private static readonly string[] Gone;
    private static readonly HashSet<string> Settled;
    private static readonly HashSet<string> PassedOn;
    private static readonly HashSet<string> PositionFields;
    private static readonly Dictionary<string, PositionTaken> Positions;

    static AnswerWords()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("answer-words.json")
            ?? throw new InvalidOperationException("The resource answer-words.json is missing.");
        var data = JsonSerializer.Deserialize<Data>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("answer-words.json is empty.");
        Words = Meaning(data.Accept, Accept).Concat(Meaning(data.Reject, Reject)).Concat(Meaning(data.Stop, Stop)).Concat(Meaning(data.Extend, Extend)).Concat(Meaning(data.First, "1"))
            .Concat(Meaning(data.Second, "2")).Concat(Meaning(data.Affirmed, Accept)).Concat(Meaning(data.Denied, Reject))
            .DistinctBy(pair => NameKey.Of(pair.word)).ToDictionary(pair => NameKey.Of(pair.word), pair => pair.Meaning, StringComparer.Ordinal);
        Courtesies = data.Courtesy.Values.SelectMany(words => words).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        Ands = [.. data.And.Values.SelectMany(words => words)];
        Salutations = [.. data.Salutation.Values.SelectMany(words => words).Select(NameKey.Of)];
        Greetings = [.. Salutations, .. data.Greeting.Values.SelectMany(words => words).Select(NameKey.Of)];
        Addressees = data.Addressed.Values.SelectMany(words => words).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        Held = data.Holding.Values.SelectMany(words => words).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        Gone = [.. data.NoLonger.Values.SelectMany(words => words).Select(NameKey.Of)];
        PassedOn = data.PassedOn.Values.SelectMany(forms => forms).SelectMany(Forms).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        Settled = data.Unchanged.Values.SelectMany(forms => forms).SelectMany(Forms).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        PositionFields = data.Position.Values.SelectMany(words => words).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        (Dictionary<string, string[]> Words, PositionTaken Taken)[] positions = [(data.Support, PositionTaken.Support),
            (data.NoObjection, PositionTaken.NoObjection), (data.Comment, PositionTaken.Comment), (data.Objection, PositionTaken.Objection)];
        Positions = positions.SelectMany(pair => pair.Words.Values.SelectMany(words => words).Select(NameKey.Of).Distinct(StringComparer.Ordinal).Select(word => (word, pair.Taken)))
            .ToDictionary(pair => pair.word, pair => pair.Taken, StringComparer.Ordinal);
    }

    private static IEnumerable<(string word, string Meaning)> Meaning(Dictionary<string, string[]> words, string meaning) =>
        words.Values.SelectMany(forms => forms).SelectMany(Forms).Select(word => (word, meaning));

    /// <summary>All forms of a phrase in which brackets hold choices: <c>[this|that] is [indeed |]ours</c>.</summary>
    private static IEnumerable<string> Forms(string phrase)
    {
        var open = phrase.IndexOf('[', StringComparison.Ordinal);
        if (open < 0) return [phrase];
        var close = phrase.IndexOf(']', open);
        return phrase[(open + 1)..close].Split('|').SelectMany(choice => Forms(phrase[(close + 1)..]).Select(rest => phrase[..open] + choice + rest));
    }

    /// <summary>
    /// The answer that a whole line gives: a word of the lists, or the number of a choice. Words of courtesy beside it do not count, and a phrase that says the same once more adds
    /// nothing ("Yes, this is ours."). Whatever else stands there, a condition, a doubt or a second thought, makes it no plain answer.
    /// </summary>
    /// <returns><see cref="Accept"/>, <see cref="Reject"/>, <see cref="Stop"/>, <see cref="Extend"/>, digits, or null where the line is no plain answer.</returns>
    public static string? Of(string line)
    {
        if (line.AsSpan().IndexOfAny("?？؟") >= 0) return null;
        var key = NameKey.Of(line);
        if (key.Length is 0 or > Longest) return null;
        if (key.Length <= 2 && key.All(char.IsAsciiDigit)) return key.TrimStart('0') is { Length: > 0 } number ? number : null;
        return Word(line) ?? OfParts(line);
    }

    private static string? Word(string text) => Bare(text).Where(bare => bare.Length <= LongestWord).Select(bare => Words.GetValueOrDefault(bare)).FirstOrDefault(meaning => meaning is not null);

    /// <summary>What all parts of a sentence say; null where two differ, or one says something else.</summary>
    private static string? OfParts(string line)
    {
        string? told = null;
        var parts = line.Replace(" - ", ",", StringComparison.Ordinal).Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2) return null;
        foreach (var (index, part) in parts.Index())
        {
            if (NameKey.Of(part).Length == 0 || IsCourtesy(part) || (index == 0 && IsSalutation(part))) continue;
            if (Word(part) is not { } meaning || (told is not null && told != meaning)) return null;
            told = meaning;
        }
        return told;
    }

    /// <summary>Between the parts of a sentence, in any of the languages.</summary>
    private static readonly char[] Marks = [',', '.', ';', '!', '–', '—', '，', '。', '；', '！', '、', '،', '؛'];

    /// <summary>The text without an "and" before or behind it.</summary>
    public static string WithoutAnd(string text)
    {
        foreach (var and in Ands)
        {
            if (text.EndsWith($" {and}", StringComparison.OrdinalIgnoreCase)) return text[..^(and.Length + 1)];
            if (text.StartsWith($"{and} ", StringComparison.OrdinalIgnoreCase)) return text[(and.Length + 1)..];
        }
        return text;
    }

    /// <summary>Whether the text addresses somebody and says nothing else: "Dear Ms Sample".</summary>
    public static bool IsSalutation(string text)
    {
        var key = NameKey.Of(text);
        return key.Length <= LongestWord && key.Count(c => c == ' ') <= 6 && !key.Any(char.IsDigit)
            && Salutations.Any(word => key.StartsWith(word, StringComparison.Ordinal) && (key.Length == word.Length || key[word.Length] == ' ' || word[0] >= '一'));
    }

    /// <summary>Whether a line addresses somebody in all its parts, and holds no word of an answer: "Madame, Monsieur,", not "Dear Sir, no,".</summary>
    public static bool Addresses(string line) =>
        line.Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(part => IsCourtesy(part)
            || IsSalutation(part) && !NameKey.Of(part).Split(' ').Any(Words.ContainsKey));

    /// <summary>Whether a line greets or addresses somebody and asks for nothing: "Dear Ms Sample,", "Hello desk,", not "Please wait," or "Dear desk, not yet,".</summary>
    public static bool Greets(string line) =>
        line.Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } parts && parts.All(GreetsIn);

    /// <summary>Words behind a greeting that name whom it is for; with more of them it is a sentence.</summary>
    private const int MostAddressed = 3;

    private static bool GreetsIn(string part)
    {
        var key = NameKey.Of(part);
        return Greetings.Where(word => key.StartsWith(word, StringComparison.Ordinal)).Any(word =>
        {
            var rest = key[word.Length..];
            if (rest.Length == 0) return true;
            var han = word[0] >= '一';
            if (!han && rest[0] != ' ' || rest.Any(char.IsDigit)) return false;
            if (!Courtesies.All(courtesy => IsGreeting(courtesy) || !(han ? rest.Contains(courtesy, StringComparison.Ordinal) : $"{rest} ".Contains($" {courtesy} ", StringComparison.Ordinal)))) return false;
            if (han) return NamesInHan(rest);
            var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var written = Written(part);
            return words.Length <= MostAddressed && written.Count >= words.Length && words.Zip(written.TakeLast(words.Length)).All(pair => Names(pair.First, pair.Second));
        });
    }

    /// <summary>A word behind a greeting that names an office, or somebody by name: not "yet", "wait", or any other word that says what is to become of the orders below.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="written">As it stands in the line: a name begins with a capital, where the script has them.</param>
    private static bool Names(string word, string written) => Addressees.Contains(word) || !char.IsLower(written[0]) && !Held.Contains(word) && !Words.ContainsKey(word);

    /// <summary>Chinese has no blanks and no capitals: offices and titles of the list, with a short name before a title.</summary>
    private static bool NamesInHan(string rest)
    {
        var name = Addressees.Where(word => word[0] >= '一').OrderByDescending(word => word.Length).Aggregate(rest, (left, word) => left.Replace(word, "", StringComparison.Ordinal)).Replace(" ", "", StringComparison.Ordinal);
        return name.Length == 0 || name.Length <= MostAddressed && name.Length < rest.Length && !name.Any(c => Held.Contains(c.ToString()));
    }

    /// <summary>The words as written, parted as <see cref="NameKey"/> parts them.</summary>
    private static List<string> Written(string part) =>
        [.. part.Replace("'", "", StringComparison.Ordinal).Split([.. part.Where(c => !char.IsLetterOrDigit(c) && !char.IsSurrogate(c) && c != '\'').Distinct()], StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsGreeting(string courtesy) => Greetings.Any(word => courtesy.StartsWith(word, StringComparison.Ordinal));

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

    /// <summary>Whether a line says of a draft that it is fine, or that nothing is to be changed, and nothing beside: "The draft is fine, no changes."</summary>
    /// <param name="plain">Whether it says so itself; false where it only thanks, or says yes.</param>
    /// <returns>False where any part of it says something else.</returns>
    internal static bool SaysUnchanged(string line, out bool plain)
    {
        plain = false;
        if (line.AsSpan().IndexOfAny("?？؟") >= 0) return false;
        foreach (var part in line.Replace(" - ", ",", StringComparison.Ordinal).Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Joined))
        {
            if (NameKey.Of(part).Length == 0 || IsCourtesy(part) || IsSalutation(part) || Greets(part) || Word(part) == Accept) continue;
            // "Please distribute it" goes with a finished report as well as with a draft that is fine
            if (Bare(part).Any(PassedOn.Contains)) continue;
            if (!Bare(part).Any(Settled.Contains)) return false;
            plain = true;
        }
        return true;
    }

    /// <summary>What an "and" joins.</summary>
    private static IEnumerable<string> Joined(string part)
    {
        if (Bare(part).Any(word => Settled.Contains(word) || PassedOn.Contains(word))) return [part];
        var and = Ands.FirstOrDefault(and => part.Contains($" {and} ", StringComparison.OrdinalIgnoreCase));
        return (and is null ? [part] : part.Split($" {and} ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(WithoutAnd);
    }

    /// <summary>Whether a line names offices and titles alone: "The Chairman".</summary>
    internal static bool NamesOffices(string line) => NameKey.Of(line).Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 and <= MostAddressed } words && Array.TrueForAll(words, Addressees.Contains);

    /// <summary>Whether a short text tells that something is so no longer: of the own seat, that it is given up.</summary>
    public static bool SaysNoLonger(string text)
    {
        var key = $" {NameKey.Of(text)} ";
        return key.Length <= LongestGone && text.AsSpan().IndexOfAny("?？؟") < 0 && Array.Exists(Gone, words => key.Contains(words[0] >= '一' ? words : $" {words} ", StringComparison.Ordinal));
    }

    /// <summary>Whoever writes more tells more than that, and a person reads it all. UTF-16 units, folded.</summary>
    private const int LongestGone = 80;

    /// <summary>Whether a field is called as the position on a consultation is.</summary>
    public static bool IsPosition(string field) => PositionFields.Contains(NameKey.Of(field));

    /// <summary>The position that a word or two tell.</summary>
    /// <returns>Null where they tell none.</returns>
    public static PositionTaken? PositionOf(string value) => Positions.TryGetValue(NameKey.Of(value.Replace('-', ' ')), out var taken) ? taken : null;

    /// <summary>Whether the line says nothing but thanks or a greeting.</summary>
    public static bool IsCourtesy(string line) => Courtesies.Contains(NameKey.Of(line));
}
