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
        var (first, second) = (new int[pieces.Count * count], new int[pieces.Count * count]);
        var signs = new SignList();
        var reader = new PieceSigns(context, pieces);
        for (var i = 0; i < pieces.Count; i++)
        {
            reader.Of(i, signs);
            looks.First.Weigh(signs.Hashes, first.AsSpan(i * count, count));
            looks.Second?.Weigh(signs.Hashes, second.AsSpan(i * count, count));
        }
        var nearness = Nearness(pieces);
        var (tags, sure) = Look(looks.First, first, nearness);
        if (looks.Second is { } again)
        {
            var told = new ToldSigns(pieces, tags, sure);
            for (var i = 0; i < pieces.Count; i++)
            {
                signs.Begin(PieceSigns.Name(pieces[i]));
                told.Of(i, signs);
                again.Weigh(signs.Hashes, second.AsSpan(i * count, count));
            }
            (tags, sure) = Look(again, second, nearness);
        }
        var all = new List<(Piece, Tag, double)>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++) all.Add((pieces[i], tags[i], sure[i]));
        return all;
    }

    /// <summary>The most probable tags together, and the probability of each.</summary>
    /// <param name="hundredths">What the signs of each piece weigh for each tag.</param>
    public static (Tag[] Tags, double[] Sure) Look(TagModel model, int[] hundredths, int[] nearness)
    {
        var sums = Array.ConvertAll(hundredths, weight => weight / TagModel.Unit);
        var best = TagChain.Best(model, sums, nearness);
        return (Array.ConvertAll(best, tag => (Tag)tag), TagChain.Probabilities(model, sums, nearness, best));
    }

    /// <summary>How near each piece stands to the one before: 0 in one sentence or row, 1 in one block, 2 beyond.</summary>
    public static int[] Nearness(IReadOnlyList<Piece> pieces)
    {
        var near = new int[pieces.Count];
        for (var i = 1; i < pieces.Count; i++)
            near[i] = pieces[i].Place.Block != pieces[i - 1].Place.Block ? 2 : pieces[i].Place.Unit != pieces[i - 1].Place.Unit ? 1 : 0;
        return near;
    }
}
