using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Takes one entry of a list of activities apart: title, organizer, dates, place, website.</summary>
internal sealed class ActivityEntry
{
    private readonly string text;
    private readonly DateOnly? near;
    private readonly string language;

    /// <summary>What was taken for the place by its shape alone.</summary>
    private string? supposed;

    private ActivityEntry(string text, DateOnly? near, string language)
    {
        this.text = text;
        this.near = near;
        this.language = language;
    }

    /// <param name="text">The entry, on one line.</param>
    /// <param name="category">Of the heading above it; null where there is none.</param>
    public static Activity? Read(string text, ActivityCategory? category, DateOnly? near, string language) => new ActivityEntry(text, near, language).Read(category);

    /// <summary>Whoever a piece of running text says holds or makes something: behind "organized by" and its like, or before "is responsible".</summary>
    public static string? Holder(string text, DateOnly? near, string language)
    {
        var entry = new ActivityEntry(text, near, language);
        foreach (var piece in ActivityPieces.Cut(text, entry.Particulars))
        {
            var (organization, place) = ((string?)null, (string?)null);
            var hits = ActivityWords.Find(piece);
            var told = hits.Find(hit => hit is { Value: ActivityWord.Organizer, Length: > 3 } // "was adopted in May by the Ministry"
                && !hits.Exists(other => other.Value == ActivityWord.OrganizerBehind && other.Start <= hit.Start && other.End >= hit.End)); // "is responsible"
            if (told.Length == 0 && !entry.NamesHolder(piece) && ActivitySmallWords.BehindParticiple(piece) is null && !hits.Exists(static hit => hit.Value == ActivityWord.OrganizerBehind)) continue;
            entry.Take(piece[told.Start..], ref organization, ref place);
            if (organization is not null) return organization;
        }
        return null;
    }

    private Activity? Read(ActivityCategory? category)
    {
        var rest = ActivityMarks.Prefixed(text, ref category);
        var pieces = ActivityPieces.Cut(rest, Particulars);
        if (pieces.Count == 0) return null;
        var title = pieces[0];
        var organization = (string?)null;
        var place = (string?)null;
        var website = Websites.Find(rest) is [var site, ..] ? site.Value : null;
        var (start, stop) = DatesOf(rest);
        title = WithoutTail(title, ref organization, ref place);
        // "for teachers, run by the Harbour Institute": who is said to hold it, before who only looks like it
        foreach (var piece in pieces.Skip(1).OrderBy(piece => NamesHolder(piece) ? 0 : 1))
        {
            if (ActivityMarks.Only(piece) is { } named) { category = named; continue; }
            Take(piece, ref organization, ref place);
        }
        // what has no day takes place nowhere: a name alone behind a law or a guide is whose it is
        if (organization is null && supposed is { } house && house == place && start is null && ActivityHouses.IsLong(house) && !CountryPlaces.Cities(house, Folding.Fold(house)).Any())
            (organization, place) = (house, null);
        if (title.Length > 4 && title[^1] is '）' or ')' && title[^2] is not ('案' or '稿') && // （草案） is the title's
                 title.LastIndexOfAny(['（', '(']) is > 1 and var bracket
                && ActivityHouses.Quotes.Contains(title[bracket - 1]) && ActivityWords.Named(title[(bracket + 1)..^1]) is { } told
                && ActivityMarks.Covered([.. ActivityWords.Find(title[(bracket + 1)..^1]).Where(static hit => ActivityWords.IsCategory(hit.Value))]) >= title.Length - bracket - 2)
            (category, title) = (told, title[..bracket]); // 《条例》（法律）
        title = title.Trim(' ', ',', ';', ':', '-', '–', '—', '，', '；', '：', '。', '、', '،').TrimEnd('(', '（').TrimEnd();
        if (title.EndsWith('.') && !title.EndsWith("..", StringComparison.Ordinal)) title = title[..^1];
        if (title.Length > 2 && title[0] == '《' && title[^1] == '》' && title.IndexOf('》', StringComparison.Ordinal) == title.Length - 1) title = title[1..^1];
        if (title.Length < 3 || title.Length > 220 || !title.Any(char.IsLetter) || title.Contains('@', StringComparison.Ordinal)) return null;
        return new Activity(title)
        {
            Category = category ?? ActivityWords.OfTitle(title),
            Organization = organization,
            Start = start,
            End = stop,
            Place = place is { Length: > 1 } ? place : null,
            Website = website,
        };
    }

