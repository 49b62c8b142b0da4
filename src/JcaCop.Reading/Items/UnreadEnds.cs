using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"We withdraw Mr Lund as our representative. His last day is 31 October", "… once his successor has been named": a day to come beside a seat that is given up, which no rule read as its last, or
/// something that must happen before; the seat must not end at once without a person.</summary>
internal static class UnreadEnds
{
    /// <summary>"Ms Li replaces Mr Lund once the Minister has signed": the seat is not hers yet, nor lost to him.</summary>
    /// <param name="seat">A seat without a first day.</param>
    public static bool Awaits(ItemContext context, Representative seat)
    {
        if (seat.Evidence.FirstOrDefault(proof => proof.Source == context.Source) is not { } told) return false;
        var own = context.Utterances.Find(utterance => utterance.Span.Contains(told.Offset));
        return own.Block is Paragraph && AwaitedEnds.In(context, own.Span);
    }

    /// <param name="gone">A seat given up, without a last day.</param>
    public static bool Beside(ItemContext context, Withdrawal gone)
    {
        if (gone.Evidence.FirstOrDefault(proof => proof.Source == context.Source) is not { } told) return false;
        var utterances = context.Utterances;
        var own = utterances.FindIndex(utterance => utterance.Span.Contains(told.Offset));
        if (own < 0) return false;
        if (AwaitedEnds.In(context, utterances[own].Span) || own + 1 < utterances.Count && AwaitedEnds.Behind(context, utterances[own + 1].Span)) return true;
        if (context.Year is not { } written) return false;
        return IsToCome(utterances[own]) || own + 1 < utterances.Count && IsToCome(utterances[own + 1]);

        bool IsToCome(Utterances.Utterance utterance) => !context.Matters.Any(Matter.Meeting, utterance.Span)
            && Dates.Find(utterance.Span.In(context.Text), written, context.Language).Any(date => date.Value.Last > written);
    }
}
