using JcaCop.Reading.Accepting;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// "The workshop, planned for 3–5 December, is moved to 14 January": of the days of such a sentence the new ones are the activity's, and never the old (docs/decisions/0168, <c>Lexicons/movedDays.json</c>).
/// </summary>
internal static class MovedDays
{
    /// <summary>Sign of an activity that moves to days, or to a place, that the sentence does not tell plainly: a person is asked.</summary>
    public const string Open = "moved-open";

    private enum Said { Moved, Planned, Other }

    private static readonly PhraseIndex<Said> Index = new(LexiconFile.Phrases("movedDays").Where(static entry => entry.Code != "to")
        .Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code switch { "moved" => Said.Moved, "planned" => Said.Planned, _ => Said.Other }))
        .Concat(LexiconFile.Words("movedActivities", "moved").Select(static words => KeyValuePair.Create(words, Said.Moved))));

    private static readonly HashSet<string> Towards = [.. LexiconFile.Words("movedDays", "to").Select(static words => Folding.Plain(words).Trim())];

    private static readonly PhraseIndex<bool> Maybe = new(LexiconFile.Words("movedActivities", "maybe").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>The days that are new in a span, and whether all that it says of days is plain.</summary>
    internal readonly record struct Days(Mention<DateReading>? New, bool Plain)
    {
        /// <summary>A day of which nothing is said stands in a part of its own before what moves: what moves may be something else, the dinner of a conference.</summary>
        public bool Apart { get; init; }
    }

    /// <summary>The activities of a text, those that move on their new days.</summary>
    public static IEnumerable<Activity> Settle(ItemContext context, IReadOnlyList<Activity> told) =>
        told.Count == 0 || !Index.FindAll(context.Marked.Folded).Exists(static hit => hit.Value == Said.Moved) ? told : told.Select(activity => Of(context, activity));

    private static Activity Of(ItemContext context, Activity activity)
    {
        if (activity.Evidence is not [{ Source: var source, Offset: var at }, ..] || source != context.Source) return activity;
        var index = context.Utterances.FindIndex(utterance => utterance.Span.Contains(at));
        if (index < 0) return activity;
        var span = context.Utterances[index].Span;
        if (!Any(context, span, Said.Moved))
        {
            // "It was planned for 3 December. It will now be held on …": the sentence behind may move it, where it names nothing else
            if (index + 1 >= context.Utterances.Count || context.Utterances[index + 1] is not { Block: Paragraph } next || context.Utterances[index].Block != next.Block
                || !Any(context, next.Span, Said.Moved) || Any(context, next.Span, Said.Other)) return activity;
            span = TextSpan.FromBounds(span.Start, next.Span.End);
        }
        var days = In(context, span);
        var moved = Index.FindAll(context.Marked.Folded).Find(hit => hit.Value == Said.Moved && span.Contains(hit.Start));
        var plain = days is { New: { } one, Plain: true, Apart: false } && !InBrackets(context.Text[span.Start..moved.Start]) && !Any(context, span, Said.Other) && !Maybe.FindAll(context.Marked.Folded).Exists(hit => span.Contains(hit.Start))
            && !Denials.Before(context, span.Start, moved.Start) && !NamesOtherPlace(context, span, one, activity);
        var day = days.New?.Value;
        var settled = activity with { Start = day?.First, End = day is DateReading.Period period ? period.Stop : null, Place = Bare(activity.Place) };
        return plain ? settled : settled with { Signs = [.. settled.Signs, new Sign(Open, 1)] };
    }

    /// <summary>Which days of a span are the new ones: those to which something moves, neither those for which it was planned nor those from which it moves.</summary>
    public static Days In(ItemContext context, TextSpan span)
    {
        var dates = Dates.Find(context.Text[span.Start..span.End], context.Year, context.Language).Where(static date => date.Value.First is not null || date.Value is DateReading.Unclear).ToList();
        var words = Index.FindLongest(context.Marked.Folded).Where(hit => hit.Value != Said.Other && span.Contains(hit.Start)).ToList();
        var found = new List<Mention<DateReading>>();
        var (plain, last, behind) = (true, (Said?)null, span.Start);
        var apart = false;
        foreach (var date in dates)
        {
            var (start, end) = (span.Start + date.Start, span.Start + date.End);
            var said = words.FindLast(hit => hit.Start >= behind && hit.End <= start);
            var between = context.Text[behind..start];
            if (said.Length > 0) last = said.Value;
            else if (last is Said.Planned && IsTowards(between)) last = Said.Moved;                          // "… المقررة من 3 إلى 5 ديسمبر إلى 14 يناير"
            else if (last is Said.Moved && found.Count > 0 && IsTowards(between)) found.RemoveAt(found.Count - 1); // "moved from 4 March to 20 May"
            else if (last is Said.Moved && found.Count > 0) plain = false;
            if (last is null) apart |= words.Find(hit => hit.Start >= end && hit.Value == Said.Moved) is { Length: > 0 } moves && context.Text.AsSpan(end, moves.Start - end).ContainsAny(Parts);
            if (last is Said.Moved) found.Add(date);
            behind = end;
        }
        if (found is not [var only]) return new Days(null, false);
        if (only.Value.First is null) return new Days(null, false);
        // "du 4 mars au 20 mai": from one day to another, or the days of a long event
        return only.Value is DateReading.Period period && period.Stop.DayNumber - period.Start.DayNumber > LongestEvent && dates.Count == 1 ? new Days(null, false) : new Days(only, plain) { Apart = apart };
    }

    /// <summary>"The workshop has been moved to 20 May 2013": a day is no address to which somebody moves.</summary>
    public static bool IsDay(string value) => Dates.Find(value) is [var day, ..] && value.Length - day.Length <= LongestUnit;

    private const int LongestUnit = 4;

    /// <summary>What ends a part of a sentence.</summary>
    private static readonly System.Buffers.SearchValues<char> Parts = System.Buffers.SearchValues.Create(".!?;,(。！？；，（،؛؟\n");

    private static bool InBrackets(string before) => before.Count(static c => c is '(' or '（') > before.Count(static c => c is ')' or '）');

    /// <summary>Days of an event whose old days are not told.</summary>
    private const int LongestEvent = 14;

    private static bool Any(ItemContext context, TextSpan span, Said said) => Index.FindAll(context.Marked.Folded).Exists(hit => hit.Value == said && span.Contains(hit.Start));

    private static bool IsTowards(string between) => Towards.Contains(Folding.Plain(between).Trim(' ', '\n', ',', '،', '，'));

    /// <summary>"… will now be held in Thiès on 14 January": beside the new days stands a name that is not the place that was read.</summary>
    private static bool NamesOtherPlace(ItemContext context, TextSpan span, Mention<DateReading> day, Activity activity)
    {
        var (start, end) = (span.Start + day.Start, span.Start + day.End);
        var from = Index.FindAll(context.Marked.Folded).Where(hit => hit.End <= start && span.Contains(hit.Start)).Select(static hit => hit.End).DefaultIfEmpty(span.Start).Max();
        foreach (var date in Dates.Find(context.Text[span.Start..span.End], context.Year, context.Language)) if (span.Start + date.End <= start) from = Math.Max(from, span.Start + date.End);
        var to = Index.FindAll(context.Marked.Folded).Where(hit => hit.Start >= end && hit.Start < span.End).Select(static hit => hit.Start).DefaultIfEmpty(span.End).Min();
        return Names(context.Text[from..start], activity) || Names(context.Text[end..to], activity);
    }

    private static bool Names(string beside, Activity activity)
    {
        if (activity.Title is { } title) beside = beside.Replace(title, " ", StringComparison.OrdinalIgnoreCase);
        if (activity.Place is { Length: > 1 } place) beside = beside.Replace(place, " ", StringComparison.OrdinalIgnoreCase);
        if (activity.Organization is { } house) beside = beside.Replace(house, " ", StringComparison.OrdinalIgnoreCase);
        if (beside.Any(static c => Folding.IsHan(c) || Folding.IsArabic(c))) return beside.Count(char.IsLetter) > LongestUncased;
        for (var at = 1; at < beside.Length; at++) if (char.IsUpper(beside[at]) && !char.IsLetter(beside[at - 1]) && !(at > 1 && beside[at - 2] is '.' or '!')) return true;
        return false;
    }

    /// <summary>Letters of a text without capitals beside a day that name no place: "举行", "يوم".</summary>
    private const int LongestUncased = 6;

    /// <summary>"Accra will now be held": what moves is no part of the town.</summary>
    private static string? Bare(string? place)
    {
        if (place is null || Index.FindAll(place) is not { Count: > 0 } words) return place;
        var bare = place[..words.Min(static hit => hit.Start)].TrimEnd(' ', ',', '،', '，');
        return bare.Length > 1 && !bare.Split(' ').Skip(1).Any(static word => char.IsLower(word[0])) ? bare : null;
    }
}
