namespace JcaCop.Reading.Text;

/// <summary>Classes and ids that a style sheet in the mail hides (<c>.x{display:none}</c>).</summary>
internal sealed class HtmlHiddenNames
{
    private const int LongestSheet = 60_000;
    private const int MostNames = 200;
    private static readonly System.Buffers.SearchValues<char> Combinators = System.Buffers.SearchValues.Create(" >+~:[");


    private readonly HashSet<string> classes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the plain rules of a sheet; those within <c>@media</c> may not apply and are passed over.</summary>
    public void Read(string sheet)
    {
        var css = sheet.AsSpan(0, Math.Min(sheet.Length, LongestSheet));
        while (css.IndexOf('{') is >= 0 and var brace)
        {
            var selectors = css[..brace].Trim();
            css = css[(brace + 1)..];
            if (selectors.Contains('@') && !selectors.Contains("@font-face", StringComparison.OrdinalIgnoreCase) && css.IndexOf('{') is >= 0 and var inner && inner < EndOf(css))
            {
                css = AfterBlock(css);
                continue;
            }
            var end = EndOf(css);
            var style = HtmlStyle.Parse(css[..end]);
            if (style.Hides || style.Tiny is true) Note(selectors);
            css = css[Math.Min(end + 1, css.Length)..];
        }
    }

    public bool Hide(string names, string id)
    {
        if (classes.Count == 0 && ids.Count == 0) return false;
        if (id.Length > 0 && ids.Contains(id)) return true;
        if (names.Length == 0) return false;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (classes.Contains(name)) return true;
        return false;
    }

    private void Note(ReadOnlySpan<char> selectors)
    {
        foreach (var range in selectors.Split(','))
        {
            var selector = selectors[range].Trim();
            var at = selector.IndexOfAny('.', '#');
            if (at < 0 || selector.ContainsAny(Combinators) || classes.Count + ids.Count >= MostNames) continue;
            (selector[at] == '.' ? classes : ids).Add(selector[(at + 1)..].ToString());
        }
    }

    private static int EndOf(ReadOnlySpan<char> css) => css.IndexOf('}') is >= 0 and var end ? end : css.Length;

    private static ReadOnlySpan<char> AfterBlock(ReadOnlySpan<char> css)
    {
        var depth = 1;
        for (var i = 0; i < css.Length; i++)
        {
            if (css[i] == '{') depth++;
            else if (css[i] == '}' && --depth == 0) return css[(i + 1)..];
        }
        return [];
    }
}
