using System.Globalization;
using System.Text;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Training;

/// <summary>Fits the weights of the field by stochastic gradient ascent on the likelihood of the golden tags (AdaGrad, ridge), the mails in a fixed order of chance.</summary>
internal sealed class Trainer
{
    private const int Rounds = 10;
    private const double Rate = 0.1;
    private const double Ridge = 0.00025;

    /// <summary>A sign seen in fewer pieces says nothing of others.</summary>
    private const int Fewest = 2;

    /// <summary>Smaller weights are left out of the file.</summary>
    private const double Least = 0.08;

    private static readonly int Tags = TagModel.Tags;

    private readonly Dictionary<string, int> signs = [];
    private readonly float[] weights, squares, passages, passageSquares;
    private readonly List<(int[][] Signs, Tag[] Tags, int[] Nearness)> chains = [];

    public Trainer(IReadOnlyList<Chain> data)
    {
        foreach (var sign in data.SelectMany(chain => chain.Signs).SelectMany(all => all).GroupBy(sign => sign).Where(group => group.Count() >= Fewest).Select(group => group.Key).Order(StringComparer.Ordinal)) signs[sign] = signs.Count;
        foreach (var chain in data) chains.Add(([.. chain.Signs.Select(all => all.Where(signs.ContainsKey).Select(sign => signs[sign]).ToArray())], chain.Tags, chain.Nearness));
        (weights, squares) = (new float[signs.Count * Tags], new float[signs.Count * Tags]);
        (passages, passageSquares) = (new float[TagModel.Nearnesses * Tags * Tags], new float[TagModel.Nearnesses * Tags * Tags]);
    }

    /// <returns>The lines of a file of weights.</returns>
    public string Train()
    {
        var chance = new Random(1);
        var order = Enumerable.Range(0, chains.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            chance.Shuffle(order);
            foreach (var at in order) Learn(chains[at].Signs, chains[at].Tags, chains[at].Nearness);
        }
        return Written();
    }

    private void Learn(int[][] found, Tag[] golden, int[] nearness)
    {
        var length = found.Length;
        var emitted = new double[length][];
        for (var i = 0; i < length; i++)
        {
            emitted[i] = new double[Tags];
            foreach (var sign in found[i]) for (var tag = 0; tag < Tags; tag++) emitted[i][tag] += weights[sign * Tags + tag];
            var most = emitted[i].Max();
            for (var tag = 0; tag < Tags; tag++) emitted[i][tag] = Math.Exp(emitted[i][tag] - most);
        }
        var passing = new double[passages.Length];
        for (var i = 0; i < passing.Length; i++) passing[i] = Math.Exp(passages[i]);
        var forward = new double[length][];
        for (var i = 0; i < length; i++)
        {
            forward[i] = new double[Tags];
            for (var to = 0; to < Tags; to++)
            {
                var sum = i == 0 ? 1.0 : 0;
                if (i > 0) for (var from = 0; from < Tags; from++) sum += forward[i - 1][from] * passing[(nearness[i] * Tags + from) * Tags + to];
                forward[i][to] = sum * emitted[i][to];
            }
            Scale(forward[i]);
        }
        var backward = new double[Tags];
        Array.Fill(backward, 1.0);
        for (var i = length - 1; i >= 0; i--)
        {
            var here = new double[Tags];
            for (var tag = 0; tag < Tags; tag++) here[tag] = forward[i][tag] * backward[tag];
            Scale(here);
            foreach (var sign in found[i])
                for (var tag = 0; tag < Tags; tag++) Step(weights, squares, sign * Tags + tag, (tag == (int)golden[i] ? 1 : 0) - here[tag]);
            if (i == 0) break;
            var before = new double[Tags];
            var pairs = new double[Tags * Tags];
            for (var from = 0; from < Tags; from++)
                for (var to = 0; to < Tags; to++)
                {
                    var onward = passing[(nearness[i] * Tags + from) * Tags + to] * emitted[i][to] * backward[to];
                    before[from] += onward;
                    pairs[from * Tags + to] = forward[i - 1][from] * onward;
                }
            Scale(pairs);
            for (var from = 0; from < Tags; from++)
                for (var to = 0; to < Tags; to++)
                    Step(passages, passageSquares, (nearness[i] * Tags + from) * Tags + to, (from == (int)golden[i - 1] && to == (int)golden[i] ? 1 : 0) - pairs[from * Tags + to]);
            Scale(before);
            backward = before;
        }
    }

    private static void Scale(double[] sums)
    {
        var total = sums.Sum();
        for (var i = 0; i < sums.Length; i++) sums[i] /= total;
    }

    private static void Step(float[] values, float[] squared, int at, double gradient)
    {
        gradient -= Ridge * values[at];
        if (Math.Abs(gradient) < 1e-4) return;
        squared[at] += (float)(gradient * gradient);
        values[at] += (float)(Rate * gradient / Math.Sqrt(squared[at] + 0.01));
    }

    private string Written()
    {
        var lines = new StringBuilder("# Weights of the tagger, made by bench/JcaCop.Reading.Training; see there. Not to be edited by hand.\n");
        for (var near = 0; near < TagModel.Nearnesses; near++)
            for (var from = 0; from < Tags; from++)
                for (var to = 0; to < Tags; to++)
                    if (Math.Abs(passages[(near * Tags + from) * Tags + to]) >= Least)
                        lines.Append(CultureInfo.InvariantCulture, $">{(Tag)from} {(Tag)to} {near}\t{passages[(near * Tags + from) * Tags + to]:0.##}\n");
        foreach (var (sign, number) in signs)
        {
            if (sign.Contains('\t', StringComparison.Ordinal) || sign.Contains('\n', StringComparison.Ordinal)) continue;
            var weighed = Enumerable.Range(0, Tags).Where(tag => Math.Abs(weights[number * Tags + tag]) >= Least)
                .Select(tag => string.Create(CultureInfo.InvariantCulture, $"{(Tag)tag}:{weights[number * Tags + tag]:0.##}")).ToList();
            if (weighed.Count > 0) lines.Append(sign).Append('\t').AppendJoin(' ', weighed).Append('\n');
        }
        return lines.ToString();
    }
}
