using JcaCop.Post.Letters.Message;
using JcaCop.Register.Entries;
using JcaCop.Register.Questions;

namespace JcaCop.Worker.Conversing;

/// <summary>What becomes of one line of a reply.</summary>
/// <param name="Question">Null where the line names none.</param>
/// <param name="Why">Why nothing is done for it, as the end of a sentence; null where it is carried out.</param>
internal sealed record LineDecision(string Text, QuestionEntry? Question, AnswerLine? Said, string? Why);

/// <summary>Decides which lines of a reply are plain. Pure.</summary>
/// <remarks>
/// A line without a code may go on the one above it, or take it back: neither is carried out then. Above the first line with a code it may speak of all of them ("Not before Friday:").
/// </remarks>
internal static class ByLine
{
    private const string NotPlain = "what is to be done is not plain; behind the code stands accept, reject, the number of a choice, or field: value";

    /// <param name="refusal">Why the writer's word on a question does not count, under a code of it; null where it does.</param>
    public static IReadOnlyList<LineDecision> Of(IReadOnlyList<ReplyLine> lines, IReadOnlyList<(string Code, QuestionEntry Question)> found, Func<QuestionEntry, string, string?> refusal)
    {
        var read = lines.Select((line, index) => Alone(line, index + 1 < lines.Count && lines[index + 1].Codes.Count == 0, found, refusal)).ToList();
        if (lines is [{ Codes.Count: 0 }, ..])
            read = [.. read.Select(line => line.Why is null ? line with { Why = "the line at the top names no code, and may speak of all that stands below it" } : line)];
        // Whatever else is said of a question, in words that are not plain, makes the plain line on it one that may be meant otherwise.
        var doubted = lines.Where(line => line.Said is null).SelectMany(line => line.Codes).Select(code => QuestionOf(code, found)?.Id).OfType<long>().ToHashSet();
        var decided = new List<LineDecision>();
        foreach (var line in read)
        {
            if (line is not { Why: null, Question: { } question, Said: { } said })
            {
                decided.Add(line);
                continue;
            }
            var same = read.Where(other => other.Question?.Id == question.Id && other.Said is not null).ToList();
            if (doubted.Contains(question.Id) || same.Exists(other => other.Why is not null || other.Said!.Word != said.Word))
                decided.Add(line with { Why = "another line says something else of it" });
            // Who says the same in two lines says it once; values on several lines go together.
            else if (same[0] == line)
                decided.Add(line with { Said = said with { Fields = [.. same.SelectMany(other => other.Said!.Fields)] } });
        }
        return decided;
    }

    /// <param name="goesOn">The line below names no code.</param>
    private static LineDecision Alone(ReplyLine line, bool goesOn, IReadOnlyList<(string Code, QuestionEntry Question)> found, Func<QuestionEntry, string, string?> refusal)
    {
        if (line.Codes.Count == 0) return new LineDecision(line.Text, null, null, "no code stands in this line");
        var code = line.Said?.Code ?? line.Codes[0];
        var question = QuestionOf(code, found);
        return new LineDecision(line.Text, question, line.Said, Why());

        string? Why()
        {
            if (question is null) return $"no question has the code {code}";
            if (refusal(question, ReplyToken.Parse(code)!.Code) is { } refused) return refused;
            if (line.Said is not { } said) return NotPlain;
            if (question.CommandOf(said.Word) is null) return $"'{said.Word}' is no answer to this question";
            return goesOn ? "the line below it names no code, and may belong to it" : null;
        }
    }

    private static QuestionEntry? QuestionOf(string code, IReadOnlyList<(string Code, QuestionEntry Question)> found) =>
        ReplyToken.Parse(code) is { } token && found.FirstOrDefault(pair => pair.Code.Equals(token.Code, StringComparison.OrdinalIgnoreCase)) is { Question: { } question } ? question : null;
}
