using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace JcaCop.Reading.Attachments;

/// <summary>The rules of the tables of a page, and the cells between them.</summary>
internal sealed class PdfGrid
{
    /// <summary>A rule is no thicker, in points.</summary>
    private const double Thick = 3;

    /// <summary>How far apart, in points, rules may end that meet.</summary>
    private const double Near = 3;

    /// <summary>Drawings have more lines than forms.</summary>
    private const int MostRules = 1500;

    /// <summary>One row of a table, from left to right, or from right to left where its words run so.</summary>
    /// <param name="Top">Points from the foot of the page.</param>
    public sealed record Row(double Top, IReadOnlyList<(List<Word> Words, double Right)> Cells, bool RightToLeft);

    private readonly record struct Rule(double At, double From, double To);

    private readonly record struct Band(double Bottom, double Top);

    private readonly List<Rule> upright = [];
    private readonly List<Rule> level = [];

    private PdfGrid() { }

    public static PdfGrid Of(Page page)
    {
        var grid = new PdfGrid();
        foreach (var path in page.Paths)
        {
            if (path.IsClipping || !path.IsStroked && !path.IsFilled) continue;
            foreach (var part in path)
            {
                if (part.GetBoundingRectangle() is not { } box) continue;
                grid.Add(box, path.IsStroked);
                if (grid.upright.Count + grid.level.Count > MostRules) return new PdfGrid();
            }
        }
        return grid;
    }

    private void Add(PdfRectangle box, bool stroked)
    {
        if (box.Width <= Thick && box.Height > Thick) upright.Add(new Rule((box.Left + box.Right) / 2, box.Bottom, box.Top));
        else if (box.Height <= Thick && box.Width > Thick) level.Add(new Rule((box.Bottom + box.Top) / 2, box.Left, box.Right));
        else if (stroked && box.Width > Thick && box.Height > Thick)
        {
            upright.Add(new Rule(box.Left, box.Bottom, box.Top));
            upright.Add(new Rule(box.Right, box.Bottom, box.Top));
            level.Add(new Rule(box.Bottom, box.Left, box.Right));
            level.Add(new Rule(box.Top, box.Left, box.Right));
        }
    }

    /// <summary>The rows whose cells hold words; those words are taken out of the list. Boxes of a single cell are no table.</summary>
    public List<Row> Take(List<Word> words)
    {
        var rows = new List<Row>();
        if (upright.Count < 3 || level.Count < 2) return rows;
        foreach (var group in words.GroupBy(BandOf).Where(static group => group.Key is not null).ToList())
        {
            var band = group.Key!.Value;
            var middle = (band.Bottom + band.Top) / 2;
            var edges = Merged(upright.Where(rule => rule.From - Near <= middle && rule.To + Near >= middle).Select(static rule => rule.At));
            if (edges.Count < 3) continue;
            var cells = new List<(List<Word> Words, double Right)>();
            for (var i = 0; i + 1 < edges.Count; i++) cells.Add((group.Where(word => Centre(word) >= edges[i] && Centre(word) < edges[i + 1]).ToList(), edges[i + 1]));
            if (!cells.Exists(static cell => cell.Words.Count > 0)) continue;
            var rightToLeft = PdfReadingOrder.IsRightToLeft([.. group]);
            if (rightToLeft) cells.Reverse();
            rows.Add(new Row(band.Top, cells, rightToLeft));
            var taken = cells.SelectMany(static cell => cell.Words).ToHashSet();
            words.RemoveAll(taken.Contains);
        }
        return rows;
    }

    /// <summary>Between which two rules a word stands; null outside a table.</summary>
    private Band? BandOf(Word word)
    {
        var (x, y) = (Centre(word), (word.BoundingBox.Bottom + word.BoundingBox.Top) / 2);
        double? above = null, below = null;
        foreach (var rule in level)
        {
            if (rule.From - Near > x || rule.To + Near < x) continue;
            if (rule.At >= y && (above is null || rule.At < above)) above = rule.At;
            if (rule.At < y && (below is null || rule.At > below)) below = rule.At;
        }
        if (above is not { } top || below is not { } bottom) return null;
        var sides = upright.Where(rule => rule.From - Near <= y && rule.To + Near >= y).ToList();
        return sides.Exists(rule => rule.At <= x) && sides.Exists(rule => rule.At > x) ? new Band(Math.Round(bottom / Near) * Near, Math.Round(top / Near) * Near) : null;
    }

    private static List<double> Merged(IEnumerable<double> places)
    {
        var merged = new List<double>();
        foreach (var place in places.Order())
            if (merged.Count == 0 || place - merged[^1] > Near) merged.Add(place);
        return merged;
    }

    private static double Centre(Word word) => (word.BoundingBox.Left + word.BoundingBox.Right) / 2;
}
