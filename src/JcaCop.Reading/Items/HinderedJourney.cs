using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>"Ms Holm follows online, as she is unable to travel": what cannot be is the journey; whoever is told to take part from afar comes.</summary>
internal static class HinderedJourney
{
    private enum Sign { Journey, Rather, Another }

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("hinderedJourney").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code, ignoreCase: true))));

    /// <summary>"but", "but she will follow": between the word and the way.</summary>
    private const int Turn = 24;

    /// <summary>"not even": so far before the way a denial reaches it.</summary>
    private const int Reach = 16;

    /// <summary>Of whom it is open whether he or she stays away or follows from afar: a person is asked.</summary>
    internal const string Open = "openAttendance";

    /// <summary>Somebody of whom a sentence says that he or she cannot travel. Read as staying away, he or she comes from afar, where the sentence says so of nobody else; unsure, where it may speak of another.</summary>
    public static AttendeeDraft Of(ItemContext context, AttendeeDraft draft)
    {
        if (draft.Head.Place.Origin is not DraftOrigin.Prose) return draft;
        var span = draft.Head.Place.Span;
        var signs = Index.FindAll(context.Marked.Folded).FindAll(sign => sign.Start >= span.Start && sign.End <= span.End);
        var journeys = signs.FindAll(static sign => sign.Value == Sign.Journey);
        if (journeys.Count == 0) return draft;
        if (draft.Comes) return draft with { Unsure = signs.Exists(sign => sign.Value == Sign.Another && sign.Start >= draft.Head.End) };
        var ways = AttendanceModes.Told(context, span).Where(way => way.Mode == AttendanceMode.Remote && !journeys.Exists(journey => way.Word.Start < journey.End && journey.Start < way.Word.End)).ToList();
        if (ways.Count == 0) return draft;
        // "her deputy follows online": whoever has no name here may be meant
        if (signs.Exists(sign => sign.Value == Sign.Another && (sign.Start >= draft.Head.End || sign.End <= draft.Head.Start))) return draft with { Unsure = true };
        var others = NamesIn.Find(context, span.Start, span.End).FindAll(name => name.Start > draft.Head.End || name.End < draft.Head.Start);
        bool Apart(int from, int to) => others.Exists(name => name.Start >= Math.Min(from, to) && name.End <= Math.Max(from, to));
        // what stands before the name is said of it only where nobody is named before that
        bool Leads(int at) => at > draft.Head.Start || !others.Exists(name => name.Start < at) && !context.Text.AsSpan(at, draft.Head.Start - at).Contains('\n');
        foreach (var (_, word) in ways)
        {
            if (Apart(draft.Head.End, word.Start) || !Leads(word.Start) || !journeys.Exists(journey => !Apart(journey.Start, word.Start) && Leads(journey.Start))) continue;
            if (IsDeniedBehind(context, span, journeys, word)) return draft with { Unsure = true };
            if (IsDenied(context, span, journeys, word) && !signs.Exists(sign => sign.Value == Sign.Rather && sign.End <= word.Start && word.Start - sign.End <= Turn)) continue;
            return draft with { Comes = true, Mode = new Found(nameof(AttendanceMode.Remote), word.Start, word.Length, Told) };
        }
        return draft;
    }

    private const double Told = 0.7;

    /// <summary>"Will not attend, not even online": a denial other than that of the journey stands before the way.</summary>
    private static bool IsDenied(ItemContext context, TextSpan span, List<PhraseHit<Sign>> journeys, PhraseHit<Matter> way)
    {
        foreach (var denial in context.Matters.Within(Matter.Negator, span.Start, way.Start))
            if (!journeys.Exists(journey => denial.Start >= journey.Start && denial.End <= journey.End)) return true;
        return Denials.Before(context, Math.Max(span.Start, way.Start - Reach), way.Start);
    }

    /// <summary>"Was to follow online, but will not take part": what is denied behind the way, and is not the journey, may take it back.</summary>
    private static bool IsDeniedBehind(ItemContext context, TextSpan span, List<PhraseHit<Sign>> journeys, PhraseHit<Matter> way) =>
        context.Matters.Within(Matter.Negator, way.End, span.End).Any(denial => !journeys.Exists(journey => denial.Start >= journey.Start && denial.End <= journey.End));
}
