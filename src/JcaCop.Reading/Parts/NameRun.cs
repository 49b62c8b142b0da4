using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>From where to where the words of a name reach: behind its titles, up to the first word that belongs to something else.</summary>
internal static class NameRun
{
    /// <summary>"His Excellency Prof. Dr. Eng.": no name has more, and a made text could have thousands.</summary>
    private const int MostTitles = 8;

    /// <summary>Where the name begins behind the titles at the offset; the offset itself where no title stands there, or no name follows.</summary>
    public static int BehindTitles(MarkedText marked, int at, int end)
    {
        var text = marked.Text;
        for (var titles = 0; at < end && titles < MostTitles; titles++)
        {
            if (marked.At(Word.Honorific, at) is not { } hit || hit.End > end) break;
            // "Mme d'Orval": the letter is no "Don", but belongs to the name
            if (hit.End < end && text[hit.End] is '\'' or '’' && hit.Length <= LongestElided) break;
            var next = BehindEnding(text, hit, end);
            if (next < 0) break;
            while (next < end && text[next] is '.' or ' ' or '/' or '\u00a0' or '\n' or '\t' or '،' or ':') next++;
            if (next >= end || !CanBegin(text[next])) break;
            // "السيد الشيخ ولد …", "M. Cheikh Ould …": before the word for a son or daughter stands a given name
            if (titles > 0 && IsNasab(text, next, end)) break;
            // "Ms. Inga Falk": a title before one word, behind another title, is a given name
            if (titles > 0 && text[hit.End] == ' ' && char.IsUpper(text[at]) && char.IsUpper(text[next]) && text[at] < '\u0400' && IsLastWord(text, next, end)) break;
            at = next;
        }
        return at;
    }

    /// <summary>"Prof.ª", "Dr.ª", "Ing.º": the raised ending belongs to the title. "M.ª" is "María", and no title.</summary>
    /// <returns>-1 where the word is a given name cut short.</returns>
    private static int BehindEnding(string text, PhraseHit<Word> title, int end)
    {
        var at = title.End;
        if (at < end && text[at] == '.') at++;
        if (at >= end || text[at] is not ('ª' or 'º')) return title.End;
        return title.Length == 1 && text[title.Start] is 'M' ? -1 : at + 1;
    }

    private static bool IsNasab(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        return stop < end && text[stop] == ' ' && Nasab.Contains(text.AsSpan(at, stop - at));
    }

    private static readonly WordSet Nasab = LexiconFile.Set("grammar", "nasab");

    /// <summary>"dell'", "nell'": no title is so short but is meant where an apostrophe follows. UTF-16 units.</summary>
    private const int LongestElided = 4;

    /// <summary>Behind articles and prepositions at most stands a title.</summary>
    /// <param name="french">"Mme Léa Morin et M. Marc Duval", "et de M. Marc Duval": behind "et" a letter with a point is no initial.</param>
    private static bool TitleFollows(MarkedText marked, int at, int end, bool french)
    {
        for (var small = 0; small < 3 && at + 1 < end && marked.Text[at] == ' '; small++)
        {
            if (marked.At(Word.Honorific, at + 1) is { } title && title.End < end && (title.Length > 1 && marked.Text[title.End] is '.' or ' ' || french && small <= 1 && marked.Text[title.End] == '.')) return true;
            if (char.IsUpper(marked.Text[at + 1])) return false;
            at++;
            while (at < end && char.IsLetter(marked.Text[at])) at++;
        }
        return false;
    }

    /// <summary>No other word with a capital follows the one at the offset.</summary>
    private static bool IsLastWord(string text, int at, int end)
    {
        while (at < end && (char.IsLetter(text[at]) || text[at] is '-' or '\'' or '’')) at++;
        return at >= end || text[at] != ' ' || at + 1 >= end || !char.IsUpper(text[at + 1]);
    }

    public static bool CanBegin(char c) => char.IsUpper(c) || Folding.IsArabic(c) || Folding.IsHan(c) || c is '\'' or '’' || char.IsLetter(c);

