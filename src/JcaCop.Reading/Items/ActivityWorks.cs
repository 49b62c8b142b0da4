using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// Reads a law, strategy, guide or standard that a sentence tells of without quotation marks: who makes it, or how far it has come
/// ("a bill on online harassment is before Parliament").
/// </summary>
internal static class ActivityWorks
{
    /// <summary>What a word of <c>activities/works</c> does in such a sentence.</summary>
    private enum Sign { Work, Makes, Pending, About, Ends, Refers, Runs }

    /// <summary>How far from its verb the noun may stand, in UTF-16 units.</summary>
    private const int Reach = 90;

    private const int ShortestTitle = 12, LongestTitle = 170, FewestWords = 3;

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("activities/works")
        .SelectMany(static entry => Forms(entry).Select(form => KeyValuePair.Create(form, Enum.Parse<Sign>(entry.Code)))));

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create(",;:.!?()،؛؟–—|");

    /// <summary>Russian nouns also in the accusative, in which a verb of making has them.</summary>
    private static IEnumerable<string> Forms((string Code, string Language, string Phrase) entry)
    {
        yield return entry.Phrase;
        if (entry is { Language: "ru", Code: nameof(Sign.Work) } && RussianAccusative.Of(entry.Phrase) is { } form) yield return form;
    }

    /// <summary>A verb of beginning, lasting or taking place stands there.</summary>
    public static bool Runs(string sentence) => Index.FindAll(sentence).Exists(static hit => hit.Value == Sign.Runs);

    /// <summary>The same, or a pronoun begins it: "it is organized by …".</summary>
    public static bool GoesOn(string sentence) => Index.FindAll(sentence).Exists(static hit => hit.Value == Sign.Runs || hit is { Value: Sign.Refers, Start: 0 });

    /// <param name="sentence">A sentence in which nothing was found yet.</param>
    /// <param name="next">The one behind it, which may tell who makes it; null where none follows.</param>
    public static (TextSpan Span, Activity Activity)? Find(ItemContext context, TextSpan sentence, TextSpan? next)
    {
        var written = sentence.In(context.Text);
        var hits = Index.FindAll(written);
        if (!hits.Exists(static hit => hit.Value == Sign.Work) || Utterances.IsOpen(context, sentence)) return null;
        foreach (var noun in hits)
        {
            if (noun.Value != Sign.Work || hits.Exists(other => other.Value == Sign.Work && other.Start <= noun.Start && other.End >= noun.End && other.Length > noun.Length)) continue;
            if (Verb(written, hits, noun) is not { } verb || Denials.Before(context, sentence.Start, sentence.Start + verb.Start)) continue;
            if (Title(context, sentence, written, hits, noun, verb) is not { } span) continue;
            var name = RussianAccusative.Undone(MailLayout.Unwrap(span.In(written)).Trim(), static word => Index.FindAll(word).Exists(hit => hit.Value == Sign.Work && hit.Length == word.Length));
            if (name.Length is < ShortestTitle or > LongestTitle || name.Split(' ').Length < FewestWords) continue;
            var dates = Dates.Find(written, context.Year, context.Language).Where(static date => date.Value is DateReading.Day).ToList();
            return (TextSpan.FromBounds(sentence.Start + span.Start, sentence.Start + span.End), new Activity(name)
            {
                Category = ActivityWords.OfTitle(name),
                Organization = Maker(context, sentence, written, verb, span) ?? Told(context, written[span.End..]) ?? Referred(context, next),
                Start = dates is [var date] ? date.Value.First : null,
                Website = Websites.Find(written) is [var site, ..] ? site.Value : null,
            });
        }
        return null;
    }

    /// <summary>A verb of making before the noun (in Arabic too), or one that says how far it has come on either side.</summary>
    private static PhraseHit<Sign>? Verb(string written, List<PhraseHit<Sign>> hits, PhraseHit<Sign> noun)
    {
        foreach (var hit in hits)
            if (hit.Value == Sign.Makes && hit.End <= noun.Start && noun.Start - hit.End <= Reach && written.AsSpan(hit.End, noun.Start - hit.End).IndexOfAny(Stops) < 0) return hit;
        foreach (var hit in hits)
            if (hit.Value == Sign.Pending && (hit.Start >= noun.End ? hit.Start - noun.End <= LongestTitle : noun.Start - hit.End is >= 0 and <= Reach)) return hit;
        return null;
    }

    private static TextSpan? Title(ItemContext context, TextSpan sentence, string written, List<PhraseHit<Sign>> hits, PhraseHit<Sign> noun, PhraseHit<Sign> verb)
    {
        var (start, end) = (noun.Start, End(context, written, hits, noun.End));
        var capital = char.IsUpper(written[noun.Start]);
        if (capital && Capitals(written, hits, noun.Start) is var back && back < noun.Start)
            return TextSpan.FromBounds(back, hits.Exists(hit => hit.Value == Sign.About && hit.Start == noun.End + 1) ? end : noun.End);
        var told = hits.Exists(hit => hit.Value == Sign.About && hit.Start - noun.End is 0 or 1)
            || noun.End + 1 < written.Length && (char.IsUpper(written[noun.End + 1]) || IsOf(written, noun.End + 1))
            || verb.Value == Sign.Makes && noun.Start - verb.End is >= 0 and <= 1; // "утвердило концепцию безопасности детей"
        return told && context.BodyIn(sentence.Start + start, sentence.Start + end) is null ? TextSpan.FromBounds(start, end) : null;
    }

    /// <summary>"the Children's Online Privacy Bill": back over the capital words before the noun.</summary>
    private static int Capitals(string written, List<PhraseHit<Sign>> hits, int noun)
    {
        var at = noun;
        while (at > 1 && written[at - 1] == ' ')
        {
            var word = written.LastIndexOf(' ', at - 2) + 1;
            if (!char.IsUpper(written[word]) || written.AsSpan(word, at - word).IndexOfAny(Stops) >= 0) break;
            if (hits.Exists(hit => hit.Value is Sign.Makes or Sign.Pending && hit.Start <= word && hit.End > word)) break;
            if (word == 0 && at - word <= 4) break; // "A Children's …", "The …"
            at = word;
        }
        return at;
    }

    /// <summary>"Reglamento de …", "Loi du …", "Act of …".</summary>
    private static bool IsOf(string written, int at)
    {
        foreach (var small in ActivitySmallWords.Genitives) if (string.CompareOrdinal(written, at, small, 0, small.Length) == 0) return true;
        return string.CompareOrdinal(written, at, "de ", 0, 3) == 0;
    }

    private static int End(ItemContext context, string written, List<PhraseHit<Sign>> hits, int from)
    {
        var stop = written.AsSpan(from).IndexOfAny(Stops);
        var end = stop < 0 ? written.Length : from + stop;
        foreach (var hit in hits) if (hit.Value is Sign.Makes or Sign.Pending or Sign.Ends && hit.Start > from && hit.Start < end) end = hit.Start;
        foreach (var date in Dates.Find(written, context.Year, context.Language)) if (date.Start > from && date.Start < end) end = date.Start;
        var kept = written[..end].TrimEnd();
        var bare = ActivitySmallWords.WithoutBeforeDate(MailLayout.Unwrap(kept[from..]));
        return Math.Max(from, kept.Length - Math.Max(0, MailLayout.Unwrap(kept[from..]).Length - bare.Length));
    }

    /// <summary>The house directly before a verb of making; in Arabic behind it.</summary>
    private static string? Maker(ItemContext context, TextSpan sentence, string written, PhraseHit<Sign> verb, TextSpan title)
    {
        if (verb.Value != Sign.Makes) return null;
        foreach (var house in OrganizationNames.Find(context.Marked, sentence.Start, sentence.End))
        {
            var (from, end) = (house.Start - sentence.Start, house.End - sentence.Start);
            if (end <= verb.Start && verb.Start - end <= 2 || Folding.IsArabic(written[verb.Start]) && from >= verb.End && from - verb.End <= 2 && end <= title.Start) return MailLayout.Unwrap(house.Value);
            if (Folding.IsArabic(written[verb.Start]) && from >= verb.End && from - verb.End <= 2 && title.Start - from > 4) return MailLayout.Unwrap(written[from..title.Start]).Trim(); // the noun ran into the name
        }
        return ActivityHolder.Clause(context, sentence.Start, sentence.Start + verb.Start)
            ?? ActivityHolder.Before(context, sentence.Start, sentence.Start, sentence.Start + verb.Start)
            ?? ActivityHolder.In(context, sentence.Start, written, title);
    }

    private static string? Told(ItemContext context, string behind) => ActivityEntry.Holder(MailLayout.Unwrap(behind), context.Year, context.Language);

    /// <summary>"It is followed by the Directorate of Legal Affairs."</summary>
    private static string? Referred(ItemContext context, TextSpan? next)
    {
        if (next is not { } sentence) return null;
        var written = sentence.In(context.Text);
        return Index.FindAll(written).Find(static hit => hit is { Value: Sign.Refers, Start: 0 }) is { Length: > 0 } refers ? Told(context, written[refers.End..]) ?? Told(context, written) : null;
    }
}
