using System.Buffers;
using System.Text.RegularExpressions;
using JcaCop.Reading;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Questions;

/// <summary>One decision in a reply.</summary>
/// <param name="Code">As written behind or before the word; null where the reply itself names the question.</param>
/// <param name="Word"><c>accept</c>, <c>reject</c>, or the number of a choice.</param>
public sealed record AnswerLine(string? Code, string Word)
{
    /// <summary>Values given on lines with the same code, in place of what was read there; they accept with these values.</summary>
    public IReadOnlyList<(string Field, string Value)> Fields { get; init; } = [];
}

/// <summary>What a reply answers.</summary>
/// <param name="Lines">In order; empty where fields alone are given, which accepts with these values.</param>
/// <param name="Fields">Values that the person gives in place of what was read, by the name of the field as written; those behind a code stand in its line.</param>
public sealed record AnswerText(IReadOnlyList<AnswerLine> Lines, IReadOnlyList<(string Field, string Value)> Fields)
{
    /// <summary>Whether it gives values, and not words alone.</summary>
    public bool HasValues => Fields.Count > 0 || Lines.Any(line => line.Fields.Count > 0);
}

/// <summary>One line of a reply that decides several things, one a line.</summary>
/// <param name="Text">As written.</param>
/// <param name="Codes">All that stand in it, as written; empty where none does.</param>
/// <param name="Said">Null where it is not plain.</param>
public sealed record ReplyLine(string Text, IReadOnlyList<string> Codes, AnswerLine? Said);

/// <summary>Reads the answer in the first unquoted lines of a reply: one word, <c>field: value</c> lines, or one decision a line with the code of its question: <c>K7M2-9QXA accept</c>, <c>K7M2-9QXA phone: +61 3 5550 0101</c>.</summary>
/// <remarks>Whoever writes more than that has something to say that a word does not hold, and a person reads it.</remarks>
public static partial class AnswerReader
{
    private const int MostLines = 60;

