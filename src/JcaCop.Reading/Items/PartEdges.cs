using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>What stands at the edges of a piece of text and tells where the name in it begins and ends.</summary>
internal static class PartEdges
{
    /// <summary>"register, please, to the meeting, a Juan Pérez": behind a verb of putting forward a preposition leads to the person.</summary>
    public static int? Led(MarkedText marked, int start, int end)
    {
        if (marked.At(Word.Connector, start) is not { Length: < 5 } word || word.End + 1 >= end || marked.Text[word.End] != ' ' || !char.IsUpper(marked.Text[word.End + 1])) return null;
        var from = Math.Max(0, start - Lead);
        return marked.Any(Word.Register, from, start) || marked.Any(Word.Designate, from, start) ? word.End + 1 : null;
    }

    private const int Lead = 40;

    /// <summary>A sentence ends inside, behind a word that is no abbreviation: "Course “A”. It is given by …".</summary>
    public static bool GoesOn(string words)
    {
        for (var at = words.IndexOf(". ", StringComparison.Ordinal); at >= 0; at = words.IndexOf(". ", at + 1, StringComparison.Ordinal))
            if (at > 3 && at + 2 < words.Length && char.IsUpper(words[at + 2])
                    && (words[at - 1] is '"' or '»' or '”' || char.IsLower(words[at - 1]) && char.IsLower(words[at - 2]) && char.IsLower(words[at - 3])))
                return true;
        return false;
    }

    /// <summary>What stands in quotation marks at the beginning of a piece, without them.</summary>
    public static TextSpan? Quoted(string text, int start, int end)
    {
        if (text[start] is not ('"' or '“' or '«' or '„' or '「')) return null;
        var close = text.AsSpan(start + 1, end - start - 1).IndexOfAny("\"”»“」");
        return close > 3 ? new TextSpan(start + 1, close) : null;
    }

    /// <summary>Brackets with the contact of a listed organization.</summary>
    public static bool BracketFollows(string text, int end)
    {
        while (end < text.Length && text[end] == ' ') end++;
        return end < text.Length && text[end] is '(' or '（';
    }
}
