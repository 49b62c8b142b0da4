using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Tests.Tagging;

public class SignTableTests
{
    [Fact]
    public void Weights_of_two_looks_are_added_for_each_sign_that_is_known_and_no_other_counts()
    {
        var (first, second) = (Weights(("a", 1, 30), ("b", 2, -40)), Weights(("b", 2, 7), ("c", 3, 5)));
        var sums = Sums(new SignTable(first, second), "a", "b", "b", "unknown", "c");
        Assert.Equal(30, sums[1]);
        Assert.Equal(-80, sums[2]);
        Assert.Equal(14, sums[TagModel.Width + 2]);
        Assert.Equal(5, sums[TagModel.Width + 3]);
        Assert.Equal(30 - 80 + 14 + 5, sums.Sum());
    }

    [Fact]
    public void A_weight_that_no_byte_holds_counts_whole() =>
        Assert.Equal([250, -240], Sums(new SignTable(Weights(("a", 4, 250), ("b", 5, -240))), "a", "b")[4..6]);

    [Fact]
    public void Sums_of_hundreds_of_signs_do_not_run_over() =>
        Assert.Equal(250 * 1000, Sums(new SignTable(Weights(("a", 4, 250))), [.. Enumerable.Repeat("a", 1000)])[4]);

    private static SignWeights Weights(params (string Sign, int Tag, int Weight)[] all)
    {
        var weights = new SignWeights();
        foreach (var (sign, tag, weight) in all)
        {
            weights.Begin(SignList.Hash(sign));
            weights.Add(tag, weight);
        }
        return weights;
    }

    private static int[] Sums(SignTable table, params string[] signs)
    {
        var sums = new int[2 * TagModel.Width];
        table.Weigh([.. signs.Select(static sign => SignList.Hash(sign))], sums.AsSpan(0, table.Width));
        return sums;
    }
}