    private bool NamesHolder(string piece) =>
        Bare(piece) is { Length: > 0 } bare && ActivityWords.Find(bare).Exists(static hit => hit.Value is ActivityWord.Organizer or ActivityWord.OrganizerFirst && hit.Start == 0 && hit.Length > 2);

    private bool Particulars(string inside) =>
        ActivityMarks.Only(inside) is not null || Dates.Find(inside, near, language).Any(date => date.Value is not DateReading.Unclear)
            || Websites.Find(inside).Count > 0 || char.IsLetter(inside[0]) && ActivityHouses.IsOrganization(ActivityHouses.WithoutVerb(inside)) || ActivityHouses.Maker(inside) is not null
            || NamesHolder(inside) && inside.AsSpan().IndexOfAny(ActivityHouses.Quotes) < 0;

    private (DateOnly?, DateOnly?) DatesOf(string entry)
    {
        foreach (var date in Dates.Find(entry, near, language))
        {
            if (InQuotes(entry, date.Start)) continue;
            if (date.Value is DateReading.Day day) return (day.Value, null);
            if (date.Value is DateReading.Period period) return (period.Start, period.Stop);
        }
        return (null, null);
    }

    private static bool InQuotes(string entry, int at)
    {
        var depth = 0;
        for (var i = 0; i < at; i++)
            if (entry[i] is '«' or '“' or '„' or '《') depth++;
            else if (entry[i] is '»' or '”' or '》') depth--;
        return depth > 0;
    }

    /// <summary>Cuts date, organizer and place off the end of a title that runs on into them: "… organized by X in Y from …".</summary>
    private string WithoutTail(string title, ref string? organization, ref string? place)
    {
        foreach (var hit in ActivityWords.Find(title).Where(hit => hit.Value == ActivityWord.Organizer && hit.Start > 4 && hit.Length > 3).OrderBy(hit => hit.Start))
        {
            if (InQuotes(title, hit.Start)) continue;
            Take(title[hit.Start..], ref organization, ref place);
            title = title[..hit.Start];
            break;
        }
        var dates = Dates.Find(title, near, language).Where(date => date.Start > 0 && !InQuotes(title, date.Start) && date.Value is not DateReading.Unclear).ToList();
        if (dates.Count > 0) title = title[..dates[0].Start].TrimEnd();
        foreach (var site in Websites.Find(title)) if (site.Start > 3) { title = title[..site.Start]; break; }
        var bare = ActivitySmallWords.WithoutBeforeDate(title);
        return dates.Count > 0 && bare.Length > 0 ? bare : title;
    }

