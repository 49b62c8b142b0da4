using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// Reads an activity that one plain sentence tells without label or quotation marks: a verb of holding, the noun of what is held with what it is about,
/// one date ("Ireland will host a conference on age assurance in Cork on 18 and 19 April").
/// </summary>
internal static class ActivityPlain
{
    /// <summary>What a word of <c>activities/plain</c> does in such a sentence.</summary>
    private enum Plain { Noun, Holds, Happens, About, Before, Ends, Towards, Joins, NoTown }

    /// <summary>How far behind its verb the noun may stand, in UTF-16 units: a date and a town between.</summary>
    private const int Reach = 110;

    private const int LongestTitle = 140, LongestHanTitle = 40, ShortestTitle = 10, ShortestHanTitle = 5, MostWordsBefore = 5, LongestPlace = 4;

    private static readonly PhraseIndex<Plain> Index = new(LexiconFile.Phrases("activities/plain")
        .SelectMany(static entry => Forms(entry).Select(form => KeyValuePair.Create(form, Enum.Parse<Plain>(entry.Code)))));

    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create(",;:.!?()（）،؛؟，；：。！？、–—|");
    private static readonly System.Buffers.SearchValues<char> HanEnds = System.Buffers.SearchValues.Create("，。；：！？、（）\n,;:");
    private static readonly System.Buffers.SearchValues<char> HanPast = System.Buffers.SearchValues.Create("了过過");
    internal static readonly System.Buffers.SearchValues<char> Quotes = System.Buffers.SearchValues.Create("«»\"“”《》「」„");

    /// <summary>Russian nouns also in the accusative, in which a verb of holding has them.</summary>
    private static IEnumerable<string> Forms((string Code, string Language, string Phrase) entry)
    {
        yield return entry.Phrase;
        if (entry is { Language: "ru", Code: nameof(Plain.Noun) } && RussianAccusative.Of(entry.Phrase) is { } form) yield return form;
    }

    /// <param name="sentence">A sentence in which nothing was found yet.</param>
    public static (TextSpan Span, Activity Activity)? Find(ItemContext context, TextSpan sentence)
    {
        if (!HasNoun(context, sentence)) return null;
        var words = context.Matters;
        if (words.Any(Matter.Absent, sentence) || words.Any(Matter.AbsentSelf, sentence) || words.Any(Matter.AttendSelf, sentence) || Utterances.IsOpen(context, sentence)) return null;
        var written = sentence.In(context.Text);
        if (written.AsSpan().ContainsAny(Quotes) && !OnlyHouses(context, sentence)) return null;
        var hits = Index.FindAll(written);
        if (!hits.Exists(static hit => hit.Value == Plain.Noun)) return null;
        var dates = Dates.Find(written, context.Year, context.Language).Where(static date => date.Value is DateReading.Day or DateReading.Period).ToList();
        if (dates is not [var date]) return null;
        foreach (var verb in hits)
        {
            if (verb.Value is not (Plain.Holds or Plain.Happens) || Denials.Before(context, sentence.Start, sentence.Start + verb.Start)) continue;
            var title = Folding.IsHan(written[verb.Start]) ? HanTitle(written, hits, verb) : Title(context, written, hits, verb, date);
            if (title is not { } span || context.BodyIn(sentence.Start + span.Start, sentence.Start + span.End) is not null) continue;
            var name = Named(context, written, hits, span, date);
            if (name.Length < (Folding.IsHan(name[0]) ? ShortestHanTitle : ShortestTitle) || Folding.IsHan(name[0]) is false && !name.Contains(' ', StringComparison.Ordinal)) continue;
            return (TextSpan.FromBounds(sentence.Start + span.Start, sentence.Start + span.End), new Activity(name)
            {
                Category = ActivityWords.OfTitle(name),
                Organization = ActivityHolder.In(context, sentence.Start, written, span),
                Start = date.Value.First,
                End = date.Value is DateReading.Period period ? period.Stop : null,
                Place = Place(written, hits, span, date, context),
                Website = Websites.Find(written) is [var site, ..] ? site.Value : null,
            });
        }
        return null;
    }

