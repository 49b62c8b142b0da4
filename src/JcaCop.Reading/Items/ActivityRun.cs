using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"These are under way: the Cybercrime Act; the programme “Click”, for 200 schools; and the Second Congress, in Lima on 15 October": activities that one sentence counts off behind a colon.</summary>
internal static class ActivityRun
{
    private const int ShortestPart = 8;

    private static readonly System.Buffers.SearchValues<char> Between = System.Buffers.SearchValues.Create(";；؛");

    /// <summary>The parts without quotation marks: what stands in such marks is read as it is in any sentence.</summary>
    public static IEnumerable<(TextSpan Span, Activity Activity)> Find(ItemContext context, TextSpan sentence)
    {
        var colon = sentence.Of(context.Text).IndexOfAny(':', '：');
        if (colon < 0 || !sentence.Of(context.Text)[colon..].ContainsAny(Between) || !Announces(sentence.In(context.Text)[..colon])) yield break;
        var spans = Split(context, TextSpan.FromBounds(sentence.Start + colon + 1, sentence.End));
        if (!spans.TrueForAll(part => IsActivity(part.In(context.Text)))) yield break;
        foreach (var part in spans)
            if (part.Length >= ShortestPart && !part.Of(context.Text).ContainsAny(ActivityProse.Opening) && !Utterances.IsOpen(context, part)
                    && ActivityEntry.Read(WithoutClause(MailLayout.Unwrap(part.In(context.Text))), null, context.Year, context.Language) is { } activity) yield return (part, activity);
    }

    /// <summary>"II Congreso, que se celebrará en Lima los días 15 y 16 de octubre": the town and the day of what was named, without the verb.</summary>
    private static string WithoutClause(string part)
    {
        for (var comma = part.IndexOf(", ", StringComparison.Ordinal); comma > 0; comma = part.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            var end = comma + 2;
            while (end < part.Length && char.IsLetter(part[end])) end++;
            if (!Relative.Contains(part.AsSpan(comma + 2, end - comma - 2))) continue;
            foreach (var preposition in ActivitySmallWords.PlacePrepositions)
                if (part.IndexOf(preposition, end, StringComparison.Ordinal) is > 0 and var place && ActivityPlaces.StartsName(part, place + preposition.Length))
                    return string.Concat(part.AsSpan(0, comma + 2), part.AsSpan(place + preposition.Length));
            return part;
        }
        return part;
    }

    private static readonly WordSet Relative = LexiconFile.Set("grammar", "relativeOfThing");

    private static bool Announces(string lead) => ActivityWords.Find(lead).Exists(static hit => hit.Value == ActivityWord.Section || ActivityWords.IsHeld(hit.Value));

    private static bool IsActivity(string part) => ActivityWords.Find(part).Exists(static hit => ActivityWords.IsHeld(hit.Value));

    private static List<TextSpan> Split(ItemContext context, TextSpan span)
    {
        var parts = new List<TextSpan>();
        var start = span.Start;
        for (var at = span.Start; at <= span.End; at++)
        {
            if (at < span.End && !Between.Contains(context.Text[at])) continue;
            if (Bare(context, TextSpan.FromBounds(start, at)) is { Length: > 0 } part) parts.Add(part);
            start = at + 1;
        }
        return parts;
    }

    /// <summary>Without "and" and article before it, and the point behind.</summary>
    private static TextSpan Bare(ItemContext context, TextSpan part)
    {
        var (start, end) = (part.Start, part.End);
        while (end > start && (char.IsWhiteSpace(context.Text[end - 1]) || context.Text[end - 1] is '.' or ',' or '。' or '，' or '،')) end--;
        while (start < end && char.IsWhiteSpace(context.Text[start])) start++;
        if (context.Marked.At(Word.Conjunction, start) is { } and && and.End < end && context.Text[and.End] == ' ') start = and.End + 1;
        start = Math.Min(end, start + LeadingArticle.Length(context.Text, start));
        while (start < end && context.Text[start] == ' ') start++;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }
}