    private void Take(string piece, ref string? organization, ref string? place)
    {
        var colon = piece.AsSpan().IndexOfAny(':', '：');
        if (colon > 0 && FieldLabels.Whole(piece.AsSpan(0, colon).Trim()) is { } label and not FieldLabel.Other)
        {
            var value = Clean(Bare(piece[(colon + 1)..]));
            if (value.Length < 2) return; // "Dates: from … to …"
            if (label is FieldLabel.Place) { place = value; return; }
            if (label is FieldLabel.Organizer) { organization ??= value; return; }
        }
        var bare = Bare(piece);
        if (bare.Length == 0) return;
        var hits = ActivityWords.Find(bare);
        // "который проводит фонд …": the verb before the organizer
        if (organization is null
            && hits.Find(hit => hit.Value == ActivityWord.OrganizerBehind && hit.Start is > 0 and < 12 && hit.End < bare.Length
                && !ActivityHouses.IsOrganization(bare[..hit.Start]) && ActivityHouses.IsOrganization(bare[hit.End..].Trim())) is { Length: > 0 } verb)
        {
            var holder = bare[verb.End..].Trim();
            ActivityPlaces.Behind(ref holder, ref place);
            ActivityPlaces.SplitPlace(ref holder, ref place);
            organization = Clean(holder);
            return;
        }
        if (ActivitySmallWords.BehindParticiple(bare) is { } maker && (ActivityPlaces.StartsName(maker, 0) || ActivitySmallWords.WithoutArticle(maker) != maker))
        {
            ActivityPlaces.SplitPlace(ref maker, ref place);
            organization ??= Clean(maker);
            return;
        }
        if (ActivityHouses.Maker(bare) is { } keeper)
        {
            ActivityPlaces.SplitPlace(ref keeper, ref place);
            organization ??= Clean(keeper);
            return;
        }
        if (hits.Find(hit => hit.Value is ActivityWord.Organizer or ActivityWord.OrganizerFirst && hit.Start <= 4 && hit.Length > 1 && (!Folding.IsHan(bare[0]) || hit.End < bare.Length)) is { Length: > 0 } before)
        {
            var name = bare[before.End..].Trim(' ', ':', '：', '-', '–', '.', '—');
            if (name.Length == 0) return;
            if (before.Value == ActivityWord.OrganizerFirst && char.IsLower(name[0]) && !ActivityHouses.IsOrganization(name)) return; // "with an order to name somebody"
            ActivityPlaces.Behind(ref name, ref place);
            ActivityPlaces.SplitPlace(ref name, ref place);
            organization ??= Clean(name);
            return;
        }
        if (hits.Find(hit => hit.Value == ActivityWord.OrganizerBehind && hit.Start > 1) is { Length: > 0 } behind && (Folding.IsHan(bare[0]) || ActivityHouses.IsOrganization(bare[..behind.Start])))
        {
            organization ??= Clean(bare[..behind.Start].TrimStart('由'));
            return;
        }
        if (place is null && hits.Find(hit => hit.Value == ActivityWord.Place && hit.Start == 0) is { Length: > 0 } preposition
            && bare.Length > preposition.End + 1 && ActivityPlaces.StartsName(bare, preposition.End) && !ActivityHouses.IsOrganization(bare[preposition.End..]))
        {
            place = Clean(bare[preposition.End..]);
            return;
        }
        if (place is null && hits.Exists(hit => hit.Value == ActivityWord.Venue))
        {
            place = Clean(hits.Find(hit => hit.Value == ActivityWord.Place && hit.Start == 0) is { Length: > 0 } at ? bare[at.End..] : bare);
            return;
        }
        if (ActivityHouses.IsOrganization(bare) && organization is null)
        {
            if (!ActivitySmallWords.IsHouse(ref bare, out var told)) return; // "amendments before Parliament"
            ActivityPlaces.SplitPlace(ref told, ref place, ActivityPlaces.LeadingPlace);
            ActivityPlaces.SplitPlace(ref bare, ref place);
            organization = Clean(bare);
            return;
        }
        if (!ActivityPlaces.LooksLikePlace(bare)) return;
        if (place is null) place = supposed = Clean(bare);
        // "InternetWorks, Christchurch": of two such names the second is the place
        else if (organization is null && place == supposed && ActivityHouses.IsLong(place) && !CountryPlaces.Cities(place, Folding.Fold(place)).Any())
            (organization, place, supposed) = (place, Clean(bare), null);
    }

    /// <summary>The piece without its dates, web addresses and the small words before them.</summary>
    private string Bare(string piece)
    {
        foreach (var date in Dates.Find(piece, near, language).Reverse()) piece = ActivitySmallWords.WithoutBeforeDate(piece[..date.Start].TrimEnd()) + " " + piece[(date.Start + date.Length)..];
        foreach (var site in Websites.Find(piece).AsEnumerable().Reverse()) piece = WithoutLabel(piece[..site.Start]) + piece[(site.Start + site.Length)..];
        piece = MailLayout.Unwrap(piece).Trim(' ', ',', '.', ';', ':', '-', '–', '(', ')', '，', '。', '：', '（', '）', '،');
        return ActivitySmallWords.WithoutBeforeDate(piece);
    }

    /// <summary>The words "web site:" at the end of what stands before an address say nothing more.</summary>
    private static string WithoutLabel(string before)
    {
        var bare = before.TrimEnd(' ', ':', '：', '-', '–', '(');
        var at = bare.Length;
        for (var words = 0; words < 3 && at > 0; words++)
        {
            at = bare.LastIndexOfAny([' ', ',', '，', '،'], at - 1);
            if (Layout.FieldLabels.Whole(bare.AsSpan(at + 1)) is Layout.FieldLabel.Website) return at < 0 ? "" : bare[..at];
            if (at <= 0) break;
        }
        return before;
    }

    /// <summary>Without what stands round it, and without an article that is no part of a town's name.</summary>
    internal static string Clean(string value) =>
        value.Trim(' ', ',', '.', ';', ':', '-', '–', '—', '(', ')', '，', '。', '：', '；', '،', '（', '）') is { Length: > 0 } clean
        ? CountryPlaces.IsCity(clean) || ActivityPlaces.IsTown(clean) ? clean : ActivitySmallWords.WithoutArticle(clean) : value; // "La Habana"
}
