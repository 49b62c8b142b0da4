using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Who holds an activity that a sentence names: the name before or behind the verb of holding.</summary>
internal static class ActivityHolder
{
    private const int LongestAroundDate = 8;

    /// <summary>The name of an activity, and the part of the sentence that speaks of it.</summary>
    /// <param name="Alone">No other activity is named in the sentence.</param>
    internal readonly record struct Named(int Open, int Close, int From, int To, bool Alone);

    /// <summary>The organization directly before "will hold" and its like, or in Arabic behind it; a country, and in Chinese the day and the place, may stand between.</summary>
    public static string? Of(ItemContext context, int start, List<PhraseHit<ActivityWord>> hits, List<Mention<string>> organizations, Named named)
    {
        foreach (var name in organizations)
            foreach (var hit in hits)
                if (hit.Start < named.From || hit.Start >= named.To || !named.Alone && name.Start - start < named.From) continue;
                else if (hit.Value == ActivityWord.OrganizerBehind && Holds(context, name, start + hit.Start, start + hit.End)
                    || hit is { Value: ActivityWord.Organizer, Length: > 3 } && Folding.IsArabic(name.Value[0]) && name.Start - start - hit.End is >= 0 and <= 2
                    || hit is { Value: ActivityWord.Organizer, Length: > 3 } && !context.Text.AsSpan(start + hit.Start, hit.Length).Contains(' ')
                        && start + hit.Start - name.End is >= 0 and <= 1)
                        return WithoutDate(context, WithoutNoun(ActivityTowns.WithoutTownBefore(context, name)));
        return Subject(context, start, hits, named);
    }

    /// <summary>"le Ministère de la justice prépare": the whole of a clause before its verb that the noun of an organization begins, in small letters too.</summary>
    /// <param name="start">Where the sentence begins.</param>
    public static string? Clause(ItemContext context, int start, int verb)
    {
        var written = context.Text[start..verb].TrimEnd();
        if (written.EndsWith(',') && written.AsSpan(0, written.Length - 1).LastIndexOf(',') is > 0 and var opens) written = written[..opens]; // "the Ministry, for its part, drafts"
        var sign = written.AsSpan().LastIndexOfAny(Clauses.Ends);
        var clause = ActivitySmallWords.BehindThat(MailLayout.Unwrap(written[(sign + 1)..]).Trim());
        foreach (var date in Dates.Find(clause, context.Year, context.Language).Reverse()) if (clause.Length - date.Start - date.Length <= LongestAroundDate) clause = clause[..date.Start].TrimEnd();
        clause = ActivitySmallWords.WithoutArticle(WithoutTown(ActivitySmallWords.WithoutBeforeDate(clause)));
        if (clause.Length is < 5 or > LongestClause || clause.Split(' ').Length is < 2 or > MostWords || !char.IsUpper(clause[0]) || clause.Any(char.IsDigit)) return null;
        return ActivityWords.Find(clause).Exists(static hit => hit.Value == ActivityWord.Organization && hit.Start == 0) ? clause : null;
    }

    private const int LongestClause = 90, MostWords = 9;

    /// <summary>"В Павлодаре Центр медиаграмотности": the town before the name.</summary>
    private static string WithoutTown(string clause)
    {
        var words = clause.Split(' ', 3);
        return words.Length == 3 && ActivitySmallWords.BeforeTown.Contains(words[0].ToLowerInvariant()) && words[1].Length > 2 && char.IsUpper(words[1][0]) ? words[2] : clause;
    }

