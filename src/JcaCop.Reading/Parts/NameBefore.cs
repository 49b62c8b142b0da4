using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>How far the name of an organization reaches before the noun that heads it, in alphabets that have capitals.</summary>
internal static class NameBefore
{
    /// <summary>Capital words before the head belong to the name, joining words between capital words too.</summary>
    public static int Start(MarkedText marked, int floor, int at)
    {
        var text = marked.Text;
        var start = Compound(text, floor, at);
        while (start > floor)
        {
            var gap = start;
            while (gap > floor && text[gap - 1] is ' ' or '\n' or '\u00a0') gap--;
            // What stands above a blank line is a heading: "NOTE VERBALE".
            if (gap == start || gap <= floor || text.AsSpan(gap, start - gap).Count('\n') > 1 || NameColumns.IsGap(text.AsSpan(gap, start - gap))) break;
            var word = gap;
            while (word > floor
                && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] is '\'' or '’' or '-' or '&'
                    || text[word - 1] == '.' && word < gap && word - 2 >= floor && char.IsLetter(text[word]) && char.IsLower(text[word - 2]))) word--;
            if (word == gap || text.AsSpan(gap, start - gap).Contains('\n') && word - NameColumns.FewestBlanks > floor && text.AsSpan(word - NameColumns.FewestBlanks, NameColumns.FewestBlanks).IsWhiteSpace()) break; // the value of the line above
            var span = text.AsSpan(word, gap - word);
            if (IsRole(marked, word) || char.IsUpper(text[at]) && text[at] is >= '\u0400' and <= '\u04ff' && span[0] is >= '\u0400' and <= '\u04ff' && !IsRussianAdjective(span)) break;
            if (OpensSentence(marked, floor, word, gap)) break;
            if (char.IsUpper(span[0]) && (!NameShapes.IsStop(span) || NameShapes.IsOfOrganization(span) || BehindArticle(marked, floor, word))) { start = word; continue; }
            if (Joins(marked, word, span) && CapitalBefore(text, floor, word) && !VerbBefore(marked, floor, word) && char.IsUpper(text[start])) { start = word; continue; }
            break;
        }
        if (start < at && IsUnit(marked, floor, start, at)) start = at;
        while (start < at && !char.IsUpper(text[start]) && !char.IsDigit(text[start]))
        {
            while (start < at && !char.IsWhiteSpace(text[start])) start++;
            while (start < at && char.IsWhiteSpace(text[start])) start++;
        }
        return start;
    }

    /// <summary>"the Kind Network Foundation": behind an article a capital belongs to the name, whatever else the word means.</summary>
    private static bool BehindArticle(MarkedText marked, int floor, int word)
    {
        var before = marked.Text.AsSpan(floor, word - floor);
        if (before.Length < 4 || before[^1] != ' ' || marked.At(Word.Post, word) is not null || marked.At(Word.Honorific, word) is not null) return false;
        before = before[..^1];
        return Articles.Contains(before[(before.LastIndexOfAny(" \n") + 1)..]) && char.IsLower(before[before.LastIndexOfAny(" \n") + 1]);
    }

    private static readonly WordSet Articles = new(["the", "la", "le", "el"], true);

    /// <summary>"jefe de Telemática del Instituto X": one word and a joint behind a post belong to the post.</summary>
    private static bool IsUnit(MarkedText marked, int floor, int start, int head)
    {
        var text = marked.Text;
        var blank = text.AsSpan(start, head - start).IndexOf(' ');
        if (blank < 3 || start + blank + 1 >= head || !char.IsLower(text[start + blank + 1]) || text[start] >= '\u0400') return false;
        foreach (var post in marked.Within(Word.Post, Math.Max(floor, start - LongestPost), start))
            if (start - post.End is > 1 and <= LongestJoint && char.IsLower(text[start - 2]) && text.AsSpan(post.End, start - post.End).IndexOfAny(",.;:(") < 0) return true;
        return false;
    }

    private const int LongestPost = 40, LongestJoint = 5;

    /// <summary>"Proponemos la Fundación X": the verb at the head of a sentence has a capital, and is no part of the name.</summary>
    private static bool OpensSentence(MarkedText marked, int floor, int word, int end) =>
        marked.At(Word.Nominate, word) is { } verb && verb.End == end && (word <= floor || word < 2 || marked.Text[word - 1] == '\n' || marked.Text[word - 2] is '.' or ':' or '!' or '?' or ')');

    private static bool VerbBefore(MarkedText marked, int floor, int at)
    {
        var end = at;
        while (end > floor && char.IsWhiteSpace(marked.Text[end - 1])) end--;
        var start = end;
        while (start > floor && char.IsLetter(marked.Text[start - 1])) start--;
        return start < end && OpensSentence(marked, floor, start, end);
    }

    /// <summary>"Inter-Agency Panel": the noun is the second half of a word, which begins the name.</summary>
    private static int Compound(string text, int floor, int at)
    {
        if (at - 2 < floor || text[at - 1] != '-' || !char.IsLetter(text[at - 2])) return at;
        var start = at - 1;
        while (start > floor && (char.IsLetter(text[start - 1]) || text[start - 1] == '-')) start--;
        return char.IsUpper(text[start]) ? start : at;
    }

    /// <summary>In Russian an adjective alone may stand before the noun that heads a name; "в Гродно Фонд …" begins with the noun.</summary>
    private static bool IsRussianAdjective(ReadOnlySpan<char> word)
    {
        if (word.Length < 4) return true;
        foreach (var ending in AdjectiveEndings) if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly string[] AdjectiveEndings = [.. LexiconFile.Words("grammar", "adjectiveEnding")];

    private static bool IsRole(MarkedText marked, int at) =>
        marked.At(Word.RepresentativeRole, at) is not null || marked.At(Word.FocalRole, at) is not null || marked.At(Word.AlternateRole, at) is not null;

    private static bool CapitalBefore(string text, int floor, int at)
    {
        var end = at;
        while (end > floor && char.IsWhiteSpace(text[end - 1])) end--;
        var start = end;
        while (start > floor && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '\'' or '’' or '-')) start--;
        return start < end && char.IsUpper(text[start]) && (!NameShapes.IsStop(text.AsSpan(start, end - start)) || NameShapes.IsOfOrganization(text.AsSpan(start, end - start)));
    }

    private static bool Joins(MarkedText marked, int at, ReadOnlySpan<char> word) =>
        word.Length <= 7 && (word is "&" || marked.At(Word.Connector, at) is { } join && join.Length == word.Length);
}
