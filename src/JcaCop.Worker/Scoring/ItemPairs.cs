namespace JcaCop.Worker.Scoring;

/// <summary>Which item of an answer is meant by which of the golden file: of one type, the most equal fields first.</summary>
internal sealed record ItemPairs(IReadOnlyList<(FlatItem Golden, FlatItem Answered)> Pairs, IReadOnlyList<FlatItem> Missed, IReadOnlyList<FlatItem> Invented)
{
    /// <summary>Answers to a questionnaire may be cut a little otherwise and still be the same answer.</summary>
    private const double SameAnswer = 0.7;

    public static ItemPairs Of(IReadOnlyList<FlatItem> golden, IReadOnlyList<FlatItem> answered)
    {
        var candidates = new List<(int Same, int Golden, int Answered)>();
        for (var g = 0; g < golden.Count; g++)
            for (var a = 0; a < answered.Count; a++)
                if (golden[g].Type == answered[a].Type) candidates.Add((EqualFields(golden[g], answered[a]), g, a));
        var pairs = new List<(FlatItem, FlatItem)>();
        HashSet<int> usedGolden = [], usedAnswered = [];
        foreach (var (_, g, a) in candidates.OrderByDescending(static c => c.Same).ThenBy(static c => c.Golden).ThenBy(static c => c.Answered))
        {
            if (usedGolden.Contains(g) || usedAnswered.Contains(a)) continue;
            usedGolden.Add(g);
            usedAnswered.Add(a);
            pairs.Add((golden[g], answered[a]));
        }
        return new ItemPairs(pairs, [.. golden.Where((_, g) => !usedGolden.Contains(g))], [.. answered.Where((_, a) => !usedAnswered.Contains(a))]);
    }

    private static int EqualFields(FlatItem golden, FlatItem answered) => golden.Fields.Count(field => answered.Fields.TryGetValue(field.Key, out var value) && IsSame(field.Key, field.Value, value, SameAnswer));

    public static bool IsSame(string field, System.Text.Json.JsonElement golden, System.Text.Json.JsonElement answered, double sameAnswer) =>
        FieldEquality.Same(field, golden, answered)
        || (field.StartsWith("responses.", StringComparison.Ordinal) && FoldedWords.TokenF1(FieldEquality.Text(golden), FieldEquality.Text(answered)) >= sameAnswer);
}
