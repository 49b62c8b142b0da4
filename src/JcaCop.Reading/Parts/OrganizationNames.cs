using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Finds names of organizations: by the noun that heads them, by quotation marks behind such a noun, or by their legal form.</summary>
/// <remarks>The value is the name as written: legal form, quotation marks and an acronym in brackets belong to it, an article before it does not.</remarks>
public static class OrganizationNames
{
    private const int LongestName = 160;

    internal static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Stops =
        new HashSet<string>(LexiconFile.Phrases("nameStops").Select(entry => entry.Phrase), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Names in running text.</summary>
    public static List<Mention<string>> Find(MarkedText marked, int start, int end)
    {
        var found = new List<Mention<string>>();
        var free = start;
        foreach (var hit in marked.Within(Word.Organization, start, end))
        {
            if (hit.Start < free) continue;
            var name = Folding.IsHan(marked.Text[hit.Start]) ? HanOrganizationNames.At(marked, free, hit, end)
                : Folding.IsArabic(marked.Text[hit.Start]) ? ArabicOrganizationNames.At(marked, hit, end)
                : Alphabetic(marked, free, hit, end);
            if (name is not { } mention) continue;
            found.Add(mention);
            free = mention.End;
        }
        var headed = found.Count;
        foreach (var form in marked.Within(Word.LegalForm, start, end))
            if (form.Length > 2 && char.IsUpper(marked.Text[form.Start]) && !found.Exists(name => form.Start < name.End && name.Start < form.End) && Company(marked, start, form, end) is { } company && !found.Exists(name => company.Start < name.End && name.Start < company.End)) found.Add(company);
        if (found.Count > headed) found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>"Kestrel Broadband PLC": capital words directly before a legal form that ends the word.</summary>
    private static Mention<string>? Company(MarkedText marked, int floor, PhraseHit<Word> form, int end)
    {
        var text = marked.Text;
        if (text[form.Start] >= '\u0400' || form.Start - 2 < floor || text[form.Start - 1] != ' ' || form.End < end && char.IsLetterOrDigit(text[form.End])) return null;
        var start = Left(marked, Math.Max(floor, form.Start - LongestName), form.Start);
        if (start >= form.Start || !char.IsUpper(text[start])) return null;
        var whole = Whole(text, start, form.End < end && text[form.End] == '.' && PointBelongs(text, form.Start, form.End) ? form.End + 1 : form.End);
        return whole.Length > form.Length + 2 ? whole with { Confidence = 0.8 } : null;
    }

    /// <summary>The whole span as a name, for cells and lines that hold nothing else.</summary>
    public static Mention<string> Whole(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or ':' or '：' or '-' or '–' or '*' or '>' or ';')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or ':' or '：' or '，' or '；' or '、' or '،' or '。' or '*' or '-' || text[end - 1] == '.' && !EndsInAbbreviation(text, start, end))) end--;
        start = WithoutArticle(text, start, end);
        return new Mention<string>(MailLayout.Unwrap(text[start..end]), start, end - start, 0.9);
    }

    /// <summary>True where a verb or relative word stands in the span: it is a clause, no name.</summary>
    public static bool HasStop(string text, int start, int end)
    {
        var words = 0;
        foreach (var range in text.AsSpan(start, end - start).Split(' '))
        {
            var word = text.AsSpan(start, end - start)[range].Trim(",.;:\"«»()");
            if (word.IsEmpty) continue;
            words++;
            if (words > 1 && Stops.Contains(word) && word is not ("and" or "in" or "on" or "for" or "with" or "from" or "to" or "at" or "by" or "a" or "en" or "con" or "по" or "в" or "с" or "и" or "от" or "о" or "на" or "no" or "su" or "على" or "عبر" or "مع" or "как" or "vous" or "or" or "par" or "при" or "не" or "via" or "se" or "our" or "your" or "we" or "it")) return true;
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
        if (NameShapes.IsStop(text.AsSpan(from, first - from)) && !InName(text.AsSpan(from, first - from))) return null;
        Right(marked, from == 0 ? 0 : from - (char.IsWhiteSpace(text[from - 1]) ? 1 : 0), Math.Min(end, from + LongestName), out var solid);
        if (solid <= from) return null;
        var last = Acronym(text, solid, end);
        var whole = Whole(text, from, last);
        return whole.Value.Contains(' ') && Countries.Find(whole.Value) is not [{ Start: 0 }] && !marked.Any(Word.Post, whole.Start, whole.End) ? whole with { Confidence = 0.65 } : null;
    }

    private static bool EndsInAbbreviation(string text, int start, int end)
    {
        var from = end - 1;
        while (from > start && !char.IsWhiteSpace(text[from - 1])) from--;
        var word = text.AsSpan(from, end - from);
        return word.Length <= 4 || word[..^1].Contains('.') || word.Equals("Corp.", StringComparison.OrdinalIgnoreCase) || word.Equals("Ltda.", StringComparison.OrdinalIgnoreCase);
    }

    private static int WithoutArticle(string text, int start, int end)
    {
        foreach (var article in Articles)
            if (end - start > article.Length + 2 && text.AsSpan(start, article.Length).Equals(article, StringComparison.OrdinalIgnoreCase)
                && (char.IsUpper(text[start + article.Length]) || char.IsLower(text[start]) || article[0] is 'l' or 'L' && article.Length == 2))
                return start + article.Length;
        return start;
    }

    private static readonly string[] Articles = ["the ", "la ", "le ", "les ", "l'", "l’", "el ", "los ", "las ", "une ", "un ", "una ", "d'", "d’", "au ", "à la ", "à l'", "à l’", "del ", "al "];

    private static Mention<string>? Alphabetic(MarkedText marked, int floor, PhraseHit<Word> head, int end)
    {
        var text = marked.Text;
        var cyrillic = text[head.Start] >= '\u0400';
        var capital = char.IsUpper(text[head.Start]);
        if (!capital && head.End + 1 < end && text[head.End] == ' ' && char.IsUpper(text[head.End + 1]) && marked.At(Word.Organization, head.End + 1) is not null) return null; // "из списка организаций Фонд …"
        var start = Left(marked, floor, head.Start);
        if (!capital && start == head.Start && cyrillic && IsPlural(text.AsSpan(head.Start, head.Length)) && !QuoteFollows(text, head.End, end) && !CapitalFollows(text, head.End, end)) return null; // "в перечень организаций для …"
        if (!capital && start == head.Start && !cyrillic && !QuoteFollows(text, head.End, end) && !CapitalFollows(text, head.End, end)) return null;
        var last = Right(marked, head.End, Math.Min(end, head.Start + LongestName), out var solid);
        if (solid < head.End) solid = head.End;
        last = last > solid && last - solid < 60 && (Ends(text, last, end) || (capital || cyrillic && start < head.Start) && text.AsSpan(solid, last - solid).Count(' ') <= 3 && BeforeVerb(text, last, end) && !marked.Any(Word.Conjunction, solid, last)) ? WithoutConnector(marked, solid, last) : solid;
        if (!capital && start == head.Start && cyrillic && last == head.End) return null;
        var bracket = WithLegalForm(marked, Acronym(text, last, end), end);
        if (!capital && start == head.Start && !cyrillic && CommonNouns.Contains(text.AsSpan(head.Start, head.Length)) && OwnName(text, head.End, bracket) is { } own) start = own;
        var whole = Whole(text, start, bracket);
        if (whole.Length < 3) return null;
        var single = whole.Value.IndexOf(' ') < 0;
        return whole with { Confidence = single ? 0.4 : 0.85 };
    }

    /// <summary>Nouns that, in small letters, say of which sort the house is whose name follows.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonNouns =
        new HashSet<string>(LexiconFile.Phrases("genericNames").Where(entry => entry.Code == "commonNoun").Select(entry => entry.Phrase), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"the association Kestrels and Net": the name is two words at least of which the first and the last are capital.</summary>
    private static int? OwnName(string text, int at, int end)
    {
        if (at + 2 >= end || text[at] != ' ' || !char.IsUpper(text[at + 1])) return null;
        var last = text.LastIndexOf(' ', end - 1, end - at);
        return last > at + 1 && char.IsUpper(text[last + 1]) ? at + 1 : null;
    }

    /// <summary>Capital words before the head belong to the name, joining words between capital words too.</summary>
    private static int Left(MarkedText marked, int floor, int at)
    {
        var text = marked.Text;
        var start = at;
        while (start > floor)
        {
            var gap = start;
            while (gap > floor && text[gap - 1] is ' ' or '\n' or '\u00a0') gap--;
            if (gap == start || gap <= floor) break;
            var word = gap;
            while (word > floor && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] is '\'' or '’' or '-' or '&')) word--;
            if (word == gap) break;
            var span = text.AsSpan(word, gap - word);
            if (IsRole(marked, word) || char.IsUpper(text[at]) && text[at] is >= '\u0400' and <= '\u04ff' && span[0] is >= '\u0400' and <= '\u04ff' && !IsRussianAdjective(span)) break;
            if (char.IsUpper(span[0]) && !NameShapes.IsStop(span) || char.IsUpper(span[0]) && InName(span)) { start = word; continue; }
            if (Joins(marked, word, span) && CapitalBefore(text, floor, word) && char.IsUpper(text[start])) { start = word; continue; }
            break;
        }
        while (start < at && !char.IsUpper(text[start]) && !char.IsDigit(text[start]))
        {
            while (start < at && !char.IsWhiteSpace(text[start])) start++;
            while (start < at && char.IsWhiteSpace(text[start])) start++;
        }
        return start;
    }

    private static bool IsPlural(ReadOnlySpan<char> noun) =>
        noun.EndsWith("ций", StringComparison.Ordinal) || noun.EndsWith("циям", StringComparison.Ordinal) || noun.EndsWith("циями", StringComparison.Ordinal) || noun.EndsWith("ений", StringComparison.Ordinal) || noun.EndsWith("ений", StringComparison.Ordinal) || noun.EndsWith("омств", StringComparison.Ordinal);

    /// <summary>In Russian an adjective alone may stand before the noun that heads a name; "в Гродно Фонд …" begins with the noun.</summary>
    private static bool IsRussianAdjective(ReadOnlySpan<char> word)
    {
        if (word.Length < 4) return true;
        foreach (var ending in AdjectiveEndings) if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly string[] AdjectiveEndings = ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ую", "юю", "ых", "их", "ыми", "ими", "ей"];

    private static bool IsRole(MarkedText marked, int at) =>
        marked.At(Word.RepresentativeRole, at) is not null || marked.At(Word.FocalRole, at) is not null || marked.At(Word.AlternateRole, at) is not null;

    private static bool InName(ReadOnlySpan<char> word) => NameShapes.IsOfOrganization(word);

    private static bool CapitalBefore(string text, int floor, int at)
    {
        var end = at;
        while (end > floor && char.IsWhiteSpace(text[end - 1])) end--;
        var start = end;
        while (start > floor && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '\'' or '’' or '-')) start--;
        return start < end && char.IsUpper(text[start]) && (!NameShapes.IsStop(text.AsSpan(start, end - start)) || InName(text.AsSpan(start, end - start)));
    }

    private static bool Joins(MarkedText marked, int at, ReadOnlySpan<char> word) =>
        word.Length <= 7 && (word is "&" || marked.At(Word.Connector, at) is { } join && join.Length == word.Length);

    internal static bool QuoteFollows(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at < end && text[at] is '«' or '"' or '“' or '„' or '\'' && at + 1 < end && char.IsLetter(text[at + 1]);
    }

    private static bool CapitalFollows(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at < end && char.IsUpper(text[at]);
    }

    /// <returns>End of all words that may belong to the name; <paramref name="solid"/> is the end of the last one that surely does.</returns>
    private static int Right(MarkedText marked, int at, int end, out int solid)
    {
        var text = marked.Text;
        var last = solid = at;
        var lower = 0;
        while (at < end)
        {
            var blanks = at;
            while (blanks < end && text[blanks] is ' ' or '\u00a0' or '\n') blanks++;
            if (blanks < end && text[at..blanks].Count(c => c == '\n') > 1) break;
            if (blanks >= end) break;
            if (text[blanks] is '«' or '"' or '“' or '„')
            {
                var close = text.AsSpan(blanks + 1, Math.Min(end - blanks - 1, 100)).IndexOfAny("»\"”“");
                if (close < 0) break;
                last = solid = at = blanks + close + 2;
                continue;
            }
            if (blanks == at && text[at] is not ('-' or '/' or '&')) break;
            var stop = blanks;
            while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] is '\'' or '’' or '-' or '&' or '/' || text[stop] == '.' && marked.At(Word.LegalForm, blanks) is not null)) stop++;
            if (stop == blanks) break;
            var word = text.AsSpan(blanks, stop - blanks);
            if (marked.At(Word.LegalForm, blanks) is { } form && form.End >= stop - 1) { last = solid = Math.Max(stop, form.End); if (last < end && text[last] == '.' && text[last - 1] != '.' && PointBelongs(text, form.Start, last)) last++; solid = last; break; }
            if (marked.At(Word.Honorific, blanks) is { } title && title.Length > 1 && char.IsUpper(word[0]) && title.End <= stop + 1) break;
            if (char.IsUpper(word[0]) || char.IsDigit(word[0]) && word.Length <= 4)
            {
                if (NameShapes.IsStop(word) && !InName(word) && marked.At(Word.Organization, blanks) is null && last != solid && lower > (word[0] >= '\u0400' ? 3 : 1)) break;
                lower = 0;
                last = solid = at = stop;
                continue;
            }
            if (word[0] is 'f' or 'p' or 'a' or 'д' && BeginsPurpose(text, blanks)) break;
            if (Stops.Contains(word) && !(word is "и" && LowerFollows(text, stop, end)) || lower > 6) break;
            lower++;
            last = at = stop;
        }
        return last;
    }

    private static readonly string[] Purposes = [.. LexiconFile.Phrases("clauseEnds").Where(entry => entry.Code == "purpose").Select(entry => entry.Phrase)];

    /// <summary>"… for JCA-COP", "… pour cette activité": what somebody is named for is no part of the name.</summary>
    private static bool BeginsPurpose(string text, int at)
    {
        var words = text.AsSpan(at);
        foreach (var purpose in Purposes)
            if (words.Length > purpose.Length && !char.IsLetterOrDigit(words[purpose.Length]) && words.StartsWith(purpose, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>"S.A.", "Ltd., which": the point is the form's own where the form holds another or the sentence goes on.</summary>
    private static bool PointBelongs(string text, int form, int point)
    {
        if (text.AsSpan(form, point - form).Contains('.')) return true;
        if (point + 1 >= text.Length) return false;
        if (text[point + 1] == ',') return true;
        var next = point + 1;
        while (next < text.Length && text[next] == ' ') next++;
        return next < text.Length && next > point + 1 && (char.IsLower(text[next]) || text[next] == '(');
    }

    /// <summary>"связи и информатизации": the word behind "и" is small and no verb.</summary>
    private static bool LowerFollows(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        var stop = at;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        return stop > at && char.IsLower(text[at]) && !Stops.Contains(text.AsSpan(at, stop - at));
    }

    /// <summary>The word behind a name with a capital is one that no name goes on with.</summary>
    private static bool BeforeVerb(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        var stop = at;
        while (stop < end && (char.IsLetter(text[stop]) || text[stop] is '\'' or '’')) stop++;
        return stop > at && Stops.Contains(text.AsSpan(at, stop - at));
    }

    /// <summary>A preposition or article at the end belongs to what follows.</summary>
    private static int WithoutConnector(MarkedText marked, int solid, int last)
    {
        while (last > solid)
        {
            var word = last;
            while (word > solid && !char.IsWhiteSpace(marked.Text[word - 1])) word--;
            if (marked.At(Word.Connector, word) is not { } join || join.Length != last - word) return last;
            while (word > solid && char.IsWhiteSpace(marked.Text[word - 1])) word--;
            last = word;
        }
        return last;
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

    /// <summary>"…, S.L.": a legal form behind the comma belongs to the name.</summary>
    private static int WithLegalForm(MarkedText marked, int at, int end)
    {
        var text = marked.Text;
        if (at + 2 >= end || text[at] != ',' || text[at + 1] != ' ' || !char.IsUpper(text[at + 2]) || marked.At(Word.LegalForm, at + 2) is not { } form || form.End > end) return at;
        if (form.End < end && char.IsLetterOrDigit(text[form.End])) return at;
        return form.End < end && text[form.End] == '.' && text[form.End - 2] == '.' ? form.End + 1 : form.End;
    }
}
