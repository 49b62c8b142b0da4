using System.Globalization;
using System.Text;

namespace JcaCop.Reading.Lexicons;

/// <summary>Makes spellings alike that a reader takes for the same.</summary>
public static class Folding
{
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    public static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06ff';

    /// <summary>Texts folded last on this thread: many questions are asked of the same text, one after the other.</summary>
    [ThreadStatic] private static (string? Text, FoldedText? Folded)[]? recent;
    [ThreadStatic] private static int turn;
    [ThreadStatic] private static char[]? letterRoom;
    [ThreadStatic] private static int[]? originRoom;

    private const int Remembered = 8;
    private const int LongestRemembered = 100_000;
    private const int ShortestRemembered = 60;

    private static readonly char[] LatinBases = [.. Enumerable.Range(0xc0, 0x190).Select(code => char.ToLowerInvariant(((char)code).ToString().Normalize(NormalizationForm.FormD)[0]))];

    /// <summary>What one character becomes; <c>\0</c> where it does not count or becomes several, which is rare.</summary>
    private static readonly char[] Table = MakeTable();

    private static readonly char[] LowerCase = [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => char.ToLowerInvariant((char)code))];

    public static FoldedText Fold(string text)
    {
        if (text.Length is < ShortestRemembered or > LongestRemembered) return Make(text);
        var known = recent ??= new (string?, FoldedText?)[Remembered];
        foreach (var (source, folded) in known)
            if (ReferenceEquals(source, text)) return folded!;
        var made = Make(text);
        known[turn = (turn + 1) % Remembered] = (text, made);
        return made;
    }

    private static FoldedText Make(string text)
    {
        var (letters, origins) = Scratch(text.Length * 2);
        var length = 0;
        // Most lines and names keep their length: each character becomes one, and its place need not be remembered.
        for (; length < text.Length; length++)
        {
            var c = One(text[length]);
            if (c == '\0' || c == ' ' && length > 0 && letters[length - 1] == ' ') break;
            letters[length] = c;
        }
        if (length == text.Length) return new FoldedText(new string(letters, 0, length), null, length);

        for (var i = 0; i < length; i++) origins[i] = i;
        Span<char> parts = stackalloc char[2];
        for (var i = length; i < text.Length; i++)
        {
            var c = One(text[i]);
            if (c == '\0')
            {
                var n = FoldChar(text[i], parts);
                for (var k = 0; k < n; k++)
                {
                    letters[length] = parts[k];
                    origins[length++] = i;
                }
                continue;
            }
            if (c == ' ' && length > 0 && letters[length - 1] == ' ') continue;
            letters[length] = c;
            origins[length++] = i;
        }
        return new FoldedText(new string(letters, 0, length), origins.AsSpan(0, length).ToArray(), text.Length);
    }

    /// <summary>Room to work in, kept by the thread: texts are folded by the dozen for each mail.</summary>
    private static (char[] Letters, int[] Origins) Scratch(int length)
    {
        if (length > 2 * LongestRemembered) return (new char[length], new int[length]);
        if (letterRoom is null || letterRoom.Length < length) (letterRoom, originRoom) = (new char[Math.Max(length, 4096)], new int[Math.Max(length, 4096)]);
        return (letterRoom, originRoom!);
    }

    /// <summary>Han stays as it is: to look thousands of different characters up would touch as many places of the table.</summary>
    private static char One(char c) => IsHan(c) ? c : Table[c];

    private static char[] MakeTable()
    {
        var table = new char[char.MaxValue + 1];
        Span<char> parts = stackalloc char[2];
        for (var code = 0; code < table.Length; code++)
            if (FoldChar((char)code, parts) == 1) table[code] = parts[0];
        return table;
    }

    /// <summary>Folds one character; blanks in a row are kept.</summary>
    /// <returns>How many characters were written: 0 for marks that do not count.</returns>
    internal static int Fold(char c, Span<char> into)
    {
        var folded = One(c);
        if (folded == '\0') return FoldChar(c, into);
        into[0] = folded;
        return 1;
    }

    /// <summary>The small letter, without asking the culture.</summary>
    internal static char Lower(char c) => c < 0x80 ? char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c : LowerCase[c];

    private static int FoldChar(char c, Span<char> into)
    {
        if (c < 0x80)
        {
            into[0] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is '\t' or '\n' or '\r' ? ' ' : c;
            return 1;
        }
        switch (c)
        {
            case >= '\u064b' and <= '\u0652' or '\u0640' or >= '\u200b' and <= '\u200f' or >= '\u202a' and <= '\u202e'
                or >= '\u2066' and <= '\u2069' or '\u00ad' or '\ufeff' or >= '\u0300' and <= '\u036f':
                return 0;
            case 'أ' or 'إ' or 'آ' or 'ٱ': into[0] = 'ا'; return 1;
            case 'ى' or 'ی': into[0] = 'ي'; return 1;
            case 'ة': into[0] = 'ه'; return 1;
            case 'ک': into[0] = 'ك'; return 1;
            case 'ё' or 'Ё': into[0] = 'е'; return 1;
            case 'й' or 'Й': into[0] = 'й'; return 1;
            case '’' or '‘' or 'ʼ' or '´' or '`': into[0] = '\''; return 1;
            case '–' or '—' or '‑' or '‐' or '−': into[0] = '-'; return 1;
            case 'ß': into[0] = 's'; into[1] = 's'; return 2;
            case 'œ' or 'Œ': into[0] = 'o'; into[1] = 'e'; return 2;
            case 'æ' or 'Æ': into[0] = 'a'; into[1] = 'e'; return 2;
        }
        if (c is >= '\uff01' and <= '\uff5e') { into[0] = char.ToLowerInvariant((char)(c - 0xfee0)); return 1; }
        if (char.IsWhiteSpace(c)) { into[0] = ' '; return 1; }
        if (IsHan(c) || c is >= '\ud800' and <= '\udfff') { into[0] = c; return 1; }
        if (c is >= '\u00c0' and <= '\u024f')
        {
            into[0] = LatinBases[c - 0xc0];
            return 1;
        }
        into[0] = char.ToLower(c, CultureInfo.InvariantCulture);
        return 1;
    }
}
