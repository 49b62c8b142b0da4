using JcaCop.Reading.Lexicons;
using Word = UglyToad.PdfPig.Content.Word;

namespace JcaCop.Reading.Attachments;

/// <summary>Which lines of a page go on in the next one: a line was broken at the edge of the page where the first word of the next had no room in it.</summary>
/// <remarks>The page tells this better than the words do: "chef de la division" and "Internet" on the next line are one post where the line is full, and two lines of a form where it is not.</remarks>
internal sealed class PdfParagraphs
{
    /// <summary>Lines of one paragraph stand no farther apart than so many times the closest ones of the page.</summary>
    private const double Spaced = 1.2;

    /// <summary>A line that reaches so near to the edge of the page's text, in shares of its width, is full; two of them make an edge.</summary>
    private const double NearEdge = 0.12;

    /// <summary>A text that fills no line has no edge: the longest line takes at least this share of the page.</summary>
    private const double Full = 0.55;

    /// <summary>A line with less on it ends something, however long the next word is.</summary>
    private const double Short = 0.3;

    /// <summary>Labels have no more words: "Los datos del nuevo representante son:" goes on.</summary>
    private const int LongestLabel = 4;

    private const string Bullets = "-–—•·▪◦*●■□☐";

    private readonly double left, right, width, pitch;
    private readonly bool hasEdge;

    /// <param name="lines">The lines outside tables, from top to bottom.</param>
    /// <param name="width">Of the page, in points.</param>
    public PdfParagraphs(IReadOnlyList<List<Word>> lines, double width)
    {
        this.width = width;
        if (lines.Count < 2) return;
        left = lines.Min(Left);
        right = lines.Max(Right);
        pitch = lines.Zip(lines.Skip(1), Distance).Where(static apart => apart > 1).DefaultIfEmpty(0).Min();
        hasEdge = right - left > width * Full
            && (lines.Count(line => Right(line) > right - width * NearEdge) > 1 || lines.Count(line => Left(line) < left + width * NearEdge) > 1);
    }

    /// <summary>Whether the lower of two lines that follow each other goes on with the words of the upper.</summary>
    public bool GoesOn(List<Word> upper, List<Word> lower, bool rightToLeft)
    {
        if (!hasEdge || Right(upper) - Left(upper) < width * Short || Distance(upper, lower) > pitch * Spaced || IsEntry(lower, rightToLeft)) return false;
        var first = rightToLeft ? lower[^1] : lower[0];
        var room = rightToLeft ? Left(upper) - left : right - Right(upper);
        // Chinese is broken behind any character
        return room < (Folding.IsHan(first.Text[0]) ? Size(first) * 1.5 : first.BoundingBox.Width + Size(first) * 0.3);
    }

    /// <summary>What stands between the two: nothing in Chinese, in a word that was parted and in an address.</summary>
    public static string Between(string upper, string lower) =>
        upper.Length == 0 || lower.Length == 0 || Folding.IsHan(upper[^1]) || Folding.IsHan(lower[0]) || upper[^1] is '-' or '\u00ad' or '，' or '。' or '、' or '：' ? "" : " ";

    /// <summary>"E-mail: …", "2. …", "• …": begins something of its own.</summary>
    private static bool IsEntry(List<Word> line, bool rightToLeft)
    {
        var words = rightToLeft ? line.AsEnumerable().Reverse() : line;
        var first = words.First().Text;
        if (Bullets.Contains(first[0], StringComparison.Ordinal) || first.Length < 5 && char.IsLetterOrDigit(first[0]) && first[^1] is '.' or ')') return true;
        if (char.IsLower(first[0])) return false; // "… Ses coordonnées sont les" and "suivantes : …"
        return words.Take(LongestLabel + 1).Any(static word =>
            word.Text.AsSpan().IndexOfAny(':', '：') is >= 0 and var at && (at + 1 == word.Text.Length || word.Text[at] == '：'));
    }

    private static double Distance(List<Word> upper, List<Word> lower) => Base(upper) - Base(lower);

    private static double Base(List<Word> line) => line[0].Letters[0].StartBaseLine.Y;

    private static double Size(Word word) => Math.Max(4, word.Letters[0].PointSize);

    private static double Left(List<Word> line) => line[0].BoundingBox.Left;

    private static double Right(List<Word> line) => line[^1].BoundingBox.Right;
}
