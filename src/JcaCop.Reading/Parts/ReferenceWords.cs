using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>What a word says about the thing that a mail answers.</summary>
internal enum ReferenceWord
{
    /// <summary>A circular; its number stands beside it.</summary>
    Circular,
    /// <summary>"in reply to": what follows is answered.</summary>
    ReplyTo,
    Meeting,
    /// <summary>Somebody attends, stays away, or sends papers.</summary>
    Attending,
}

/// <summary>The words of references in six languages, from <c>Lexicons/references</c>.</summary>
internal static class ReferenceWords
{
    private sealed record Lists(string[] Circular, string[] Between, string[] ReplyTo, string[] Meeting, string[] Attending);

    private static readonly Lists Data = LexiconFile.Load<Lists>("references/references");

    public static PhraseIndex<ReferenceWord> Index { get; } = new(
        Data.Circular.Select(word => KeyValuePair.Create(word, ReferenceWord.Circular))
            .Concat(Data.ReplyTo.Select(word => KeyValuePair.Create(word, ReferenceWord.ReplyTo)))
            .Concat(Data.Meeting.Select(word => KeyValuePair.Create(word, ReferenceWord.Meeting)))
            .Concat(Data.Attending.Select(word => KeyValuePair.Create(word, ReferenceWord.Attending))));

    /// <summary>Words that stand between "circular" and its number; folded.</summary>
    public static IReadOnlySet<string> BeforeNumber { get; } = Data.Between.Select(word => Folding.Fold(word).Text).ToHashSet();
}
