using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"The first", "el segundo": which of several that were told before is meant, counted from 1.</summary>
internal static class Ordinals
{
    public static readonly PhraseIndex<int> Index = new(LexiconFile.Phrases("ordinals")
        .Select(entry => KeyValuePair.Create(entry.Phrase, int.Parse(entry.Code, System.Globalization.CultureInfo.InvariantCulture))));

    public static List<PhraseHit<int>> Find(FoldedText text, int start, int end) => Index.FindAll(text).FindAll(hit => hit.Start >= start && hit.End <= end);
}
