using System.Runtime.CompilerServices;

namespace JcaCop.Reading.Text;

/// <summary>What a reader sees as nothing: white space, no-break spaces, direction marks, joiners.</summary>
internal static class Blanks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlank(char c) => c <= '\u007f' ? c <= ' ' : IsRareBlank(c);

    private static bool IsRareBlank(char c) =>
        c is '\u00a0' or >= '\u200b' and <= '\u200f' or >= '\u202a' and <= '\u202e' or >= '\u2060' and <= '\u2069' or '\ufeff' or '\u00ad'
        || char.IsWhiteSpace(c);

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => Trim(text, out _);

    /// <param name="start">How many blanks stand before the first character that is seen.</param>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text, out int start)
    {
        start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return text[start..end];
    }
}
