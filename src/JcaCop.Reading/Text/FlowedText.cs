using System.Text;

namespace JcaCop.Reading.Text;

/// <summary>Joins the soft-broken lines of <c>format=flowed</c> (RFC 3676, 4).</summary>
internal static class FlowedText
{
    /// <param name="delSp">DelSp=yes: the blank before a soft break is no part of the text (RFC 3676, 4.1).</param>
    public static string Join(string text, bool delSp)
    {
        var joined = new StringBuilder(text.Length);
        var soft = false;
        var lastDepth = -1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            var depth = 0;
            while (depth < line.Length && line[depth] == '>') depth++;
            var words = line[depth..];
            if (words is [' ', ..]) words = words[1..];
            var delimiter = words is "-- ";
            var continues = soft && depth == lastDepth && !delimiter;
            if (!continues)
            {
                if (lastDepth >= 0) joined.Append('\n');
                if (depth > 0) joined.Append('>', depth).Append(' ');
            }
            soft = words is [.., ' '] && !delimiter;
            joined.Append(soft && delSp ? words[..^1] : words);
            lastDepth = depth;
        }
        return joined.ToString();
    }
}
