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

    /// <summary>By sign what it weighs in items of one type; its name and the type's are put together once.</summary>
    private static readonly FrozenDictionary<string, (string Type, double Weight)[]> Particular = Data.Weights.Where(static pair => pair.Key.Contains('.', StringComparison.Ordinal))
        .Select(static pair => (Type: pair.Key[..pair.Key.IndexOf('.', StringComparison.Ordinal)], Name: pair.Key[(pair.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], Weight: pair.Value))
        .GroupBy(static one => one.Name).ToFrozenDictionary(static group => group.Key, static group => group.Select(static one => (one.Type, one.Weight)).ToArray());

    public static double Threshold => Data.Threshold;

    /// <returns>0 to 1: of a hundred items with such signs so many are right in all their key fields.</returns>
    public static double Probability(Item item, List<Sign> signs)
    {
        var type = ItemJson.TypeName(item);
        var sum = Data.Bias + Weights.GetValueOrDefault(type);
        foreach (var (name, value) in signs)
        {
            sum += value * Weights.GetValueOrDefault(name);
            if (Particular.TryGetValue(name, out var weights))
                foreach (var (of, own) in weights) if (of == type) sum += value * own;
        }
        return 1 / (1 + Math.Exp(-sum));
    }
}
