using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Parts;

/// <summary>Finds addresses of web pages: with scheme, with <c>www.</c>, or a bare host under a known top-level domain.</summary>
public static class Websites
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GenericDomains = new HashSet<string>(
        ["com", "org", "net", "int", "edu", "gov", "info", "biz", "coop", "mobi", "museum", "asia", "cat", "tel", "pro", "name", "aero", "eu", "io", "online", "ngo", "ong", "example", "test"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static List<Mention<string>> Find(string text) => Find(text, TextSpan.FromBounds(0, text.Length));

    public static List<Mention<string>> Find(string text, TextSpan within)
    {
        var found = new List<Mention<string>>();
        for (var dot = Next(text, within.Start, within.End); dot >= 0; dot = Next(text, dot, within.End))
        {
            var start = dot;
            while (start > within.Start && IsUrl(text[start - 1])) start--;
            var end = dot;
            while (end < within.End && IsUrl(text[end])) end++;
            while (end > start && text[end - 1] is '.' or '-' or '/' && end - 1 > start && text[end - 2] == '/') end--;
            var far = end;
            if (end > start && text[end - 1] == '.') end--; // a sentence ends behind the address
            var tail = start < end && text[start] == '.'; // "(not .com.uy)": the end of an address
            while (start < end && text[start] is '/' or '-' or '.' or ':') start++;
            var host = text.AsSpan(start, end - start);
            tail &= !host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !host.StartsWith("http", StringComparison.OrdinalIgnoreCase);
            if (end > start && !tail && Accept(text, start, end, within) is { } mention) found.Add(mention);
            dot = Math.Max(far, dot + 1);
        }
        return found;
    }

    /// <summary>The address in a cell that is known to hold one; null where there is none.</summary>
    public static string? Parse(string cell) => Find(cell) is [var first, ..] ? first.Value : null;

    private static int Next(string text, int from, int end)
    {
        if (from >= end) return -1;
        var next = text.AsSpan(from, end - from).IndexOf('.');
        return next < 0 ? -1 : from + next;
    }

    private static Mention<string>? Accept(string text, int start, int end, TextSpan within)
    {
        var span = text.AsSpan(start, end - start);
        if (span.Contains('@') || start > within.Start && text[start - 1] is '@' or '＠' || end < within.End && text[end] is '@' or '＠') return null;
        var scheme = span.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0) return span[..scheme].StartsWith("http", StringComparison.OrdinalIgnoreCase) ? new Mention<string>(span.ToString(), start, end - start, 0.97) : null;
        var host = span;
        var slash = host.IndexOf('/');
        if (slash >= 0) host = host[..slash];
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return host.Length > 6 ? new Mention<string>(span.ToString(), start, end - start, 0.97) : null;
        var last = host.LastIndexOf('.');
        if (last < 2 || last + 2 >= host.Length) return null;
        var top = host[(last + 1)..];
        if (!GenericDomains.Contains(top) && !(top.Length == 2 && CountryNames.ByTopLevelDomain.ContainsKey(top.ToString().ToLowerInvariant()))) return null;
        var letters = 0;
        foreach (var c in host) { if (char.IsLetter(c)) letters++; else if (c is ':' or '_' or '%') return null; }
        if (letters < 5 || char.IsUpper(top[0]) || !char.IsAsciiLetterOrDigit(host[0])) return null;
        var before = start - 1;
        while (before >= within.Start && text[before] == ' ') before--;
        if (before >= within.Start && text[before] is '@' or ']' or '#') return null;
        return new Mention<string>(span.ToString(), start, end - start, 0.85);
    }

    private static bool IsUrl(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or ':' or '?' or '=' or '&' or '%' or '~' or '#' or '+' or '@';
}
