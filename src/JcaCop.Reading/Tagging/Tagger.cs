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
        var width = TagModel.Width * (looks.Second is null ? 1 : 2);
        var sums = new int[pieces.Count * width];
        var signs = new SignList();
        var reader = new PieceSigns(context, pieces);
        for (var i = 0; i < pieces.Count; i++)
        {
            reader.Of(i, signs);
            looks.Signs.Weigh(signs.Hashes, sums.AsSpan(i * width, width));
        }
        var nearness = Nearness(pieces);
        var (model, rows) = (looks.First, Rows(sums, pieces.Count, 0));
        var (tags, sure) = Look(model, rows, nearness);
        if (looks.Second is { } second)
        {
            var told = new ToldSigns(pieces, tags, sure);
            for (var i = 0; i < pieces.Count; i++)
            {
                signs.Begin(PieceSigns.Name(pieces[i]));
                told.Of(i, signs);
                looks.Signs.Weigh(signs.Hashes, sums.AsSpan(i * width, width));
            }
            (model, rows) = (second, Rows(sums, pieces.Count, 1));
            (tags, sure) = Look(model, rows, nearness);
        }
        var all = new List<(Piece, Tag, double)>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++) all.Add((pieces[i], tags[i], sure[i]));
        context.Others = new OtherTags(model, rows, nearness, pieces, tags, sure);
        return all;
    }

    /// <summary>The most probable tags together, and the probability of each.</summary>
    /// <param name="sums">What the signs of each piece weigh for each tag, in rows of <see cref="TagModel.Width"/>.</param>
    public static (Tag[] Tags, double[] Sure) Look(TagModel model, float[] sums, int[] nearness)
    {
        var best = TagChain.Best(model, sums, nearness);
        return (Array.ConvertAll(best, tag => (Tag)tag), TagChain.Probabilities(model, sums, nearness, best));
    }

    /// <summary>What was summed up for one look, of whole hundredths.</summary>
    public static float[] Rows(int[] hundredths, int pieces, int look)
    {
        var (rows, width) = (new float[pieces * TagModel.Width], hundredths.Length / pieces);
        for (var i = 0; i < pieces; i++)
            for (var tag = 0; tag < TagModel.Tags; tag++) rows[i * TagModel.Width + tag] = hundredths[i * width + look * TagModel.Width + tag] / TagModel.Unit;
        return rows;
    }

    /// <summary>How near each piece stands to the one before: 0 in one sentence or row, 1 in one block, 2 beyond.</summary>
    public static int[] Nearness(List<Piece> pieces)
    {
        var near = new int[pieces.Count];
        for (var i = 1; i < pieces.Count; i++)
            near[i] = pieces[i].Place.Block != pieces[i - 1].Place.Block ? 2 : pieces[i].Place.Unit != pieces[i - 1].Place.Unit ? 1 : 0;
        return near;
    }
}
