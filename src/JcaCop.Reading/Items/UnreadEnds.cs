using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"We withdraw Mr Lund as our representative. His last day is 31 October": a day to come beside a seat that is given up, which no rule read as its last; the seat must not end at once without a person.</summary>
internal static class UnreadEnds
{
    /// <param name="gone">A seat given up, without a last day.</param>
    public static bool Beside(ItemContext context, Withdrawal gone)
    {
        if (context.Year is not { } written || gone.Evidence.FirstOrDefault(proof => proof.Source == context.Source) is not { } told) return false;
        var utterances = context.Utterances;
        var own = utterances.FindIndex(utterance => utterance.Span.Contains(told.Offset));
        return own >= 0 && (IsToCome(utterances[own]) || own + 1 < utterances.Count && IsToCome(utterances[own + 1]));

        bool IsToCome(Utterances.Utterance utterance) => !context.Matters.Any(Matter.Meeting, utterance.Span)
            && Dates.Find(utterance.Span.In(context.Text), written, context.Language).Any(date => date.Value.Last > written);
    }
}
