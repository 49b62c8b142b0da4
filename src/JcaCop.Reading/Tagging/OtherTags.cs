namespace JcaCop.Reading.Tagging;

/// <summary>What would be told of a text if one of its least sure tags were wrong: the most probable tags together without that one.</summary>
/// <param name="sums">What the signs of each piece weigh for each tag in the last look, in rows of <see cref="TagModel.Width"/>.</param>
/// <param name="tags">The most probable tags, before grammar settles anything.</param>
/// <param name="sure">The probability of each of them.</param>
internal sealed class OtherTags(TagModel model, float[] sums, int[] nearness, List<Piece> pieces, Tag[] tags, double[] sure)
{
    /// <summary>A tag that is surer stands; so many of the others are turned, the least sure first.</summary>
    private const double Sure = 0.97;
    private const int Most = 8;

    /// <summary>More than any sign weighs.</summary>
    private const float Never = 1e6f;

    private int[]? doubtful;

    /// <summary>The places of the doubtful tags, the least sure first.</summary>
    public IReadOnlyList<int> Doubtful => doubtful ??= Array.TrueForAll(sure, static one => one >= Sure) ? [] : [.. Enumerable.Range(0, sure.Length).Where(i => sure[i] < Sure).OrderBy(i => sure[i]).Take(Most)];

    /// <summary>How probable it is that the tag of a place is wrong.</summary>
    public double Chance(int at) => 1 - sure[at];

    /// <summary>The most probable tags together if that of one place is wrong.</summary>
    public int[] Without(int at)
    {
        ref var own = ref sums[at * TagModel.Width + (int)tags[at]];
        var known = own;
        own -= Never;
        var other = TagChain.Best(model, sums, nearness);
        own = known;
        return other;
    }

    /// <summary>What would be told with other tags.</summary>
    public List<(Piece Piece, Tag Tag, double Sure)> Told(int[] other)
    {
        var told = new List<(Piece, Tag, double)>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++) told.Add((pieces[i], (Tag)other[i], (int)tags[i] == other[i] ? sure[i] : 1 - sure[i]));
        return told;
    }
}
