using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>How far an address reaches around the word of its street.</summary>
internal sealed class StreetWords(ItemContext context)
{
    private static readonly Matter[] HanMoves = [Matter.Change, Matter.NewMark, Matter.Becomes];

    private readonly MarkedText marked = context.Marked;
    private readonly string text = context.Text;

    /// <summary>"12 Mill Lane": a number of a house, then at most three capital words, then the street.</summary>
    public int? HouseNumber(PhraseHit<Word> street, int start)
    {
        var at = street.Start;
        for (var words = 0; words <= 3; words++)
        {
            var gap = at;
            while (gap > start && text[gap - 1] == ' ') gap--;
            if (gap == at || gap == start) return null;
            var word = gap;
            while (word > start && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] is '\'' or '’' or '-')) word--;
            if (word == gap) return null;
            if (char.IsAsciiDigit(text[word])) return gap - word <= 5 ? word : null;
            if (!char.IsUpper(text[word])) return null;
            at = word;
        }
        return null;
    }

    /// <summary>Whether a street with a figure stands between the offsets.</summary>
    public bool HanStreet(int start, int end)
    {
        foreach (var hit in marked.Within(Word.Street, start, end)) if (HanNumber(hit, end)) return true;
        return false;
    }

    /// <summary>中山大道25号: a figure and a second word of addresses stand closely behind the first.</summary>
    public bool HanNumber(PhraseHit<Word> street, int end)
    {
        foreach (var next in marked.Within(Word.Street, street.End, Math.Min(end, street.End + 24)))
            if (next.Start > street.End && char.IsAsciiDigit(text[next.Start - 1]) && text.AsSpan(Math.Max(0, next.Start - 5), Math.Min(5, next.Start)).IndexOf('第') < 0) return true;
        return false;
    }

    /// <summary>会址已迁往…: a Chinese address begins behind the last verb or particle before it.</summary>
    public int HanAddress(int start, int street)
    {
        foreach (var kind in HanMoves)
            if (context.Matters.Last(kind, start, street) is { } verb) start = Math.Max(start, verb.End);
        foreach (var word in marked.Within(Word.Apart, start, street)) start = Math.Max(start, word.End);
        while (start < street && text[start] is '在' or '于' or '於' or '为' or '為' or '是' or '到' or '至' or '的') start++;
        return start;
    }
}
