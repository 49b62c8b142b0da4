using System.Collections.Frozen;
using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Accepting;

/// <summary>The fitted weights of signs.</summary>
internal static class AcceptanceWeights
{
    /// <param name="Threshold">Least probability of being right with which an item is recorded without a person.</param>
    /// <param name="Weights">By name of the sign; <c>type.name</c> for what a sign weighs otherwise in items of one type, <c>type</c> for the type itself.</param>
    private sealed record File(double Threshold, double Bias, Dictionary<string, double> Weights);

    private static readonly File Data = LexiconFile.Load<File>("acceptance");

    private static readonly FrozenDictionary<string, double> Weights = Data.Weights.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> ByName = Weights.GetAlternateLookup<ReadOnlySpan<char>>();

    public static double Threshold => Data.Threshold;

    /// <returns>0 to 1: of a hundred items with such signs so many are right in all their key fields.</returns>
    public static double Probability(Item item, List<Sign> signs)
    {
        var type = ItemJson.TypeName(item);
        var sum = Data.Bias + Weights.GetValueOrDefault(type);
        Span<char> key = stackalloc char[80];
        type.CopyTo(key);
        key[type.Length] = '.';
        foreach (var (name, value) in signs)
        {
            sum += value * Weights.GetValueOrDefault(name);
            name.CopyTo(key[(type.Length + 1)..]);
            if (ByName.TryGetValue(key[..(type.Length + 1 + name.Length)], out var own)) sum += value * own;
        }
        return 1 / (1 + Math.Exp(-sum));
    }
}
