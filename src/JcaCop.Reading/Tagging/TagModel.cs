using System.Globalization;

namespace JcaCop.Reading.Tagging;

/// <summary>The weights of a linear-chain conditional random field over the pieces of a mail (Lafferty, McCallum, Pereira 2001).</summary>
/// <remarks>
/// The files of weights are made by <c>bench/JcaCop.Reading.Training</c> from the mails with golden answers under <c>tests/corpus</c>. A line holds a sign
/// and what it weighs for each tag; a line that begins with <c>&gt;</c> holds the passage from one tag to the next, by how near the two pieces stand.
/// </remarks>
internal sealed class TagModel
{
    /// <summary>Passages are weighed apart inside a sentence or row, into the next one, and into the next block.</summary>
    public const int Nearnesses = 3;

    public static readonly int Tags = Enum.GetValues<Tag>().Length;

    private readonly Dictionary<ulong, (int First, int Count)> signs = [];
    private readonly List<byte> tags = [];
    private readonly List<float> weights = [];
    private readonly float[] passages = new float[Nearnesses * Tags * Tags];

    /// <exception cref="FormatException">A line that is none of weights.</exception>
    public static TagModel Read(TextReader lines)
    {
        var model = new TagModel();
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var tab = line.IndexOf('\t');
            if (tab < 0) throw new FormatException($"weights: no tab in \"{line}\"");
            if (line[0] == '>')
            {
                var names = line[1..tab].Split(' ');
                model.passages[Passage(int.Parse(names[2], CultureInfo.InvariantCulture), Enum.Parse<Tag>(names[0]), Enum.Parse<Tag>(names[1]))] = float.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture);
                continue;
            }
            var first = model.tags.Count;
            foreach (var range in line.AsSpan(tab + 1).Split(' '))
            {
                var pair = line.AsSpan(tab + 1)[range];
                var colon = pair.IndexOf(':');
                model.tags.Add((byte)Enum.Parse<Tag>(pair[..colon]));
                model.weights.Add(float.Parse(pair[(colon + 1)..], CultureInfo.InvariantCulture));
            }
            model.signs[SignList.Hash(line.AsSpan(0, tab))] = (first, model.tags.Count - first);
        }
        return model;
    }

    public static int Passage(int nearness, Tag from, Tag to) => (nearness * Tags + (int)from) * Tags + (int)to;

    private double[]? likelihoods;

    /// <summary>The passages as factors, in the order of <see cref="Passage"/>.</summary>
    public double[] Likelihoods => likelihoods ??= Array.ConvertAll(passages, weight => Math.Exp(weight));

    public float Passing(int nearness, int from, int to) => passages[(nearness * Tags + from) * Tags + to];

    /// <summary>How much the signs speak for each tag.</summary>
    public void Weigh(List<ulong> found, Span<float> sums)
    {
        sums.Clear();
        foreach (var sign in found)
        {
            if (!signs.TryGetValue(sign, out var place)) continue;
            for (var i = place.First; i < place.First + place.Count; i++) sums[tags[i]] += weights[i];
        }
    }
}
