using JcaCop.Reading.Items;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>Compares two answers of one member to one call.</summary>
public static class AnswerStance
{
    /// <summary>Whether the second says something else than the first, so that a person must choose.</summary>
    /// <param name="sender">Of the second.</param>
    public static bool Contradict(AnswerVoice first, AnswerSaid second, string? sender) => (first.Said.Sort, second.Sort) switch
    {
        (AnswerSort.Position, AnswerSort.Position) => Side(first.Said.Position) != Side(second.Position),
        // Whoever answered a questionnaire may correct the own answers; another seat may add, but not say otherwise.
        (AnswerSort.Responses, AnswerSort.Responses) => !Same(first.Sender, sender) && first.Said.Responses.Any(one =>
            second.Responses.Any(other => other.Number == one.Number && !string.Equals(one.Text.Trim(), other.Text.Trim(), StringComparison.OrdinalIgnoreCase))),
        // Something put forward after "nothing" is news; "nothing" after something was put forward would take it back.
        (AnswerSort.Items or AnswerSort.Attendance, AnswerSort.Nothing) => true,
        _ => false,
    };

    /// <summary>Whether the second replaces the first: it says something else, and came later.</summary>
    public static bool Replaces(AnswerVoice first, AnswerVoice second) =>
        second.At >= first.At && (first.Said.Sort != second.Said.Sort || first.Said.Position != second.Said.Position);

    /// <summary>The second, in the place of the first. What lets an objection or a comment go, and does not add one, was answered when that was.</summary>
    public static AnswerVoice InPlaceOf(AnswerVoice first, AnswerVoice second) =>
        (first.Said, second.Said) is ({ Sort: AnswerSort.Position } former, { Sort: AnswerSort.Position } said) && (former.Weighs || !said.Weighs) ? second with { Since = first.Since ?? first.At } : second;

    /// <summary>Both mails give one answer: their numbers are joined, and responses that only one of them has are added.</summary>
    public static AnswerVoice Join(AnswerVoice one, AnswerVoice other)
    {
        var (older, newer) = one.At <= other.At ? (one, other) : (other, one);
        return older with
        {
            AgainAt = Latest(older, newer),
            Messages = [.. older.Messages.Concat(newer.Messages).Distinct()],
            Said = older.Said with
            {
                Awaited = [.. older.Said.Awaited.Union(newer.Said.Awaited).Except(older.Said.Responses.Concat(newer.Said.Responses).Select(response => response.Number))],
                Responses = [.. newer.Said.Responses.Concat(older.Said.Responses).DistinctBy(response => response.Number).OrderBy(response => Order(older, newer, response))],
            },
        };
    }

    private static DateTimeOffset Latest(AnswerVoice older, AnswerVoice newer)
    {
        var (one, other) = (older.AgainAt ?? older.At, newer.AgainAt ?? newer.At);
        return one > other ? one : other;
    }

    private static int Order(AnswerVoice older, AnswerVoice newer, QuestionnaireResponse response)
    {
        var all = older.Said.Responses.Concat(newer.Said.Responses).Select(other => other.Number).Distinct().ToList();
        return all.IndexOf(response.Number);
    }

    private static int Side(PositionTaken? position) => position switch
    {
        PositionTaken.Support or PositionTaken.NoObjection => 0,
        PositionTaken.Comment => 1,
        _ => 2,
    };

    private static bool Same(string? one, string? other) => one is not null && one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
