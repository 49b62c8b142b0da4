using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads activities named in running text: a noun such as "workshop" and a name in quotation marks beside it.</summary>
internal static class ActivityProse
{
    private const string Opens = "«“„\"《「『";
    private static readonly System.Buffers.SearchValues<char> Opening = System.Buffers.SearchValues.Create(Opens);
    private const string Closes = "»”“\"》」』";

    public static IEnumerable<(int Start, int Length, Activity Activity)> Find(ItemContext context, Paragraph paragraph)
    {
        foreach (var sentence in Joined(context.Text, paragraph))
        {
            var written = sentence.In(context.Text);
            var hits = ActivityWords.Find(written);
            if (!hits.Exists(hit => hit.Value is ActivityWord.Noun || ActivityWords.IsCategory(hit.Value))) continue;
            for (var open = written.AsSpan().IndexOfAny(Opening); open >= 0;)
            {
                var kind = Opens.IndexOf(written[open], StringComparison.Ordinal);
                var close = Close(written, open, kind);
                if (close < 0) break;
                var name = MailLayout.Unwrap(written[(open + 1)..close]).Trim();
                if (name.Length is >= 3 and <= 140 && Noun(written, hits, open, close) is { } noun)
                    yield return (sentence.Start + open, close - open + 1, Read(context, written, hits, open, close, name, noun));
                var next = close + 1 < written.Length ? written.AsSpan(close + 1).IndexOfAny(Opening) : -1;
                open = next < 0 ? -1 : close + 1 + next;
            }
        }
    }

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
            if (hit.End <= open && open - hit.End <= 30 && text.AsSpan(hit.End, open - hit.End).IndexOfAny(".;。") < 0 && (best is null || hit.Start > best.Value.Start || hit.Length > best.Value.Length)) best = hit;
            else if (best is null && hit.Start >= close && hit.Start - close <= 45 && text.AsSpan(close, hit.Start - close).IndexOfAny(".;。") < 0) best = hit;
        }
        return best;
    }

    private static Activity Read(ItemContext context, string sentence, List<PhraseHit<ActivityWord>> hits, int open, int close, string name, PhraseHit<ActivityWord> noun)
    {
        var behind = sentence[(close + 1)..];
        var before = sentence[..open];
        var tail = ActivityEntry.Read(name + ", " + MailLayout.Unwrap(behind).TrimStart(' ', ',', '，'), null, context.Year, context.Language);
        var head = ActivityEntry.Read(name + ", " + MailLayout.Unwrap(before), null, context.Year, context.Language);
        var category = hits.Where(hit => ActivityWords.IsCategory(hit.Value) && (hit.Start < open ? open - hit.End <= 30 : hit.Start > close))
            .OrderByDescending(hit => hit.Value == ActivityWord.Event && hit.Start < open).ThenBy(hit => hit.Start < open ? open - hit.End : hit.Start - close).Select(hit => (ActivityCategory?)ActivityWords.Category(hit.Value)).FirstOrDefault();
        var organization = OrganizerBefore(context, before) ?? tail?.Organization;
        return new Activity(name)
        {
            Category = ActivityWords.IsCategory(noun.Value) || category is not null && (noun.Value == ActivityWord.Noun && NearCategory(hits, open, close)) ? category : null,
            Organization = organization,
            Start = tail?.Start ?? head?.Start,
            End = tail?.Start is not null ? tail.End : head?.End,
            Place = tail?.Place,
            Website = tail?.Website ?? head?.Website,
        };
    }

    private static bool NearCategory(List<PhraseHit<ActivityWord>> hits, int open, int close) =>
        hits.Exists(hit => ActivityWords.IsCategory(hit.Value) && (hit.End <= open && open - hit.End <= 30 || hit.Start >= close && hit.Start - close <= 60));

    /// <summary>"our association (Name) holds a workshop", "that the Association X will hold".</summary>
    private static string? OrganizerBefore(ItemContext context, string before)
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
