using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Little Stars Society is no longer active and should not be listed", "the workshop has been cancelled": what is over, told in a sentence of its own (<c>Lexicons/unlisted.json</c>).</summary>
internal static class Unlisted
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("unlisted").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <returns>The first such sentence that names somebody or something and of which no item was read; null where there is none.</returns>
    public static TextSpan? Find(ItemContext context, IReadOnlyList<Item> items)
    {
        var hits = Index.FindAll(context.Marked.Folded);
        if (hits.Count == 0) return null;
        foreach (var (span, block) in context.Utterances)
            if (block is Paragraph && hits.Exists(hit => span.Contains(hit.Start)) && !items.Any(item => item.Evidence.Any(proof => proof.Source == context.Source && span.Contains(proof.Offset)))
                && !Utterances.IsOpen(context, span) && Names(context, span)) return span;
        return null;
    }

    /// <summary>What was read as an activity is told to be called off in the same sentence.</summary>
    public static bool IsCalledOff(ItemContext context, Item activity)
    {
        var hits = Index.FindAll(context.Marked.Folded);
        return hits.Count > 0 && activity.Evidence is [{ Source: var source, Offset: var at }, ..] && source == context.Source
            && context.Utterances.Find(utterance => utterance.Span.Contains(at)) is { Block: Paragraph } sentence && hits.Exists(hit => hit.Value == "calledOff" && sentence.Span.Contains(hit.Start));
    }

    /// <summary>A title in quotation marks of what is called off, which is nobody who comes or stays away.</summary>
    public static bool IsTitleCalledOff(ItemContext context, Item attendance) =>
        IsCalledOff(context, attendance) && attendance.Evidence[0].Offset is var at
        && context.Utterances.Find(utterance => utterance.Span.Contains(at)).Span is var sentence && Quotations.Find(context.Text, sentence.Start, sentence.End).Any(quoted => quoted.Start <= at && at < quoted.End);

    private static bool Names(ItemContext context, TextSpan span) => NamesIn.Find(context, span.Start, span.End).Count > 0
        || OrganizationNames.Find(context.Marked, span.Start, span.End).Exists(static name => name.Confidence >= Likely) || Quotations.Find(context.Text, span.Start, span.End).Any();

    private const double Likely = 0.6;
}
