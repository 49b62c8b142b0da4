using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Parts the entries of an addressee list ("JCA-COP (UIT-T); Child Helpline International").</summary>
internal static class BodyLists
{
    private static readonly HashSet<string> Nothing = [.. LexiconFile.Load<string[]>("bodies/none").Select(word => Folding.Plain(word))];

    /// <summary>"-", "N/A", "none", 无: the field is there and empty.</summary>
    public static bool SaysNone(string piece)
    {
        // "(if any) none": the template's own words stand before the answer
        if (piece.AsSpan().TrimStart() is ['(', ..] && piece.IndexOf(')', StringComparison.Ordinal) is > 0 and var close
            && Nothing.Contains(Folding.Plain(piece[(piece.IndexOf('(', StringComparison.Ordinal) + 1)..close])))
            piece = piece[(close + 1)..];
        var bare = Folding.Plain(piece).Trim(' ', '.', '-', '_', '/', '(', ')', '*', ',', ';');
        return bare.Length == 0 || Nothing.Contains(bare);
    }

    /// <summary>At semicolons and line ends where there are any, otherwise at commas; never inside brackets.</summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        var strong = Cut(cell, static c => c is ';' or '；' or '؛');
        if (strong.Count > 1) return strong;
        var lines = cell.Contains('\n', StringComparison.Ordinal) ? Cut(cell, static c => c is '\n') : [cell];
        // a list wrapped over lines is one list; entries on lines of their own begin with a capital and need no comma
        var joined = lines.Count > 1 && lines.Take(lines.Count - 1).Any(line => line.TrimEnd().EndsWith(',') || line.Count(c => c == '(') != line.Count(c => c == ')'));
        if (joined || lines.Count > 1 && lines.Skip(1).Any(line => line.TrimStart() is [var first, ..] && char.IsLower(first))) lines = [string.Join(' ', lines.Select(line => line.Trim()))];
        return [.. lines.SelectMany(line => Cut(line, static c => c is ',' or '、' or '،' or '，'))];
    }

    private static List<string> Cut(string text, Func<char, bool> separates)
    {
        var pieces = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '（' or '<' or '[') depth++;
            else if (text[i] is ')' or '）' or '>' or ']') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && separates(text[i]))
            {
                pieces.Add(text[start..i]);
                start = i + 1;
            }
        }
        pieces.Add(text[start..]);
        pieces.RemoveAll(piece => piece.AsSpan().Trim().Length == 0);
        // "SGs 2, 9, 13 and 16" is one entry
        for (var i = 1; i < pieces.Count;)
        {
            if (!OnlyNumbers(pieces[i]) && !(EndsInNumber(pieces[i - 1]) && NumbersOfSector(pieces[i]))) { i++; continue; }
            pieces[i - 1] += "," + pieces[i];
            pieces.RemoveAt(i);
        }
        return pieces;
    }

    private static bool EndsInNumber(string piece) => piece.AsSpan().TrimEnd() is [.., var last] && DateScanner.Digit(last) >= 0;

    /// <summary>"16 and 17 of ITU-T" behind "Study Groups 9": the rest of the list, and the sector of all of it.</summary>
    private static bool NumbersOfSector(string piece)
    {
        if (piece.AsSpan().TrimStart() is not [var first, ..] || DateScanner.Digit(first) < 0) return false;
        var rest = piece.ToCharArray();
        var sectors = 0;
        foreach (var (start, length) in new BodyFinder(piece, Folding.Fold(piece), true, null).Sectors) { rest.AsSpan(start, length).Fill(' '); sectors++; }
        return sectors == 1 && Array.TrueForAll(Folding.Plain(new string(rest)).Split([' ', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries),
            static word => word.All(static c => DateScanner.Digit(c) >= 0) || Conjunctions.Contains(word) || BodyWords.Filler.Contains(word) || BodyWords.Filler.Contains(word + "'"));
    }

    private static readonly HashSet<string> Conjunctions = [.. LexiconFile.Words("grammar", "listConjunction")];

    private static bool OnlyNumbers(string piece) =>
        piece.Any(c => DateScanner.Digit(c) >= 0)
        && string.Concat(piece.Where(c => DateScanner.Digit(c) < 0 && !char.IsWhiteSpace(c))) is var words && (words.Length == 0 || Conjunctions.Contains(words));

    /// <summary>The name alone: addresses and what stands in angle brackets left out.</summary>
    public static string AsWritten(string piece)
    {
        var end = piece.IndexOf('<', StringComparison.Ordinal);
        var name = end > 0 ? piece[..end] : piece;
        var open = name.LastIndexOf('(');
        if (open > 0 && (name.IndexOf('@', open) > 0 || !name.Contains(')', StringComparison.Ordinal))) name = name[..open];
        return string.Join(' ', name.Split([' ', '\t', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.', ',', ';', '-', '*', '•') is var bare && Wrapped(bare)
            ? bare.Trim('"', '“', '”', '«', '»', ' ') : bare;
    }

    /// <summary>Quotation marks around the whole, and none inside: «Дети и сети» in a longer name is its own.</summary>
    private static bool Wrapped(string name) => name.Length > 2 && (Opens.Contains(name[0]) || Closes.Contains(name[^1])) && !(Closes.Contains(name[^1]) && name.AsSpan(1).IndexOfAny(Opens) >= 0);

    private const string Opens = "\"“«", Closes = "\"”»";
}
