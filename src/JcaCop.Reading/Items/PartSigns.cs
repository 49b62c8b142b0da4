using System.Buffers;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>The signs that part the pieces of an entry, cell or sentence.</summary>
internal sealed class PartSigns(MarkedText marked, DraftOrigin origin)
{
    /// <summary>Signs that may part two pieces; in running text line ends and wide blanks do not.</summary>
    private static readonly SearchValues<char> ProseSigns = SearchValues.Create("=/,،，;；؛：（）\t|。•→():-–—.\u3000");
    private static readonly SearchValues<char> Signs = SearchValues.Create("=/,،，;；؛：（）\t|。•→():-–—.\u3000\n ");

    private readonly string text = marked.Text;

    /// <summary>Where the next sign stands that may part two pieces, counted from the first offset; -1 where none does.</summary>
    public int Next(int from, int end) => text.AsSpan(from, end - from).IndexOfAny(origin == DraftOrigin.Prose ? ProseSigns : Signs);

    /// <returns>Length of the sign that parts two pieces here; 0 where none stands.</returns>
    public int LengthAt(int i, int end)
    {
        var c = text[i];
        if (c == ',' && LegalFormFollows(i, end)) return 0;
        if (c == '/' && i + 1 < end && text[i + 1] == '/' && (i == 0 || text[i - 1] != ':')) return 2;
        if (c is ',' or '،' or '，' or ';' or '；' or '؛' or '：' or '（' or '）' or '\t' or '|' or '。' or '•' or '→') return 1;
        if (c == '(') return IsShortForm(i, end) || BeforeLegalForm(i, end) ? 0 : 1;
        if (c == ')') return i > 0 && (IsShortFormEnd(i) || BeforeLegalFormEnd(i, end)) ? 0 : 1;
        if (c == ':') return i + 1 >= end || !char.IsDigit(text[i + 1]) ? 1 : 0;
        if (c == '\n') return origin == DraftOrigin.Prose ? 0 : 1;
        if (c is '-' or '=' && i + 1 < end && text[i + 1] == '>') return 2;
        if (c == '—' && i + 1 < end && text[i + 1] == '—') return 2;
        if (c is '-' or '–' or '—' or '/' && i > 0 && char.IsWhiteSpace(text[i - 1]) && (i + 1 >= end || char.IsWhiteSpace(text[i + 1]))) return c == '/' && AfterHonorific(i) ? 0 : 1;
        if (c == '.' && i + 2 < end && text[i + 1] is '-' or '–' && char.IsWhiteSpace(text[i + 2])) return 2; // "Comisión 13.- …"
        if (c == '.' && i + 2 < end && text[i + 1] is ' ' && char.IsUpper(text[i + 2]) && i > 2 && char.IsLetter(text[i - 1]) && char.IsLower(text[i - 2]) && !IsTitle(i) && LabelFollows(i + 2, end)) return 1;
        if (c == '.' && i + 2 < end && text[i + 1] is ' ' && char.IsUpper(text[i + 2]) && EndsWithNumber(i) && LabelFollows(i + 2, end) && IsLabel(i + 2, end)) return 1;
        if (c == '.' && origin != DraftOrigin.Prose && i + 2 < end && text[i + 1] is ' ' && char.IsUpper(text[i + 2]) && EndsSentence(i)) return 1;
        if (c == '.' && i + 2 < end && text[i + 1] == '.' && text[i + 2] == '.') { var n = 3; while (i + n < end && text[i + n] == '.') n++; return n; }
        if (c == '\u3000' || c == ' ' && origin != DraftOrigin.Prose && i + 2 < end && text[i + 1] == ' ' && (origin == DraftOrigin.Table || text[i + 2] == ' ')) return 1;
        return 0;
    }

    /// <summary>"la Licda. Ana Vela: …": the point belongs to a title, and a name follows.</summary>
    private bool IsTitle(int point)
    {
        var word = point;
        while (word > 0 && char.IsLetter(text[word - 1])) word--;
        return marked.At(Word.Honorific, word) is { } title && title.End >= point;
    }

    /// <summary>"…, Kano. Contact: …": one or two words and a colon.</summary>
    private bool LabelFollows(int at, int end)
    {
        var label = text.AsSpan(at, Math.Min(LongestLabel, end - at));
        var colon = label.IndexOf(':');
        if (Dash(label) is { } dash && (colon < 0 || dash < colon)) return marked.At(Word.Honorific, at) is null && marked.At(Word.Post, at) is null && Layout.FieldLabels.Whole(label[..dash]) is not null;
        return colon > 1 && label[..colon].IndexOfAny(",.;(\n") < 0 && label[..colon].Count(' ') <= 2 && marked.At(Word.Honorific, at) is null;
    }

