using System.Globalization;
using System.Text;

namespace JcaCop.Reading.Lexicons;

/// <summary>One occurrence of a known phrase. Offsets are those of the text searched.</summary>
public readonly record struct PhraseHit<T>(int Start, int Length, T Value)
{
    public int End => Start + Length;
}

/// <summary>Finds all occurrences of many phrases in one pass over a text, in time linear in the text (Aho-Corasick).</summary>
/// <remarks>
/// Case, diacritics of Latin letters, Arabic vowel signs and tatweel, alef and ya forms, full-width forms and runs of blanks do not
/// count. A phrase begins and ends at a word boundary, except where it begins or ends with a Han character. Arabic one-letter
/// particles (wa, fa, bi, li, ka, al) may stand before a phrase.
/// </remarks>
public sealed class PhraseIndex<T>
{
    private sealed class Node
    {
        public readonly Dictionary<char, Node> Next = [];
        public Node? Fail;
        public Node? Output;
        public List<T>? Values;
        public int Length;
    }

    private readonly Node root = new();

    public PhraseIndex(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        foreach (var (phrase, value) in phrases)
        {
            var folded = Folding.Fold(phrase).Text.Trim();
            if (folded.Length == 0) continue;
            var node = root;
            foreach (var c in folded)
                node = node.Next.TryGetValue(c, out var next) ? next : node.Next[c] = new Node();
            node.Length = folded.Length;
            (node.Values ??= []).Add(value);
        }
        Link();
    }

    private void Link()
    {
        var queue = new Queue<Node>();
        root.Fail = root;
        foreach (var child in root.Next.Values) { child.Fail = root; queue.Enqueue(child); }
        while (queue.TryDequeue(out var node))
        {
            foreach (var (c, child) in node.Next)
            {
                var fail = node.Fail!;
                while (fail != root && !fail.Next.ContainsKey(c)) fail = fail.Fail!;
                child.Fail = fail.Next.TryGetValue(c, out var target) && target != child ? target : root;
                child.Output = child.Fail.Values is not null ? child.Fail : child.Fail.Output;
                queue.Enqueue(child);
            }
        }
    }

    /// <summary>All hits in order of their end; overlapping ones included.</summary>
    public List<PhraseHit<T>> FindAll(string text) => FindAll(Folding.Fold(text));

    /// <summary>The same on a text folded before, so that several indexes can share the work.</summary>
    public List<PhraseHit<T>> FindAll(FoldedText folded)
    {
        var hits = new List<PhraseHit<T>>();
        var text = folded.Text;
        var node = root;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            while (node != root && !node.Next.ContainsKey(c)) node = node.Fail!;
            if (node.Next.TryGetValue(c, out var next)) node = next;
            for (var hit = node.Values is null ? node.Output : node; hit is not null; hit = hit.Output)
            {
                var start = i - hit.Length + 1;
                if (!BoundaryBefore(text, start) || !BoundaryAfter(text, i)) continue;
                var from = folded.Origin(start);
                var length = folded.Origin(i + 1) - from;
                foreach (var value in hit.Values!) hits.Add(new PhraseHit<T>(from, length, value));
            }
        }
        return hits;
    }

    /// <summary>Hits that no longer hit covers, in order of their start: the reading a person would make.</summary>
    public List<PhraseHit<T>> FindLongest(string text) => Longest(FindAll(text));

    public List<PhraseHit<T>> FindLongest(FoldedText text) => Longest(FindAll(text));

    private static List<PhraseHit<T>> Longest(List<PhraseHit<T>> hits)
    {
        hits.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var kept = new List<PhraseHit<T>>(hits.Count);
        var end = -1;
        foreach (var hit in hits)
        {
            if (hit.Start < end && !(kept.Count > 0 && kept[^1].Start == hit.Start && kept[^1].Length == hit.Length)) continue;
            kept.Add(hit);
            end = Math.Max(end, hit.End);
        }
        return kept;
    }

    private static bool BoundaryBefore(string text, int start)
    {
        if (start == 0 || Folding.IsHan(text[start])) return true;
        var before = text[start - 1];
        if (!char.IsLetterOrDigit(before) || Folding.IsHan(before)) return true;
        return Folding.IsArabic(before) && ArabicParticleEndsAt(text, start);
    }

    private static bool ArabicParticleEndsAt(string text, int start)
    {
        var from = start;
        while (from > 0 && start - from < 4 && Folding.IsArabic(text[from - 1])) from--;
        if (from > 0 && Folding.IsArabic(text[from - 1])) return false;
        return text.AsSpan(from, start - from) is "و" or "ف" or "ب" or "ل" or "ك" or "ال" or "لل" or "وال" or "بال" or "فال" or "كال" or "ول" or "وب" or "ولل" or "وبال";
    }

    private static bool BoundaryAfter(string text, int last)
    {
        if (last + 1 >= text.Length || Folding.IsHan(text[last])) return true;
        var after = text[last + 1];
        return !char.IsLetterOrDigit(after) || Folding.IsHan(after) || !char.IsLetterOrDigit(text[last]);
    }
}

/// <summary>A folded text that remembers where each of its characters came from.</summary>
public sealed class FoldedText(string text, int[] origins, int originalLength)
{
    public string Text => text;

    /// <summary>Offset in the original of the folded character; one past the end gives the original's length.</summary>
    public int Origin(int index) => index >= text.Length ? originalLength : origins[index];
}

/// <summary>Makes spellings alike that a reader takes for the same.</summary>
public static class Folding
{
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    public static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06ff';

    public static FoldedText Fold(string text)
    {
        var buffer = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length);
        Span<char> parts = stackalloc char[2];
        for (var i = 0; i < text.Length; i++)
        {
            var n = FoldChar(text[i], parts);
            for (var k = 0; k < n; k++)
            {
                if (parts[k] == ' ' && buffer.Length > 0 && buffer[^1] == ' ') continue;
                buffer.Append(parts[k]);
                origins.Add(i);
            }
        }
        return new FoldedText(buffer.ToString(), [.. origins], text.Length);
    }

    /// <summary>Folds one character; blanks in a row are kept.</summary>
    /// <returns>How many characters were written: 0 for marks that do not count.</returns>
    internal static int Fold(char c, Span<char> into) => FoldChar(c, into);

    private static readonly char[] LatinBases = [.. Enumerable.Range(0xc0, 0x190).Select(code => char.ToLowerInvariant(((char)code).ToString().Normalize(NormalizationForm.FormD)[0]))];

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
