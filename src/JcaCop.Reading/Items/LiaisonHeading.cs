using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>The heading of ITU-R and its like: "LIAISON STATEMENT TO … (COPY TO …)".</summary>
internal sealed record LiaisonHeading(IReadOnlyList<string> To, IReadOnlyList<string> Copy)
{
    private static readonly string[] Openings = [.. LexiconFile.Words("liaisons/headings", "opening")];

    private static readonly string[] Copies = [.. LexiconFile.Words("liaisons/headings", "copy")];

    public static LiaisonHeading? Of(string text)
    {
        foreach (var opening in Openings)
        {
            if (opening.Length < 5) continue;
            var at = text.IndexOf(opening, StringComparison.OrdinalIgnoreCase);
            while (at > 0 && !LineStarts(text, at)) at = text.IndexOf(opening, at + 1, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var start = at + opening.Length;
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0 || end - start > 400) end = Math.Min(text.Length, start + 200);
            return Cut(text[start..end]);
        }
        return null;
    }

    private static LiaisonHeading Cut(string block)
    {
        var lines = block.Split('\n').TakeWhile(line => !line.Contains(':', StringComparison.Ordinal)).ToArray();
        var whole = string.Join(' ', lines.Select(line => line.Trim()));
        foreach (var copy in Copies)
        {
            var at = whole.IndexOf(copy, StringComparison.OrdinalIgnoreCase);
            if (at <= 0) continue;
            return new LiaisonHeading(Known(whole[..at]), Known(whole[(at + copy.Length)..]));
        }
        return new LiaisonHeading(Known(whole), []);
    }

    private static IReadOnlyList<string> Known(string text) => [.. Bodies.Find(text).Select(mention => mention.Value).Distinct()];

    private static bool LineStarts(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t' or '*') at--;
        return at == 0 || text[at - 1] == '\n';
    }
}
