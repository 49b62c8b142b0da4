using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"We make an expert available to JCA-COP. He is Eng. Bo Lind, …": who is named next is the expert that is offered, where no other word gives him or her a role.</summary>
internal static class ExpertOffered
{
    /// <summary>" available to JCA-COP. He is Eng. ".</summary>
    private const int LongestGap = 70;

    private static readonly PhraseIndex<string> Offers = new(LexiconFile.Words("grammar", "expertOffer").Select(static word => KeyValuePair.Create(word, word)));

    public static SeatRole? Of(ItemContext context, Found name)
    {
        foreach (var expert in context.Marked.Within(Word.ExpertRole, Math.Max(0, name.Start - LongestGap), name.Start))
        {
            if (context.Utterances.Find(told => told.Span.Contains(expert.Start)).Span is not { IsEmpty: false } span || NamesIn.Find(context, span.Start, name.Start).Count > 0) continue;
            if (name.Start >= span.End && context.Utterances.Exists(told => told.Span.Start >= span.End && told.Span.End <= name.Start && told.Span.Length > Shortest)) continue;
            if ((Passage.Of(context.Marked, span).Moods & (Moods.Negated | Moods.Conditional)) != 0 || Utterances.IsOpen(context, span)) continue;
            if (Offers.FindAll(context.Marked.Folded).Exists(offer => offer.Start >= span.Start && offer.End <= span.End)) return SeatRole.Expert;
        }
        return null;
    }

    /// <summary>A sentence of so many letters stands between the offer and the name.</summary>
    private const int Shortest = 3;
}
