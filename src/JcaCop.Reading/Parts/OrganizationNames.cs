using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Finds names of organizations: by the noun that heads them, by quotation marks behind such a noun, or by their legal form.</summary>
/// <remarks>The value is the name as written: legal form, quotation marks and an acronym in brackets belong to it, an article before it does not.</remarks>
public static class OrganizationNames
{
    internal const int LongestName = 160;

    internal static readonly WordSet Stops =
        new(LexiconFile.Phrases("nameStops").Select(entry => entry.Phrase));

    /// <summary>Of these, the words that names of organizations go on with.</summary>
    private static readonly WordSet Inner = LexiconFile.Set("grammar", "insideName");

    private static readonly WordSet LongAbbreviations = LexiconFile.Set("grammar", "longAbbreviation");

    /// <summary>Names in running text.</summary>
    public static List<Mention<string>> Find(MarkedText marked, int start, int end)
    {
        var found = new List<Mention<string>>();
        var free = start;
        foreach (var hit in marked.Within(Word.Organization, start, end))
        {
            if (hit.Start < free || ArabicOrganizationNames.IsCapacity(marked.Text, hit.Start)) continue;
            var name = Folding.IsHan(marked.Text[hit.Start]) ? HanOrganizationNames.At(marked, free, hit, end)
                : Folding.IsArabic(marked.Text[hit.Start]) ? ArabicOrganizationNames.At(marked, hit, end)
                : Alphabetic(marked, free, hit, end);
            if (name is not { } mention || IsUnitOfPerson(mention.Value) || IsStateBeforeTitle(mention.Value) || IsUnchanged(mention.Value)) continue;
            if (found is [.., var owner] && mention.Start > owner.Start && Owns(marked.Text, owner, mention.Start)) // "Kestrel University's Media Unit"
            {
                mention = mention with { Value = MailLayout.Unwrap(marked.Text[owner.Start..mention.End]), Start = owner.Start, Length = mention.End - owner.Start };
                found.RemoveAt(found.Count - 1);
            }
            found.Add(mention);
            free = mention.End;
        }
        var headed = found.Count;
        foreach (var form in marked.Within(Word.LegalForm, start, end))
            if ((form.Length > 2 && char.IsUpper(marked.Text[form.Start])
                        || form.Length > 3 && marked.Text[form.End - 1] != '.' && LegalForms.IsBehindCapital(marked.Text, form.Start))
                    && !found.Exists(name => form.Start < name.End && name.Start < form.End) && LegalForms.Before(marked, start, form, end) is { } company
                    && !found.Exists(name => company.Start < name.End && name.Start < company.End))
                found.Add(company);
        foreach (var form in marked.Within(Word.LegalForm, start, end))
            if (LegalForms.Behind(marked, form, end) is { } led && !found.Exists(name => led.Start < name.End && name.Start < led.End)) found.Add(led);
        if (found.Count > headed) found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>"начальника управления Айгуль Серикову": a unit in small letters, and behind it nothing but capital words: whoever heads it.</summary>
    private static bool IsUnitOfPerson(string name)
    {
        if (name[0] is < '\u0430' or > '\u04ff' || name.AsSpan().ContainsAny('«', '"')) return false;
        var words = name.Split(' ');
        return words.Length is 3 or 4 && Array.TrueForAll(words[1..], static word => word.Length > 1 && char.IsBetween(word[0], '\u0400', '\u042f') && word.Length > 2 && char.IsLower(word[1]))
            && Array.TrueForAll(words[1..], static word => !word.EndsWith("ой", StringComparison.Ordinal) && !word.EndsWith("ого", StringComparison.Ordinal));
    }

    /// <summary>"Организация прежняя", "Same organization": a noun for any house, and that it is the one of before.</summary>
    private static bool IsUnchanged(string name)
    {
        if (name.Length > LongestUnchanged) return false;
        var (noun, same) = (false, false);
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (SameWords.Contains(word)) same = true;
            else if (AnyHouse.Contains(word)) noun = true;
            else if (word.Length > 3) return false;
        }
        return noun && same;
    }

