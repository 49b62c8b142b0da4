using System.Collections.Frozen;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Text;

/// <summary>Which header of an earlier mail a label names.</summary>
internal enum HeaderLabel { None, From, Sent, To, Cc, Subject }

/// <summary>The words with which mail programs introduce an earlier mail.</summary>
internal static class QuoteWords
{
    public static IReadOnlyDictionary<string, Dictionary<string, string[]>> Lexicon { get; } = MailWords.Load("quotes");

    public static PhraseSet Wrote { get; } = MailWords.All(Lexicon, "wrote");
    public static PhraseSet Openers { get; } = MailWords.All(Lexicon, "openers");
    public static PhraseSet Original { get; } = MailWords.All(Lexicon, "original");
    public static PhraseSet Forwarded { get; } = MailWords.All(Lexicon, "forwarded");
    public static PhraseSet ForwardIntro { get; } = MailWords.All(Lexicon, "forwardIntro");

    private static readonly FrozenDictionary<string, HeaderLabel[]>.AlternateLookup<ReadOnlySpan<char>> Labels = MakeLabels();

    /// <summary>The headers that a folded label can name; some words name two in different languages (<c>A</c>, <c>De</c>, <c>Od</c>).</summary>
    public static ReadOnlySpan<HeaderLabel> LabelOf(ReadOnlySpan<char> folded) => Labels.TryGetValue(folded, out var found) ? found : [];

    /// <summary>Whether the last words of a folded line say that somebody wrote.</summary>
    public static bool EndsInWrote(string folded)
    {
        var at = folded.Length;
        for (var words = 0; words < 3 && at > 0; words++)
        {
            at = folded.LastIndexOf(' ', at - 1);
            if (Wrote.Is(folded.AsSpan(at + 1))) return true;
        }
        return false;
    }

    private static FrozenDictionary<string, HeaderLabel[]>.AlternateLookup<ReadOnlySpan<char>> MakeLabels()
    {
        (string Subject, HeaderLabel Label)[] subjects =
            [("from", HeaderLabel.From), ("sent", HeaderLabel.Sent), ("to", HeaderLabel.To), ("cc", HeaderLabel.Cc), ("subject", HeaderLabel.Subject)];
        return subjects
            .SelectMany(s => Lexicon.Values.SelectMany(words => words[s.Subject]).Select(word => (Word: Folding.Fold(word).Text.Trim(' ', ':'), s.Label)))
            .Where(e => e.Word.Length > 0)
            .GroupBy(e => e.Word, e => e.Label)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
