using System.Globalization;

namespace JcaCop.Reading.Tagging;

/// <summary>The weights of a linear-chain conditional random field over the pieces of a mail (Lafferty, McCallum, Pereira 2001).</summary>
/// <remarks>
/// The files of weights are made by <c>bench/JcaCop.Reading.Training</c> from the mails with golden answers under <c>tests/corpus</c>. A line holds a sign
/// and what it weighs for each tag, to the hundredth; a line that begins with <c>&gt;</c> holds the passage from one tag to the next, by how near the two pieces stand.
/// </remarks>
internal sealed class TagModel
{
    /// <summary>Passages are weighed apart inside a sentence or row, into the next one, and into the next block.</summary>
    public const int Nearnesses = 3;

    /// <summary>Weights are added as whole hundredths: a sum does not hang on the order of the signs, and they may be weighed one after the other.</summary>
    public const float Unit = 100;

    public static readonly int Tags = Enum.GetValues<Tag>().Length;

    /// <summary>Numbers in a row that holds one for each tag, whole vectors of any machine.</summary>
    public static readonly int Width = (Tags + 15) / 16 * 16;

    private SignTable? table;

    /// <summary>What the signs weigh.</summary>
    public SignWeights Signs { get; } = new();

    /// <summary>Row by row what it weighs to pass from a tag to each; the same as factors, and as factors from each tag to one.</summary>
    private readonly float[] passages = new float[Nearnesses * Tags * Width];
    private readonly double[] onward = new double[Nearnesses * Tags * Width];
    private readonly double[] back = new double[Nearnesses * Tags * Width];

    /// <exception cref="FormatException">A line that is none of weights.</exception>
    public static TagModel Read(TextReader lines)
    {
        var model = new TagModel();
        var named = Enum.GetValues<Tag>().ToDictionary(tag => tag.ToString(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var tab = line.IndexOf('\t');
            if (tab < 0) throw new FormatException($"weights: no tab in \"{line}\"");
            if (line[0] == '>')
            {
                var names = line[1..tab].Split(' ');
                model.passages[Passage(int.Parse(names[2], CultureInfo.InvariantCulture), (int)Told(names[0]), (int)Told(names[1]))] = float.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture);
                continue;
            }
            model.Signs.Begin(SignList.Hash(line.AsSpan(0, tab)));
            foreach (var range in line.AsSpan(tab + 1).Split(' '))
            {
                var pair = line.AsSpan(tab + 1)[range];
                var colon = pair.IndexOf(':');
                if (colon < 0) throw new FormatException($"weights: no tag and weight in \"{line}\"");
                model.Signs.Add((int)Told(pair[..colon]), (int)MathF.Round(float.Parse(pair[(colon + 1)..], CultureInfo.InvariantCulture) * Unit));
            }
        }
        model.Complete();
        return model;

        Tag Told(ReadOnlySpan<char> name) => named.TryGetValue(name, out var tag) ? tag : throw new FormatException($"weights: no tag is called \"{name}\"");
    }

    private void Complete()
    {
        for (var near = 0; near < Nearnesses; near++)
            for (var from = 0; from < Tags; from++)
                for (var to = 0; to < Tags; to++)
                    back[Passage(near, to, from)] = onward[Passage(near, from, to)] = Math.Exp(passages[Passage(near, from, to)]);
    }

    /// <summary>For each tag a row of the weights with which the next piece has each tag.</summary>
    public ReadOnlySpan<float> Passing(int nearness) => passages.AsSpan(Passage(nearness, 0, 0), Tags * Width);

    /// <summary>The same as factors.</summary>
    public ReadOnlySpan<double> Onward(int nearness) => onward.AsSpan(Passage(nearness, 0, 0), Tags * Width);

    /// <summary>For each tag a row of the factors with which the piece before has each tag.</summary>
    public ReadOnlySpan<double> Back(int nearness) => back.AsSpan(Passage(nearness, 0, 0), Tags * Width);

    private static int Passage(int nearness, int from, int to) => (nearness * Tags + from) * Width + to;

    /// <summary>Adds how much the signs speak for each tag, in hundredths: <see cref="Width"/> numbers.</summary>
    public void Weigh(List<ulong> found, Span<int> sums) => (table ??= new SignTable(Signs)).Weigh(found, sums);
}
