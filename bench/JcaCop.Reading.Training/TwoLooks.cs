using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Training;

/// <summary>Fits both looks: the second learns from what the first tells of mails that it was not fitted on.</summary>
internal static class TwoLooks
{
    private const int Parts = 5;

    /// <returns>The lines of both files of weights; <c>Second</c> is null where one look is wanted.</returns>
    public static (string First, string? Second) Train(IReadOnlyList<Chain> data, bool oneLook)
    {
        var first = new Trainer(data).Train();
        if (oneLook) return (first, null);
        var seen = new Chain[data.Count];
        Parallel.For(0, Parts, part =>
        {
            var model = Model(new Trainer([.. data.Where((_, i) => i % Parts != part)]).Train());
            for (var i = part; i < data.Count; i += Parts) seen[i] = Again(data[i], model);
        });
        return (first, new Trainer(seen).Train());
    }

    public static Looks Read((string First, string? Second) weights) => new(Model(weights.First), weights.Second is { } second ? Model(second) : null);

    private static TagModel Model(string weights) => TagModel.Read(new StringReader(weights));

    private static Chain Again(Chain chain, TagModel model)
    {
        var count = TagModel.Width;
        var sums = new int[chain.Signs.Length * count];
        for (var i = 0; i < chain.Signs.Length; i++) model.Weigh([.. chain.Signs[i].Select(sign => SignList.Hash(sign))], sums.AsSpan(i * count, count));
        var (tags, sure) = Tagger.Look(model, Tagger.Rows(sums, chain.Signs.Length, 0), chain.Nearness);
        var words = new List<string>();
        var signs = new SignList(words);
        var told = new ToldSigns(chain.Pieces, tags, sure);
        var all = new string[chain.Signs.Length][];
        for (var i = 0; i < all.Length; i++)
        {
            signs.Begin(PieceSigns.Name(chain.Pieces[i]));
            told.Of(i, signs);
            all[i] = [.. chain.Signs[i], .. words];
        }
        return chain with { Signs = all };
    }
}
