using System.Text;
using UglyToad.PdfPig.Content;

namespace JcaCop.Reading.Attachments;

/// <summary>Puts the letters of a right-to-left line, which a page holds by their places, into the order in which they are read.</summary>
/// <remarks>
/// The inverse of UAX #9 as far as forms need it: letters from right to left, runs of Latin letters and of figures from left to right. Forms of Arabic letters
/// (U+FB50 to U+FEFF) become the letters.
/// </remarks>
internal static class PdfReadingOrder
{
    public static bool IsRightToLeft(List<Word> line)
    {
        var (arabic, other) = (0, 0);
        foreach (var word in line)
            foreach (var c in word.Text)
                if (IsArabic(c)) arabic++;
                else if (char.IsLetter(c)) other++;
        return arabic > 0 && arabic * 3 >= other || arabic + other == 0 && line.Exists(static word => word.Text.Length > 1 && word.Text[^1] == '+' && char.IsDigit(word.Text[^2]));
    }

    /// <summary>No letters, only figures and signs: their order is that of the text around them.</summary>
    public static bool IsFigures(List<Word> line) => line.TrueForAll(static word => !word.Text.Any(char.IsLetter));

    public static string RightToLeft(List<Word> line)
    {
        var text = new StringBuilder();
        for (var w = line.Count - 1; w >= 0; w--)
        {
            // words of Latin letters that follow each other are read from left to right
            var first = w;
            while (first > 0 && IsLatin(line[w].Text) && IsLatin(line[first - 1].Text)) first--;
            for (var i = first; i <= w; i++)
            {
                if (text.Length > 0) text.Append(' ');
                Word(line[i], text);
            }
            w = first;
        }
        return WithoutLooseMarks(text.ToString().Normalize(NormalizationForm.FormKC));
    }

    /// <summary>A vowel mark that another font drew stands apart from its letter.</summary>
    private static string WithoutLooseMarks(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '\u064b' and <= '\u0652' && (kept.Length == 0 || kept[^1] == ' ')) continue;
            if (c == ' ' && kept.Length > 0 && kept[^1] == ' ') continue;
            kept.Append(c);
        }
        return kept.ToString();
    }

    private static void Word(Word word, StringBuilder text)
    {
        var letters = word.Letters.OrderByDescending(static letter => letter.BoundingBox.Left).Select(static letter => letter.Value).ToList();
        for (var i = 0; i < letters.Count;)
        {
            var end = i;
            while (end < letters.Count && IsForward(letters, end, i)) end++;
            if (end == i) { text.Append(letters[i++]); continue; }
            while (end > i + 1 && !char.IsLetterOrDigit(letters[end - 1][0])) end--;
            for (var k = end - 1; k >= i; k--) text.Append(letters[k]);
            i = end;
        }
    }

    /// <summary>A figure or Latin letter, or a sign between two of them.</summary>
    private static bool IsForward(List<string> letters, int at, int from)
    {
        if (letters[at].Length == 0) return false;
        var c = letters[at][0];
        if (char.IsLetterOrDigit(c)) return !IsArabic(c);
        return at > from && c is '.' or '@' or '-' or '_' or '/' or ':' or ',' or '\'' or '&' or '=' or '?';
    }

    private static bool IsLatin(string word)
    {
        var any = false;
        foreach (var c in word)
        {
            if (IsArabic(c)) return false;
            any |= char.IsAsciiLetter(c) || char.IsLetter(c);
        }
        return any;
    }

    private static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06ff' && !char.IsDigit(c) || c is >= '\u0750' and <= '\u077f' or >= '\ufb50' and <= '\ufdff' or >= '\ufe70' and <= '\ufefc';
}
