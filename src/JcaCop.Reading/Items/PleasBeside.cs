using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>What is asked for beside an item, in words that speak of no other matter: a place on the mailing list, minutes on the agenda, the documents for somebody, leave to do something ("if that is all right with you").</summary>
internal static class PleasBeside
{
    private enum Plea { List, Join, Minutes, Speak, Leave, Give, Papers }

    private static readonly PhraseIndex<Plea> Index = new(LexiconFile.Phrases("pleasBeside").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Plea>(entry.Code, true))));

    /// <summary>The reason why a person must read the statement; null where it asks for none of these.</summary>
    public static string? Of(ItemContext context, TextSpan span)
    {
        var said = Index.FindAll(context.Marked.Folded).FindAll(hit => hit.Start >= span.Start && hit.End <= span.End);
        if (said.Count == 0) return null;
        if (said.Exists(static hit => hit.Value == Plea.Leave)) return "condition";
        if (!context.Matters.Any(Matter.Pleads, span)) return null;
        return Both(said, Plea.List, Plea.Join) || Both(said, Plea.Give, Plea.Papers) || Both(said, Plea.Minutes, Plea.Speak) ? "request" : null;
    }

    /// <summary>Whether the statement speaks of a mailing list.</summary>
    public static bool NamesList(ItemContext context, TextSpan span) => Index.FindAll(context.Marked.Folded).Exists(hit => hit.Value == Plea.List && hit.Start >= span.Start && hit.End <= span.End);

    private static bool Both(List<PhraseHit<Plea>> said, Plea one, Plea other) => said.Exists(hit => hit.Value == one) && said.Exists(hit => hit.Value == other);
}