    /// <summary>"celebraremos en Puebla el ": a verb of holding ends so far before the offset, and no sign parts it from what stands there.</summary>
    internal static bool HoldsBefore(string written, int at, int reach)
    {
        var from = Math.Max(0, at - reach);
        foreach (var hit in Index.FindAll(written[from..at])) if (hit.Value == Plain.Holds && written.AsSpan(from + hit.End, at - from - hit.End).IndexOfAny(ClauseEnds) < 0) return true;
        return false;
    }

    /// <summary>Most sentences hold no noun of an activity: nothing else need be asked of them.</summary>
    private static bool HasNoun(ItemContext context, TextSpan sentence)
    {
        foreach (var hit in Index.FindAll(context.Marked.Folded)) if (hit.Value == Plain.Noun && hit.Start >= sentence.Start && hit.End <= sentence.End) return true;
        return false;
    }

    /// <summary>«Жаворонок»: all that stands in quotation marks belongs to names of organizations.</summary>
    internal static bool OnlyHouses(ItemContext context, TextSpan sentence)
    {
        var houses = OrganizationNames.Find(context.Marked, sentence.Start, sentence.End);
        for (var at = sentence.Start; at < sentence.End; at++)
            if (Quotes.Contains(context.Text[at]) && !houses.Exists(house => house.Start <= at && at < house.End)) return false;
        return true;
    }

    /// <summary>From the noun behind the verb, or where something takes place the one before it, to where the title ends.</summary>
    private static TextSpan? Title(ItemContext context, string written, List<PhraseHit<Plain>> hits, PhraseHit<Plain> verb, Mention<DateReading> date)
    {
        PhraseHit<Plain>? noun = null;
        foreach (var hit in hits)
        {
            if (hit.Value != Plain.Noun || hit.Start < date.End && date.Start < hit.End) continue;
            var behind = hit.Start >= verb.End && hit.Start - verb.End <= Reach && written.AsSpan(verb.End, hit.Start - verb.End).IndexOfAny(";؛") < 0;
            var before = verb.Value == Plain.Happens && hit.End <= verb.Start;
            if (!behind && !before) continue;
            if (noun is null || behind && noun.Value.Start < verb.Start || hit.Start == noun.Value.Start && hit.Length > noun.Value.Length || hit.Start < noun.Value.Start
                && behind == noun.Value.Start >= verb.End) noun = hit;
        }
        if (noun is not { } head) return null;
        var start = Start(written, hits, head, verb, date);
        var end = End(context, written, hits, head.End, verb, date);
        return end - start > LongestTitle ? null : TextSpan.FromBounds(start, end);
    }

    /// <summary>Back over what describes the noun before it: to its article, the verb, the date or a sign; without one of them, only over capital words and Russian adjectives.</summary>
    private static int Start(string written, List<PhraseHit<Plain>> hits, PhraseHit<Plain> noun, PhraseHit<Plain> verb, Mention<DateReading> date)
    {
        if (Folding.IsArabic(written[noun.Start])) return noun.Start;
        var (at, own) = (noun.Start, noun.Start);
        for (var count = 0; count < MostWordsBefore && at > 0; count++)
        {
            if (written[at - 1] is '\'' or '’') return at;
            if (written[at - 1] is not (' ' or '\n')) break;
            var word = written.AsSpan(0, at - 1).LastIndexOfAny(' ', '\n') + 1;
            if (word < verb.End && at > verb.Start || word < date.End && at > date.Start) { if (word < verb.End && at > verb.Start) own = at; break; }
            if (written.AsSpan(word, at - word).ContainsAny(ClauseEnds)) break;
            if (hits.Exists(hit => hit.Value is Plain.Towards or Plain.Ends && hit.Start == word)) break;
            if (hits.Exists(hit => hit.Value == Plain.Before && hit.Start == word && hit.End >= at - 1)) return at;
            var elided = written.AsSpan(word, at - word).IndexOfAny('\'', '’');
            if (elided is > 0 and <= 2) return word + elided + 1;
            // "в Твери международную …": a town
            if (char.IsUpper(written[word]) && hits.Exists(hit => hit.Value == Plain.Towards && hit.End == word - 1)) break;
            if (own == at && (char.IsUpper(written[word]) || IsRussianAdjective(written.AsSpan(word, at - 1 - word)))) own = word;
            at = word;
        }
        return own;
    }