    /// <summary>"… 5. Контакт - …": where the dash stands that a label has instead of a colon.</summary>
    private static int? Dash(ReadOnlySpan<char> label)
    {
        var dash = label.IndexOfAny('-', '–', '—');
        return dash > 2 && dash + 1 < label.Length && label[dash - 1] == ' ' && label[dash + 1] == ' ' ? dash - 1 : null;
    }

    /// <summary>"…, оф. 14. Руководитель: …": the number belongs to what stands before it on the line, and numbers nothing itself.</summary>
    private bool EndsWithNumber(int point)
    {
        var digit = point;
        while (digit > 0 && char.IsDigit(text[digit - 1])) digit--;
        return digit < point && digit > 1 && text[digit - 1] is ' ' or '-' or '/' && text[digit - 2] is not '\n';
    }

    private bool IsLabel(int at, int end)
    {
        var label = text.AsSpan(at, Math.Min(LongestLabel, end - at));
        return Layout.FieldLabels.Whole(label[..(Dash(label) ?? label.IndexOf(':'))]) is not null;
    }

    private const int LongestLabel = 30;

    /// <summary>"…, executive director. 12 Mill Lane": the word before the point is whole; a short one may be an abbreviation, and so may one that no vowel ends.</summary>
    private bool EndsSentence(int point)
    {
        var word = point;
        while (word > 0 && char.IsLetter(text[word - 1])) word--;
        var letters = text.AsSpan(word, point - word);
        if (letters.Length < ShortestWord || letters[0] >= '\u0400' || !char.IsLower(letters[^1])) return false;
        if (marked.At(Word.Honorific, word) is not null || marked.At(Word.Street, word) is not null || marked.At(Word.LegalForm, word) is not null) return false;
        return letters.Length >= LongestAbbreviation || "aeiouyáéíóúàèùâêîôûäëïöü".Contains(letters[^1], StringComparison.Ordinal);
    }

    private const int ShortestWord = 4;
    private const int LongestAbbreviation = 7;

    /// <summary>"Colectivo Marea, A.C.": the legal form belongs to the name before the comma.</summary>
    private bool LegalFormFollows(int comma, int end)
    {
        var at = comma + 1;
        while (at < end && text[at] == ' ') at++;
        if (at >= end || marked.At(Word.LegalForm, at) is not { } form || form.End > end || !char.IsUpper(text[at])) return false;
        return form.End >= end || !char.IsLetterOrDigit(text[form.End]);
    }

    /// <summary>"الفاضلة / …": the stroke stands for a point.</summary>
    private bool AfterHonorific(int stroke)
    {
        var word = stroke - 1;
        while (word > 0 && text[word - 1] == ' ') word--;
        while (word > 0 && char.IsLetter(text[word - 1])) word--;
        return marked.At(Word.Honorific, word) is { } title && title.End >= stroke - 2;
    }

    /// <summary>"(INCO)": a short form belongs to the name before it.</summary>
    private bool IsShortForm(int open, int end)
    {
        var close = text.AsSpan(open, Math.Min(end - open, 16)).IndexOf(')');
        if (close < 3) return false;
        var capitals = 0;
        foreach (var c in text.AsSpan(open + 1, close - 1))
        {
            if (char.IsUpper(c)) capitals++;
            else if (c is ' ' || char.IsDigit(c)) return false;
        }
        return capitals >= 2 && capitals * 2 >= close - 1; // "(TeleSud)" is where somebody works
    }

    /// <summary>"Child Shield (Guarantee) Limited": a word in brackets between the name and its legal form.</summary>
    private bool BeforeLegalForm(int open, int end)
    {
        var close = text.AsSpan(open, Math.Min(end - open, LongestKind)).IndexOf(')');
        return close > 1 && text.AsSpan(open + 1, close - 1).IndexOfAny(" ,;") < 0 && open + close + 2 < end && text[open + close + 1] == ' ' && char.IsUpper(text[open + close + 2])
            && marked.At(Word.LegalForm, open + close + 2) is { } form && (form.End >= text.Length || !char.IsLetterOrDigit(text[form.End]));
    }

    private bool BeforeLegalFormEnd(int close, int end)
    {
        var open = text.LastIndexOf('(', close, Math.Min(close + 1, LongestKind));
        return open >= 0 && BeforeLegalForm(open, end);
    }

    private const int LongestKind = 16;

    private bool IsShortFormEnd(int close)
    {
        var open = text.LastIndexOf('(', close, Math.Min(close + 1, 16));
        return open >= 0 && IsShortForm(open, close + 1);
    }
}
