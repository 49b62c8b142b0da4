using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Takes one entry of a list of activities apart: title, organizer, dates, place, website.</summary>
internal sealed class ActivityEntry
{
    /// <summary>What no category before a title holds.</summary>
    private static readonly System.Buffers.SearchValues<char> NoPrefix = System.Buffers.SearchValues.Create("\"«“„《0123456789");

    private static readonly System.Buffers.SearchValues<char> Quotes = System.Buffers.SearchValues.Create("«»\"“”《》");

    private readonly string text;
    private readonly DateOnly? near;
    private readonly string language;

    private ActivityEntry(string text, DateOnly? near, string language)
    {
        this.text = text;
        this.near = near;
        this.language = language;
    }

    /// <param name="text">The entry, on one line.</param>
    /// <param name="category">Of the heading above it; null where there is none.</param>
    public static Activity? Read(string text, ActivityCategory? category, DateOnly? near, string language) => new ActivityEntry(text, near, language).Read(category);

    private Activity? Read(ActivityCategory? category)
    {
        var rest = Prefixed(text, ref category);
        var pieces = ActivityPieces.Cut(rest, Particulars);
        if (pieces.Count == 0) return null;
        var title = pieces[0];
        var organization = (string?)null;
        var place = (string?)null;
        var website = Websites.Find(rest) is [var site, ..] ? site.Value : null;
        var (start, stop) = DatesOf(rest);
        title = WithoutTail(title, ref organization, ref place);
        foreach (var piece in pieces.Skip(1)) Take(piece, ref organization, ref place);
        title = title.Trim(' ', ',', ';', ':', '-', '–', '—', '，', '；', '：', '。', '、', '،');
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

    /// <summary>"(política pública) Estrategia …", "قانوني: …", "Правовые вопросы - …": the category stands before the title.</summary>
    private static string Prefixed(string entry, ref ActivityCategory? category)
    {
        entry = entry.Trim();
        if (entry.Length > 3 && entry[0] is '(' or '（' or '【' or '[' && entry.IndexOfAny([')', '）', '】', ']']) is > 1 and < 40 and var close)
        {
            if (ActivityWords.Named(entry[1..close]) is { } bracketed) { category = bracketed; return entry[(close + 1)..].Trim(' ', ':', '：', '-'); }
        }
        foreach (var separator in (string[])[":", "：", " - ", " – ", " — "])
        {
            var at = entry.IndexOf(separator, StringComparison.Ordinal);
            if (at is <= 1 or > 45) continue;
            var head = entry[..at];
            if (head.AsSpan().ContainsAny(NoPrefix)) continue;
            var hits = ActivityWords.Find(head);
            var covered = hits.Where(hit => ActivityWords.IsCategory(hit.Value)).Sum(hit => hit.Length);
            var letters = head.Count(char.IsLetter);
            if (covered == 0 || covered * 5 < letters * 2 || head.Split(' ').Length > 5) continue;
            if (ActivityWords.Named(head) is { } named) { category = named; return entry[(at + separator.Length)..].Trim(); }
        }
        return entry;
    }

    private bool Particulars(string inside) =>
        Dates.Find(inside, near, language).Any(date => date.Value is not DateReading.Unclear) || Websites.Find(inside).Count > 0 || char.IsLetter(inside[0]) && IsOrganization(WithoutVerb(inside));

    /// <summary>资讯政策局草拟: the organizer without the verb behind it.</summary>
    private static string WithoutVerb(string piece) =>
        Folding.IsHan(piece[0]) && ActivityWords.Find(piece).Find(hit => hit.Value == ActivityWord.OrganizerBehind && hit.End == piece.Length && hit.Start > 2) is { Length: > 0 } verb ? piece[..verb.Start] : piece;

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
        var bare = Bare(piece);
        if (bare.Length == 0) return;
        var hits = ActivityWords.Find(bare);
        if (hits.Find(hit => hit.Value is ActivityWord.Organizer or ActivityWord.OrganizerFirst && hit.Start <= 4 && hit.Length > 1) is { Length: > 0 } before)
        {
            var name = bare[before.End..].Trim(' ', ':', '：', '-', '–', '.', '—');
            if (name.Length == 0) return;
            SplitPlace(ref name, ref place);
            organization ??= Clean(name);
            return;
        }
        if (hits.Find(hit => hit.Value == ActivityWord.OrganizerBehind && hit.Start > 1) is { Length: > 0 } behind && (Folding.IsHan(bare[0]) || IsOrganization(bare[..behind.Start])))
        {
            organization ??= Clean(bare[..behind.Start].TrimStart('由'));
            return;
        }
        if (place is null && hits.Find(hit => hit.Value == ActivityWord.Place && hit.Start == 0) is { Length: > 0 } preposition && bare.Length > preposition.End + 1 && StartsName(bare, preposition.End) && !IsOrganization(bare[preposition.End..]))
        {
            place = Clean(bare[preposition.End..]);
            return;
        }
        if (place is null && hits.Exists(hit => hit.Value == ActivityWord.Venue))
        {
            place = Clean(hits.Find(hit => hit.Value == ActivityWord.Place && hit.Start == 0) is { Length: > 0 } at ? bare[at.End..] : bare);
            return;
        }
        if (IsOrganization(bare) && organization is null)
        {
            if (bare.IndexOf(" by ", StringComparison.Ordinal) is > 0 and var by && StartsName(bare[(by + 4)..].Replace("the ", "", StringComparison.Ordinal), 0)) bare = bare[(by + 4)..];
            SplitPlace(ref bare, ref place);
            organization = Clean(bare);
            return;
        }
        if (place is null && LooksLikePlace(bare)) place = Clean(bare);
    }

