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
    internal static readonly System.Buffers.SearchValues<char> Opening = System.Buffers.SearchValues.Create(Opens);
    private const string Closes = "»”“\"》」』";

    /// <param name="other">Whether a sentence tells of an activity in another way.</param>
    public static IEnumerable<(int Start, int Length, Activity Activity)> Find(ItemContext context, Paragraph paragraph, Func<TextSpan, bool> other)
    {
        if (!ActivityWords.NamesAny(context, paragraph.Span) || !context.Text.AsSpan(paragraph.Span.Start, paragraph.Span.Length).ContainsAny(Opening)) yield break;
        foreach (var part in ActivityStory.Parts(context, paragraph, sentence => In(context, sentence) is { Named.Count: > 0 }, other))
        {
            if (In(context, part) is not { Named.Count: > 0 } told) continue;
            var (written, hits, named) = told;
            var organizations = OrganizationNames.Find(context.Marked, part.Start, part.End);
            string? holder = null;
            for (var i = 0; i < named.Count; i++)
            {
                var (open, close, noun) = named[i];
                var from = i == 0 ? Begin(written, hits, Math.Min(open, noun.Start)) : Cut(written, named[i - 1].Close, noun.Start < open ? Math.Min(noun.Start, open) : open);
                var to = i + 1 == named.Count ? End(written, hits, close) : Cut(written, close, named[i + 1].Noun.Start < named[i + 1].Open ? named[i + 1].Noun.Start : named[i + 1].Open);
                var activity = Read(context, part.Start, written, hits, organizations, new ActivityHolder.Named(open, close, from, to, named.Count == 1 && from == 0 && to == written.Length), noun);
                // "X will hold the workshop A in Leeds and the conference B in Whitby": one subject holds both
                if (i > 0 && activity.Organization is null && written.AsSpan(named[i - 1].Close, Math.Max(0, from - named[i - 1].Close)).IndexOfAny(Parting) < 0) activity = activity with { Organization = holder };
                holder = activity.Organization;
                yield return (part.Start + open, close - open + 1, activity);
            }
        }
    }

    /// <summary>What a part of a text names in quotation marks; null where no activity can be among it.</summary>
    private static (string Written, List<PhraseHit<ActivityWord>> Hits, List<(int Open, int Close, PhraseHit<ActivityWord> Noun)> Named)? In(ItemContext context, TextSpan part)
    {
        if (!ActivityWords.NamesAny(context, part)) return null;
        var written = Folding.Cut(context.Text, part.Start, part.Length);
        var hits = ActivityWords.Find(written);
        if (!hits.Exists(hit => ActivityWords.IsHeld(hit.Value)) || hits.Exists(hit => hit.Value == ActivityWord.Paper)) return null;
        return (written, hits, Quoted(context, part.Start, written, hits));
    }

    private static List<(int Open, int Close, PhraseHit<ActivityWord> Noun)> Quoted(ItemContext context, int start, string written, List<PhraseHit<ActivityWord>> hits)
    {
        var found = new List<(int, int, PhraseHit<ActivityWord>)>();
        for (var open = written.AsSpan().IndexOfAny(Opening); open >= 0;)
        {
            var close = Close(written, open, Opens.IndexOf(written[open], StringComparison.Ordinal));
            if (close < 0) break;
            var name = NameIn(written, open, close);
            if (!Wording.Is(context, start + open, start + close) && name.Length <= 140 && (name.Length >= 3 || IsBefore(name, hits, close)) && !IsOrganization(name)
                    && !QuotedPlaces.IsAddress(context, start + open, start + close) && !QuotedPlaces.NamesHouse(context, start + open, start + close)
                    && !ActivitySections.IsCategory(name) && !context.Matters.Any(Matter.Report, TextSpan.FromBounds(start + open, start + close)) 
                    && context.BodyIn(start + open, start + close) is null && !HeadedBy(context, written, hits, start, open)
                    && (Noun(written, hits, open, close) ?? NounInside(context, written, hits, open, close)) is { } noun)
                found.Add((open, close, noun));
            var next = close + 1 < written.Length ? written.AsSpan(close + 1).IndexOfAny(Opening) : -1;
            open = next < 0 ? -1 : close + 1 + next;
        }
        return found;
    }

    /// <summary>How far before the name a verb of holding may end: a town with its preposition, and an article, between.</summary>
    private const int NearVerb = 24;

    /// <summary>The same, where the noun stands anywhere in the name: "we will hold in Kisumu the "National Forum of …"".</summary>
    private const int FarVerb = 40;

    private static string NameIn(string written, int open, int close) => MailLayout.Unwrap(written[(open + 1)..close]).Trim();

    /// <summary>“护苗”夏令营: a name of two characters directly before its noun.</summary>
    private static bool IsBefore(string name, List<PhraseHit<ActivityWord>> hits, int close) =>
        name.Length == 2 && Folding.IsHan(name[0]) && hits.Exists(hit => hit.Start == close + 1 && (ActivityWords.IsHeld(hit.Value)));

    /// <summary>"Safe Internet Week", on a day, or behind a verb of holding: the noun heads the name itself.</summary>
    private static PhraseHit<ActivityWord>? NounInside(ItemContext context, string written, List<PhraseHit<ActivityWord>> hits, int open, int close)
    {
        var held = ActivityPlain.HoldsBefore(written, open, FarVerb);
        foreach (var hit in hits)
            if (held && (ActivityWords.IsHeld(hit.Value)) && hit.Start > open && hit.End <= close) return hit;
            else if ((ActivityWords.IsHeld(hit.Value)) && (hit.Start - open is 1 or 2 || close - hit.End is 0 or 1)
                && (hits.Exists(verb => verb.Value == ActivityWord.OrganizerBehind && verb.End <= open && open - verb.End <= NearVerb)
                    || Dates.Find(written[(close + 1)..Math.Min(written.Length, close + 80)], context.Year, context.Language).Any(date => date.Value is DateReading.Day or DateReading.Period))) return hit;
        return null;
    }

    /// <summary>Where the part of a sentence begins that speaks of the next activity: behind the last semicolon, otherwise comma, before its noun.</summary>
    private static int Cut(string written, int from, int to)
    {
        if (to <= from) return from + 1;
        var between = written.AsSpan(from, to - from);
        var at = between.LastIndexOfAny(";；؛。");
        if (at < 0) at = between.LastIndexOfAny(",，،");
        // "… in Perth on 15 October and the conference …": the conjunction before the next noun parts them
        if (at < 0 && new MarkedText(between.ToString()) is var marked)
            foreach (var and in marked.Within(Word.Conjunction, 1, between.Length)) if (between[and.Start - 1] == ' ' && and.End < between.Length && between[and.End] == ' ') at = and.Start - 1;
        return at < 0 ? from + 1 : from + at + 1;
    }

    /// <summary>Behind the last semicolon before the name, where what stands before it is another activity.</summary>
    private static int Begin(string written, List<PhraseHit<ActivityWord>> hits, int name)
    {
        var part = written.AsSpan(0, name).LastIndexOfAny(Parts);
        return part > 0 && hits.Exists(hit => ActivityWords.IsHeld(hit.Value) && hit.End <= part) ? part + 1 : 0;
    }

    /// <summary>The first semicolon behind the name, where what stands behind it is another activity: its days and places are its own.</summary>
    private static int End(string written, List<PhraseHit<ActivityWord>> hits, int name)
    {
        var part = written.AsSpan(name).IndexOfAny(Parts);
        return part > 0 && hits.Exists(hit => ActivityWords.IsHeld(hit.Value) && hit.Start > name + part) ? name + part : written.Length;
    }

    private static readonly System.Buffers.SearchValues<char> Parting = System.Buffers.SearchValues.Create(";；؛,，،.。");

    private static readonly System.Buffers.SearchValues<char> Parts = System.Buffers.SearchValues.Create(";；؛");

    /// <summary>The noun of an organization, or its legal form, stands directly before the quotation marks.</summary>
    private static bool HeadedBy(ItemContext context, string written, List<PhraseHit<ActivityWord>> hits, int start, int open)
    {
        bool Ends(PhraseHit<ActivityWord> hit) => hit.End <= open && open - hit.End <= 1;
        static bool IsNoun(PhraseHit<ActivityWord> hit) => ActivityWords.IsHeld(hit.Value);
        // "летнюю школу «…»", held by somebody: a noun of both sorts
        if (hits.Exists(hit => Ends(hit) && IsNoun(hit)
                && (hits.Exists(verb => verb.Value == ActivityWord.OrganizerBehind && verb.End <= hit.Start) || ActivityWorks.Runs(written[..hit.Start])))) return false;
        if (hits.Exists(hit => Ends(hit) && hit.Value == ActivityWord.Organization && !Folding.IsHan(written[hit.Start])) && !hits.Exists(hit => Ends(hit) && IsNoun(hit))) return true;
        var at = start + open;
        if (!context.Text.AsSpan(Math.Max(0, at - 30), Math.Min(at, 30)).ContainsAnyInRange('\u0400', '\u04ff')) return false; // in other languages a noun such as "atelier" is either
        foreach (var kind in Heads)
            foreach (var head in context.Marked.Within(kind, Math.Max(0, at - 30), at)) if (at - head.End <= 1 && (head.Length > 1 || Folding.IsHan(context.Text[head.Start]) is false)) return true;
        return false;
    }

    private static readonly Word[] Heads = [Word.Organization, Word.LegalForm];

    /// <summary>The name of an organization is none of an activity: its noun begins it, or in Chinese ends it.</summary>
    private static bool IsOrganization(string name) =>
        ActivityWords.Find(name).Exists(hit => hit.Value == ActivityWord.Organization && (Folding.IsHan(name[^1]) ? hit.End == name.Length && hit.Length > 1 : hit.Start == 0));

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

    private static Activity Read(ItemContext context, int start, string sentence, List<PhraseHit<ActivityWord>> hits, List<Mention<string>> organizations, ActivityHolder.Named named, PhraseHit<ActivityWord> noun)
    {
        var (open, close) = (named.Open, named.Close);
        var behind = sentence[(close + 1)..Math.Max(close + 1, named.To)];
        var before = sentence[Math.Min(named.From, open)..open];
        var own = before + sentence[open..Math.Max(close + 1, named.To)];
        var tail = ActivityEntry.Read(Placeholder + MailLayout.Unwrap(behind).TrimStart(' ', ',', '，'), null, context.Year, context.Language);
        var head = ActivityEntry.Read(Placeholder + MailLayout.Unwrap(before), null, context.Year, context.Language);
        var title = NameIn(sentence, open, close);
        // the Ministry of Education's bill
        bool InHouse(PhraseHit<ActivityWord> hit) => organizations.Exists(house => house.Start <= start + hit.Start && house.End >= start + hit.End
            && (house.End <= start + open || house.Start > start + close));
        var category = hits.Where(hit => ActivityWords.IsCategory(hit.Value) && !InHouse(hit)
                && hit.Start >= named.From && hit.End <= Math.Max(named.To, close) && (hit.Start < open ? open - hit.End <= 30 : hit.Start > close))
            .OrderByDescending(hit => hit.Value == ActivityWord.Event && hit.Start < open)
                .ThenBy(hit => hit.Start < open ? open - hit.End : hit.Start - close).Select(hit => (ActivityCategory?)ActivityWords.Category(hit.Value))
                .FirstOrDefault();
        var organization = ActivityHolder.InBrackets(before) ?? ActivityHolder.Of(context, start, hits, organizations, named) ?? tail?.Organization;
        var place = ActivityTowns.BeforeVerb(own) ?? ActivityTowns.BesideDate(context, own) ?? ActivityTowns.Told(own, tail?.Place)
            ?? (named.Alone ? ActivityPlain.PlaceBeside(context, sentence, TextSpan.FromBounds(open, close)) : null);
        return new Activity(title)
        {
            Category = ActivityWords.Head(title)
                ?? (noun.Start > open && noun.End <= close && ActivityWords.IsCategory(noun.Value) ? (ActivityCategory?)ActivityWords.Category(noun.Value) : null)
                ?? (ActivityWords.IsCategory(noun.Value) || category is not null && (noun.Value == ActivityWord.Noun && NearCategory(hits, open, close)) ? category : null),
            Organization = ActivityTowns.Without(organization, place),
            Start = tail?.Start ?? head?.Start,
            End = tail?.Start is not null ? tail.End : head?.End,
            Place = place,
            Website = tail?.Website ?? head?.Website,
        };
    }

    private static bool NearCategory(List<PhraseHit<ActivityWord>> hits, int open, int close) =>
        hits.Exists(hit => ActivityWords.IsCategory(hit.Value) && (hit.End <= open && open - hit.End <= 30 || hit.Start >= close && hit.Start - close <= 60));
}
