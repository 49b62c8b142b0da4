using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Je la remplace", "replaces her": who goes is a pronoun, and whom it means stands above, or nowhere.</summary>
internal static class Pronouns
{
    private static readonly PhraseIndex<bool> Goes = new(LexiconFile.Words("pronouns", "goes").Select(static phrase => KeyValuePair.Create(phrase, true)));

    /// <summary>Whether a text says so of anybody: whoever writes it speaks of others, not of the own absence.</summary>
    public static bool Occur(string text) => Goes.FindAll(text).Count > 0;

    /// <summary>How far above the sentence the one who goes may have been named.</summary>
    private const int Above = 400;

    /// <summary>The phrase of a sentence by which somebody comes for a pronoun; null where there is none.</summary>
    public static PhraseHit<bool>? In(ItemContext context, TextSpan span)
    {
        foreach (var hit in Goes.FindAll(context.Marked.Folded)) if (hit.Start >= span.Start && hit.End <= span.End) return hit;
        return null;
    }

    /// <summary>Whether a person comes for a pronoun, and it is not plain whom that means: nobody was read, or somebody of several who are named above.</summary>
    /// <param name="comes">Name of the person, or of the writer.</param>
    /// <param name="leaves">Whom the person was read to replace; null where nobody was.</param>
    public static bool Doubtful(ItemContext context, Found comes, Found? leaves)
    {
        foreach (var (span, block) in context.Utterances)
        {
            if (block is Form or Table || In(context, span) is not { } pronoun || !Comes(context, span, comes, leaves)) continue;
            if (leaves is not { } gone) return true;
            if (span.Contains(gone.Start) && gone.Start < pronoun.Start) return false;
            var named = NamesIn.Find(context, Math.Max(0, span.Start - Above), span.Start);
            if (!named.Exists(name => !SameName.Is(name.Value, gone.Value))) return false;
            // Of several, it is whoever is said to have gone, and nobody else.
            return !GoesAway(context, gone.Start) || named.Exists(name => !SameName.Is(name.Value, gone.Value) && GoesAway(context, name.Start));
        }
        return false;
    }

    /// <summary>The sentence names the person, or it is the writer's and names nobody who comes.</summary>
    private static bool Comes(ItemContext context, TextSpan span, Found comes, Found? leaves) => span.Contains(comes.Start)
        || SenderPerson.Is(context, comes.Value) && !NamesIn.Find(context, span.Start, span.End).Exists(name => leaves is not { } gone || !SameName.Is(name.Value, gone.Value));

    private static bool GoesAway(ItemContext context, int name)
    {
        foreach (var (span, _) in context.Utterances)
            if (span.Start <= name && name < span.End) return context.Matters.Any(Matter.Leaves, span) || context.Marked.Any(Word.Withdraw, span.Start, span.End);
        return false;
    }
}
