using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Names of organizations in Arabic: they begin with the noun that heads them and end where the sentence goes on.</summary>
internal static class ArabicOrganizationNames
{
    private static readonly System.Buffers.SearchValues<char> TownEnds = System.Buffers.SearchValues.Create(" ،,.؛\n");

    /// <param name="head">The noun; an article may stand before it.</param>
    public static Mention<string>? At(MarkedText marked, PhraseHit<Word> head, int end)
    {
        var text = marked.Text;
        var at = head.Start;
        var last = at;
        var words = 0;
        var quoted = false;
        while (at < end && words < 12)
        {
            var stop = at;
            while (stop < end
                && (Folding.IsArabic(text[stop]) || char.IsAsciiLetterOrDigit(text[stop]) || text[stop] is '-' or '\u0640'
                    || text[stop] == '.' && stop + 1 < end && Folding.IsArabic(text[stop + 1]))) stop++;
            if (text[at..stop].EndsWith('،')) stop--;
            if (stop == at)
            {
                if (text[at] is '«' or '"' or '“' && text.AsSpan(at + 1, Math.Min(80, end - at - 1)).IndexOfAny("»\"”") is var close && close > 0) { stop = at + close + 2; }
                else break;
            }
            var word = text.AsSpan(at, stop - at).TrimEnd("،؛");
            stop = at + word.Length;
            if (words > 0
                && (OrganizationNames.Stops.Contains(word) && !(words == 1 && Matters.Contains(word) && !IsLabel(text, at, stop, end)) && !(words > 1 && IsOnNet(text, word, stop, end))
                    || Itself.Contains(word) || IsFollowing(text, stop, end)
                    || quoted && !GoesOn(word) && marked.At(Word.LegalForm, at) is null || word is "في" && (InCountry(text, stop, end) || InActivity(text, stop, end))
                        || word is "من" && IsList(marked, stop, end)
                    || word[0] == 'ب' && word.Length > 3 && Countries.Find(text[(at + 1)..Math.Min(end, at + LongestCountry)]) is [{ Start: 0 }, ..]
                    || IsNextHead(marked, head.Start, at, stop, end, words) || IsAs(marked, at, stop) || marked.At(Word.Honorific, at) is { Length: > 2 }
                    || marked.At(Word.LegalForm, at) is null && StartsNext(marked, at, stop, HasArticle(text, head.Start)))) break;
            words++;
            last = stop;
            quoted = text[stop - 1] is '»' or '"' or '”';
            if (stop >= end || text[stop] is not (' ' or '\n' or '\u00a0')) break;
            at = stop;
            var turns = 0;
            while (at < end && text[at] is ' ' or '\n' or '\u00a0') if (text[at++] == '\n') turns++;
            if (turns > 1) break; // a blank line ends a letterhead
        }
        var bracket = OrganizationNames.Acronym(text, last, end);
        if (words < 2) return null;
        var name = MailLayout.Unwrap(text[head.Start..bracket]);
        return new Mention<string>(IsDefined(text, head.Start) ? "ال" + name : name, head.Start, bracket - head.Start, 0.85);
    }

    /// <summary>"ترشح إدارة … المنظمة التالية:": "the following organization" is what is put forward, and no part of who puts it forward.</summary>
    private static bool IsFollowing(string text, int at, int end)
    {
        var behind = text.AsSpan(at, Math.Min(LongestFollowing, end - at)).TrimStart();
        foreach (var word in Following) if (behind.StartsWith(word, StringComparison.Ordinal) && (behind.Length == word.Length || !char.IsLetter(behind[word.Length]))) return true;
        return false;
    }

    private const int LongestFollowing = 12;

    private static readonly IReadOnlyList<string> Following = LexiconFile.Words("grammar", "arabicFollowing");

    /// <summary>بجمهورية …: the country where it is stands behind the preposition that is written with it.</summary>
    private const int LongestCountry = 40;

    /// <summary>"ترشح الهيئة نفسها جمعية …": the word for itself ends the name of whoever acts.</summary>
    private static readonly WordSet Itself = LexiconFile.Set("grammar", "arabicItself");

    private static readonly WordSet BehindQuote = LexiconFile.Set("grammar", "behindQuotedName");

    /// <summary>"وزارة البريد": what a house is for, though the word ends other names; "البريد الإلكتروني" is a label.</summary>
    private static readonly WordSet Matters = LexiconFile.Set("grammar", "arabicMatter");

    private static bool IsLabel(string text, int start, int stop, int end)
    {
        var next = stop;
        while (next < end && text[next] is ' ' or '\u00a0') next++;
        if (next >= end || text[next] is ':' or '\n') return true;
        while (next < end && char.IsLetter(text[next])) next++;
        return FieldLabels.Whole(text.AsSpan(start, next - start)) is not null;
    }

    /// <summary>Behind the quoted part of a name an adjective with its article, or what it is for, goes on with it; any other word is the sentence's.</summary>
    private static bool GoesOn(ReadOnlySpan<char> word) =>
        word.StartsWith("ال", StringComparison.Ordinal) || word.StartsWith("لل", StringComparison.Ordinal) || word[0] is '«' or '"' or '“' || BehindQuote.Contains(word);