    private const int LongestUnchanged = 32;

    private static readonly WordSet SameWords = LexiconFile.Set("grammar", "sameHouse");

    private static readonly WordSet AnyHouse = LexiconFile.Set("grammar", "anyHouse");

    /// <summary>"вклад Российской Федерации «Фильтрация контента»": a State bears no name in quotation marks; what stands in them is a title.</summary>
    private static bool IsStateBeforeTitle(string name)
    {
        var quote = name.AsSpan().IndexOfAny("«\"“„《");
        if (quote <= 0) return false;
        var before = name[..quote].Trim();
        return Countries.Find(before) is [{ Start: 0 } state] && state.End == before.Length;
    }

    private static bool Owns(string text, Mention<string> owner, int unit) =>
        text[owner.Start] < '\u0400'
            && (text.AsSpan(owner.End, Math.Max(0, unit - owner.End)) is "'s " or "’s " or "' " or "’ "
                || unit - owner.End == 1
                    && text.AsSpan(owner.Start, owner.Length).EndsWith("'s", StringComparison.Ordinal) | text.AsSpan(owner.Start, owner.Length)
                .EndsWith("’s", StringComparison.Ordinal));

    /// <summary>The whole span as a name, for cells and lines that hold nothing else.</summary>
    public static Mention<string> Whole(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or ':' or '：' or '-' or '–' or '*' or '>' or ';')) start++;
        while (end > start
            && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or ':' or '：' or '，' or '；' or '、' or '،' or '。' or '*' or '-'
                || text[end - 1] == '.' && !EndsInAbbreviation(text, start, end))) end--;
        start = WithoutArticle(text, start, end);
        return new Mention<string>(MailLayout.Unwrap(text[start..end]), start, end - start, 0.9);
    }

    /// <summary>"Lake Alliance and Hill Trust": the names that a whole cell or entry joins by "and"; null where it holds one.</summary>
    public static List<Mention<string>>? Joined(MarkedText marked, int start, int end)
    {
        var whole = Whole(marked.Text, start, end);
        var names = Find(marked, whole.Start, whole.End);
        if (names.Count < 2 || names[0].Start != whole.Start || names[^1].End != whole.End) return null;
        for (var i = 1; i < names.Count; i++)
        {
            var (gap, next) = (names[i - 1].End, names[i].Start);
            while (gap < next && marked.Text[gap] is ' ' or '\n' or '、') gap++;
            if (Folding.IsArabic(marked.Text[next]) && !BeginsArabic(marked.Text, next)) return null;
            if (gap < next && !(gap == next - 1 && marked.Text[gap] == 'و') && (marked.At(Word.Conjunction, gap) is not { } and || next - and.End > LongestArticle || marked.Text.AsSpan(and.End, next - and.End).ContainsAny(",;:.("))) return null;
        }
        return names;
    }

    /// <summary>"… ومؤسسة الطفولة": a noun without an article, in the singular, begins another name; "… والجامعات" goes on with the one before.</summary>
    private static bool BeginsArabic(string text, int noun)
    {
        var end = noun;
        while (end < text.Length && Folding.IsArabic(text[end])) end++;
        var word = text.AsSpan(noun, end - noun);
        return !word.StartsWith("ال", StringComparison.Ordinal) && !word.EndsWith("ات", StringComparison.Ordinal);
    }

    /// <summary>Articles and prepositions behind "and": " a la ", " de l'".</summary>
    private const int LongestArticle = 8;

    /// <summary>True where a verb or relative word stands in the span: it is a clause, no name.</summary>
    public static bool HasStop(string text, int start, int end)
    {
        var words = 0;
        foreach (var range in text.AsSpan(start, end - start).Split(' '))
        {
            var word = text.AsSpan(start, end - start)[range].Trim(",.;:\"«»()");
            if (word.IsEmpty) continue;
            words++;
            if (words > 1 && Stops.Contains(word) && !Inner.Contains(word)) return true;
        }
        return words > 16;
    }

    /// <summary>A run of capital words, two at least, that begins at the offset behind articles at most.</summary>
    public static Mention<string>? Headless(MarkedText marked, int from, int end)
    {
        var text = marked.Text;
        for (var skipped = 0; skipped < 2; skipped++)
        {
            while (from < end && !char.IsLetterOrDigit(text[from]) && text[from] is not ('"' or '«' or '“')) from++;
            if (from >= end) return null;
            if (char.IsUpper(text[from]) || text[from] is '"' or '«' or '“') break;
            while (from < end && !char.IsWhiteSpace(text[from]) && text[from] is not ('\'' or '’')) from++;
        }
        if (from >= end || !char.IsUpper(text[from]) && text[from] is not ('"' or '«' or '“')) return null;
        from = WithoutArticle(text, from, end);
        if (from >= end || marked.At(Word.Honorific, from) is { Length: > 1 }) return null;
        var first = from;
        while (first < end && char.IsLetter(text[first])) first++;
        if (NameShapes.IsStop(text.AsSpan(from, first - from)) && !NameShapes.IsOfOrganization(text.AsSpan(from, first - from))) return null;
        NameBehind.End(marked, from == 0 ? 0 : from - (char.IsWhiteSpace(text[from - 1]) ? 1 : 0), Math.Min(end, from + LongestName), out var solid);
        if (solid <= from) return null;
        var whole = Whole(text, from, LegalForms.Within(marked, Acronym(text, solid, end), end));
        return whole.Value.Contains(' ') && Countries.Find(whole.Value) is not [{ Start: 0 }] && !marked.Any(Word.Post, whole.Start, whole.End) ? whole with { Confidence = 0.65 } : null;
    }

    private static bool EndsInAbbreviation(string text, int start, int end)
    {
        var from = end - 1;
        while (from > start && !char.IsWhiteSpace(text[from - 1])) from--;
        var word = text.AsSpan(from, end - from);
        return word.Length <= 4 || word[..^1].Contains('.') || LongAbbreviations.Contains(word);
    }

    private static int WithoutArticle(string text, int start, int end)
    {
        foreach (var article in Articles)
            if (end - start > article.Length + 2 && text.AsSpan(start, article.Length).Equals(article, StringComparison.OrdinalIgnoreCase)
                && (char.IsUpper(text[start + article.Length]) || char.IsLower(text[start]) || article[0] is 'l' or 'L' && article.Length == 2))
                return start + article.Length;
        return start;
    }

    private static readonly string[] Articles = [.. LexiconFile.Words("grammar", "article")];

    private static Mention<string>? Alphabetic(MarkedText marked, int floor, PhraseHit<Word> head, int end)
    {
        var text = marked.Text;
        var cyrillic = text[head.Start] >= '\u0400';
        var capital = char.IsUpper(text[head.Start]);
        end = NameColumns.End(text, head.End, end);
        if (!capital && head.End + 1 < end && text[head.End] == ' ' && char.IsUpper(text[head.End + 1]) && marked.At(Word.Organization, head.End + 1) is not null) return null; // "из списка организаций Фонд …"
        var start = NameBefore.Start(marked, floor, head.Start);
        // "в перечень организаций для …"
        if (!capital && start == head.Start && cyrillic && IsPlural(text.AsSpan(head.Start, head.Length)) && !QuoteFollows(text, head.End, end) && !CapitalFollows(text, head.End, end)) return null;
        var small = !capital && start == head.Start && !cyrillic && SmallHouses.Begins(marked, head.Start, end);
        if (!capital && start == head.Start && !cyrillic && !small && !QuoteFollows(text, head.End, end) && !CapitalFollows(text, head.End, end)) return null;
        var last = NameBehind.End(marked, head.End, Math.Min(end, head.Start + LongestName), out var solid);
        if (solid < head.End) solid = head.End;
        last = last > solid && last - solid < (small ? LongestSmall : 60)
                && (Ends(text, last, end) || small && BeforeVerb(text, last, end) && SmallHouses.Joins(marked, solid, last)
                || (capital || cyrillic && start < head.Start) && text.AsSpan(solid, last - solid) is var tail
                    && tail.Count(' ') <= (tail.Contains(" de", StringComparison.Ordinal) || tail.Contains(" du ", StringComparison.Ordinal) ? 6 : 3) && BeforeVerb(text, last, end)
                    && !marked.Any(Word.Conjunction, solid, last))
            ? NameBehind.WithoutConnector(marked, solid, last) : solid;
        if (!capital && start == head.Start && cyrillic && last == head.End) return null;
        var bracket = LegalForms.Within(marked, Acronym(text, last, end), end);
        if (!capital && start == head.Start && !cyrillic && CommonNouns.Contains(text.AsSpan(head.Start, head.Length)) && OwnName(text, head.End, bracket) is { } own) start = own;
        var whole = Whole(text, start, bracket);
        if (whole.Length < 3 || small && last == head.End) return null;
        if (!capital && start == head.Start && cyrillic && char.IsDigit(whole.Value[^1])) return null; // "фонд проведёт 5–6 октября": the sentence goes on
        var single = whole.Value.IndexOf(' ') < 0;
        return whole with { Confidence = single ? 0.4 : small ? 0.65 : 0.85 };
    }

    /// <summary>"direction générale des postes, des télécommunications et de l'économie numérique".</summary>
    private const int LongestSmall = 90;

    /// <summary>Nouns that, in small letters, say of which sort the house is whose name follows.</summary>
    private static readonly WordSet CommonNouns =
        new(LexiconFile.Phrases("genericNames").Where(entry => entry.Code == "commonNoun").Select(entry => entry.Phrase));

    /// <summary>"the association Kestrels and Net": the name is two words at least of which the first and the last are capital.</summary>
    private static int? OwnName(string text, int at, int end)
    {
        if (at + 2 >= end || text[at] != ' ' || !char.IsUpper(text[at + 1])) return null;
        var last = text.LastIndexOf(' ', end - 1, end - at);
        return last > at + 1 && char.IsUpper(text[last + 1]) ? at + 1 : null;
    }

    private static bool IsPlural(ReadOnlySpan<char> noun)
    {
        foreach (var ending in PluralEndings) if (noun.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    private static readonly IReadOnlyList<string> PluralEndings = LexiconFile.Words("grammar", "pluralEnding");

    internal static bool QuoteFollows(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        if (at >= end || text[at] is not ('«' or '"' or '“' or '„' or '\'')) return false;
        var inside = at + 1;
        while (inside < end && text[at] == '«' && text[inside] is ' ' or '\u00a0' or '\u202f') inside++; // French puts room behind the sign
        return inside < end && char.IsLetter(text[inside]);
    }

    private static bool CapitalFollows(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at < end && char.IsUpper(text[at]);
    }

    /// <summary>The word behind a name with a capital is one that no name goes on with.</summary>
    private static bool BeforeVerb(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        var stop = at;
        while (stop < end && (char.IsLetter(text[stop]) || text[stop] is '\'' or '’')) stop++;
        return stop > at && Stops.Contains(text.AsSpan(at, stop - at));
    }

    private static bool Ends(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\u00a0') at++;
        return at >= end || text[at] is ',' or ';' or '.' or ':' or '(' or ')' or '\n' or '\t' or '—' or '–' or '-' or '|' or '»' or '"';
    }

    /// <returns>End of a short name in brackets directly behind the name.</returns>
    internal static int Acronym(string text, int at, int end)
    {
        var open = at;
        while (open < end && text[open] == ' ') open++;
        if (open >= end || text[open] != '(') return at;
        var close = text.AsSpan(open, Math.Min(end - open, 24)).IndexOf(')');
        if (close < 3) return at;
        var inside = text.AsSpan(open + 1, close - 1);
        if (inside.Contains(' ') && inside.Length > 12) return at;
        var capitals = 0;
        foreach (var c in inside) { if (char.IsUpper(c)) capitals++; else if (char.IsDigit(c)) return at; }
        return capitals >= 2 ? open + close + 1 : at;
    }
}