    /// <summary>The same for an activity whose title is no quotation.</summary>
    public static string? In(ItemContext context, int start, string sentence, TextSpan title) =>
        InBrackets(sentence[..title.Start])
            ?? Of(context, start, ActivityWords.Find(sentence), OrganizationNames.Find(context.Marked, start, start + sentence.Length), new Named(title.Start, title.End, 0, sentence.Length, true));

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
            if (verb.Value == ActivityWord.OrganizerBehind && verb.Start >= named.From && verb.Start < named.To && verb.Start <= named.Open
                && (Before(context, start, start + named.From, start + verb.Start) ?? Clause(context, start + named.From, start + verb.Start)) is { } name) return name;
        return null;
    }

    /// <summary>The capital words directly before a verb, where they name no person.</summary>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="first">Where the part of it begins in which they stand.</param>
    public static string? Before(ItemContext context, int start, int first, int verb)
    {
        var end = verb;
        while (end > start && context.Text[end - 1] is ' ' or '\n') end--;
        var (from, at) = (end, end);
        while (at > first)
        {
            var word = at;
            while (word > start && (char.IsLetter(context.Text[word - 1]) || context.Text[word - 1] is '-' or '\'' or '’' or '&')) word--;
            if (at - word > 3 && context.Text[word + 1] is '\'' or '’') word += 2;
            if (word == at || !char.IsUpper(context.Text[word]) && !(at - word <= 3 && word < from)) break;
            if (char.IsUpper(context.Text[word])) from = word;
            if (word == start || context.Text[word - 1] is not (' ' or '\n')) break;
            at = word - 1;
        }
        if (end - from < 4 || Folding.IsHan(context.Text[from]) || Folding.IsArabic(context.Text[from])) return null;
        var name = ActivitySmallWords.WithoutArticle(MailLayout.Unwrap(context.Text[from..end]));
        if (Countries.Find(name) is [{ Start: 0 } country] && country.Length == name.Length) return null; // "Spain will hold": whose activity it is, and no house
        if (name.Length < 4 || !char.IsUpper(name[0]) || context.Marked.At(Word.Honorific, from) is { Length: > 0 } || PersonNames.Find(context.Marked, Math.Max(start, from - 12), end).Count > 0) return null;
        return name.Contains(' ', StringComparison.Ordinal) || ActivityWords.Find(name).Exists(hit => hit.Value == ActivityWord.Organization) ? name : null;
    }

    /// <summary>تنظم جامعة … مؤتمر "…": the noun of the activity ran into the name before it.</summary>
    private static string WithoutNoun(string name)
    {
        if (!Folding.IsArabic(name[0])) return name;
        foreach (var hit in ActivityWords.Find(name))
            if (hit.Start > 3 && name[hit.Start - 1] == ' ' && (ActivityWords.IsHeld(hit.Value))
                    && name.AsSpan(hit.Start).IndexOfAny(ActivityProse.Opening) > 0)
                return name[..hit.Start].TrimEnd();
        return name;
    }

    private static bool Holds(ItemContext context, Mention<string> name, int verb, int end)
    {
        if (Folding.IsArabic(name.Value[0]) && end <= name.Start) return name.Start - end <= 2;
        if (verb < name.End) return false;
        var behind = WithoutBracket(context.Text, name.End, verb);
        var gap = context.Text.AsSpan(behind, verb - behind);
        if (gap.Length <= 3) return true;
        if (ActivitySmallWords.LeadsToClause(gap)) return false; // "the Ministry informs you that Senegal will hold"
        if (Folding.IsHan(name.Value[0])) return gap.Length < 50 && ActivitySmallWords.HanHolds.Contains(gap[0]) && gap.IndexOfAny("。；：") < 0 && !(name.Start > 0 && context.Text[name.Start - 1] is '在' or '于' or '於');
        // "the College from 4 to 8 February holds"
        if (gap.Length < 60 && Dates.Find(gap.ToString(), context.Year, context.Language) is [{ Length: > 4 } date] && gap.Length - date.Length <= LongestAroundDate) return true;
        return gap.Length < 60 && gap.IndexOfAny(Clauses.Ends) < 0
            && (context.CountryMentions.From(name.End, verb + 1) is [var country, ..] && country.End <= verb + 1
                || ActivityWords.Find(gap.ToString()).Exists(hit => hit.Value == ActivityWord.OrganizerFirst && hit.Start <= 2));
    }

    /// <summary>"the Lark Society (Norway) holds": behind what brackets add to the name.</summary>
    private static int WithoutBracket(string text, int at, int verb)
    {
        var open = at;
        while (open < verb && text[open] is ' ') open++;
        return open < verb && text[open] is '(' or '（' && text.AsSpan(open, verb - open).IndexOfAny(')', '）') is > 0 and < LongestBracket and var close ? open + close + 1 : at;
    }

    private const int LongestBracket = 40;

    /// <summary>"our association (Name) holds a workshop", "that the Association X will hold".</summary>
    public static string? InBrackets(string before)
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
