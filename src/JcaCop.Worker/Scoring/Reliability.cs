namespace JcaCop.Worker.Scoring;

/// <summary>One band of confidence and how many of its items were right.</summary>
/// <param name="From">Lower bound, inclusive.</param>
/// <param name="To">Upper bound, exclusive but for the last band.</param>
/// <param name="MeanConfidence">Of its items; 0 where it has none.</param>
internal sealed record ReliabilityBand(double From, double To, int Items, int Right, double MeanConfidence)
{
    public double ShareRight => Items == 0 ? 0 : (double)Right / Items;
}

/// <summary>Whether confidence means what it says: bands of it against the share of items that were right.</summary>
internal static class Reliability
{
    private static readonly double[] Bounds = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1];

    /// <summary>Items without a confidence are left out.</summary>
    public static IReadOnlyList<ReliabilityBand> Of(IEnumerable<AnsweredItem> items)
    {
        var sure = items.Where(static item => item.Confidence is not null).ToList();
        var bands = new List<ReliabilityBand>(Bounds.Length - 1);
        for (var i = 0; i + 1 < Bounds.Length; i++)
        {
            var (from, to) = (Bounds[i], Bounds[i + 1]);
            var inside = sure.Where(item => item.Confidence >= from && (item.Confidence < to || (to == 1 && item.Confidence >= 1))).ToList();
            bands.Add(new ReliabilityBand(from, to, inside.Count, inside.Count(static item => item.IsRight), inside.Count == 0 ? 0 : inside.Average(static item => item.Confidence!.Value)));
        }
        return bands;
    }

    /// <summary>Mean distance between confidence and share right, weighted by items; 0 is perfect.</summary>
    public static double Distance(IReadOnlyList<ReliabilityBand> bands)
    {
        var all = bands.Sum(static band => band.Items);
        return all == 0 ? 0 : bands.Sum(static band => band.Items * Math.Abs(band.MeanConfidence - band.ShareRight)) / all;
    }
}
