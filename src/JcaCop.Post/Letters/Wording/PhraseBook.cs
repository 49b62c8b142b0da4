using System.Globalization;
using System.Text.Json;
using JcaCop.Reading.Parts;

namespace JcaCop.Post.Letters.Wording;

/// <summary>
/// The service's own sentences in one language: <c>Templates/phrases/fr.json</c>, by the English sentence with {0}, {1} … where values stand (docs/decisions/0063).
/// The register, verbs and logs keep the English sentence; letters put it into the reader's words.
/// </summary>
public sealed class PhraseBook
{
    /// <summary>"it answers a question, but the time to answer it is over": a sentence holds another, and seldom a third.</summary>
    private const int Deepest = 4;

    /// <summary>What stands behind these is quoted from a mail, in whatever language that is.</summary>
    private static readonly string[] Quoting = ["question: ", "request: ", "complaint: ", "condition: ", "mail ", "text and list ", "looks like ", "says something ", "a contribution will not come: ", "a contribution is withdrawn: ", "nothing was found, ", "a part of the change ", "it answers a question in more than one word: ", "it answers a question, and which one, or how, is not plain: "];

    /// <summary>Between these stand words of orders, which are written as they are typed.</summary>
    private static readonly string[] Typed = ["' is no verb", "' is no option of '", "' missing for command: '", ": it cannot leave before '"];

    /// <summary>And so does a sentence that holds one of these.</summary>
    private const string Reading = "a person must read it: ";

    private readonly IReadOnlyDictionary<string, string> sentences;
    private readonly List<Pattern> patterns;
    private readonly TermWords? terms;
    private readonly LanguageWords? words;

    /// <param name="terms">For single words; null for none.</param>
    /// <param name="words">For the cities by which zones are called; null for none.</param>
    public PhraseBook(IReadOnlyDictionary<string, string> sentences, TermWords? terms, LanguageWords? words)
    {
        this.sentences = sentences;
        this.terms = terms;
        this.words = words;
        // The sentence with the most words of its own says most surely which one it is.
        patterns = [.. sentences.Concat(Reasons(terms)).Where(pair => pair.Key.Contains("{0}", StringComparison.Ordinal)).Select(pair => new Pattern(Split(pair.Key), pair.Value)).OrderByDescending(pattern => pattern.Quotes || pattern.Literals[0] == Reading).ThenByDescending(pattern => pattern.Length)];
    }

    /// <summary>What the reasons of letters leave open.</summary>
    private static readonly string[] Holes = ["{count}", "{day}"];

    /// <summary>Why letters go out, as lists of coming letters tell it.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Reasons(TermWords? terms) => terms is null ? [] :
        from reason in TermWords.English.Reasons
        let own = terms.Reasons.GetValueOrDefault(reason.Key)
        where own is not null
        let holes = Holes.Where(hole => reason.Value.Contains(hole, StringComparison.Ordinal)).OrderBy(hole => reason.Value.IndexOf(hole, StringComparison.Ordinal)).ToList()
        select KeyValuePair.Create(Numbered(reason.Value, holes), Numbered(own, holes));

    private static string Numbered(string pattern, List<string> holes) => holes.Index().Aggregate(pattern, static (text, hole) => text.Replace(hole.Item, Hole(hole.Index), StringComparison.Ordinal));

    /// <summary>ISO 639-1: in which countries are called as letters call them; null where they stay as they are.</summary>
    public string? Language { get; init; }

    /// <summary>English sentences, with {0}, {1} … for values, and the same in this language.</summary>
    public IReadOnlyDictionary<string, string> Sentences => sentences;

    /// <summary>English needs no file: the sentences are its own.</summary>
    public static PhraseBook Load(TemplateFolder folder, string language, TermWords? terms = null, LanguageWords? words = null)
    {
        if (language == LetterLanguages.English) return new PhraseBook(new Dictionary<string, string>(), null, words);
        var path = $"phrases/{language}.json";
        try
        {
            return new PhraseBook(JsonSerializer.Deserialize<Dictionary<string, string>>(folder.Read(path), LanguageWords.Strict) ?? throw new TemplateException($"{path} is empty."), terms, words) { Language = language };
        }
        catch (JsonException broken)
        {
            throw new TemplateException($"{path}: {broken.Message}", broken);
        }
    }

    /// <summary>A sentence of the service; what is none of its own stays as it is.</summary>
    public string Told(string english) => Cities(sentences.Count == 0 ? english : Sentence(english, 0, printed: false) ?? english);

    /// <summary>What a verb prints: sentences, changes of entries, tables with the program's words, and between them texts that somebody wrote, which stay as they are.</summary>
    public string Printed(string english) => Cities(sentences.Count == 0 ? english : string.Join('\n', english.Split('\n').Select(Line)));

