using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tagging;

/// <summary>Tells what each piece of a mail does there: the most probable tags together, and how sure each of them is.</summary>
internal static class Tagger
{
    /// <summary>A text with more pieces is a list of hundreds; what stands behind is not looked at.</summary>
    private const int MostPieces = 2000;

    /// <returns>In the order of the text; <c>Sure</c> is the probability of the tag, 0 to 1.</returns>
    public static List<(Piece Piece, Tag Tag, double Sure)> Tell(ItemContext context)
    {
        var pieces = PieceFinder.Find(context);
        if (pieces.Count > MostPieces) pieces.RemoveRange(MostPieces, pieces.Count - MostPieces);
        if (pieces.Count == 0) return [];
        var looks = Looks.Current;
        var count = TagModel.Tags;
        var sums = new float[pieces.Count * count];
        var signs = new SignList();
        var reader = new PieceSigns(context, pieces);
        var kept = new ulong[pieces.Count][];
        for (var i = 0; i < pieces.Count; i++)
        {
            reader.Of(i, signs);
            looks.First.Weigh(signs.Hashes, sums.AsSpan(i * count, count));
            if (looks.Second is not null) kept[i] = [.. signs.Hashes];
        }
        var nearness = Nearness(pieces);
        var (tags, sure) = Look(looks.First, sums, nearness);
        if (looks.Second is { } second)
        {
            var told = new ToldSigns(pieces, tags, sure);
            for (var i = 0; i < pieces.Count; i++)
            {
                signs.Resume(PieceSigns.Name(pieces[i]), kept[i]);
                told.Of(i, signs);
                second.Weigh(signs.Hashes, sums.AsSpan(i * count, count));
            }
            (tags, sure) = Look(second, sums, nearness);
        }
        var all = new List<(Piece, Tag, double)>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++) all.Add((pieces[i], tags[i], sure[i]));
        return all;
    }

    /// <summary>The most probable tags together, and the probability of each.</summary>
    /// <param name="sums">What the signs of each piece weigh for each tag.</param>
    public static (Tag[] Tags, double[] Sure) Look(TagModel model, float[] sums, int[] nearness)
    {
        var best = Best(model, sums, nearness);
        return (Array.ConvertAll(best, tag => (Tag)tag), Probabilities(model, sums, nearness, best));
    }

    /// <summary>How near each piece stands to the one before: 0 in one sentence or row, 1 in one block, 2 beyond.</summary>
    public static int[] Nearness(IReadOnlyList<Piece> pieces)
    {
        var near = new int[pieces.Count];
        for (var i = 1; i < pieces.Count; i++)
            near[i] = pieces[i].Place.Block != pieces[i - 1].Place.Block ? 2 : pieces[i].Place.Unit != pieces[i - 1].Place.Unit ? 1 : 0;
        return near;
    }

    /// <summary>The chain of tags of greatest weight (Viterbi).</summary>
    private static int[] Best(TagModel model, float[] sums, int[] nearness)
    {
        var (length, count) = (nearness.Length, TagModel.Tags);
        var from = new byte[length * count];
        var reached = sums.AsSpan(0, count).ToArray();
        var next = new float[count];
        for (var i = 1; i < length; i++)
        {
            for (var to = 0; to < count; to++)
            {
                var most = float.NegativeInfinity;
                for (var tag = 0; tag < count; tag++)
                    if (reached[tag] + model.Passing(nearness[i], tag, to) is var weight && weight > most) (most, from[i * count + to]) = (weight, (byte)tag);
                next[to] = most + sums[i * count + to];
            }
            (reached, next) = (next, reached);
        }
        var best = new int[length];
        best[^1] = Array.IndexOf(reached, reached.Max());
        for (var i = length - 1; i > 0; i--) best[i - 1] = from[i * count + best[i]];
        return best;
    }

    /// <summary>Probability of each told tag, all other tags being free (forward and backward sums, scaled at each step).</summary>
    private static double[] Probabilities(TagModel model, float[] sums, int[] nearness, int[] told)
    {
        var (length, count) = (nearness.Length, TagModel.Tags);
        var passing = model.Likelihoods;
        var emitted = new double[length * count];
        for (var i = 0; i < length; i++)
        {
            var most = float.NegativeInfinity;
            for (var tag = 0; tag < count; tag++) most = Math.Max(most, sums[i * count + tag]);
            for (var tag = 0; tag < count; tag++) emitted[i * count + tag] = Math.Exp(sums[i * count + tag] - most);
        }
        var forward = new double[length * count];
        for (var i = 0; i < length; i++)
        {
            var total = 0.0;
            for (var to = 0; to < count; to++)
            {
                var sum = i == 0 ? 1.0 : 0;
                if (i > 0) for (var tag = 0; tag < count; tag++) sum += forward[(i - 1) * count + tag] * passing[(nearness[i] * count + tag) * count + to];
                total += forward[i * count + to] = sum * emitted[i * count + to];
            }
            for (var to = 0; to < count; to++) forward[i * count + to] /= total;
        }
        var sure = new double[length];
        var backward = new double[count];
        Array.Fill(backward, 1.0);
        for (var i = length - 1; i >= 0; i--)
        {
            var total = 0.0;
            for (var tag = 0; tag < count; tag++) total += forward[i * count + tag] * backward[tag];
            sure[i] = forward[i * count + told[i]] * backward[told[i]] / total;
            if (i == 0) break;
            var before = new double[count];
            var scale = 0.0;
            for (var tag = 0; tag < count; tag++)
            {
                for (var to = 0; to < count; to++) before[tag] += passing[(nearness[i] * count + tag) * count + to] * emitted[i * count + to] * backward[to];
                scale += before[tag];
            }
            for (var tag = 0; tag < count; tag++) backward[tag] = before[tag] / scale;
        }
        return sure;
    }
}