    private static bool IsRussianAdjective(ReadOnlySpan<char> word) =>
        word.Length > 4 && (word.EndsWith("ый") || word.EndsWith("ий") || word.EndsWith("ой") || word.EndsWith("ая") || word.EndsWith("ую") || word.EndsWith("яя") || word.EndsWith("ое"));

    private static int End(ItemContext context, string written, List<PhraseHit<Plain>> hits, int from, PhraseHit<Plain> verb, Mention<DateReading> date)
    {
        var sign = written.AsSpan(from).IndexOfAny(ClauseEnds);
        var end = sign < 0 ? written.Length : from + sign;
        if (date.Start >= from) end = Math.Min(end, date.Start);
        if (verb.Start >= from) end = Math.Min(end, verb.Start);
        foreach (var hit in hits)
        {
            if (hit.Start < from || hit.Start >= end) continue;
            if (hit.Value == Plain.Ends || hit.Value == Plain.Towards && PlaceAt(context, written, hits, hit, date) is not null) end = hit.Start;
        }
        var bare = ActivitySmallWords.WithoutBeforeDate(MailLayout.Unwrap(written[from..end]).TrimEnd());
        var kept = from + written[from..end].TrimEnd().Length;
        var cut = MailLayout.Unwrap(written[from..end]).TrimEnd().Length - bare.Length;
        return Math.Max(from, kept - Math.Max(0, cut));
    }

    /// <summary>"a conference in Cork on age assurance": what it is about may stand behind the town and the day.</summary>
    private static string Named(ItemContext context, string written, List<PhraseHit<Plain>> hits, TextSpan span, Mention<DateReading> date)
    {
        var name = RussianAccusative.Undone(MailLayout.Unwrap(span.In(written)).Trim(), static word => Index.FindAll(word).Exists(hit => hit.Value == Plain.Noun && hit.Length == word.Length));
        if (name.Contains(' ', StringComparison.Ordinal) || Folding.IsHan(name[0])) return name;
        foreach (var about in hits)
        {
            if (about.Value != Plain.About || about.Start < span.End || about.Start < date.End && date.Start < about.End) continue;
            if (date.Start >= about.End && date.Start - about.End <= 2) continue; // "on 14 March"
            var end = End(context, written, hits, about.End, about, date);
            if (end - about.End >= 4) return $"{name} {MailLayout.Unwrap(written[about.Start..end]).Trim()}";
        }
        return name;
    }

    private static TextSpan? HanTitle(string written, List<PhraseHit<Plain>> hits, PhraseHit<Plain> verb)
    {
        var stop = written.AsSpan(verb.End).IndexOfAny(HanEnds);
        var clause = stop < 0 ? written.Length : verb.End + stop;
        var from = verb.End < clause && HanPast.Contains(written[verb.End]) ? verb.End + 1 : verb.End; // 举办了
        var end = 0;
        foreach (var hit in hits) if (hit.Value == Plain.Noun && hit.Start > verb.End && hit.End <= clause) end = Math.Max(end, hit.End);
        if (end > 0 && end - from <= LongestHanTitle) return TextSpan.FromBounds(from, end);
        if (verb.Value != Plain.Happens) return null;
        foreach (var hit in hits)
        {
            if (hit.Value != Plain.Noun || hit.End >= verb.Start || hit.End >= written.Length || !hits.Exists(mark => mark.Value == Plain.Ends && mark.Start == hit.End)) continue;
            var start = written.AsSpan(0, hit.Start).LastIndexOfAny(HanEnds) + 1;
            var of = written.LastIndexOf("办的", hit.Start, hit.Start - start + 1, StringComparison.Ordinal);
            if (of >= 0) start = of + 2;
            if (hit.End - start is >= ShortestHanTitle and <= LongestHanTitle) return TextSpan.FromBounds(start, hit.End);
        }
        return null;
    }

