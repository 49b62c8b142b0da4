using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"From in person to remote", "à distance au lieu de sur place", 由现场改为线上: of two ways of taking part one is left for the other.</summary>
internal static class LeftWay
{
    /// <summary>Between "from" or "instead of" and the way; between the two ways. UTF-16 units.</summary>
    private const int Near = 4, Between = 24;

    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("wayChanged").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <param name="way">Words for a way of taking part.</param>
    /// <param name="span">The passage that holds them.</param>
    public static bool Is(ItemContext context, PhraseHit<Matter> way, TextSpan span)
    {
        var other = way.Value == Matter.Remote ? Matter.InPerson : Matter.Remote;
        if (!context.Matters.Any(other, span)) return false;
        var hits = Index.FindAll(context.Marked.Folded);
        var sentence = context.Utterances.Find(utterance => utterance.Span.Contains(way.Start)).Span;
        if (sentence.IsEmpty) sentence = span;
        if (!context.Matters.Any(other, sentence)) return false;
        if (hits.Exists(hit => hit.Value == "instead" && IsBefore(hit, way))) return true;
        if (!hits.Exists(hit => hit.Value == "from" && IsBefore(hit, way))) return false;
        return context.Matters.First(other, way.End, Math.Min(sentence.End, way.End + Between)) is { } next && hits.Exists(hit => hit.Value == "to" && hit.Start >= way.End && hit.Start <= next.Start);

        bool IsBefore(PhraseHit<string> word, PhraseHit<Matter> way) =>
            word.End <= way.Start && way.Start - word.End <= Near && !Clauses.Part(context.Text, word.End, way.Start);
    }
}
