using System.Collections.Frozen;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Text;

/// <summary>Words of replies that are a word or two long, of signatures and of what mail programs put around a quotation: "Conforme", "Chef de service", "a écrit".</summary>
/// <remarks>Longer texts are told by their small words alone (<see cref="LanguageTable"/>); such replies have none.</remarks>
internal static class BriefReply
{
    private const int Longest = 400;

    private static readonly FrozenDictionary<string, string[]> Written = Words(static word => word), Folded = Words(Folding.Plain);

    private static FrozenDictionary<string, string[]> Words(Func<string, string> form) => MailWords.Load("brief")
        .SelectMany(language => language.Value["words"].Select(word => (Word: form(word), language.Key)))
        .GroupBy(static entry => entry.Word, static entry => entry.Key)
        .ToFrozenDictionary(static group => group.Key, static group => group.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The languages for which words of the text speak, each word weighed by how few share it.</summary>
    public static IEnumerable<(string Language, double Weight)> Words(string text)
    {
        // "présent" is one language's, "present" may be another's or typed without the accent
        foreach (var word in (text.Length > Longest ? text[..Longest] : text).ToLowerInvariant().Split(Signs, StringSplitOptions.RemoveEmptyEntries))
            if (Written.TryGetValue(word, out var languages) || Folded.TryGetValue(Folding.Plain(word), out languages))
                foreach (var language in languages) yield return (language, 2.0 / (1 + languages.Length));
    }

    private static readonly char[] Signs = [' ', '\n', '\t', '.', ',', ';', ':', '!', '?', '(', ')', '\'', '\u2019', '-', '<', '>', '"', '\u00ab', '\u00bb', '\u060c', '\u3002', '\uff0c', '\u00a1', '\u00bf', '/'];

    /// <summary>What the writer's own mail program put around the quoted letter and below the reply: its language is the writer's, that of the letter is not.</summary>
    public static string Frame(MailBody body)
    {
        var frame = new System.Text.StringBuilder();
        foreach (var passage in body.Passages)
        {
            if (passage.Kind is not (PassageKind.Quote or PassageKind.Boilerplate)) continue;
            var lines = body.Text.Substring(passage.Start, Math.Min(passage.Length, Longest)).TrimStart('\n').Split('\n');
            foreach (var line in lines.TakeWhile(static line => line.AsSpan().Trim() is [not '>', ..]).Take(MostLines)) frame.Append(line).Append('\n');
            if (passage.Kind == PassageKind.Quote) break;
        }
        return frame.ToString();
    }

    /// <summary>Lines of the header of a quoted letter.</summary>
    private const int MostLines = 7;
}
