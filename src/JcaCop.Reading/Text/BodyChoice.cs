namespace JcaCop.Reading.Text;

/// <summary>Decides between the plain and the HTML version of one text.</summary>
/// <remarks>
/// The plain version is what the writer's program vouches for, so it is taken, with two exceptions: where it is empty or a stand-in
/// ("your program cannot show this"), and where both say the same and the HTML has the tables that the plain version flattened.
/// </remarks>
internal static class BodyChoice
{
    private const int ShortestHtml = 200;

    public static VisibleText Read(SeenPart part, List<string> repairs)
    {
        var plain = part.Plain is { } text ? PartText.Plain(text, repairs) : "";
        if (part.Html is not { } htmlPart) return VisibleText.Plain(plain);
        if (part.Plain is null) return HtmlText.Read(PartText.Html(htmlPart, repairs));

        var html = PartText.Html(htmlPart, repairs);
        var letters = Letters(plain);
        var mayBePoor = letters < ShortestHtml && html.Length > 2 * plain.Length;
        var hasTable = html.Contains("<td", StringComparison.OrdinalIgnoreCase);
        if (!mayBePoor && !hasTable) return VisibleText.Plain(plain);
        var rich = HtmlText.Read(html);
        if (letters == 0 || (mayBePoor && Letters(rich.Text) > Math.Max(ShortestHtml, 4 * letters))) return rich;
        return rich.Text.Contains('\t') && SaySame(plain, rich.Text) ? rich : VisibleText.Plain(plain) with { Hidden = rich.Hidden };
    }

    private static int Letters(string text)
    {
        var count = 0;
        foreach (var c in text) if (char.IsLetterOrDigit(c)) count++;
        return count;
    }

    /// <summary>Compares letters and figures alone: blanks, rules and quote signs differ between the versions.</summary>
    private static bool SaySame(string left, string right)
    {
        int i = 0, k = 0;
        while (true)
        {
            while (i < left.Length && !char.IsLetterOrDigit(left[i])) i++;
            while (k < right.Length && !char.IsLetterOrDigit(right[k])) k++;
            if (i == left.Length || k == right.Length) return i == left.Length && k == right.Length;
            if (left[i++] != right[k++]) return false;
        }
    }
}
