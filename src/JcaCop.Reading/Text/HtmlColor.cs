using System.Collections.Frozen;
using System.Globalization;

namespace JcaCop.Reading.Text;

/// <summary>A colour, for telling white words on a white ground.</summary>
internal readonly record struct HtmlColor(byte Red, byte Green, byte Blue)
{
    private const int Near = 12;
    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");


    public static HtmlColor White { get; } = new(255, 255, 255);

    private static readonly FrozenDictionary<string, HtmlColor> Named = new Dictionary<string, HtmlColor>(StringComparer.OrdinalIgnoreCase)
    {
        ["white"] = White, ["black"] = new(0, 0, 0), ["windowtext"] = new(0, 0, 0), ["snow"] = new(255, 250, 250), ["ivory"] = new(255, 255, 240),
        ["whitesmoke"] = new(245, 245, 245), ["ghostwhite"] = new(248, 248, 255), ["red"] = new(255, 0, 0), ["blue"] = new(0, 0, 255), ["navy"] = new(0, 0, 128),
        ["green"] = new(0, 128, 0), ["gray"] = new(128, 128, 128), ["grey"] = new(128, 128, 128), ["yellow"] = new(255, 255, 0), ["silver"] = new(192, 192, 192),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public bool IsNear(HtmlColor other) =>
        Math.Abs(Red - other.Red) <= Near && Math.Abs(Green - other.Green) <= Near && Math.Abs(Blue - other.Blue) <= Near;

    /// <returns>Null for what is no plain colour (<c>inherit</c>, <c>auto</c>, gradients).</returns>
    public static HtmlColor? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.EndsWith("!important", StringComparison.OrdinalIgnoreCase)) text = text[..^10].Trim();
        if (text.IsEmpty) return null;
        if (text[0] == '#') return Hex(text[1..]);
        if (text.StartsWith("rgb", StringComparison.OrdinalIgnoreCase)) return Rgb(text);
        var end = text.IndexOf(' ');
        var word = end < 0 ? text : text[..end];
        return Named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var color) ? color : word.Length == 6 ? Hex(word) : null;
    }

    private static HtmlColor? Hex(ReadOnlySpan<char> digits)
    {
        var end = digits.IndexOfAnyExcept(HexDigits);
        if (end >= 0) digits = digits[..end];
        if (!int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)) return null;
        return digits.Length switch
        {
            3 => new HtmlColor((byte)((value >> 8 & 15) * 17), (byte)((value >> 4 & 15) * 17), (byte)((value & 15) * 17)),
            6 => new HtmlColor((byte)(value >> 16), (byte)(value >> 8), (byte)value),
            _ => null,
        };
    }

    private static HtmlColor? Rgb(ReadOnlySpan<char> text)
    {
        Span<int> parts = stackalloc int[3];
        var count = 0;
        for (var i = 0; i < text.Length && count < 3; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var value = 0;
            while (i < text.Length && char.IsAsciiDigit(text[i]) && value < 1000) value = value * 10 + (text[i++] - '0');
            parts[count++] = Math.Min(value, 255);
        }
        return count == 3 ? new HtmlColor((byte)parts[0], (byte)parts[1], (byte)parts[2]) : null;
    }
}