    /// <summary>"Fundación Red Tica en Liberia": the place behind the organizer.</summary>
    private static void SplitPlace(ref string name, ref string? place)
    {
        foreach (var preposition in ActivitySmallWords.PlacePrepositions)
        {
            var at = name.LastIndexOf(preposition, StringComparison.Ordinal);
            if (at < 4 || at + preposition.Length >= name.Length) continue;
            var behind = name[(at + preposition.Length)..];
            if (!StartsName(behind, 0) || behind.Split(' ').Length > 5 || IsOrganization(behind)) continue;
            place ??= Clean(behind);
            name = name[..at];
            return;
        }
    }

    private static bool StartsName(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && (char.IsUpper(text[at]) || Folding.IsArabic(text[at]) || Folding.IsHan(text[at]));
    }

    /// <summary>The piece without its dates, web addresses and the small words before them.</summary>
    private string Bare(string piece)
    {
        foreach (var date in Dates.Find(piece, near, language).Reverse()) piece = ActivitySmallWords.WithoutBeforeDate(piece[..date.Start].TrimEnd()) + " " + piece[(date.Start + date.Length)..];
        foreach (var site in Websites.Find(piece).AsEnumerable().Reverse()) piece = piece.Remove(site.Start, site.Length);
        piece = MailLayout.Unwrap(piece).Trim(' ', ',', '.', ';', ':', '-', '–', '(', ')', '，', '。', '：', '（', '）', '،');
        return ActivitySmallWords.WithoutBeforeDate(piece);
    }

    private static string Clean(string value) => value.Trim(' ', ',', '.', ';', ':', '-', '–', '—', '(', ')', '，', '。', '：', '；', '،', '（', '）') is { Length: > 0 } clean ? ActivitySmallWords.WithoutArticle(clean) : value;

    private static bool IsOrganization(string piece) =>
        ActivityWords.Find(piece).Exists(hit => hit.Value == ActivityWord.Organization && (hit.Length > 1 || Folding.IsHan(piece[hit.Start]) && hit.End >= piece.TrimEnd(' ', ')', '）').Length));

    private static bool LooksLikePlace(string piece)
    {
        if (piece.Length is < 2 or > 45 || piece.Any(char.IsDigit) || piece.AsSpan().ContainsAny(Quotes)) return false;
        if (Folding.IsHan(piece[0])) return piece.Length <= 16 && piece[0] is not ('的' or '定' or '将' or '將') && !ActivityWords.Find(piece).Exists(hit => ActivityWords.IsCategory(hit.Value) && hit.Start == 0);
        if (Folding.IsArabic(piece[0])) return piece.Split(' ').Length <= 3;
        var words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 5 && char.IsUpper(words[0][0]) && words.Count(word => char.IsLower(word[0])) <= 2 && words[^1] is not [var last, ..] == false && !char.IsLower(words[^1][0]);
    }
}
