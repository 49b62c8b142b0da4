using System.Buffers;
using JcaCop.Reading.Lexicons;

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
        return BeginsInside(marked, name) || EndsSentence(name) || IsPlace(marked, name) || at >= 0 && EndsInside(text, at + name.Length);
    }

    /// <summary>"y Luz Dary Riascos", "'ordre": the tail of what stands before it.</summary>
    private static bool BeginsInside(MarkedText marked, string name) =>
        name is ['\'' or '’', var next, ..] && char.IsLower(next)
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