    /// <summary>للهيئة is ل and الهيئة: behind the preposition the article loses its first letter.</summary>
    private static bool IsDefined(string text, int noun) =>
        noun >= 2 && text.AsSpan(noun - 2, 2) is "لل" && (noun == 2 || !char.IsLetter(text[noun - 3]) || noun >= 3 && text[noun - 3] == 'و' && (noun == 3 || !char.IsLetter(text[noun - 4])))
        && !text.AsSpan(noun).StartsWith("ال", StringComparison.Ordinal);

    /// <summary>"… من قائمة الجهات": the list that somebody is taken off is no part of the name.</summary>
    private static bool IsList(MarkedText marked, int at, int end)
    {
        var behind = marked.Text.AsSpan(at, Math.Min(20, end - at)).TrimStart();
        foreach (var list in Lists) if (behind.StartsWith(list, StringComparison.Ordinal)) return true;
        return false;
    }

    private static readonly string[] Lists = [.. LexiconFile.Phrases("genericNames").Where(entry => entry.Code == "list").Select(entry => entry.Phrase)];

    /// <summary>"… لطفولة آمنة على الشبكة": on what net, belongs to the name.</summary>
    private static bool IsOnNet(string text, ReadOnlySpan<char> word, int at, int end)
    {
        if (word is not "على") return false;
        while (at < end && text[at] is ' ' or '\u00a0') at++;
        var stop = at;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        return Nets.Contains(text.AsSpan(at, stop - at));
    }

    private static readonly WordSet Nets = LexiconFile.Set("grammar", "onTheNet");

    /// <summary>"… في هذا النشاط": what it takes part in is no part of the name.</summary>
    private static bool InActivity(string text, int at, int end)
    {
        var behind = text.AsSpan(at, Math.Min(20, end - at)).TrimStart();
        foreach (var word in BehindIn) if (behind.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static readonly IReadOnlyList<string> BehindIn = LexiconFile.Words("grammar", "behindArabicIn");

    /// <summary>"… في الأردن": where it is, is no part of the name.</summary>
    private static bool InCountry(string text, int at, int end)
    {
        var behind = text.AsSpan(at, Math.Min(30, end - at)).TrimStart();
        var words = behind.ToString();
        if (Countries.Find(words) is [{ Start: 0 }, ..]) return true;
        var blank = words.AsSpan().IndexOfAny(TownEnds);
        var town = blank < 0 ? words : words[..blank];
        return CountryPlaces.Cities(town, Folding.Fold(town)).Any();
    }

    /// <summary>"الجمعية مبادرة «…»": another noun without article begins the next name, behind a noun that has one or before quotation marks.</summary>
    private static bool IsNextHead(MarkedText marked, int first, int at, int stop, int end, int words)
    {
        if (words == 1 && HasArticle(marked.Text, first) && NameShapes.IsArabicName(marked.Text.AsSpan(at, stop - at))) return true; // "في الهيئة يوسف العلوي": a noun with an article takes no genitive
        if (marked.At(Word.Organization, at) is not { } next || next.End != stop) return false;
        if (words == 1 && HasArticle(marked.Text, first) && marked.Text.AsSpan(at, 2) is not "ال") return true;
        // "المديرية العامة للاتصال جمعية …": behind a word with its article a noun without one begins another name, unless it is a unit
        if (words > 1 && marked.Text.AsSpan(at, 2) is not "ال" && IsDefinite(marked.Text, at) && !Units.IsUnit(marked.Text[at..stop])) return true;
        return OrganizationNames.QuoteFollows(marked.Text, stop, end);
    }

    /// <summary>The word before the offset has its article.</summary>
    private static bool IsDefinite(string text, int at)
    {
        var end = at;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return end - start > 3 && text.AsSpan(start, 2) is "ال" or "لل";
    }

    /// <summary>"كمنظمة وطنية", "بوصفها جهة معنية": as what it is put forward is no part of the name.</summary>
    private static bool IsAs(MarkedText marked, int at, int stop) =>
        marked.Text[at] == 'ك' && IsCapacity(marked.Text, at + 1) && marked.At(Word.Organization, at + 1) is { } noun && noun.End == stop
        || marked.At(Word.As, at) is { Length: > 2 } capacity && capacity.End == stop;

    /// <summary>"as" is joined to the noun at the offset.</summary>
    public static bool IsCapacity(string text, int noun) => noun > 0 && text[noun - 1] == 'ك' && (noun == 1 || !char.IsLetter(text[noun - 2]));

    private static bool HasArticle(string text, int noun) => text.AsSpan(noun, 2) is "ال" || noun >= 2 && text.AsSpan(noun - 2, 2) is "ال";

    /// <summary>A new thing after "and": another organization, or the verb that follows the name.</summary>
    private static bool StartsNext(MarkedText marked, int at, int stop, bool defined)
    {
        if (marked.Text[at] == 'و')
            foreach (var next in marked.Within(Word.Organization, at + 1, stop)) if (next.Start == at + 1) return true;
        // "شركة … لحلول الترشيح": behind a head without article a noun with one goes on with the name
        return marked.At(Word.Nominate, at) is { Length: > 3 } verb && verb.End <= stop && (defined || !marked.Text.AsSpan(at).StartsWith("ال", StringComparison.Ordinal));
    }
}
