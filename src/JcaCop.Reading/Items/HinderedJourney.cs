using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>"Ms Holm follows online, as she is unable to travel": what cannot be is the journey; whoever is told to take part from afar comes.</summary>
internal static class HinderedJourney
{
    private enum Sign { Journey, Rather }

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("hinderedJourney").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code, ignoreCase: true))));

    /// <summary>"but", "but she will follow": between the word and the way.</summary>
    private const int Turn = 24;

    /// <summary>"not even": so far before the way a denial reaches it.</summary>
    private const int Reach = 16;

    /// <summary>The way from afar that the sentence tells of somebody of whom it was read that he or she stays away; null where it tells none.</summary>
    public static Found? Way(ItemContext context, AttendeeDraft draft)
    {
        if (draft.Comes || draft.Head.Place.Origin is not DraftOrigin.Prose) return null;
        var span = draft.Head.Place.Span;
        var signs = Index.FindAll(context.Marked.Folded).FindAll(sign => sign.Start >= span.Start && sign.End <= span.End);
        var journeys = signs.FindAll(static sign => sign.Value == Sign.Journey);
        if (journeys.Count == 0) return null;
        var others = NamesIn.Find(context, span.Start, span.End).FindAll(name => name.Start > draft.Head.End || name.End < draft.Head.Start);
        bool Apart(int from, int to) => others.Exists(name => name.Start >= Math.Min(from, to) && name.End <= Math.Max(from, to));
        // what stands before the name is said of it only where nobody is named before that
        bool Leads(int at) => at > draft.Head.Start || !others.Exists(name => name.Start < at) && !context.Text.AsSpan(at, draft.Head.Start - at).Contains('\n');
        foreach (var (mode, word) in AttendanceModes.Told(context, span))
        {
            if (mode != AttendanceMode.Remote || Apart(draft.Head.End, word.Start) || !Leads(word.Start) || journeys.Exists(journey => word.Start < journey.End && journey.Start < word.End)) continue;
            if (!journeys.Exists(journey => !Apart(journey.Start, word.Start) && Leads(journey.Start))) continue;
            if (IsDenied(context, span, journeys, word) && !signs.Exists(sign => sign.Value == Sign.Rather && sign.End <= word.Start && word.Start - sign.End <= Turn)) continue;
            return new Found(nameof(AttendanceMode.Remote), word.Start, word.Length, Told);
        }
        return null;
    }

    private const double Told = 0.7;

    /// <summary>"Will not attend, not even online": a denial other than that of the journey stands before the way.</summary>
    private static bool IsDenied(ItemContext context, TextSpan span, List<PhraseHit<Sign>> journeys, PhraseHit<Matter> way)
    {
        foreach (var denial in context.Matters.Within(Matter.Negator, span.Start, way.Start))
            if (!journeys.Exists(journey => denial.Start >= journey.Start && denial.End <= journey.End)) return true;
        return Denials.Before(context, Math.Max(span.Start, way.Start - Reach), way.Start);
    }
}
