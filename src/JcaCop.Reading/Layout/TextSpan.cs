namespace JcaCop.Reading.Layout;

/// <summary>A run of a text. Offsets count UTF-16 units of the text that was laid out.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public bool IsEmpty => Length <= 0;

    public static TextSpan FromBounds(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The run itself, as written.</summary>
    public string In(string text) => text.Substring(Start, Length);

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>The same run without blanks at either end.</summary>
    public TextSpan Trim(string text)
    {
        var start = Start;
        var end = End;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end - start);
    }
}
