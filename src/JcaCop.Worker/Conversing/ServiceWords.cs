using System.Reflection;
using System.Text.Json;
using JcaCop.Reading;
using JcaCop.Register.Entries;
using JcaCop.Register.Questions;

namespace JcaCop.Worker.Conversing;

/// <summary>Knows the service words of the six languages where a mail holds nothing else. The lists are data (<c>service-words.json</c>).</summary>
internal static class ServiceWords
{
    private static readonly Dictionary<string, ServiceWord> Words = Load();

    /// <summary>The word in the new text; in the subject, where the text is empty. A name and an office may stand below it.</summary>
    public static ServiceWord? In(ReceivedMail mail)
    {
        var lines = mail.Body.ReplyText.Split('\n').Select(line => line.Trim()).SkipWhile(line => line.Length == 0 || AnswerWords.IsCourtesy(line)).ToList();
        return lines switch
        {
            [var first, .. var below] when below.TrueForAll(line => line.Length == 0 || AnswerWords.IsCourtesy(line)) || mail.Attachments.Count == 0 && IsSignature(below) => Of(first),
            [] when mail.Attachments.Count == 0 => Of(mail.Subject),
            _ => null,
        };
    }

    /// <summary>A blank line, then a few short ones that are no sentence: who wrote, which the mail program put there.</summary>
    private static bool IsSignature(List<string> below) => below is ["", ..] && below.Where(line => line.Length > 0 && !AnswerWords.IsCourtesy(line)).ToList() is { Count: <= LongestSignature } lines
        && lines.TrueForAll(line => line.Length <= LongestLine && !SentenceEnds.Contains(line[^1]) && Of(line) is null);

    private const string SentenceEnds = ".?!:;。？！：；؟";

    private const int LongestSignature = 4, LongestLine = 60;

    /// <summary>The word that a text is, and nothing else.</summary>
    public static ServiceWord? Of(string text) => AnswerWords.Bare(text).Where(Words.ContainsKey).Select(key => (ServiceWord?)Words[key]).FirstOrDefault();

    private static Dictionary<string, ServiceWord> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("service-words.json")
            ?? throw new InvalidOperationException("The resource service-words.json is missing.");
        var data = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream)
            ?? throw new InvalidOperationException("service-words.json is empty.");
        return data.SelectMany(word => word.Value.Values.SelectMany(words => words).Select(text => (Key: NameKey.Of(text), Word: Enum.Parse<ServiceWord>(word.Key, ignoreCase: true))))
            .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Word, StringComparer.Ordinal);
    }
}
