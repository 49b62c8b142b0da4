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
            for (var open = written.AsSpan().IndexOfAny(Opening); open >= 0;)
            {
                var kind = Opens.IndexOf(written[open], StringComparison.Ordinal);
                var close = Close(written, open, kind);
                if (close < 0) break;
                var name = MailLayout.Unwrap(written[(open + 1)..close]).Trim();
                if (name.Length is >= 3 and <= 140 && !IsOrganization(name) && Noun(written, hits, open, close) is { } noun)
                    yield return (sentence.Start + open, close - open + 1, Read(context, sentence.Start, written, hits, open, close, name, noun));
                var next = close + 1 < written.Length ? written.AsSpan(close + 1).IndexOfAny(Opening) : -1;
                open = next < 0 ? -1 : close + 1 + next;
            }
        }
    }

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

    private static Activity Read(ItemContext context, int start, string sentence, List<PhraseHit<ActivityWord>> hits, int open, int close, string name, PhraseHit<ActivityWord> noun)
    {
        var behind = sentence[(close + 1)..];
        var before = sentence[..open];
        var tail = ActivityEntry.Read(Named + MailLayout.Unwrap(behind).TrimStart(' ', ',', '，'), null, context.Year, context.Language);
        var head = ActivityEntry.Read(Named + MailLayout.Unwrap(before), null, context.Year, context.Language);
        var category = hits.Where(hit => ActivityWords.IsCategory(hit.Value) && (hit.Start < open ? open - hit.End <= 30 : hit.Start > close))
            .OrderByDescending(hit => hit.Value == ActivityWord.Event && hit.Start < open).ThenBy(hit => hit.Start < open ? open - hit.End : hit.Start - close).Select(hit => (ActivityCategory?)ActivityWords.Category(hit.Value)).FirstOrDefault();
        var organization = OrganizerBefore(before) ?? Holder(context, start, sentence, hits) ?? tail?.Organization;
        return new Activity(name)
        {
            Category = ActivityWords.IsCategory(noun.Value) || category is not null && (noun.Value == ActivityWord.Noun && NearCategory(hits, open, close)) ? category : null,
            Organization = organization,
            Start = tail?.Start ?? head?.Start,
            End = tail?.Start is not null ? tail.End : head?.End,
            Place = PlaceBesideDate(context, sentence) ?? tail?.Place,
            Website = tail?.Website ?? head?.Website,
        };
    }

    /// <summary>The organization directly before "will hold" and its like.</summary>
    private static string? Holder(ItemContext context, int start, string sentence, List<PhraseHit<ActivityWord>> hits)
    {
        if (!hits.Exists(hit => hit.Value == ActivityWord.OrganizerBehind)) return null;
        foreach (var name in OrganizationNames.Find(context.Marked, start, start + sentence.Length))
            if (hits.Exists(hit => hit.Value == ActivityWord.OrganizerBehind && start + hit.Start >= name.End && start + hit.Start - name.End <= 3)) return name.Value;
        return null;
    }

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
            if (first == words.Length || first == 0 || words.Length - first > 3) continue;
            if (words[first - 1] is "à" or "in" or "at" or "en" or "в" or "au" or "aux") return string.Join(' ', words[first..]);
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
