using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads activities named in running text: a noun such as "workshop" and a name in quotation marks beside it.</summary>
internal static class ActivityProse
{
    /// <summary>Stands for the name, which may hold commas of its own, when the words around it are taken apart.</summary>
    private const string Placeholder = "Name, ";

    private const string Opens = "«“„\"《「『";
    private static readonly System.Buffers.SearchValues<char> Opening = System.Buffers.SearchValues.Create(Opens);
    private const string Closes = "»”“\"》」』";

    public static IEnumerable<(int Start, int Length, Activity Activity)> Find(ItemContext context, Paragraph paragraph)
    {
        foreach (var sentence in Joined(context.Text, paragraph))
        {
            if (!ActivityWords.NamesAny(context, sentence)) continue;
            var written = Folding.Cut(context.Text, sentence.Start, sentence.Length);
            var hits = ActivityWords.Find(written);
            if (!hits.Exists(hit => hit.Value is ActivityWord.Noun || ActivityWords.IsCategory(hit.Value)) || hits.Exists(hit => hit.Value == ActivityWord.Paper)) continue;
            var organizations = OrganizationNames.Find(context.Marked, sentence.Start, sentence.End);
            var named = Quoted(context, sentence.Start, written, hits);
            for (var i = 0; i < named.Count; i++)
            {
                var (open, close, noun) = named[i];
                var from = i == 0 ? 0 : Cut(written, named[i - 1].Close, noun.Start < open ? Math.Min(noun.Start, open) : open);
                var to = i + 1 == named.Count ? written.Length : Cut(written, close, named[i + 1].Noun.Start < named[i + 1].Open ? named[i + 1].Noun.Start : named[i + 1].Open);
                yield return (sentence.Start + open, close - open + 1, Read(context, sentence.Start, written, hits, organizations, new Named(open, close, from, to, named.Count == 1), noun));
            }
        }
    }

    /// <summary>A name in quotation marks, and the part of the sentence that speaks of it.</summary>
    /// <param name="Alone">No other activity is named in the sentence.</param>
    private readonly record struct Named(int Open, int Close, int From, int To, bool Alone);

    private static List<(int Open, int Close, PhraseHit<ActivityWord> Noun)> Quoted(ItemContext context, int start, string written, List<PhraseHit<ActivityWord>> hits)
    {
        var found = new List<(int, int, PhraseHit<ActivityWord>)>();
        for (var open = written.AsSpan().IndexOfAny(Opening); open >= 0;)
        {
            var close = Close(written, open, Opens.IndexOf(written[open], StringComparison.Ordinal));
            if (close < 0) break;
            var name = NameIn(written, open, close);
            if (name.Length is >= 3 and <= 140 && !IsOrganization(name) && !QuotedPlaces.IsAddress(context, start + open, start + close) && !QuotedPlaces.NamesHouse(context, start + open, start + close)
                    && !ActivitySections.IsCategory(name) && context.BodyIn(start + open, start + close) is null && !HeadedBy(context, start + open)
                    && (Noun(written, hits, open, close) ?? NounInside(context, written, hits, open, close)) is { } noun)
                found.Add((open, close, noun));
            var next = close + 1 < written.Length ? written.AsSpan(close + 1).IndexOfAny(Opening) : -1;
            open = next < 0 ? -1 : close + 1 + next;
        }
        return found;
    }

    private static string NameIn(string written, int open, int close) => MailLayout.Unwrap(written[(open + 1)..close]).Trim();

    /// <summary>"Safe Internet Week", on a day: the noun heads the name itself.</summary>
    private static PhraseHit<ActivityWord>? NounInside(ItemContext context, string written, List<PhraseHit<ActivityWord>> hits, int open, int close)
    {
        foreach (var hit in hits)
            if ((hit.Value == ActivityWord.Noun || ActivityWords.IsCategory(hit.Value)) && (hit.Start == open + 1 || hit.End == close)
                && Dates.Find(written[(close + 1)..Math.Min(written.Length, close + 80)], context.Year, context.Language).Any(date => date.Value is DateReading.Day or DateReading.Period)) return hit;
        return null;
    }

    /// <summary>Where the part of a sentence begins that speaks of the next activity: behind the last semicolon, otherwise comma, before its noun.</summary>
    private static int Cut(string written, int from, int to)
    {
        if (to <= from) return from + 1;
        var between = written.AsSpan(from, to - from);
        var at = between.LastIndexOfAny(";；؛。");
        if (at < 0) at = between.LastIndexOfAny(",，،");
        return at < 0 ? from + 1 : from + at + 1;
    }

