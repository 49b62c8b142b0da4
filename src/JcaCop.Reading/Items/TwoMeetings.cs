using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Ms Holm will attend the meetings of 14 September and 12 October", "… on 14 September in person and on 12 October online": who is read for one of the days comes, or stays away, on the other, too.</summary>
/// <remarks>Days of one meeting that lasts ("on 14 and 15 September") are none: a noun in the plural, a way of taking part beside each day, or another group named with each, must tell that there are two.</remarks>
internal static class TwoMeetings
{
    private const int LongestJoint = 70;

    /// <summary>Days so near each other may be those of one meeting.</summary>
    private const int LongestMeeting = 3;

    /// <summary>As sure as the item that was read, and a little less.</summary>
    private const double Less = 0.95;

    private static readonly PhraseIndex<bool> Several = new(Phrases("several").Select(static entry => KeyValuePair.Create(entry.Phrase, true)));

    private static readonly HashSet<string> Joints = [.. Phrases("joint").Select(static entry => Folding.Plain(entry.Phrase))];

    private static IEnumerable<(string Code, string Language, string Phrase)> Phrases(string code) => LexiconFile.Phrases("twoMeetings").Where(entry => entry.Code == code);

    public static void Add(ItemContext context, List<Item> items)
    {
        if (items.Count == 0 || context.Answers.Meeting is not { } day) return;
        foreach (var passage in context.Passages)
        {
            var span = passage.Span;
            var read = items.FindAll(item => Day(item) == day && item.Evidence.Any(proof => proof.Source == context.Source && span.Contains(proof.Offset)));
            if (read.Count == 0 || Days(context, span) is not { } days || !days.Exists(one => one.Day == day)) continue;
            var ways = Ways(context, span, days);
            var groups = OfTwoGroups(context.Text, span, days);
            if (ways is null && !groups && days.Zip(days.Skip(1)).Any(static pair => Math.Abs(pair.Second.Day.DayNumber - pair.First.Day.DayNumber) <= LongestMeeting)) continue;
            if (ways is null && !groups && Several.FindAll(context.Text.Substring(span.Start, span.Length)).Count == 0) continue;
            foreach (var item in read)
                for (var i = 0; i < days.Count; i++)
                    if (days[i].Day != day) items.Add(On(item, days[i].Day, ways?[i]));
                    else if (ways is not null && item is Registration own) items[items.IndexOf(item)] = own with { Mode = ways[i] };
        }
    }

    private static Item On(Item item, DateOnly day, AttendanceMode? way) => item switch
    {
        Registration comes => comes with { Meeting = day, Mode = way ?? comes.Mode, Confidence = comes.Confidence * Less },
        Regret missing => missing with { Meeting = day, Confidence = missing.Confidence * Less },
        _ => item,
    };

    private static DateOnly? Day(Item item) => item switch { Registration comes => comes.Meeting, Regret missing => missing.Meeting, _ => null };

    /// <summary>The days of the statement that "and" joins, two at least; null where there are none, or others beside them.</summary>
    private static List<(TextSpan Place, DateOnly Day)>? Days(ItemContext context, TextSpan span)
    {
        List<(TextSpan Place, DateOnly Day)> days = [];
        foreach (var date in Dates.Find(context.Text, context.Year, context.Language))
        {
            if (!span.Contains(date.Start)) continue;
            if (date.Value.First is not { } day || date.Value is DateReading.Period || day < context.Year) return null;
            if (days.Count > 0 && !IsJoint(context, days[^1].Place.End, date.Start)) return null;
            days.Add((new TextSpan(date.Start, date.Length), day));
        }
        return days.Count > 1 && days.Select(static one => one.Day).Distinct().Count() == days.Count ? days : null;
    }

    /// <summary>The way that stands behind each day, or before each; null where one is told for all, or for some alone.</summary>
    private static List<AttendanceMode>? Ways(ItemContext context, TextSpan span, List<(TextSpan Place, DateOnly Day)> days)
    {
        List<AttendanceMode> before = [], behind = [];
        for (var i = 0; i < days.Count; i++)
        {
            if (AttendanceModes.Of(context, TextSpan.FromBounds(i == 0 ? span.Start : days[i - 1].Place.End, days[i].Place.Start)) is { } lead) before.Add(lead);
            if (AttendanceModes.Of(context, TextSpan.FromBounds(days[i].Place.End, i + 1 < days.Count ? days[i + 1].Place.Start : span.End)) is { } way) behind.Add(way);
        }
        return behind.Count == days.Count ? behind : before.Count == days.Count ? before : null;
    }

    /// <summary>"the meeting of CWG-EX on 16 April and that of JCA-EX on the 17th": another short name stands before each day, or behind each.</summary>
    private static bool OfTwoGroups(string text, TextSpan span, List<(TextSpan Place, DateOnly Day)> days)
    {
        List<string> before = [], behind = [];
        for (var i = 0; i < days.Count; i++)
        {
            if (ShortNames(text, i == 0 ? span.Start : days[i - 1].Place.End, days[i].Place.Start) is [.., var (from, length)]) before.Add(text.Substring(from, length));
            if (ShortNames(text, days[i].Place.End, i + 1 < days.Count ? days[i + 1].Place.Start : span.End) is [var (start, count), ..]) behind.Add(text.Substring(start, count));
        }
        return Each(before) || Each(behind);

        bool Each(List<string> names) => names.Count == days.Count && names.Distinct(StringComparer.Ordinal).Count() == days.Count;
    }

    /// <summary>Names in capitals: CWG-EX, SG17.</summary>
    private static List<(int Start, int Length)> ShortNames(string text, int from, int to)
    {
        List<(int, int)> names = [];
        for (var at = from; at < to; at++)
        {
            if (!char.IsAsciiLetterUpper(text[at]) || at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) continue;
            var end = at;
            while (end < to && (char.IsAsciiLetterUpper(text[end]) || char.IsAsciiDigit(text[end]) || text[end] == '-')) end++;
            if (end - at >= 3 && (end >= text.Length || !char.IsAsciiLetterLower(text[end])) && char.IsAsciiLetterUpper(text[at + 1])) names.Add((at, end - at));
            at = end;
        }
        return names;
    }

    /// <summary>Nothing but "and", small words, the noun, short names and ways of taking part between two days.</summary>
    private static bool IsJoint(ItemContext context, int from, int to)
    {
        if (to - from > LongestJoint || to <= from) return false;
        var text = context.Text[from..to].ToCharArray();
        foreach (var way in AttendanceModes.Words(context, TextSpan.FromBounds(from, to))) text.AsSpan(way.Start - from, way.Length).Fill(' ');
        foreach (var (start, length) in ShortNames(context.Text, from, to)) text.AsSpan(start - from, length).Fill(' ');
        if (text.AsSpan().ContainsAny(";.!?")) return false;
        var joined = text.AsSpan().ContainsAny("、,，،");
        foreach (var word in new string(text).Split([' ', '\n', ',', '،', '，', '、', '\'', '’', '(', ')', '（', '）'], StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = Folding.Plain(word);
            if (!Joints.Contains(plain) && !(Folding.IsHan(plain[0]) && plain.All(static c => Joints.Contains(c.ToString())))) return false;
            joined |= And.Contains(plain);
        }
        return joined;
    }

    private static readonly HashSet<string> And = [.. LexiconFile.Words("grammar", "listConjunction").Select(Folding.Plain), "واجتماع", "وكذلك"];
}
