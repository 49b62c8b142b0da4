namespace JcaCop.Reading.Tagging;

/// <summary>What each sign weighs for each tag in one look, in whole hundredths, as it was read; <see cref="SignTable"/> finds them.</summary>
internal sealed class SignWeights
{
    private readonly List<int> firsts = [];
    private readonly List<(short Tag, short Weight)> all = [];

    public List<ulong> Signs { get; } = [];

    public void Begin(ulong sign)
    {
        Signs.Add(sign);
        firsts.Add(all.Count);
    }

    /// <summary>Adds a weight to the sign begun last.</summary>
    public void Add(int tag, int weight) => all.Add(((short)tag, checked((short)weight)));

    /// <summary>Those of the sign with this number.</summary>
    public ReadOnlySpan<(short Tag, short Weight)> Of(int number) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all)[firsts[number]..(number + 1 < firsts.Count ? firsts[number + 1] : all.Count)];
}
