using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"We have no objection. Kindly correct the name in annex 2.": whoever lets a matter pass and asks for something beside it, asks a person.</summary>
internal static class OpenPleas
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("pleas").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>The mail says nothing but that a matter may pass.</summary>
    public static bool MayStand(ItemContext context, IReadOnlyList<Item> items) =>
        items.All(static item => item is Position { Taken: PositionTaken.Support or PositionTaken.NoObjection })
        && (items.Count > 0 || context.Matters.Has(Matter.NoObjection) || context.Matters.Has(Matter.Support) || context.Matters.Has(Matter.Objection) || context.Matters.Has(Matter.Comment));

    /// <summary>The statement asks for something, and not only to be noted.</summary>
    public static bool Is(ItemContext context, TextSpan span)
    {
        var hits = Index.FindAll(context.Marked.Folded);
        foreach (var plea in hits)
            if (plea.Value == "plea" && plea.Start >= span.Start && plea.End <= span.End && !Denials.Before(context, span.Start, plea.Start)
                && !hits.Exists(note => note.Value == "takesNote" && note.Start >= span.Start && note.End <= span.End))
                return !context.Matters.Any(Matter.NotNeeded, span);
        return false;
    }
}
