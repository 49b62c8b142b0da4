using System.Globalization;

namespace JcaCop.Reading.Text;

/// <summary>What an inline style or a rule says about visibility.</summary>
/// <param name="Hides">The element is not shown, whatever its children say.</param>
/// <param name="Struck">A line goes through the letters: their writer has deleted them.</param>
/// <param name="Tiny">Letters of two pixels or less; null where the style names no size.</param>
internal readonly record struct HtmlStyle(bool Hides, bool? Tiny, HtmlColor? Color, HtmlColor? Background, bool Preformatted, bool Struck)
{
    private const double SmallestSeen = 2;

    public static HtmlStyle Parse(ReadOnlySpan<char> css)
    {
        if (css.IsEmpty) return default;
        bool hides = false, flat = false, clipped = false, pre = false, struck = false;
        bool? tiny = null;
        HtmlColor? color = null, background = null;
        foreach (var range in css.Split(';'))
        {
            var rule = css[range];
            var colon = rule.IndexOf(':');
            if (colon < 0) continue;
            var name = rule[..colon].Trim();
            var value = rule[(colon + 1)..].Trim();
            if (Is(name, "display")) hides |= Starts(value, "none");
            else if (Is(name, "visibility")) hides |= Starts(value, "hidden") || Starts(value, "collapse");
            else if (Is(name, "mso-hide")) hides |= Starts(value, "all");
            else if (Is(name, "opacity")) hides |= Number(value, out var opacity) && opacity < 0.05;
            else if (Is(name, "font-size")) tiny = Number(value, out var size) ? size <= Smallest(value) : tiny;
            else if (Is(name, "max-height") || Is(name, "height") || Is(name, "width") || Is(name, "max-width")) flat |= Number(value, out var extent) && extent == 0;
            else if (Is(name, "overflow")) clipped |= Starts(value, "hidden");
            else if (Is(name, "text-indent") || Is(name, "left") || Is(name, "top") || Is(name, "margin-left")) hides |= Number(value, out var shift) && shift <= -900;
            else if (Is(name, "color")) color = HtmlColor.Parse(value);
            else if (Is(name, "background") || Is(name, "background-color")) background = HtmlColor.Parse(value);
            else if (Is(name, "text-decoration") || Is(name, "text-decoration-line")) struck |= value.Contains("line-through", StringComparison.OrdinalIgnoreCase);
            else if (Is(name, "white-space")) pre = Starts(value, "pre");
        }
        return new HtmlStyle(hides || (flat && clipped), tiny, color, background, pre, struck);
    }

    private static double Smallest(ReadOnlySpan<char> value) =>
        value.Contains("em", StringComparison.OrdinalIgnoreCase) ? 0.15 : value.Contains('%') ? 15 : SmallestSeen;

    private static bool Is(ReadOnlySpan<char> name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(ReadOnlySpan<char> value, string known) => value.StartsWith(known, StringComparison.OrdinalIgnoreCase);

    private static bool Number(ReadOnlySpan<char> value, out double number)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] is '.' || (end == 0 && value[end] is '-' or '+'))) end++;
        return double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}
