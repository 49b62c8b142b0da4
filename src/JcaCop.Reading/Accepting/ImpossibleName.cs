using System.Buffers;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Accepting;

/// <summary>Whether a value can be no whole name of a person or house, by what it begins with, holds or ends in.</summary>
internal static class ImpossibleName
{
    /// <summary>Shorter words before a full stop are abbreviations and initials.</summary>
    private const int ShortestLastWord = 4;

    /// <summary>Shorter abbreviations are initials of persons and saints, too ("St. Brendan", "Д. Лисицын").</summary>
    private const int ShortestStreet = 3;

    /// <summary>Marks that begin a quotation.</summary>
    private static readonly SearchValues<char> Opening = SearchValues.Create("\"«“„《「");

    /// <param name="text">The text that the name was taken from.</param>
    /// <param name="at">Where it stands there; negative where it does not.</param>
    public static bool Is(string text, int at, string name)
    {
        var marked = new MarkedText(name);
        return BeginsWithLabel(name) || EndsJoining(name) || BeginsInside(marked, name) || EndsSentence(name) || IsPlace(marked, name) || IsOpen(name) || HoldsDay(name)
            || at >= 0 && (EndsInside(text, at + name.Length) || GoesOn(text, at + name.Length) || ComesFrom(text, at));
    }

    /// <summary>"Network Office from 1 July 2015": a day with its year.</summary>
    private static bool HoldsDay(string name)
    {
        if (!name.Any(char.IsDigit)) return false;
        foreach (var day in Dates.Find(name))
            if (day.Value.First is not null && name.AsSpan(day.Start, day.Length).Count("20") + name.AsSpan(day.Start, day.Length).Count("19") > 0 && day.Length > ShortestDay) return true;
        return false;
    }

    /// <summary>"24 April 2013" and no word beside.</summary>
    public static bool IsDay(string title) => Dates.Find(title).Any(day => day.Value.First is not null && day.Length == title.Length);

    private const int ShortestDay = 7;

    /// <summary>"a.1 Lark Society", "2) Lark Society", "ª Lucía Ferrán" of "Sr.ª Lucía Ferrán": the number of an entry, or the end of a title, before it.</summary>
    private static bool BeginsWithLabel(string name)
    {
        if (name is ['ª' or 'º', ..]) return true;
        var at = name.Length > 1 && char.IsLetter(name[0]) && name[1] == '.' ? 2 : 0;
        var digits = at;
        while (digits < name.Length && char.IsAsciiDigit(name[digits])) digits++;
        if (digits == at || digits + 1 >= name.Length) return false;
        return at > 0 ? name[digits] is ' ' or '.' or ')' : name[digits] is ')' || name[digits] == '.' && name[digits + 1] == ' ';
    }

    /// <summary>"Centre Alouette de": a word that joins two parts, and the second is wanting.</summary>
    private static bool EndsJoining(string name)
    {
        var last = name.LastIndexOf(' ') + 1;
        return last > 0 && char.IsLower(name[last]) && Joining.Contains(name.AsSpan(last));
    }

    private static readonly WordSet Joining = LexiconFile.Set("grammar", "joiningEnd");

    /// <summary>"Добрая сеть»": a mark that opens or closes has no other. «Фонд «Добрая сеть» is closed: where a name ends with another in it, Russian print sets one mark for both.</summary>
    private static bool IsOpen(string name)
    {
        foreach (var (open, close) in Pairs)
            if (name.AsSpan().Count(open) - name.AsSpan().Count(close) is var left && left != 0 && !(open == '«' && left == 1 && name[^1] == close && name.AsSpan().Count(close) == 1)) return true;
        return name.AsSpan().Count('"') % 2 != 0;
    }

    private static readonly (char Open, char Close)[] Pairs = [('«', '»'), ('“', '”'), ('《', '》'), ('「', '」'), ('(', ')'), ('（', '）')];

