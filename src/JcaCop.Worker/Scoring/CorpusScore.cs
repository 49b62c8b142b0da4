using System.Text.Json;

namespace JcaCop.Worker.Scoring;

/// <summary>What answers are worth against golden files: the figures, what was wrong in which mail, and how each answered item fared.</summary>
/// <param name="Figures">In the order of <c>tests/corpus/score.py</c>; shares are rounded to four places.</param>
/// <param name="Errors">By file, in ordinal order of names; one line for each thing that is wrong.</param>
internal sealed record CorpusScore(IReadOnlyList<KeyValuePair<string, double>> Figures, IReadOnlyList<(string File, IReadOnlyList<string> Wrong)> Errors, IReadOnlyList<AnsweredItem> Items)
{
    /// <param name="golden">Golden objects by name of the mail's file.</param>
    /// <param name="answers">Answers by the same names.</param>
    public static CorpusScore Of(IReadOnlyDictionary<string, JsonElement> golden, IReadOnlyDictionary<string, JsonElement> answers)
    {
        var tally = new ScoreTally();
        foreach (var (file, expected) in golden.OrderBy(static entry => entry.Key, StringComparer.Ordinal)) tally.Add(file, expected, answers.TryGetValue(file, out var answer) ? answer : null);
        return tally.Total(golden.Keys.Count(answers.ContainsKey));
    }
}

/// <summary>An item of an answer and whether it was right.</summary>
/// <param name="IsRight">The golden file has it, and no key field is wrong, missing or invented.</param>
internal sealed record AnsweredItem(string File, string Type, double? Confidence, bool IsAccepted, bool IsRight);
