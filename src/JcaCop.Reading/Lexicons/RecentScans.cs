namespace JcaCop.Reading.Lexicons;

/// <summary>The texts searched last. Signature, beginning and sentences of a body are asked for the same words as the body: they need no search of their own.</summary>
internal sealed class RecentScans
{
    private const int Remembered = 16;
    private const int LongestRemembered = 100_000;

    /// <summary>Texts that may hold others; to look through longer ones again and again would take more than to search.</summary>
    private const int Wholes = 4, ShortestWhole = 200, LongestWhole = 20_000;

    private readonly PhraseScan?[] wholes = new PhraseScan?[Wholes];
    private readonly PhraseScan?[] others = new PhraseScan?[Remembered];
    private int nextWhole, nextOther;

    public PhraseScan? Find(PhraseBook book, string text, out int at)
    {
        var words = text.AsSpan().Trim(' ');
        at = 0;
        if (words.IsEmpty) return null;
        var before = text.AsSpan().IndexOfAnyExcept(' ');
        foreach (var scan in wholes)
            if (scan is not null && scan.IsOf(book) && PlaceIn(scan.Text, words) is >= 0 and var place)
            {
                at = place - before;
                return scan;
            }
        foreach (var scan in others)
            if (scan is not null && scan.IsOf(book) && scan.Text.Length - text.Length is >= -1 and <= 1 && scan.Text.AsSpan().TrimEnd(' ').SequenceEqual(text.AsSpan().TrimEnd(' '))) return scan;
        return null;
    }

    public void Add(PhraseScan scan)
    {
        switch (scan.Text.Length)
        {
            case > LongestRemembered: break;
            case >= ShortestWhole and <= LongestWhole: wholes[nextWhole++ % Wholes] = scan; break;
            default: others[nextOther++ % Remembered] = scan; break;
        }
    }

    /// <summary>Where the words stand between blanks or at an end; -1 where they do not.</summary>
    private static int PlaceIn(string whole, ReadOnlySpan<char> words)
    {
        for (var from = 0; from + words.Length <= whole.Length;)
        {
            var found = whole.AsSpan(from).IndexOf(words);
            if (found < 0) return -1;
            var at = from + found;
            var end = at + words.Length;
            if ((at == 0 || whole[at - 1] == ' ') && (end == whole.Length || whole[end] == ' ')) return at;
            from = at + 1;
        }
        return -1;
    }
}