    /// <summary>The town that a preposition leads to outside the title.</summary>
    private static string? Place(string written, List<PhraseHit<Plain>> hits, TextSpan title, Mention<DateReading> date, ItemContext context)
    {
        if (ActivityTowns.BeforeVerb(written) is { } han) return han;
        foreach (var hit in hits)
            if (hit.Value == Plain.Towards && !title.Contains(hit.Start) && PlaceAt(context, written, hits, hit, date) is { } place) return place;
        return null;
    }

    /// <summary>The same for a sentence in which an activity is named in quotation marks.</summary>
    /// <param name="name">Where the name stands: towns in it are no place.</param>
    public static string? PlaceBeside(ItemContext context, string written, TextSpan name)
    {
        var dates = Dates.Find(written, context.Year, context.Language);
        if (dates.Count != 1) return null;
        return Place(written, Index.FindAll(written), name, dates[0], context);
    }

    private static string? PlaceAt(ItemContext context, string written, List<PhraseHit<Plain>> hits, PhraseHit<Plain> preposition, Mention<DateReading> date)
    {
        var at = preposition.End;
        while (at < written.Length && written[at] is ' ' or '\n') at++;
        var (start, end) = (at, at);
        var arabic = at < written.Length && Folding.IsArabic(written[at]);
        for (var count = 0; count < LongestPlace && at < written.Length; count++)
        {
            if (at >= date.Start && at < date.End || hits.Exists(hit => hit.Start == at && hit.Value is Plain.Noun or Plain.Holds or Plain.Happens)) break;
            var stop = at;
            while (stop < written.Length && (char.IsLetter(written[stop]) || written[stop] is '-' or '\'' or '’'
                || char.GetUnicodeCategory(written[stop]) == System.Globalization.UnicodeCategory.NonSpacingMark)) stop++;
            if (stop == at) break;
            if (end > start && ActivityWords.Find(written[at..stop]).Exists(static hit => hit.Value == ActivityWord.Organization)) break; // "в Павлодаре Центр …"
            var joins = end > start && hits.Exists(hit => hit.Start == at && hit.End == stop && hit.Value == Plain.Joins);
            if (arabic ? count > 1 || ActivitySmallWords.WithoutBeforeDate("- " + written[at..stop]).Length < 3 || hits.Exists(hit => hit.Start == at
                && hit.Value is Plain.Ends or Plain.About or Plain.Towards) : !char.IsUpper(written[at]) && !joins) break;
            if (!joins) end = stop;
            at = stop;
            if (at >= written.Length || written[at] is not (' ' or '\n')) break;
            at++;
        }
        if (end - start < 3 || hits.Exists(hit => hit.Value == Plain.NoTown && hit.Start == start)) return null; // "Seguridad en Línea"
        // in Arabic nothing but what stands behind it tells a town from what something is about
        if (arabic && !EndsPlace(written, hits, end, date)) return null;
        var place = MailLayout.Unwrap(written[start..end]);
        if (Countries.Find(place) is [var country, ..] && country.Length >= place.Length - 3) return null;
        return ActivityWords.Find(place).Exists(static hit => hit.Value is ActivityWord.Organization && hit.Start == 0) ? null : place;
    }

    private static bool EndsPlace(string written, List<PhraseHit<Plain>> hits, int end, Mention<DateReading> date)
    {
        var rest = written.AsSpan(end).TrimStart();
        if (rest.IsEmpty || ClauseEnds.Contains(rest[0]) || Quotes.Contains(rest[0])) return true;
        var at = written.Length - rest.Length;
        return date.Start >= at && ActivitySmallWords.WithoutBeforeDate("- " + written[at..date.Start].Trim()).Length <= 2 || hits.Exists(hit => hit.Start == at && hit.Value is Plain.Noun);
    }
}
