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

    /// <summary>What a sign weighs in items of every type, and in those of one.</summary>
    private sealed record Weight(double General, (string Type, double Weight)[] Particular);

    private static readonly FrozenDictionary<string, Weight> Weights = Join();

    /// <summary>One look-up for each sign: its name and the type's are put together once.</summary>
    private static FrozenDictionary<string, Weight> Join()
    {
        var particular = Data.Weights.Where(static pair => pair.Key.Contains('.', StringComparison.Ordinal))
            .Select(static pair => (Type: pair.Key[..pair.Key.IndexOf('.', StringComparison.Ordinal)], Name: pair.Key[(pair.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], Weight: pair.Value))
            .ToLookup(static one => one.Name);
        return Data.Weights.Keys.Concat(particular.Select(static group => group.Key)).Distinct()
            .ToFrozenDictionary(static name => name, name => new Weight(Data.Weights.GetValueOrDefault(name), [.. particular[name].Select(static one => (one.Type, one.Weight))]));
    }

    public static double Threshold => Data.Threshold;

    /// <returns>0 to 1: of a hundred items with such signs so many are right in all their key fields.</returns>
    public static double Probability(Item item, List<Sign> signs)
    {
        var type = ItemJson.TypeName(item);
        var sum = Data.Bias + (Weights.TryGetValue(type, out var ofType) ? ofType.General : 0);
        foreach (var (name, value) in signs)
        {
            if (!Weights.TryGetValue(name, out var weight)) continue;
            sum += value * weight.General;
            foreach (var (of, own) in weight.Particular) if (of == type) sum += value * own;
        }
        return 1 / (1 + Math.Exp(-sum));
    }
}