    /// <summary>The noun of an organization, or its legal form, stands directly before the quotation marks.</summary>
    private static bool HeadedBy(ItemContext context, int open)
    {
        if (!context.Text.AsSpan(Math.Max(0, open - 30), Math.Min(open, 30)).ContainsAnyInRange('\u0400', '\u04ff')) return false; // in other languages a noun such as "atelier" is either
        foreach (var kind in Heads)
            foreach (var head in context.Marked.Within(kind, Math.Max(0, open - 30), open)) if (open - head.End <= 1 && (head.Length > 1 || Folding.IsHan(context.Text[head.Start]) is false)) return true;
        return false;
    }

    private static readonly Word[] Heads = [Word.Organization, Word.LegalForm];

    /// <summary>The name of an organization is none of an activity: its noun begins it, or in Chinese ends it.</summary>
    private static bool IsOrganization(string name) =>
        ActivityWords.Find(name).Exists(hit => hit.Value == ActivityWord.Organization && (Folding.IsHan(name[^1]) ? hit.End == name.Length && hit.Length > 1 : hit.Start == 0));

    /// <summary>A sentence that begins with a pronoun of the one before, and one after a web address, belong together; so the whole paragraph is read with its first activity.</summary>
    private static IEnumerable<TextSpan> Joined(string text, Paragraph paragraph) =>
        paragraph.Sentences.Count <= 3 ? [paragraph.Span] : paragraph.Sentences;

    private static int Close(string text, int open, int kind)
    {
        var end = Math.Min(text.Length, open + 160);
        for (var i = open + 1; i < end; i++)
            if (text[i] == Closes[kind] || kind is 1 or 2 && text[i] is '”' or '“') return i;
        return -1;
    }

    /// <summary>The noun directly before the name (a few words between), or in the clause behind it.</summary>
    private static PhraseHit<ActivityWord>? Noun(string text, List<PhraseHit<ActivityWord>> hits, int open, int close)
    {
        PhraseHit<ActivityWord>? best = null;
        foreach (var hit in hits)
        {
            if (hit.Value is not ActivityWord.Noun && !ActivityWords.IsCategory(hit.Value)) continue;
            if (hit.End <= open && open - hit.End <= (Folding.IsHan(text[hit.Start]) ? 6 : 30)
                    && text.AsSpan(hit.End, open - hit.End).IndexOfAny(".;。") < 0
                    && (best is null || hit.Start > best.Value.Start || hit.Length > best.Value.Length))
                best = hit;
            else if (best is null && hit.Start >= close && hit.Start - close <= 45 && text.AsSpan(close, hit.Start - close).IndexOfAny(".;。") < 0) best = hit;
        }
        return best;
    }

    private static Activity Read(ItemContext context, int start, string sentence, List<PhraseHit<ActivityWord>> hits, List<Mention<string>> organizations, Named named, PhraseHit<ActivityWord> noun)
    {
        var (open, close) = (named.Open, named.Close);
        var behind = sentence[(close + 1)..Math.Max(close + 1, named.To)];
        var before = sentence[Math.Min(named.From, open)..open];
        var own = before + sentence[open..Math.Max(close + 1, named.To)];
        var tail = ActivityEntry.Read(Placeholder + MailLayout.Unwrap(behind).TrimStart(' ', ',', '，'), null, context.Year, context.Language);
        var head = ActivityEntry.Read(Placeholder + MailLayout.Unwrap(before), null, context.Year, context.Language);
        var category = hits.Where(hit => ActivityWords.IsCategory(hit.Value) && (hit.Start < open ? open - hit.End <= 30 : hit.Start > close))
            .OrderByDescending(hit => hit.Value == ActivityWord.Event && hit.Start < open)
                .ThenBy(hit => hit.Start < open ? open - hit.End : hit.Start - close).Select(hit => (ActivityCategory?)ActivityWords.Category(hit.Value))
                .FirstOrDefault();
        var organization = OrganizerBefore(before) ?? Holder(context, start, hits, organizations, named) ?? tail?.Organization;
        return new Activity(NameIn(sentence, open, close))
        {
            Category = ActivityWords.IsCategory(noun.Value) || category is not null && (noun.Value == ActivityWord.Noun && NearCategory(hits, open, close)) ? category : null,
            Organization = organization,
            Start = tail?.Start ?? head?.Start,
            End = tail?.Start is not null ? tail.End : head?.End,
            Place = HanPlace(own) ?? PlaceBesideDate(context, own) ?? tail?.Place ?? (named.Alone ? ActivityPlain.PlaceBeside(context, sentence, TextSpan.FromBounds(open, close)) : null),
            Website = tail?.Website ?? head?.Website,
        };
    }