    private string Cities(string text) => words?.Cities(text) ?? text;

    private string Line(string line)
    {
        var text = line.Trim();
        if (text.Length == 0) return line;
        var begin = line.IndexOf(text, StringComparison.Ordinal);
        // Only rows of tables and histories have gaps in them.
        return line[..begin] + (text.Contains("  ", StringComparison.Ordinal) ? Change(text) ?? Cells(text) : Sentence(text, 0, printed: true) ?? Change(text) ?? text);
    }

    private string? Sentence(string text, int depth, bool printed)
    {
        if (sentences.TryGetValue(text, out var whole)) return whole;
        if (Word(text) is { } word) return word;
        if (depth > 0 && IsOrdinal(text)) return text[..^2];
        if (depth == Deepest) return null;
        foreach (var pattern in patterns)
            if (Match(text, pattern.Literals) is { } values && (!printed || pattern.IsPlain || pattern.Length >= Short && values.All(IsNumber)))
                return Filled(pattern.Own, pattern.Quotes ? values : [.. values.Select(value => Sentence(value, depth + 1, printed: false) ?? value)]);
        return List(text, depth);
    }

    /// <summary>"1 of 11 answered": with numbers in it fewer words of its own are enough.</summary>
    private const int Short = 8;

    private static bool IsNumber(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>"9th": the sentence around it says in its own way that it is a number.</summary>
    private static bool IsOrdinal(string text) => text.Length > 2 && text[^2..] is "st" or "nd" or "rd" or "th" && text.AsSpan(0, text.Length - 2).ContainsAnyExceptInRange('0', '9') == false;

    /// <summary>Several sentences after another: the parts of a rule of decision.</summary>
    private string? List(string text, int depth)
    {
        if (!text.Contains("; ", StringComparison.Ordinal)) return null;
        var parts = text.Split("; ").Select(part => (Part: part, Own: Sentence(part, depth + 1, printed: true))).ToList();
        return parts.Exists(part => part.Own is not null) ? string.Join("; ", parts.Select(part => part.Own ?? part.Part)) : null;
    }

    /// <summary>The program writes its words small: "Question" with a capital is the subject of somebody's mail.</summary>
    private static bool Lower(string text) => !text.Any(char.IsAsciiLetterUpper);

    /// <summary>"Bolivia (Plurinational State of) (BO)", and longer ones.</summary>
    private const int LongestWord = 70;

    /// <summary>A word that the program has a name for: <c>taking part</c>, <c>decided by</c>, <c>waived</c>.</summary>
    private string? Word(string text)
    {
        if (terms is null || text.Length > LongestWord) return null;
        return OfValues(TermWords.English.Values, terms.Values) ?? OfValues(TermWords.English.Letters, terms.Letters) ?? OfValues(TermWords.English.Reasons, terms.Reasons)
            ?? (Lower(text) ? Named(text.Replace(' ', '-'), text, terms) : null) ?? words?.Zones.GetValueOrDefault(text) ?? Country(text);

        string? OfValues(IReadOnlyDictionary<string, string> english, IReadOnlyDictionary<string, string> own) =>
            english.Where(pair => pair.Value == text).Select(pair => own.GetValueOrDefault(pair.Key)).FirstOrDefault(word => word is not null);
    }

    /// <summary>"Australia (AU)", as verbs call a country: its code stays, for it is what orders take.</summary>
    private string? Country(string text) =>
        Language is not null && text is [.., '(', >= 'A' and <= 'Z', >= 'A' and <= 'Z', ')'] && text[^3..^1] is var code && text == $"{CountryTitles.Of(code, LetterLanguages.English)} ({code})"
            ? $"{CountryTitles.Of(code, Language).Replace('\'', '\u2019')} ({code})" : null;

    private static string? Named(string key, string text, TermWords terms) =>
        terms.Field(key) ?? terms.Entries.GetValueOrDefault(text) ?? terms.Values.GetValueOrDefault($"state.{key}") ?? terms.Values.GetValueOrDefault($"sort.{key}")
            ?? terms.Letters.GetValueOrDefault(text) ?? Closed.Select(set => terms.Values.GetValueOrDefault($"{set}.{key}")).FirstOrDefault(word => word is not null);

    /// <summary>Sets of which verbs print a value as a word alone.</summary>
    private static readonly string[] Closed = ["delivery", "role", "mode", "way", "category", "purpose", "position"];

    /// <summary><c>changed call 3 TSB Circular 313: state open -> closed; room (nothing) -> C</c>: what changed in an entry; or the fields alone.</summary>
    private string? Change(string text)
    {
        if (terms is null) return null;
        var fields = text.IndexOf(" -> ", StringComparison.Ordinal) is > 0 and var arrow ? text.LastIndexOf(": ", arrow, StringComparison.Ordinal) + 2 : text.Length;
        if (fields == 1) fields = 0;
        var lead = text[..fields];
        var told = text[fields..].Split("; ").Select(part => (Part: part, Own: Field(part))).ToList();
        if (lead.Split(' ', 3) is [("new" or "changed") and var how, var kind, { Length: > 0 } rest] && char.IsAsciiDigit(rest[0]) && terms.Entries.GetValueOrDefault(kind) is { } entry)
            lead = $"{sentences.GetValueOrDefault(how, how)}: {entry} {rest}";
        else if (!told.Exists(part => part.Own is not null)) return null;
        else if (sentences.TryGetValue("mail", out var mail)) lead = lead.Replace(", mail ", $", {mail} ", StringComparison.Ordinal);
        return lead + string.Join("; ", told.Select(part => part.Own ?? part.Part));
    }

    /// <returns>Null where it is no change of a field that the language has a word for.</returns>
    private string? Field(string part)
    {
        if (part.Split(" -> ") is not [var left, var after]) return null;
        var parts = left.Split(' ');
        for (var count = Math.Min(3, parts.Length - 1); count > 0; count--)
            if (FieldName(string.Join('-', parts[..count]), string.Join(' ', parts[..count])) is { } field)
                return $"{field} {Value(string.Join(' ', parts[count..]))} → {Value(after)}";
        return null;
    }

    /// <summary>Of a field, or of the letter whose instant the field keeps.</summary>
    private string? FieldName(string key, string name) =>
        terms!.Field(key) ?? terms.Letters.GetValueOrDefault(key) ?? (name.Split(' ')[0] is "new" or "changed" ? null : sentences.GetValueOrDefault(name));

    private string Value(string value) => Sentence(value, Deepest, printed: true) ?? value;

    /// <summary>A row of a table: its headings, and cells that hold a word or a sentence of the program.</summary>
    private string Cells(string line)
    {
        var told = new System.Text.StringBuilder();
        for (var i = 0; i < line.Length;)
        {
            var gap = line.IndexOf("  ", i, StringComparison.Ordinal);
            var cell = gap < 0 ? line[i..] : line[i..gap];
            told.Append(Sentence(cell, 0, printed: true) ?? cell);
            if (gap < 0) break;
            for (i = gap; i < line.Length && line[i] == ' '; i++) told.Append(' ');
        }
        return told.ToString();
    }

    /// <param name="Literals">What stands between the values; one more than there are values.</param>
    private sealed record Pattern(string[] Literals, string Own)
    {
        /// <summary>UTF-16 units that are the sentence's own.</summary>
        public int Length { get; } = Literals.Sum(literal => literal.Length);

        public bool Quotes { get; } = Quoting.Any(lead => Literals[0].StartsWith(lead, StringComparison.Ordinal))
            || Literals.Any(literal => Typed.Any(words => literal.StartsWith(words, StringComparison.Ordinal)));

        /// <summary>A line of somebody's text is hardly taken for it.</summary>
        public bool IsPlain => Literals[0].Length >= 5 || Length >= 16;
    }

    private static string[] Split(string pattern)
    {
        var literals = new List<string>();
        for (var n = 0; ; n++)
        {
            var at = pattern.IndexOf(Hole(n), StringComparison.Ordinal);
            if (at < 0) return [.. literals, pattern];
            literals.Add(pattern[..at]);
            pattern = pattern[(at + Hole(n).Length)..];
        }
    }

    private static string Hole(int number) => string.Create(CultureInfo.InvariantCulture, $"{{{number}}}");

    /// <returns>The values between the literals; null where the text is another sentence.</returns>
    private static List<string>? Match(string text, string[] literals)
    {
        if (!text.StartsWith(literals[0], StringComparison.Ordinal)) return null;
        var values = new List<string>();
        var from = literals[0].Length;
        for (var n = 1; n < literals.Length; n++)
        {
            var last = n == literals.Length - 1;
            var at = last ? text.EndsWith(literals[n], StringComparison.Ordinal) ? text.Length - literals[n].Length : -1 : text.IndexOf(literals[n], from, StringComparison.Ordinal);
            if (at <= from) return null;
            values.Add(text[from..at]);
            from = at + literals[n].Length;
        }
        return values;
    }

    private static string Filled(string pattern, IReadOnlyList<string> values)
    {
        // One pass: a value that holds {1} is not filled again.
        var told = new System.Text.StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
            if (pattern[i] == '{' && i + 2 < pattern.Length && char.IsAsciiDigit(pattern[i + 1]) && pattern[i + 2] == '}' && pattern[i + 1] - '0' is var n && n < values.Count)
            {
                told.Append(values[n]);
                i += 2;
            }
            else told.Append(pattern[i]);
        return told.ToString();
    }
}