    /// <summary>"Association Tala" of "Association Tala ya Net": a short word with no capital that no word of the six languages is, and a capital word behind it, go on with the name.</summary>
    private static bool GoesOn(string text, int end)
    {
        var word = end + 1;
        if (word >= text.Length || text[end] is not (' ' or '\n')) return false;
        var stop = word;
        while (stop < text.Length && char.IsAsciiLetterLower(text[stop])) stop++;
        return stop - word is >= ShortestJoint and <= LongestJoint && stop + 1 < text.Length && text[stop] == ' ' && char.IsUpper(text[stop + 1]) && !IsSmall(text.AsSpan(word, stop - word));
    }

    /// <summary>"Haus asbl" of "Kanner am Haus asbl".</summary>
    private static bool ComesFrom(string text, int at)
    {
        var stop = at - 1;
        if (stop < 1 || text[stop] is not (' ' or '\n')) return false;
        var word = stop;
        while (word > 0 && char.IsAsciiLetterLower(text[word - 1])) word--;
        if (stop - word is < ShortestJoint or > LongestJoint || word < 2 || text[word - 1] != ' ' || IsSmall(text.AsSpan(word, stop - word))) return false;
        var first = word - 1;
        while (first > 0 && char.IsLetter(text[first - 1])) first--;
        return word - 1 - first >= ShortestCapital && char.IsUpper(text[first]) && first > 1 && text[first - 1] == ' ' && char.IsLetter(text[first - 2]); // "1) Take off" begins a sentence
    }

    private const int ShortestJoint = 2, LongestJoint = 3, ShortestCapital = 4;

    /// <summary>Words that end a name as well as join its parts ("in", "of") tell nothing.</summary>
    private static bool IsSmall(ReadOnlySpan<char> word) => Small.Contains(word);

    private static readonly WordSet Small = LexiconFile.Set("grammar", "behindName");

    /// <summary>"y Luz Dary Riascos", "'ordre": the tail of what stands before it.</summary>
    private static bool BeginsInside(MarkedText marked, string name) =>
        name is ['ª' or 'º', ..] || name is ['\'' or '’', var next, ..] && char.IsLower(next)
            || marked.At(Word.Conjunction, 0) is { } and && and.End + 1 < name.Length && name[and.End] == ' ' && char.IsLower(name[0]);

    /// <summary>"Tunisian Network. The contacts": two sentences; dots within quotation marks are the name's own.</summary>
    private static bool EndsSentence(string name)
    {
        if (name.AsSpan().ContainsAny(Opening)) return false;
        for (var stop = 0; stop < name.Length - 1; stop++)
        {
            if (name[stop] is '。' || name[stop] is '؟' or '!' or '?' && name[stop + 1] == ' ') return true;
            if (name[stop] != '.' || name[stop + 1] != ' ') continue;
            var first = stop;
            while (first > 0 && char.IsLetter(name[first - 1])) first--;
            if (stop - first >= ShortestLastWord && name.AsSpan(first, stop - first).ContainsAnyExceptInRange('A', 'Z')) return true;
        }
        return false;
    }

    /// <summary>"Blvd. Morazán", "护苗基金会 月坛南街99号": a word of streets at the head, or beside a number.</summary>
    private static bool IsPlace(MarkedText marked, string name)
    {
        foreach (var street in marked.Within(Word.Street, 0, name.Length))
        {
            if (street.Start > 0 && char.IsDigit(name[street.Start - 1]) || street.End < name.Length && char.IsDigit(name[street.End])) return true;
            if (street.Start == 0 && street.End >= ShortestStreet && street.End < name.Length && name[street.End] == '.') return true;
        }
        return false;
    }

    /// <summary>"Parents 2" of "Parents 2.0".</summary>
    private static bool EndsInside(string text, int end) =>
        end > 0 && end + 1 < text.Length && text[end] is '.' or ',' && char.IsDigit(text[end - 1]) && char.IsDigit(text[end + 1]);
}