    /// <summary>The organization directly before "will hold" and its like, or in Arabic behind it; a country, and in Chinese the day and the place, may stand between.</summary>
    private static string? Holder(ItemContext context, int start, List<PhraseHit<ActivityWord>> hits, List<Mention<string>> organizations, Named named)
    {
        foreach (var name in organizations)
            foreach (var hit in hits)
                if (hit.Start < named.From || hit.Start >= named.To || !named.Alone && name.Start - start < named.From) continue;
                else if (hit.Value == ActivityWord.OrganizerBehind && Holds(context, name, start + hit.Start, start + hit.End)
                    || hit is { Value: ActivityWord.Organizer, Length: > 3 } && Folding.IsArabic(name.Value[0]) && name.Start - start - hit.End is >= 0 and <= 2
                    || hit is { Value: ActivityWord.Organizer, Length: > 3 } && !context.Text.AsSpan(start + hit.Start, hit.Length).Contains(' ')
                        && start + hit.Start - name.End is >= 0 and <= 1)
                        return WithoutDate(context, WithoutNoun(name.Value));
        return Subject(context, start, hits, named);
    }

    /// <summary>The same for an activity whose title is no quotation.</summary>
    internal static string? HolderIn(ItemContext context, int start, string sentence, TextSpan title) =>
        OrganizerBefore(sentence[..title.Start])
            ?? Holder(context, start, ActivityWords.Find(sentence), OrganizationNames.Find(context.Marked, start, start + sentence.Length), new Named(title.Start, title.End, 0, sentence.Length, true));

    /// <summary>"Центр по защите данных 20 марта": a day that ran into the name before it.</summary>
    private static string WithoutDate(ItemContext context, string name)
    {
        foreach (var date in Dates.Find(name, context.Year, context.Language))
            if (date.Start > 4 && name.Length - date.Start - date.Length <= LongestAroundDate) return name[..date.Start].TrimEnd();
        return name;
    }

    /// <summary>"the Board holds", "Lapa Trust will hold": the capital words directly before the verb, where no person is named.</summary>
    private static string? Subject(ItemContext context, int start, List<PhraseHit<ActivityWord>> hits, Named named)
    {
        foreach (var verb in hits)
        {
            if (verb.Value != ActivityWord.OrganizerBehind || verb.Start < named.From || verb.Start >= named.To || verb.Start > named.Open) continue;
            var end = start + verb.Start;
            while (end > start && context.Text[end - 1] is ' ' or '\n') end--;
            var (from, at) = (end, end);
            while (at > start + named.From)
            {
                var word = at;
                while (word > start && (char.IsLetter(context.Text[word - 1]) || context.Text[word - 1] is '-' or '\'' or '’' or '&')) word--;
                if (at - word > 3 && context.Text[word + 1] is '\'' or '’') word += 2;
                if (word == at || !char.IsUpper(context.Text[word]) && !(at - word <= 3 && word < from)) break;
                if (char.IsUpper(context.Text[word])) from = word;
                if (word == start || context.Text[word - 1] is not (' ' or '\n')) break;
                at = word - 1;
            }
            if (end - from < 4 || Folding.IsHan(context.Text[from]) || Folding.IsArabic(context.Text[from])) continue;
            var name = ActivitySmallWords.WithoutArticle(MailLayout.Unwrap(context.Text[from..end]));
            if (name.Length < 4 || !char.IsUpper(name[0]) || context.Marked.At(Word.Honorific, from) is { Length: > 0 } || PersonNames.Find(context.Marked, Math.Max(start, from - 12), end).Count > 0) continue;
            if (name.Contains(' ', StringComparison.Ordinal) || ActivityWords.Find(name).Exists(hit => hit.Value == ActivityWord.Organization)) return name;
        }
        return null;
    }

    /// <summary>تنظم جامعة … مؤتمر "…": the noun of the activity ran into the name before it.</summary>
    private static string WithoutNoun(string name)
    {
        if (!Folding.IsArabic(name[0])) return name;
        foreach (var hit in ActivityWords.Find(name))
            if (hit.Start > 3 && name[hit.Start - 1] == ' ' && (hit.Value == ActivityWord.Noun || ActivityWords.IsCategory(hit.Value))
                    && name.AsSpan(hit.Start).IndexOfAny(Opening) > 0)
                return name[..hit.Start].TrimEnd();
        return name;
    }

