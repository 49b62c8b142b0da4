using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Names that are written in Chinese with a point between their parts: 古丽娜尔·买买提, 贝丽娜·索萨, 让·保罗·德斯坦.</summary>
internal static class DottedNames
{
    private const string Points = "·・‧•";

    /// <summary>A part of a name has no more signs.</summary>
    private const int LongestPart = 8;

    /// <summary>What stands between a sentence's verb and a name, or goes on behind one.</summary>
    private const string Around = "由派请請为為任系是与與和及的将將向即在已因现現调調离離不同并並担擔兼，。、；：";

    /// <summary>Signs that posts end with and no name written by sound holds: 统计师, 干事, 秘书长.</summary>
    private const string PostEnds = "师師员員长長官授事";

    private static readonly Word[] Ends = [Word.Post, Word.Designate, Word.Nominate, Word.Replace, Word.ReplacedBy, Word.Organization,
        Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole, Word.Honorific, Word.HonorificAfter, Word.By, Word.As];

    private static bool IsPoint(char c) => Points.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether each part between points is one that a name may have.</summary>
    public static bool Is(ReadOnlySpan<char> name)
    {
        var parts = 0;
        foreach (var range in name.SplitAny(Points))
        {
            var part = name[range];
            if (part.Length is 0 or > LongestPart) return false;
            foreach (var c in part) if (!Folding.IsHan(c)) return false;
            parts++;
        }
        return parts > 1;
    }

    /// <summary>All between the offsets, in order.</summary>
    public static void Find(MarkedText marked, int start, int end, List<Mention<string>> found)
    {
        var text = marked.Text;
        for (var at = start; at < end;)
        {
            var point = text.AsSpan(at, end - at).IndexOfAny(Points);
            if (point < 0) return;
            point += at;
            at = point + 1;
            if (point == start || at >= end || !Folding.IsHan(text[point - 1]) || !Folding.IsHan(text[at])) continue;
            var from = Back(marked, start, point);
            var to = at;
            while (true)
            {
                var next = Forward(marked, to, end);
                if (next == to) break;
                to = next;
                if (to + 1 >= end || !IsPoint(text[to]) || !Folding.IsHan(text[to + 1])) break;
                to++;
            }
            if (from == point || to <= at) continue;
            found.Add(new Mention<string>(text[from..to], from, to - from, 0.9));
            at = to;
        }
    }

    private static int Back(MarkedText marked, int floor, int point)
    {
        var text = marked.Text;
        var from = point;
        while (from > floor && point - from < LongestPart && Folding.IsHan(text[from - 1])
            && !Around.Contains(text[from - 1], StringComparison.Ordinal) && !PostEnds.Contains(text[from - 1], StringComparison.Ordinal)) from--;
        foreach (var kind in Ends)
            foreach (var hit in marked.Within(kind, Math.Max(floor, from - LongestPart), point))
                if (hit.End > from && hit.End < point && (hit.Length > 1 || hit.Start < from)) from = hit.End;
        if (text[from] == '以' && from > floor && point - from > 2 && Around.Contains(text[from - 1], StringComparison.Ordinal) && char.IsLetter(text[from - 1])) from++; // 请以甲为代表
        return from;
    }

    private static int Forward(MarkedText marked, int at, int end)
    {
        var text = marked.Text;
        var to = at;
        while (to < end && to - at < LongestPart && Folding.IsHan(text[to]) && !Around.Contains(text[to], StringComparison.Ordinal))
        {
            if (to > at && to + 1 < end && "两兩二三四五".Contains(text[to], StringComparison.Ordinal) && text[to + 1] is '人' or '位') return to;
            if (to > at) foreach (var kind in Ends) if (marked.At(kind, to) is not null) return to;
            to++;
        }
        return to;
    }
}
