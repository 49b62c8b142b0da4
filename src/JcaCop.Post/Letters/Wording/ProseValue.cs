namespace JcaCop.Post.Letters.Wording;

/// <summary>The lines of a <see cref="Prose"/>, each clean; an empty one parts paragraphs.</summary>
internal sealed class ProseValue
{
    private const int LongestLine = 4_000;

    private ProseValue(IReadOnlyList<LetterValue?> lines) => Lines = lines;

    /// <summary>Null for an empty line: never first, last or twice.</summary>
    public IReadOnlyList<LetterValue?> Lines { get; }

    /// <param name="longest">UTF-16 units of all lines.</param>
    /// <returns>Null where nothing readable is there.</returns>
    public static ProseValue? Of(string text, int longest)
    {
        var lines = new List<LetterValue?>();
        var room = longest;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = LetterValue.Of(raw, Math.Clamp(room, 1, LongestLine));
            if (line is null && (lines.Count == 0 || lines[^1] is null)) continue;
            lines.Add(line);
            room -= (line?.Text.Length ?? 0) + 1;
            if (room > 0) continue;
            break;
        }
        while (lines is [.., null]) lines.RemoveAt(lines.Count - 1);
        return lines.Count == 0 ? null : new ProseValue(lines);
    }
}