    private static bool Holds(ItemContext context, Mention<string> name, int verb, int end)
    {
        if (Folding.IsArabic(name.Value[0]) && end <= name.Start) return name.Start - end <= 2;
        if (verb < name.End) return false;
        var gap = context.Text.AsSpan(name.End, verb - name.End);
        if (gap.Length <= 3) return true;
        if (Folding.IsHan(name.Value[0])) return gap.Length < 50 && ActivitySmallWords.HanHolds.Contains(gap[0]) && gap.IndexOfAny("。；：") < 0 && !(name.Start > 0 && context.Text[name.Start - 1] is '在' or '于' or '於');
        // "the College from 4 to 8 February holds"
        if (gap.Length < 60 && Dates.Find(gap.ToString(), context.Year, context.Language) is [{ Length: > 4 } date] && gap.Length - date.Length <= LongestAroundDate) return true;
        return gap.Length < 60 && gap.IndexOfAny(Clauses.Ends) < 0
            && (context.CountryMentions.From(name.End, verb + 1) is [var country, ..] && country.End <= verb + 1
                || ActivityWords.Find(gap.ToString()).Exists(hit => hit.Value == ActivityWord.OrganizerFirst && hit.Start <= 2));
    }

    private const int LongestAroundDate = 8;

    /// <summary>"à Conakry, du 4 au 8 février": the place named with a preposition directly before the date.</summary>
    private static string? PlaceBesideDate(ItemContext context, string sentence)
    {
        foreach (var date in Dates.Find(sentence, context.Year, context.Language))
        {
            if (date.Value is DateReading.Unclear) continue;
            var before = MailLayout.Unwrap(sentence[Math.Max(0, date.Start - 50)..date.Start]).TrimEnd();
            foreach (var opener in ActivitySmallWords.DateOpeners)
                if (before.EndsWith(opener, StringComparison.Ordinal)) { before = before[..^opener.Length]; break; }
            before = before.TrimEnd(' ', ',');
            var words = before.Split(' ');
            var first = words.Length;
            while (first > 0 && words[first - 1] is [var letter, ..] && char.IsUpper(letter) && !words[first - 1].EndsWith(',')) first--;
            if (first == words.Length || first == 0 || words.Length - first > 3)
            {
                if (BehindDate(sentence, date.Start + date.Length) is { } behind) return behind;
                continue;
            }
            if (ActivitySmallWords.BeforeTown.Contains(words[first - 1])) return string.Join(' ', words[first..]);
        }
        return null;
    }

    /// <summary>"с 4 по 8 февраля в Гродно Фонд …": one capital word with its preposition directly behind the date, and no noun of an organization.</summary>
    private static string? BehindDate(string sentence, int at)
    {
        while (at < sentence.Length && (sentence[at] is ' ' or '\n' or '.' || sentence[at] is 'г' && at + 1 < sentence.Length && sentence[at + 1] == '.')) at++;
        if (!ActivitySmallWords.TownBehindDate.Any(word => string.CompareOrdinal(sentence, at, word, 0, word.Length) == 0)) return null;
        var start = sentence.IndexOf(' ', at) + 1;
        var end = start;
        while (end < sentence.Length && (char.IsLetter(sentence[end]) || sentence[end] == '-')) end++;
        if (end - start < 3 || !char.IsUpper(sentence[start])) return null;
        var place = sentence[start..end];
        return ActivityWords.Find(place).Count == 0 ? place : null;
    }

    /// <summary>在昆明举行: what stands in Chinese between the preposition and the verb.</summary>
    internal static string? HanPlace(string sentence)
    {
        if (sentence.IndexOf('在', StringComparison.Ordinal) < 0) return null;
        foreach (var verb in ActivityWords.Find(sentence))
        {
            if (verb.Value != ActivityWord.OrganizerBehind) continue;
            var at = sentence.LastIndexOf('在', verb.Start);
            if (at < 0 || verb.Start - at is < 3 or > 22) continue;
            var place = sentence[(at + 1)..verb.Start].Trim();
            if (place.Length >= 2 && place.All(c => Folding.IsHan(c) || c == '·') && !place.Contains('的', StringComparison.Ordinal)) return place;
        }
        return null;
    }

    private static bool NearCategory(List<PhraseHit<ActivityWord>> hits, int open, int close) =>
        hits.Exists(hit => ActivityWords.IsCategory(hit.Value) && (hit.End <= open && open - hit.End <= 30 || hit.Start >= close && hit.Start - close <= 60));

    /// <summary>"our association (Name) holds a workshop", "that the Association X will hold".</summary>
    private static string? OrganizerBefore(string before)
    {
        var open = before.LastIndexOf('(');
        if (open > 0 && before.IndexOf(')', open) is > 0 and var close && before.Length - close < 40)
        {
            var inside = before[(open + 1)..close];
            var cut = inside.IndexOfAny([',', '،', '，']);
            var named = (cut > 0 ? inside[..cut] : inside).Trim();
            if (named.Length > 4 && ActivityWords.Find(named).Exists(hit => hit.Value == ActivityWord.Organization)) return named;
        }
        return null;
    }
}
