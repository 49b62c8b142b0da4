using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"The term of Mr X as representative ends on 31 March", with nobody who follows: a seat ends, and nothing is put forward or declined.</summary>
internal static class TermsOver
{
    private enum Sign { Term, Over, Heir }

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("seatEnds").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code, ignoreCase: true))));

    /// <summary>Whether a sentence speaks of a term that is over, or of who follows in a seat: what it denies is a successor, and no nomination that a circular asks for.</summary>
    public static bool SpeaksOf(ItemContext context, TextSpan span)
    {
        var signs = Index.FindAll(context.Marked.Folded).FindAll(sign => sign.Start >= span.Start && sign.End <= span.End);
        return signs.Exists(static sign => sign.Value == Sign.Heir) || Ends(signs);
    }

    /// <summary>Sentences that end the seat of the one person whom the whole text names.</summary>
    public static IEnumerable<(TextSpan Span, Mention<string> Name)> In(ItemContext context)
    {
        var signs = Index.FindAll(context.Marked.Folded);
        if (!Ends(signs) || !context.Matters.Has(Matter.SeatNoun) || NamesIn.Find(context, 0, context.Text.Length) is not [var gone]
            || context.Passages.Any(static passage => (passage.Intents & (Intents.Nominate | Intents.Replace)) != 0 && (passage.Moods & Moods.Negated) == 0)) yield break;
        foreach (var (span, block) in context.Utterances)
            if (block is Paragraph && span.Contains(gone.Start) && !Utterances.IsOpen(context, span) && !context.Matters.Any(Matter.If, span) && context.Matters.Any(Matter.SeatNoun, span)
                && !context.Emails.AnyFrom(span.Start, span.End) && !context.Phones.AnyFrom(span.Start, span.End) && Ends(signs.FindAll(sign => sign.Start >= span.Start && sign.End <= span.End)))
                yield return (span, gone);
    }

    private static bool Ends(List<PhraseHit<Sign>> signs) => signs.Exists(static sign => sign.Value == Sign.Term) && signs.Exists(static sign => sign.Value == Sign.Over);
}
