namespace JcaCop.Reading.Text;

/// <summary>Splits the body into lines and reads the quote signs before them.</summary>
internal static class BodyLines
{
    private const int DeepestQuote = 50;

    public static List<BodyLine> Split(VisibleText visible)
    {
        var text = visible.Text;
        var lines = new List<BodyLine>(text.Length / 40 + 1);
        var marks = new MarkCursor(visible);
        var own = false;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var next = end + 1;
            if (SharedLine.Split(text.AsSpan(start, end - start)) is > 0 and var shared)
            {
                next = start + shared;
                end = start + text.AsSpan(start, shared).TrimEnd("- ").Length;
            }
            var (depth, content) = QuoteSigns(text, start, end);
            marks.MoveTo(start, end);
            lines.Add(new BodyLine(text, start, end)
            {
                ContentStart = content,
                Depth = depth + marks.QuoteDepth,
                IntroducesQuote = marks.Introduction,
                InSignatureBlock = marks.Signature,
                BelowOwnWords = own,
                Kind = PassageKind.New,
            });
            own = own || lines[^1] is { Depth: 0, IsBlank: false };
            start = next;
        }
        return lines;
    }

    /// <summary>Counts <c>&gt;</c> signs, and takes initials before one (<c>IC&gt; </c>, The Bat and old news readers) for one too.</summary>
    private static (int Depth, int Content) QuoteSigns(string text, int start, int end)
    {
        var at = start;
        var depth = 0;
        while (at < end && depth < DeepestQuote)
        {
            var sign = at;
            while (sign < end && sign - at < 3 && text[sign] is ' ' or '\t') sign++;
            if (sign < end && text[sign] == '>' && !IsGroupWiseHead(text, sign, end)) { depth++; at = sign + 1; continue; }
            if (depth == 0 && InitialsEnd(text, sign, end) is > 0 and var behind) { depth = 1; at = behind; continue; }
            break;
        }
        return depth == 0 ? (0, start) : (depth, at);
    }

    /// <summary>Novell GroupWise heads a quoted mail with <c>&gt;&gt;&gt; name date time &gt;&gt;&gt;</c>.</summary>
    private static bool IsGroupWiseHead(string text, int at, int end)
    {
        var line = text.AsSpan(at, end - at).TrimEnd();
        return line.Length > 12 && line.StartsWith(">>> ", StringComparison.Ordinal) && line.EndsWith(">>>", StringComparison.Ordinal);
    }

    private static int InitialsEnd(string text, int at, int end)
    {
        var letters = 0;
        while (at + letters < end && letters < 6 && char.IsUpper(text[at + letters])) letters++;
        if (letters is 0 or 6 || at + letters >= end || text[at + letters] != '>') return -1;
        var behind = at + letters;
        while (behind < end && text[behind] == '>') behind++;
        return behind == end || text[behind] == ' ' ? behind : -1;
    }

    /// <summary>Walks along the ranges that the HTML gave, which are in order of their start.</summary>
    private struct MarkCursor(VisibleText visible)
    {
        private int next;
        private readonly List<TextMark> open = [];

        public int QuoteDepth { get; private set; }
        public bool Introduction { get; private set; }
        public bool Signature { get; private set; }

        public void MoveTo(int start, int end)
        {
            if (visible.Marks.Count == 0) return;
            for (var i = open.Count - 1; i >= 0; i--)
                if (open[i].End <= start) open.RemoveAt(i);
            while (next < visible.Marks.Count && visible.Marks[next].Start <= end)
            {
                if (visible.Marks[next].End > start) open.Add(visible.Marks[next]);
                next++;
            }
            QuoteDepth = 0;
            Introduction = Signature = false;
            foreach (var mark in open)
            {
                if (mark.Start > start && mark.Start >= end) continue;
                switch (mark.Kind)
                {
                    case TextMarkKind.Quote: QuoteDepth = Math.Min(QuoteDepth + 1, DeepestQuote); break;
                    case TextMarkKind.Introduction: Introduction = true; break;
                    case TextMarkKind.Signature: Signature = true; break;
                }
            }
        }
    }
}