    /// <param name="replyText">The new text of the mail, without quotes, signature and closing formula.</param>
    /// <param name="sender">Whose name may stand below the answer, where the signature was not told from the text; null where none may.</param>
    /// <returns>Null where the text is no plain answer.</returns>
    public static AnswerText? Read(string replyText, MailAddress? sender)
    {
        var lines = replyText.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).SelectMany(Parts).ToList();
        if (lines.Count is 0 or > MostLines) return null;
        var answers = new List<AnswerLine>();
        var fields = new List<(string, string)>();
        var rest = 0;
        foreach (var (index, line) in lines.Index())
        {
            if (index == 0 && lines.Count > 1 && Addressing.Contains(line[^1]) && AnswerWords.Addresses(line)) continue;
            if (Answer(line) is { } answer && (rest == 0 || answer.Code is not null)) answers = Said(answers, answer);
            else if (AnswerWords.IsCourtesy(line) || AnswerWords.IsCourtesy(line.TrimEnd(',', '!', '，', '،'))) continue;
            else if (rest == 0 && CodedField(line) is { } corrected) answers = With(answers, corrected.Code, corrected.Field);
            else if (rest == 0 && Field(line) is { } field) fields.Add(field);
            // Any other line below the word may be a second thought: "if the minister agrees", "Not yet".
            else if (answers.Count + fields.Count > 0 && IsNameOf(sender, line) && AnswerWords.Of(line) is null && ++rest <= 2) continue;
            else return null;
        }
        // Whoever says no has no value to give.
        if (answers.Exists(answer => answer.Fields.Count > 0 && answer.Word != AnswerWords.Accept)) return null;
        // Who says the same in two lines says it once.
        var plain = answers.Where(answer => answer.Code is null).DistinctBy(answer => answer.Word).ToList();
        answers = [.. answers.Where(answer => answer.Code is not null), .. plain];
        // Two words without codes, or a word beside coded lines, would contradict each other.
        if (plain.Count > 1 || (plain.Count > 0 && answers.Count > 1) || (fields.Count > 0 && answers.Count > 1) || answers.Count + fields.Count == 0) return null;
        return new AnswerText(answers, fields);
    }

    /// <summary>Whether a reply says of the draft above it that it is fine as it stands, and nothing else.</summary>
    /// <inheritdoc cref="Read"/>
    public static bool IsUnchanged(string replyText, MailAddress? sender)
    {
        var lines = replyText.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var told = false;
        if (lines.Count > MostUnchanged) return false;
        foreach (var line in lines)
        {
            if (AnswerWords.SaysUnchanged(line, out var plain)) told |= plain;
            // A signature that was not told from the text.
            else if (!told || !IsNameOf(sender, line) && !AnswerWords.NamesOffices(line)) return false;
        }
        return told;
    }

    /// <summary>Whoever writes more has more to say.</summary>
    private const int MostUnchanged = 8;

    /// <summary>The lines one by one, of a reply whose every line may name a question of its own: one that is not plain says nothing of the others.</summary>
    /// <returns>Empty where no line decides about a code. Greetings, thanks and the sender's name are left out.</returns>
    public static IReadOnlyList<ReplyLine> ByLine(string replyText, MailAddress? sender)
    {
        var lines = replyText.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).SelectMany(line => Decisions(line) ?? [line]).ToList();
        if (lines.Count > MostLines) return [];
        var read = new List<ReplyLine>();
        var decides = false;
        foreach (var (index, line) in lines.Index())
        {
            if (AnswerWords.IsCourtesy(line) || index == 0 && (AnswerWords.Greets(line) || AnswerWords.Addresses(line)) || index > 0 && AnswerWords.Of(line) is null && IsNameOf(sender, line)) continue;
            var codes = Coded().Matches(line).Select(match => match.Groups["code"].Value).ToList();
            var said = codes.Count == 0 ? null : Answer(line) ?? (CodedField(line) is { } told ? new AnswerLine(told.Code, AnswerWords.Accept) { Fields = [told.Field] } : null);
            decides |= said is not null || codes.Count > 0 && line.TrimStart(Around).StartsWith(codes[0], StringComparison.Ordinal);
            read.Add(new ReplyLine(line, codes, said));
        }
        return decides ? read : [];
    }

    /// <summary>"Accept. Thanks, Amy": what stands behind the word on its line is read as if it stood below it; so is each of several codes with its word.</summary>
    private static IEnumerable<string> Parts(string line)
    {
        if (Decisions(line) is { } several) return several;
        var cut = line.AsSpan().IndexOfAny(Ends);
        if (cut <= 0 || AnswerWords.Of(line) is not null || AnswerWords.Of(line[..cut]) is null) return [line];
        // "Accept; e-mail: a.sample@network.example": a value has points and commas of its own.
        if (Field(line[(cut + 1)..]) is not null) return [line[..cut], line[(cut + 1)..].Trim()];
        return line.Split([.. SentenceEnds], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>"K7M2-9QXA accept, 3TNC-05VE reject": each code with its word; null where any part of the line is not that.</summary>
    private static IReadOnlyList<string>? Decisions(string line)
    {
        var codes = Coded().Matches(line);
        if (codes.Count < 2) return null;
        var first = line[..codes[0].Index].Trim(Between).Length == 0;
        var parts = new List<string>();
        for (var i = 0; i < codes.Count; i++)
        {
            var (from, to) = first ? (codes[i].Index, i + 1 < codes.Count ? codes[i + 1].Index : line.Length) : (i == 0 ? 0 : codes[i - 1].Index + codes[i - 1].Length, codes[i].Index + codes[i].Length);
            parts.Add(AnswerWords.WithoutAnd(line[from..to].Trim(Between)).Trim(Between));
        }
        return (first || line[(codes[^1].Index + codes[^1].Length)..].Trim(Between).Length == 0) && parts.TrueForAll(part => Answer(part) is { Code: not null }) ? parts : null;
    }

    private static readonly char[] Between = [' ', ',', ';', '.', '，', '；', '。', '،', '؛', '、'];

    private const string SentenceEnds = ".,!;。，！،";

    private static readonly SearchValues<char> Ends = SearchValues.Create(SentenceEnds);

    /// <summary>Marks behind which a letter begins.</summary>
    private const string Addressing = ",:!，：！،";

    private static AnswerLine? Answer(string line)
    {
        if (AnswerWords.Of(line) is { } word) return new AnswerLine(null, word);
        if (Coded().Match(line) is not { Success: true } match) return null;
        var left = line.Remove(match.Index, match.Length).Trim(Around);
        return AnswerWords.Of(left) is { } coded ? new AnswerLine(match.Groups["code"].Value, coded) : null;
    }

    /// <summary>"K7M2-9QXA phone: +61 3 5550 0101".</summary>
    private static (string Code, (string Field, string Value) Field)? CodedField(string line) =>
        Coded().Match(line) is { Success: true } match && line[..match.Index].Trim(Around).Length == 0 && Field(line[(match.Index + match.Length)..].TrimStart(Around)) is { } field
            ? (match.Groups["code"].Value, field) : null;

    private static readonly char[] Around = [' ', '-', ':', '–', '#', '[', ']', '.', '：'];

    /// <summary>A word behind values of its code goes with them.</summary>
    private static List<AnswerLine> Said(List<AnswerLine> answers, AnswerLine answer) =>
        answers.FindIndex(one => one.Fields.Count > 0 && answer.Code?.Equals(one.Code, StringComparison.OrdinalIgnoreCase) == true) is >= 0 and var place
            ? [.. answers.Select((one, index) => index == place ? one with { Word = answer.Word } : one)] : [.. answers, answer];

    /// <summary>The value goes with the word on the same code; where there is none, it accepts.</summary>
    private static List<AnswerLine> With(List<AnswerLine> answers, string code, (string Field, string Value) field)
    {
        var place = answers.FindIndex(answer => code.Equals(answer.Code, StringComparison.OrdinalIgnoreCase));
        if (place < 0) return [.. answers, new AnswerLine(code, AnswerWords.Accept) { Fields = [field] }];
        return [.. answers.Select((answer, index) => index == place ? answer with { Fields = [.. answer.Fields, field] } : answer)];
    }

    private static (string Field, string Value)? Field(string line)
    {
        var colon = line.IndexOfAny([':', '：', '=']);
        if (colon is <= 0 or > 40) return null;
        var (field, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
        return field.Length > 0 && value.Length > 0 && field.Count(char.IsWhiteSpace) <= 3 && value.Length <= 300 ? (field, value) : null;
    }

    /// <summary>The line holds nothing but words of the sender's name, or such as the address spells: "Jane", "J. Example".</summary>
    private static bool IsNameOf(MailAddress? sender, string line)
    {
        if (sender is null || line.Length > LongestName || !line.All(c => char.IsLetter(c) || char.IsWhiteSpace(c) || NameSigns.Contains(c))) return false;
        var words = NameKey.Of(line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (sender.Name is { } name && NameKey.Of(name).Split(' ') is var own && words.All(word => Array.Exists(own, part => part == word || word.Length == 1 && part[0] == word[0]))) return true;
        var at = sender.Email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && NameKey.Of(sender.Email[..at]).Split(' ') is var spelled && words.All(word => word.Length >= ShortestSpelled && spelled.Contains(word, StringComparer.Ordinal));
    }

    private const int LongestName = 40;

    /// <summary>Shorter parts of an address may be words: "no.reply", "not".</summary>
    private const int ShortestSpelled = 4;

    private const string NameSigns = ".-',’";

    /// <summary>A code as letters show it: four characters, a dash, four characters; or eight in a row with a digit among them.</summary>
    [GeneratedRegex(@"(?<![0-9A-Za-z])#?(?<code>[0-9A-Za-z]{4}-[0-9A-Za-z]{4}|(?=[A-Za-z]*[0-9])[0-9A-Za-z]{8})(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Coded();
}
