using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>How far the name of an organization reaches behind the noun that heads it, in alphabets that have capitals.</summary>
internal static class NameBehind
{
    /// <summary>"Sendero 2.0": a point between two figures, as fashion has it, is the name's and ends nothing.</summary>
    private static bool IsVersion(string text, int point, int end) =>
        point > 1 && point + 1 < end && char.IsAsciiDigit(text[point - 1]) && char.IsAsciiDigit(text[point + 1]) && !char.IsLetterOrDigit(text[point - 2])
        && (point + 2 >= end || !char.IsLetterOrDigit(text[point + 2]) && !(text[point + 2] == '.' && point + 3 < end && char.IsLetterOrDigit(text[point + 3])));

    /// <returns>End of all words that may belong to the name; <paramref name="solid"/> is the end of the last one that surely does.</returns>
    public static int End(MarkedText marked, int at, int end, out int solid)
    {
        var text = marked.Text;
        var head = at;
        var last = solid = at;
        var (lower, quoted) = (0, -1);
        while (at < end)
        {
            var blanks = at;
            while (blanks < end && text[blanks] is ' ' or '\u00a0' or '\n') blanks++;
            if (blanks >= end) break;
            var turns = text.AsSpan(at, blanks - at).Count('\n');
            if (turns > 1 || turns == 1 && (BeginsField(text, blanks) || IsHeading(text, at) && !IsCapitals(text, blanks))) break;
            if (text[blanks] == '"' && blanks == at) break; // a straight mark directly behind a word closes
            if (text[blanks] is '«' or '"' or '“' or '„')
            {
                if (lower > 0 && AboutQuoted.Contains(LastWord(text, at))) break; // "contribution du Conseil sur « X »": what it is about
                var close = text.AsSpan(blanks + 1, Math.Min(end - blanks - 1, 100)).IndexOfAny("»\"”“");
                if (close < 0) break;
                last = solid = at = quoted = blanks + close + 2;
                continue;
            }
            if (blanks == at && text[at] is not ('-' or '/' or '&')) break;
            var stop = blanks;
            while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] is '\'' or '’' or '-' or '&' or '/' || text[stop] == '.' && (marked.At(Word.LegalForm, blanks) is not null || IsVersion(text, stop, end)))) stop++;
            if (stop == blanks) break;
            var word = text.AsSpan(blanks, stop - blanks);
            if (marked.At(Word.LegalForm, blanks) is { } form && form.End >= stop - 1
                    && (form.Length > 2 || char.IsUpper(word[0])
                        || text.AsSpan(form.Start, form.Length).Contains('.'))) { last = solid = Math.Max(stop, form.End); if (last < end && text[last] == '.'
                        && text[last - 1] != '.' && PointBelongs(text, form.Start, last))
                last++; solid = last; break; }
            if (marked.At(Word.Honorific, blanks) is { } title && title.Length > 1 && char.IsUpper(word[0]) && title.End <= stop + 1) break;
            if (char.IsUpper(word[0]) || char.IsDigit(word[0]) && word.Length <= 4)
            {
                if (NameShapes.IsStop(word) && !NameShapes.IsOfOrganization(word) && marked.At(Word.Organization, blanks) is null && last != solid && lower > (word[0] >= '\u0400' ? 3 : 1)) break;
                lower = 0;
                last = solid = at = stop;
                continue;
            }
            if (marked.At(Word.Conjunction, blanks) is { } and && and.End == stop && (BeginsAnother(marked, stop, end) || IsHouse(text, at) && IsHouse(marked, stop, end))) break;
            if (IsClitic(word) || lower == 0 && BareArticles.Contains(word) && stop + 1 < end && char.IsLower(text[stop + 1])) break;
            if (PurposeLetters.Contains(word[0]) && BeginsPurpose(text, blanks)) break;
            if (quoted >= 0 && lower == 0 && marked.At(Word.Connector, blanks) is null && !BehindQuote.Contains(word)) break; // "Фонд «Якорь» помогает …": the sentence goes on
            if (OrganizationNames.Stops.Contains(word) && !(word is "и" && LowerFollows(text, stop, end)) && !(word is "por" && IsCause(marked, stop, end)) || lower > 6) break;
            lower++;
            last = at = stop;
        }
        return last;
    }

    /// <summary>"le Conseil m'auditionne", "l'Office s'engage": a pronoun before its verb; "d'" and "l'" stand before nouns.</summary>
    private static bool IsClitic(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[1] is '\'' or '’' && word[0] is 'm' or 't' or 's' or 'n' or 'j' or 'c' || word.StartsWith("qu'", StringComparison.Ordinal) || word.StartsWith("qu’", StringComparison.Ordinal);

    private static ReadOnlySpan<char> LastWord(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return text.AsSpan(start, end - start);
    }

    /// <summary>Words behind which quotation marks tell what something is about, or how it is called, and no part of a house.</summary>
    private static readonly WordSet AboutQuoted = LexiconFile.Set("grammar", "aboutQuoted");

    /// <summary>"renouveler au Bureau les assurances": no name joins its head to the next noun by an article alone.</summary>
    private static readonly WordSet BareArticles = LexiconFile.Set("grammar", "articleInPost");

    /// <summary>"ORGANIZATION WHICH MAY BE CONTACTED": a line in capitals, two words at least, up to the offset.</summary>
    private static bool IsHeading(string text, int end)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, end - 1)) + 1;
        return end - start > ShortestHeading && text.AsSpan(start, end - start).Trim().Contains(' ') && IsUpper(text.AsSpan(start, end - start));
    }

    private const int ShortestHeading = 12;

    private static bool IsCapitals(string text, int at)
    {
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        return end - at > 1 && IsUpper(text.AsSpan(at, end - at));
    }

    private static bool IsUpper(ReadOnlySpan<char> words)
    {
        foreach (var c in words) if (char.IsLower(c)) return false;
        return true;
    }

    /// <summary>Words in small letters that a name goes on with behind its quoted part: "города", "имени".</summary>
    private static readonly WordSet BehindQuote = LexiconFile.Set("grammar", "behindQuotedName");

    /// <summary>Nouns that head a name and stand in none behind "and".</summary>
    private static readonly WordSet HouseNouns =
        new(LexiconFile.Phrases("genericNames").Where(entry => entry.Code == "houseNoun").Select(entry => entry.Phrase));

    /// <summary>"… y del Instituto X": behind "and" an article or preposition, and then the noun of another organization.</summary>
    private static bool BeginsAnother(MarkedText marked, int at, int end)
    {
        var small = 0;
        while (at + 1 < end && marked.Text[at] == ' ')
        {
            if (marked.Text[at + 1] is 'l' && at + 3 < end && marked.Text[at + 2] is '\'' or '’' && char.IsUpper(marked.Text[at + 3])) // "et l'Institut X"
                return marked.At(Word.Organization, at + 3) is { } joined && HouseNouns.Contains(marked.Text.AsSpan(joined.Start, joined.Length));
            if (char.IsUpper(marked.Text[at + 1])) return marked.At(Word.Organization, at + 1) is { } house && (small > 0 || HouseNouns.Contains(marked.Text.AsSpan(house.Start, house.Length)));
            if (marked.At(Word.Connector, at + 1) is not { } word || ++small > 2 || marked.Text[word.End - 1] == 's') return false; // "… et des Télécommunications" goes on
            at = word.End;
        }
        return false;
    }

    /// <summary>Subjects of two nouns, the first of which heads names elsewhere: "the Online Trust and Safety Foundation".</summary>
    private static readonly string[] Subjects = [.. LexiconFile.Phrases("genericNames").Where(entry => entry.Code == "oneSubject").Select(entry => entry.Phrase)];

    /// <summary>"Safe Web Alliance and …": the noun ends a name of two words at least that is whole before "and".</summary>
    private static bool IsHouse(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        if (start < 2 || text[start - 1] != ' ' || !char.IsLetterOrDigit(text[start - 2]) || !HouseNouns.Contains(text.AsSpan(start, end - start))) return false;
        foreach (var subject in Subjects) if (text.AsSpan(start).StartsWith(subject, StringComparison.OrdinalIgnoreCase)) return false;
        var before = start - 1;
        while (before > 0 && (char.IsLetterOrDigit(text[before - 1]) || text[before - 1] is '\'' or '’' or '-')) before--;
        var word = text.AsSpan(before, start - 1 - before);
        return char.IsUpper(word[0]) && (!NameShapes.IsStop(word) || NameShapes.IsOfOrganization(word));
    }

    /// <summary>"… and (the) Kids Online Trust": capital words behind "and", two at least, the last of which is the noun of an organization.</summary>
    private static bool IsHouse(MarkedText marked, int at, int end)
    {
        var (text, words, stop, begins) = (marked.Text, 0, at, at);
        if (text.AsSpan(at, end - at).StartsWith(" the ")) stop += LongestArticle;
        while (stop + 1 < end && text[stop] == ' ' && char.IsUpper(text[stop + 1]) && words < MostWords)
        {
            begins = ++stop;
            while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] is '\'' or '’' or '-')) stop++;
            words++;
        }
        return words > 1 && HouseNouns.Contains(text.AsSpan(begins, stop - begins));
    }

    private const int MostWords = 7, LongestArticle = 4;

    /// <summary>"E-mail: …" on the next line: a few words and a colon begin a field, and before a tab stands a cell; no name goes on there.</summary>
    private static bool BeginsField(string text, int at)
    {
        var line = text.AsSpan(at, Math.Min(LongestLabel, text.Length - at));
        if (line.IndexOf('\n') is >= 0 and var turn) line = line[..turn];
        return line.IndexOfAny(":：\t") > 0;
    }

    private const int LongestLabel = 30;

    private static readonly string[] Purposes = [.. LexiconFile.Phrases("clauseEnds").Where(entry => entry.Code is "purpose" or "courtesy").Select(entry => entry.Phrase)];

    private static readonly System.Buffers.SearchValues<char> PurposeLetters = System.Buffers.SearchValues.Create([.. Purposes.Select(static words => words[0]).Distinct()]);

    /// <summary>"… for JCA-COP", "… pour cette activité": what somebody is named for is no part of the name, nor what a note verbale assures its addressee of.</summary>
    private static bool BeginsPurpose(string text, int at)
    {
        var words = text.AsSpan(at);
        foreach (var purpose in Purposes)
            if (words.Length > purpose.Length && !char.IsLetterOrDigit(words[purpose.Length]) && words.StartsWith(purpose, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>"S.A.", "Ltd., which": the point is the form's own where the form holds another or the sentence goes on.</summary>
    public static bool PointBelongs(string text, int form, int point)
    {
        if (text.AsSpan(form, point - form).Contains('.')) return true;
        if (point + 1 >= text.Length) return false;
        if (text[point + 1] == ',') return true;
        var next = point + 1;
        while (next < text.Length && text[next] == ' ') next++;
        return next < text.Length && next > point + 1 && (char.IsLower(text[next]) || text[next] == '(');
    }

    /// <summary>"Red … por la Infancia": behind "por" and an article stands a cause in capitals, and no house that acts.</summary>
    private static bool IsCause(MarkedText marked, int at, int end)
    {
        var text = marked.Text;
        while (at < end && text[at] is ' ' or '\n') at++;
        if (marked.At(Word.Connector, at) is not { } article || article.End >= end || text[article.End] is not (' ' or '\n')) return false;
        var noun = article.End + 1;
        return noun < end && char.IsUpper(text[noun]) && marked.At(Word.Organization, noun) is null && marked.At(Word.Honorific, noun) is null;
    }

    /// <summary>"связи и информатизации": the word behind "и" is small and no verb.</summary>
    private static bool LowerFollows(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        var stop = at;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        return stop > at && char.IsLower(text[at]) && !OrganizationNames.Stops.Contains(text.AsSpan(at, stop - at));
    }

    /// <summary>A preposition or article at the end belongs to what follows.</summary>
    public static int WithoutConnector(MarkedText marked, int solid, int last)
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
}
