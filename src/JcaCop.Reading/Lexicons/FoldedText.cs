namespace JcaCop.Reading.Lexicons;

/// <summary>A folded text that remembers where each of its characters came from.</summary>
public sealed class FoldedText(string text, int[] origins, int originalLength)
{
    public string Text => text;

    /// <summary>Offset in the original of the folded character; one past the end gives the original's length.</summary>
    public int Origin(int index) => index >= text.Length ? originalLength : origins[index];

    /// <summary>Where a phrase may begin: at the start of a word, at any Han character, and after Arabic particles.</summary>
    internal int[] Starts => starts ??= FindStarts();

    private int[]? starts;

    private int[] FindStarts()
    {
        var found = new List<int>(text.Length / 4 + 1);
        for (var i = 0; i < text.Length; i++)
            if (BoundaryBefore(text, i)) found.Add(i);
        return [.. found];
    }

    private static bool BoundaryBefore(string text, int start)
    {
        if (start == 0 || Folding.IsHan(text[start])) return true;
        var before = text[start - 1];
        if (!char.IsLetterOrDigit(before) || Folding.IsHan(before)) return true;
        return Folding.IsArabic(before) && ArabicParticleEndsAt(text, start);
    }

    private static bool ArabicParticleEndsAt(string text, int start)
    {
        var from = start;
        while (from > 0 && start - from < 4 && Folding.IsArabic(text[from - 1])) from--;
        if (from > 0 && Folding.IsArabic(text[from - 1])) return false;
        return text.AsSpan(from, start - from) is "و" or "ف" or "ب" or "ل" or "ك" or "ال" or "لل" or "وال" or "بال" or "فال" or "كال" or "ول" or "وب" or "ولل" or "وبال";
    }
}
