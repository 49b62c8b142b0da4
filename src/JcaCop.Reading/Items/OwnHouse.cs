using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"I am with the Heron Trust", "je travaille à l'Institut X": the house that the writer says to be of.</summary>
internal static class OwnHouse
{
    private static readonly PhraseIndex<bool> Index = new(LexiconFile.Words("grammar", "iAmOf").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>An article between the words and the house.</summary>
    private const int Gap = 4, LongestHouse = 120;

    /// <returns>Null where no such words stand in the text, or no name of a house follows them.</returns>
    public static Found? Of(ItemContext context)
    {
        foreach (var words in Index.FindLongest(context.Marked.Folded))
        {
            var end = Math.Min(context.Text.Length, words.End + LongestHouse);
            if (OrganizationNames.Find(context.Marked, words.End, end) is [var house, ..] && house.Start - words.End <= Gap + 1) return Found.Of(house);
            if (OrganizationNames.Headless(context.Marked, words.End, end) is { } bare && bare.Start - words.End <= Gap + 1) return Found.Of(bare);
        }
        return null;
    }
}
