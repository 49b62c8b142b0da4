using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Finds bodies of the Union and standards bodies by their names in six languages, and gives them the codes of <c>corpus/SCHEMA.md</c>.</summary>
public static class Bodies
{
    /// <summary>All bodies that a running text names, in their order.</summary>
    /// <param name="sector">Sector of groups that are named without one ("ITU-D"); null for the custom, ITU-T.</param>
    public static List<Mention<string>> Find(string text, string? sector = null) => Find(text, Folding.Fold(text), sector);

    /// <param name="folded">The same text, folded before.</param>
    public static List<Mention<string>> Find(string text, FoldedText folded, string? sector = null) => new BodyFinder(text, folded, false, sector).Find();

    /// <summary>The coordination activity itself and its secretariat are addressed, never represented.</summary>
    internal static bool IsAddressee(string body) => body is "ITU-T JCA-COP" or "TSB" or "ITU" or "ITU-T" or "CWG-COP" or "ITU Council";

    /// <summary>The body that a field names.</summary>
    /// <returns>Its code; null where the field names none of the known bodies, or more than a body.</returns>
    public static string? Parse(string cell, string? sector = null)
    {
        var bare = WithoutBrackets(cell);
        return One(bare, sector) ?? (bare.Length < cell.Length ? InBrackets(cell, sector) : null);
    }

    /// <summary>The bodies that a field lists: codes for the known ones, the others as written.</summary>
    /// <returns>Empty for a field that says "none" (-, N/A, 无).</returns>
    public static IReadOnlyList<string> ParseList(string cell, string? sector = null)
    {
        var bodies = new List<string>();
        foreach (var piece in OfSectors(BodyLists.Split(cell), sector))
        {
            if (BodyLists.SaysNone(piece)) continue;
            var known = Parse(piece, sector);
            if (known is not null) { Add(known); continue; }
            var bare = WithoutBrackets(piece);
            var several = All(bare, sector);
            if (several.Count > 1) { foreach (var body in several) Add(body); continue; }
            // "the joint coordination activity JCA-COP": the code says all that the words around it say
            if (Find(bare, sector) is [{ Value: var activity }] && (activity == "CWG-COP" || activity.StartsWith("ITU-T JCA-", StringComparison.Ordinal)) && bare.Count(c => c == ' ') <= 8) { Add(activity); continue; }
            var written = BodyLists.AsWritten(piece);
            if (written.Length > 0) Add(written);
        }
        return bodies;

        void Add(string body)
        {
            if (!bodies.Contains(body)) bodies.Add(body);
        }
    }

    /// <summary>"UIT-D, Commission d'études 1": the comma between a sector and its group parts nothing.</summary>
    private static IEnumerable<string> OfSectors(IReadOnlyList<string> pieces, string? sector)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var (head, rest) = pieces[i].IndexOf(',', StringComparison.Ordinal) is > 0 and var comma ? (pieces[i][..comma], pieces[i][(comma + 1)..]) : (pieces[i], i + 1 < pieces.Count ? pieces[i + 1] : "");
            if (rest.Trim().Length > 0 && One(head, sector) is "ITU-T" or "ITU-D" or "ITU-R" && One($"{head.Trim()} {rest.Trim()}", sector) is { Length: > 5 } group
                    && One(head, sector) is { } of && group.StartsWith(of, StringComparison.Ordinal))
            {
                yield return group;
                if (head.Length == pieces[i].Length) i++;
                continue;
            }
            yield return pieces[i];
        }
    }

    /// <summary>The single body of a text that says nothing else.</summary>
    private static string? One(string text, string? sector) => All(text, sector) is [var one] ? one : null;

    /// <summary>The bodies of a text that names bodies alone; empty where other words stand beside them.</summary>
    private static List<string> All(string text, string? sector)
    {
        var finder = new BodyFinder(text, Folding.Fold(text), true, sector);
        var found = finder.Find();
        if (found.Count == 0) return [];
        var rest = text.ToCharArray();
        foreach (var (start, length) in finder.Sectors) rest.AsSpan(start, length).Fill(' ');
        foreach (var mention in found) rest.AsSpan(mention.Start, mention.Length).Fill(' ');
        foreach (var word in Folding.Plain(new string(rest)).Split([' ', ',', ';', ':', '(', ')', '/', '-', '#', '.', '、', '،', '؛', '；', '，', '\'', '+', '&', '第'], StringSplitOptions.RemoveEmptyEntries))
            if (!BodyWords.Filler.Contains(word) && !BodyWords.Filler.Contains(word + "'") && !word.All(char.IsDigit)) return [];
        return [.. found.Select(mention => mention.Value).Distinct()];
    }

    /// <summary>"Comité de coordinación (CCSA)": a known short name in brackets after an unknown long one.</summary>
    private static string? InBrackets(string cell, string? sector)
    {
        var open = cell.LastIndexOfAny(['(', '（']);
        var close = open < 0 ? -1 : cell.IndexOfAny([')', '）'], open);
        if (close < open + 3) return null;
        return cell[(open + 1)..close] is var inside && !inside.Contains('@', StringComparison.Ordinal) && inside.Length <= 20
                && !inside.Contains('/', StringComparison.Ordinal)
            ? One(inside, sector) is { } code && code is not ("ITU-T" or "ITU-R" or "ITU-D") ? code : null : null;
    }

    private static string WithoutBrackets(string cell)
    {
        if (cell.AsSpan().IndexOfAny("(（<") < 0) return cell;
        var kept = new System.Text.StringBuilder(cell.Length);
        var depth = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            var c = cell[i];
            if (c is '(' or '（' or '<')
            {
                // the sector in brackets says which body is meant: JCA-COP (UIT-T), SG 1 (ITU-D)
                var close = cell.AsSpan(i).IndexOfAny(")）>");
                if (depth == 0 && close is > 1 and < 12 && c != '<' && cell.AsSpan(i + 1, close - 1).IndexOfAnyInRange('0', '9') < 0
                    && Find(cell[(i + 1)..(i + close)]) is [] && One(cell[(i + 1)..(i + close)], null) is "ITU-T" or "ITU-R" or "ITU-D")
                {
                    kept.Append(' ').Append(cell.AsSpan(i + 1, close - 1));
                    i += close;
                    continue;
                }
                depth++;
            }
            else if (c is ')' or '）' or '>') depth = Math.Max(0, depth - 1);
            else if (depth == 0) kept.Append(c);
        }
        return kept.ToString().Trim();
    }
}
