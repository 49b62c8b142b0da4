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

    /// <returns>For each doubtful tag how probable it is that it is wrong, and what would be told then.</returns>
    public IEnumerable<(double Chance, List<(Piece Piece, Tag Tag, double Sure)> Told)> All()
    {
        foreach (var at in Enumerable.Range(0, sure.Length).Where(i => sure[i] < Sure).OrderBy(i => sure[i]).Take(Most))
        {
            var ruledOut = (float[])sums.Clone();
            ruledOut[at * TagModel.Width + (int)tags[at]] -= Never;
            var other = TagChain.Best(model, ruledOut, nearness);
            var told = new List<(Piece, Tag, double)>(pieces.Count);
            for (var i = 0; i < pieces.Count; i++) told.Add((pieces[i], (Tag)other[i], (int)tags[i] == other[i] ? sure[i] : 1 - sure[i]));
            yield return (1 - sure[at], told);
        }
    }
}
