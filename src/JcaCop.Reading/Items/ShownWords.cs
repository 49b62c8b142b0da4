using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Words with which somebody puts right what a receipt showed: what is meant, and on which side of them the right text stands (<c>Lexicons/shownCorrections.json</c>).</summary>
internal enum ShownWord
{
    /// <summary>What is meant: a part of a name, a name, the organization, its address, a function.</summary>
    Surname, Given, Name, House, Address, Function,

    /// <summary>Directly before the right text.</summary>
    Right,

    /// <summary>Directly before the text that is wrong.</summary>
    Wrong,

    /// <summary>Before the right text, where the wrong one stood before.</summary>
    But,

    /// <summary>Before the right text, where it was said what is meant.</summary>
    Is,

    /// <summary>Verbs of changing, and what stands between them and the right text.</summary>
    Changing, Into,

    /// <summary>Says that something is wrong.</summary>
    Slip,

    /// <summary>Begins words on how something is spelt, which are no part of it.</summary>
    Spelling,

    /// <summary>Thanks, greets or excuses.</summary>
    Thanks,
}

/// <summary>Finds these words.</summary>
internal static class ShownWords
{
    private static readonly PhraseIndex<ShownWord> Index = new(LexiconFile.Phrases("shownCorrections")
        .Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<ShownWord>(entry.Code, ignoreCase: true))));

    public static List<PhraseHit<ShownWord>> Find(FoldedText text, int start, int end) => Index.FindLongest(text).FindAll(hit => hit.Start >= start && hit.End <= end);

    public static bool IsLabel(ShownWord word) => word <= ShownWord.Function;
}