    /// <summary>End of the run of words that can belong to a name.</summary>
    /// <param name="titled">A title stands before it: the name may begin with "d'".</param>
    public static int End(MarkedText marked, int from, int end, bool titled = false)
    {
        var text = marked.Text;
        var last = from;
        var at = from;
        var words = 0;
        while (at < end && words < 8)
        {
            var stop = at;
            while (stop < end
                && (char.IsLetter(text[stop]) || text[stop] is '\'' or '’' or '-' or '‑' || text[stop] == '.' && (stop - at <= 3 || NameShapes.IsShortened(text.AsSpan(at, stop - at))) || text[stop] is '\u0640'
                    || text[stop] is >= '\u064b' and <= '\u0652')) stop++;
            if (stop - at == 1 && stop + 2 < end && text[stop] == '/' && char.IsLower(text[at]) && char.IsLower(text[stop + 1]) && text[stop + 2] == ' ') stop += 2; // "a/l"
            if (NameShapes.JoinsSurnames(text.AsSpan(0, end), stop)) { stop++; while (stop < end && char.IsLetter(text[stop])) stop++; }
            if (stop == at) break;
            var word = text.AsSpan(at, stop - at);
            if (!(titled && words == 0 && NameShapes.Elided(word) > 0) && !Belongs(marked, at, stop, word, words) && !IsElidedCapitals(marked, from, at, word)) break;
            if (words > 0 && (marked.At(Word.Conjunction, at) is { } and && and.End == stop || char.IsLower(word[0]) && NameShapes.IsParticle(word))
                && TitleFollows(marked, stop, end, word is "et")) break; // "… y al Sr. X", "de M. X à Mme Y": another person
            words++;
            if (!NameShapes.IsParticle(word) || Folding.IsArabic(text[at]) || NameShapes.IsChildOf(word)) last = stop;
            if (stop >= end || !char.IsWhiteSpace(text[stop])) break;
            at = stop;
            while (at < end && text[at] is ' ' or '\u00a0') at++;
            if (at < end && text[at] == '\n') { at++; while (at < end && text[at] == ' ') at++; if (at < end && text[at] == '\n') break; }
            if (text[stop..at].Contains('\t')) break;
        }
        while (last > from && text[last - 1] == '.' && last - from > 3 && char.IsLetter(text[last - 2]) && char.IsLetter(text[last - 3])) last--;
        return last;
    }

    /// <summary>"Hélène d'ORVAL": a surname in capitals, where no other word of the name is in capitals: behind "Awa KONÉ d'" it is a house.</summary>
    private static bool IsElidedCapitals(MarkedText marked, int from, int at, ReadOnlySpan<char> word)
    {
        if (at <= from || NameShapes.ElidedCapitals(word) is not (> 0 and var joint) || marked.At(Word.Organization, at + joint) is not null) return false;
        foreach (var c in marked.Text.AsSpan(from, at - from)) if (char.IsLower(c)) return !HasCapitals(marked.Text.AsSpan(from, at - from));
        return false;
    }

    private static bool HasCapitals(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(' '))
            if (words[range] is { Length: > 2 } word && !word.ContainsAnyInRange('a', 'z')) return true;
        return false;
    }

    private static bool Belongs(MarkedText marked, int at, int stop, ReadOnlySpan<char> word, int words)
    {
        if (Folding.IsArabic(word[0]))
        {
            if (words == 0) return true;
            if (NameShapes.IsStop(word) || NameShapes.IsArabicFuture(word) || word[0] == 'و' && words > 1 && !NameShapes.IsArabicName(word)) return false;
            foreach (var kind in ArabicStops)
                if (marked.At(kind, at) is { } mark && mark.End >= stop && !(kind == Word.Post && NameShapes.IsArabicName(word))) return false;
            // "بالسيدة" is a title with "by" before it; "بالحاج" and its like are surnames
            return !(word[0] == 'و' && word.Length > 3 && marked.Any(Word.Honorific, at + 1, stop)) && !(word.StartsWith("بال") && marked.At(Word.Honorific, at) is not null);
        }
        if (NameShapes.IsParticle(word) && char.IsLower(word[0])) return words > 0;
        if (words > 0 && NameShapes.Elided(word) is > 0 and var joint && marked.At(Word.Organization, at + joint) is null) return true;
        if (!char.IsUpper(word[0]) && word[0] is not ('\'' or '’')) return false;
        if (words > 0 && NameShapes.IsStop(word) && !NameShapes.IsParticle(word)) return false;
        return words == 0 || marked.At(Word.Post, at) is not { } post || post.Length < 4 || post.End < stop;
    }

    private static readonly Word[] ArabicStops = [Word.Post, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole,
        Word.Nominate, Word.Designate, Word.Withdraw, Word.Register, Word.Regret, Word.Correct, Word.Replace, Word.Remain, Word.Organization];

    /// <summary>The name between the offsets without blanks, signs and unlisted titles around it.</summary>
    public static Mention<string> Trimmed(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or ':' or '：' or '*')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ':' or ';' or '-' or '–' or '*' || text[end - 1] == '.' && end - start > 3 && char.IsLower(text[end - 2]))) end--;
        start = BehindAbbreviation(text, start, end);
        return new Mention<string>(Layout.MailLayout.Unwrap(text[start..end]), start, end - start, 0.95);
    }

    /// <summary>"Adv. Given Surname": letters with a point before two words are a title that no list holds; an initial has one letter or two.</summary>
    private static int BehindAbbreviation(string text, int start, int end)
    {
        while (true)
        {
            var stop = start;
            while (stop < end && char.IsLetter(text[stop])) stop++;
            if (stop >= end || text[stop] != '.' || stop - start > LongestAbbreviation || stop - start < (Folding.IsArabic(text[start]) ? 1 : ShortestAbbreviation)) return start;
            var next = stop + 1;
            while (next < end && char.IsWhiteSpace(text[next])) next++;
            if (next >= end || !CanBegin(text[next]) || char.IsLower(text[next]) || !text.AsSpan(next, end - next).Contains(' ')) return start;
            start = next;
        }
    }

    private const int ShortestAbbreviation = 3, LongestAbbreviation = 6;
}
