namespace JcaCop.Reading.Items;

/// <summary>Parts an entry of a list of activities into its title and its particulars.</summary>
internal static class ActivityPieces
{
    /// <summary>Parts at commas, stops and dashes outside brackets and quotation marks; a bracket that holds particulars is a part of its own.</summary>
    /// <param name="particulars">Tells whether a bracket holds particulars and not a part of the title.</param>
    public static List<string> Cut(string entry, Func<string, bool> particulars)
    {
        var pieces = new List<string>();
        var depth = 0;
        var quoted = false;
        var start = 0;
        for (var i = 0; i < entry.Length; i++)
        {
            var c = entry[i];
            if (c is '«' or '“' or '„' or '《' or '「') depth++;
            else if (c is '»' or '”' or '》' or '」') depth = Math.Max(0, depth - 1);
            else if (c == '"') quoted = !quoted;
            else if (c is '(' or '（' && depth == 0 && !quoted)
            {
                var close = entry.AsSpan(i).IndexOfAny(")）");
                if (close > 1 && particulars(entry[(i + 1)..(i + close)]))
                {
                    Add(entry[start..i]);
                    pieces.AddRange(entry[(i + 1)..(i + close)].Split([',', ';', '，', '；', '،']).Select(piece => piece.Trim()).Where(piece => piece.Length > 0));
                    i += close;
                    start = i + 1;
                    continue;
                }
                depth++;
            }
            else if (c is ')' or '）') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && !quoted && Separates(entry, i, pieces.Count == 0))
            {
                Add(entry[start..i]);
                start = i + 1;
            }
        }
        Add(entry[start..]);
        return pieces;

        void Add(string piece)
        {
            piece = piece.Trim(' ', '-', '–', '—', '،');
            if (piece.Length > 0) pieces.Add(piece);
        }
    }

    private static bool Separates(string entry, int at, bool inTitle)
    {
        var c = entry[at];
        var next = at + 1 < entry.Length ? entry[at + 1] : ' ';
        if (c is ';' or '；' or '，' or '。' or '،' or '؛' or '\t') return true;
        if (c is '-' or '–' or '—' or '|') return at > 0 && entry[at - 1] == ' ' && next == ' ';
        if (c == ',') return next == ' ' && !(inTitle && at + 2 < entry.Length && ActivitySmallWords.Continues(entry.AsSpan(at + 2)));
        if (c == '.')
        {
            if (next != ' ' && at + 1 < entry.Length) return false;
            var word = at;
            while (word > 0 && char.IsLetter(entry[word - 1])) word--;
            return at - word > 3 || at - word == 0 && at > 0 && entry[at - 1] is ')' or '"' or '»' or '”' || at > 0 && char.IsDigit(entry[at - 1]);
        }
        return false;
    }
}
