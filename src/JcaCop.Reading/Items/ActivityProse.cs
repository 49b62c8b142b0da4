using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads activities named in running text: a noun such as "workshop" and a name in quotation marks beside it.</summary>
internal static class ActivityProse
{
    /// <summary>Stands for the name, which may hold commas of its own, when the words around it are taken apart.</summary>
    private const string Named = "Name, ";

    private const string Opens = "«“„\"《「『";
    private static readonly System.Buffers.SearchValues<char> Opening = System.Buffers.SearchValues.Create(Opens);
    private const string Closes = "»”“\"》」』";

    public static IEnumerable<(int Start, int Length, Activity Activity)> Find(ItemContext context, Paragraph paragraph)
    {
        foreach (var sentence in Joined(context.Text, paragraph))
        {
            var written = Folding.Cut(context.Text, sentence.Start, sentence.Length);
            var hits = ActivityWords.Find(written);
            if (!hits.Exists(hit => hit.Value is ActivityWord.Noun || ActivityWords.IsCategory(hit.Value)) || hits.Exists(hit => hit.Value == ActivityWord.Paper)) continue;
            var organizations = OrganizationNames.Find(context.Marked, sentence.Start, sentence.End);
            for (var open = written.AsSpan().IndexOfAny(Opening); open >= 0;)
            {
                var kind = Opens.IndexOf(written[open], StringComparison.Ordinal);
                var close = Close(written, open, kind);
                if (close < 0) break;
                var name = MailLayout.Unwrap(written[(open + 1)..close]).Trim();
                if (name.Length is >= 3 and <= 140 && !IsOrganization(name) && !HeadedBy(context, sentence.Start + open) && Noun(written, hits, open, close) is { } noun)
                    yield return (sentence.Start + open, close - open + 1, Read(context, sentence.Start, written, hits, organizations, open, close, name, noun));
                var next = close + 1 < written.Length ? written.AsSpan(close + 1).IndexOfAny(Opening) : -1;
                open = next < 0 ? -1 : close + 1 + next;
            }
        }
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
            if (hit.End <= open && open - hit.End <= (Folding.IsHan(text[hit.Start]) ? 6 : 30) && text.AsSpan(hit.End, open - hit.End).IndexOfAny(".;。") < 0 && (best is null || hit.Start > best.Value.Start || hit.Length > best.Value.Length)) best = hit;
            else if (best is null && hit.Start >= close && hit.Start - close <= 45 && text.AsSpan(close, hit.Start - close).IndexOfAny(".;。") < 0) best = hit;
        }
        return best;
    }

    private static Activity Read(ItemContext context, int start, string sentence, List<PhraseHit<ActivityWord>> hits, List<Mention<string>> organizations, int open, int close, string name, PhraseHit<ActivityWord> noun)
    {
        var behind = sentence[(close + 1)..];
        var before = sentence[..open];
        var tail = ActivityEntry.Read(Named + MailLayout.Unwrap(behind).TrimStart(' ', ',', '，'), null, context.Year, context.Language);
        var head = ActivityEntry.Read(Named + MailLayout.Unwrap(before), null, context.Year, context.Language);
        var category = hits.Where(hit => ActivityWords.IsCategory(hit.Value) && (hit.Start < open ? open - hit.End <= 30 : hit.Start > close))
            .OrderByDescending(hit => hit.Value == ActivityWord.Event && hit.Start < open).ThenBy(hit => hit.Start < open ? open - hit.End : hit.Start - close).Select(hit => (ActivityCategory?)ActivityWords.Category(hit.Value)).FirstOrDefault();
        var organization = OrganizerBefore(before) ?? Holder(context, start, hits, organizations) ?? tail?.Organization;
        return new Activity(name)
        {
            Category = ActivityWords.IsCategory(noun.Value) || category is not null && (noun.Value == ActivityWord.Noun && NearCategory(hits, open, close)) ? category : null,
            Organization = organization,
            Start = tail?.Start ?? head?.Start,
            End = tail?.Start is not null ? tail.End : head?.End,
            Place = HanPlace(sentence) ?? PlaceBesideDate(context, sentence) ?? tail?.Place,
            Website = tail?.Website ?? head?.Website,
        };
    }

    /// <summary>The organization directly before "will hold" and its like, or in Arabic behind it; a country, and in Chinese the day and the place, may stand between.</summary>
    private static string? Holder(ItemContext context, int start, List<PhraseHit<ActivityWord>> hits, List<Mention<string>> organizations)
    {
        foreach (var name in organizations)
            foreach (var hit in hits)
                if (hit.Value == ActivityWord.OrganizerBehind && Holds(context, name, start + hit.Start, start + hit.End)
                    || hit is { Value: ActivityWord.Organizer, Length: > 3 } && Folding.IsArabic(name.Value[0]) && name.Start - start - hit.End is >= 0 and <= 2) return name.Value;
        return null;
    }

    private static bool Holds(ItemContext context, Mention<string> name, int verb, int end)
    {
        if (Folding.IsArabic(name.Value[0]) && end <= name.Start) return name.Start - end <= 2;
        if (verb < name.End) return false;
        var gap = context.Text.AsSpan(name.End, verb - name.End);
        if (gap.Length <= 3) return true;
        if (Folding.IsHan(name.Value[0])) return gap.Length < 50 && HanHolds.Contains(gap[0], StringComparison.Ordinal) && gap.IndexOfAny("。；：") < 0 && !(name.Start > 0 && context.Text[name.Start - 1] is '在' or '于' or '於');
        return gap.Length < 60 && gap.IndexOfAny(Clauses.Ends) < 0
            && (context.CountryMentions.From(name.End, verb + 1) is [var country, ..] && country.End <= verb + 1 || ActivityWords.Find(gap.ToString()).Exists(hit => hit.Value == ActivityWord.OrganizerFirst && hit.Start <= 2));
    }

    /// <summary>What stands in Chinese between whoever holds something and the day: 将于, 拟于, 定于.</summary>
    private const string HanHolds = "将將拟擬定于於在计計已曾与與和同及联聯";

    /// <summary>"à Conakry, du 4 au 8 février": the place named with a preposition directly before the date.</summary>
    private static string? PlaceBesideDate(ItemContext context, string sentence)
    {
        foreach (var date in Dates.Find(sentence, context.Year, context.Language))
        {
            if (date.Value is DateReading.Unclear) continue;
            var before = MailLayout.Unwrap(sentence[Math.Max(0, date.Start - 50)..date.Start]).TrimEnd();
            foreach (var small in (string[])["du", "le", "les", "on", "from", "el", "los días", "del", "с", "يوم", "من"])
                if (before.EndsWith(" " + small, StringComparison.Ordinal)) { before = before[..^(small.Length + 1)]; break; }
            before = before.TrimEnd(' ', ',');
            var words = before.Split(' ');
            var first = words.Length;
            while (first > 0 && words[first - 1] is [var letter, ..] && char.IsUpper(letter) && !words[first - 1].EndsWith(',')) first--;
            if (first == words.Length || first == 0 || words.Length - first > 3)
            {
                if (BehindDate(sentence, date.Start + date.Length) is { } behind) return behind;
                continue;
            }
            if (words[first - 1] is "à" or "in" or "at" or "en" or "в" or "au" or "aux") return string.Join(' ', words[first..]);
        }
        return null;
    }

    /// <summary>"с 4 по 8 февраля в Гродно Фонд …": one capital word with its preposition directly behind the date, and no noun of an organization.</summary>
    private static string? BehindDate(string sentence, int at)
    {
        while (at < sentence.Length && (sentence[at] is ' ' or '\n' or '.' || sentence[at] is 'г' && at + 1 < sentence.Length && sentence[at + 1] == '.')) at++;
        if (!sentence.AsSpan(at).StartsWith("в ", StringComparison.Ordinal) && !sentence.AsSpan(at).StartsWith("во ", StringComparison.Ordinal)) return null;
        var start = sentence.IndexOf(' ', at) + 1;
        var end = start;
        while (end < sentence.Length && (char.IsLetter(sentence[end]) || sentence[end] == '-')) end++;
        if (end - start < 3 || !char.IsUpper(sentence[start])) return null;
        var place = sentence[start..end];
        return ActivityWords.Find(place).Count == 0 ? place : null;
    }

    /// <summary>在昆明举行: what stands in Chinese between the preposition and the verb.</summary>
    private static string? HanPlace(string sentence)
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
