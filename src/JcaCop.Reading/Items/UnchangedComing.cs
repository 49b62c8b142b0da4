using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"Please cancel her registration; our other participant comes as planned": beside a registration that is taken back, what stays as it was is nothing to record.</summary>
internal static class UnchangedComing
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("asPlanned").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>The sentence says that something stays as it was.</summary>
    public static bool IsSaid(ItemContext context, TextSpan span) => Index.FindAll(context.Marked.Folded).Exists(hit => hit.Start >= span.Start && hit.End <= span.End);

    /// <summary>The sentence says that somebody's coming stays as it was, beside a registration that is taken back.</summary>
    public static bool Says(ItemContext context, TextSpan span) =>
        context.Matters.Has(Matter.Remove) && context.Matters.Has(Matter.RegistrationNoun) && context.Meets is not null && !context.Matters.Any(Matter.Remove, span)
        && IsSaid(context, span);

    public static void Settle(ItemContext context, List<Item> items)
    {
        if (items.Count == 0 || !context.Matters.Has(Matter.Remove) || !context.Matters.Has(Matter.RegistrationNoun)) return;
        var said = Index.FindAll(context.Marked.Folded);
        if (said.Count == 0) return;
        items.RemoveAll(item => item is Registration or Regret && item.Evidence.Count > 0 && Stays(context, said, item.Evidence[0]));
    }

    /// <summary>The sentence that tells of the coming says that it stays so, and takes nothing back.</summary>
    private static bool Stays(ItemContext context, List<PhraseHit<string>> said, Evidence told)
    {
        if (told.Source != context.Source) return false;
        var span = context.Utterances.Find(utterance => utterance.Span.Contains(told.Offset)).Span;
        return !span.IsEmpty && said.Exists(hit => hit.Start >= span.Start && hit.End <= span.End) && !context.Matters.Any(Matter.Remove, span);
    }
}
