using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace JcaCop.Reading.Lexicons;

/// <summary>Makes spellings alike that a reader takes for the same.</summary>
public static class Folding
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    public static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06ff';

    /// <summary>One object: each look for something of the thread's costs a call.</summary>
    [ThreadStatic] private static Kept? kept;

    private const int Remembered = 12;
    private const int LongestRemembered = 100_000;
    private const int ShortestRemembered = 60;

    /// <summary>The text of a mail is cut and blanked by several: what comes out is often the same once more.</summary>
    private const int ShortestLetter = 200;

    private static readonly char[] LatinBases = [.. Enumerable.Range(0xc0, 0x190).Select(code => char.ToLowerInvariant(((char)code).ToString().Normalize(NormalizationForm.FormD)[0]))];

    /// <summary>What one character becomes; <c>\0</c> where it does not count or becomes several, which is rare.</summary>
    private static readonly char[] Table = MakeTable();

    private static readonly char[] LowerCase = [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => char.ToLowerInvariant((char)code))];

    public static FoldedText Fold(string text)
    {
        if (text.Length is < ShortestRemembered or > LongestRemembered) return Make(text);
        if (Recall(text) is { } known) return known;
        var made = Make(text);
        Remember(text, made);
        return made;
    }

    /// <summary>The folded text alone, where nobody asks whence its characters came.</summary>
    internal static string Plain(string text)
    {
        if (text.Length == 0) return "";
        if (text.Length >= ShortestRemembered && Recall(text) is { } known) return known.Text;
        var folded = Passing(text);
        return folded.SequenceEqual(text) ? text : folded.ToString();
    }

    /// <summary>The same where it is looked at once: it holds until this thread folds the next text.</summary>
    /// <param name="ended">A blank stands behind the text.</param>
    internal static ReadOnlySpan<char> Passing(ReadOnlySpan<char> text, bool ended = false)
    {
        var (room, table) = (Room(2 * text.Length + 1), Table);
        Span<char> parts = stackalloc char[2];
        var length = 0;
        var last = '\0';
        foreach (var written in text)
        {
            var c = One(table, written);
            if (c == ' ' && last == ' ') continue;
            if (c != '\0')
            {
                room[length++] = last = c;
                continue;
            }
            var n = FoldChar(written, parts);
            for (var k = 0; k < n; k++) room[length++] = last = parts[k];
        }
        if (ended && last != ' ') room[length++] = ' ';
        return room.AsSpan(0, length);
    }

    /// <summary>Cuts a piece out of a text; what is found in the text need not be looked for again in the piece.</summary>
    internal static string Cut(string text, int start, int length)
    {
        var piece = text.Substring(start, length);
        if (length is >= ShortestRemembered and <= LongestRemembered && length < text.Length && text.Length <= LongestRemembered) Remember(piece, Fold(text).Part(start, length));
        return piece;
    }

    /// <summary>The beginning of a text, cut in the same way; a text that is no longer as it is.</summary>
    internal static string Head(string text, int length) => text.Length > length ? Cut(text, 0, length) : text;

    private static FoldedText? Recall(string text)
    {
        if (kept is null) return null;
        foreach (var (source, folded) in kept.Recent)
            if (ReferenceEquals(source, text) || text.Length >= ShortestLetter && source is not null && source.Length == text.Length && source.AsSpan().SequenceEqual(text)) return folded;
        return null;
    }

    private static void Remember(string text, FoldedText folded)
    {
        var mine = kept ??= new Kept();
        mine.Recent[mine.Turn = (mine.Turn + 1) % Remembered] = (text, folded);
    }

    private static FoldedText Make(string text)
    {
        var (letters, table) = (Room(2 * text.Length), Table);
        Span<char> parts = stackalloc char[2];
        List<int>? turns = null;
        var length = 0;
        var last = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = One(table, text[i]);
            if (c == '\0')
            {
                var n = FoldChar(text[i], parts);
                for (var k = 0; k < n; k++)
                {
                    if (k > 0) Turn(length, i);
                    letters[length++] = last = parts[k];
                }
                if (n != 1) Turn(length, i + 1);
                continue;
            }
            if (c == ' ' && last == ' ')
            {
                Turn(length, i + 1);
                continue;
            }
            letters[length++] = last = c;
        }
        return new FoldedText(new string(letters, 0, length), turns is null ? [] : [.. turns], text.Length);

        void Turn(int folded, int original)
        {
            if (turns is null)
            {
                turns = (kept ??= new Kept()).Turns;
                turns.Clear();
            }
            if (turns.Count == 0 || turns[^2] != folded) turns.Add(folded);
            else turns.RemoveAt(turns.Count - 1);
            turns.Add(original);
        }
    }

    private static char[] Room(int length)
    {
        if (length > 2 * LongestRemembered) return new char[length];
        var mine = kept ??= new Kept();
        return mine.Letters.Length >= length ? mine.Letters : mine.Letters = new char[length];
    }

    /// <summary>What a thread keeps from one text to the next.</summary>
    private sealed class Kept
    {
        /// <summary>Texts folded last: many questions are asked of the same text, one after the other.</summary>
        public (string? Text, FoldedText? Folded)[] Recent { get; } = new (string?, FoldedText?)[Remembered];

        public int Turn { get; set; }

        /// <summary>Room to work in: texts are folded by the dozen for each mail.</summary>
        public char[] Letters { get; set; } = new char[4096];

        public List<int> Turns { get; } = [];
    }

    /// <summary>Han stays as it is: to look thousands of different characters up would touch as many places of the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char One(char[] table, char c) => c >= '\u3400' && IsHan(c) ? c : table[c];

    private static char[] MakeTable()
    {
        var table = new char[char.MaxValue + 1];
        Span<char> parts = stackalloc char[2];
        for (var code = 0; code < table.Length; code++)
            if (FoldChar((char)code, parts) == 1) table[code] = parts[0];
        return table;
    }

    /// <summary>Folds a word or two where a text would be too much; outer blanks do not count.</summary>
    /// <param name="room">At least twice as long as the text.</param>
    internal static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text, Span<char> room)
    {
        Span<char> parts = stackalloc char[2];
        var table = Table;
        var length = 0;
        foreach (var c in text)
        {
            parts[0] = One(table, c);
            var n = parts[0] == '\0' ? FoldChar(c, parts) : 1;
            for (var k = 0; k < n; k++)
                if (parts[k] != ' ' || length > 0 && room[length - 1] != ' ') room[length++] = parts[k];
        }
        return room[..length].TrimEnd(' ');
    }

    /// <summary>Folds one character; blanks in a row are kept.</summary>
    /// <returns>How many characters were written: 0 for marks that do not count.</returns>
    internal static int Fold(char c, Span<char> into)
    {
        var folded = One(Table, c);
        if (folded == '\0') return FoldChar(c, into);
        into[0] = folded;
        return 1;
    }

    /// <summary>The small letter, without asking the culture.</summary>
    internal static char Lower(char c) => c < 0x80 ? char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c : LowerCase[c];

    /// <summary>The letter that is set above the line; the character itself where it is none of those that abbreviations have.</summary>
    private static char Raised(char c) => c switch
    {
        'ᵃ' => 'a', 'ᵇ' => 'b', 'ᵈ' => 'd', 'ᵉ' => 'e', 'ᵍ' => 'g', 'ᵏ' => 'k', 'ᵐ' => 'm', 'ᵒ' => 'o', 'ᵖ' => 'p', 'ᵗ' => 't', 'ᵘ' => 'u', 'ʳ' => 'r', 'ˡ' => 'l', 'ˢ' => 's', _ => c,
    };

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
            case 'ª': into[0] = 'a'; return 1; // "Srª"; 'º' stays: "nº" is no "no"
            case >= '\u1d43' and <= '\u1d58' or 'ʳ' or 'ˡ' or 'ˢ': into[0] = Raised(c); return 1; // "Mᵐᵉ"
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
