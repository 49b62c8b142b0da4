using JcaCop.Post.Letters.Message;
using JcaCop.Register.Entries;
using JcaCop.Register.Questions;

namespace JcaCop.Worker.Conversing;

/// <summary>What a reply says to one question.</summary>
/// <param name="Values">In place of what was read, by the name of the field as written.</param>
internal sealed record Decided(QuestionEntry Question, string Word, IReadOnlyList<(string Field, string Value)> Values)
{
    /// <summary>Which questions get which word. Null where a word fits no question, or a line names none of ours.</summary>
    public static IReadOnlyList<Decided>? Given(AnswerText answer, IReadOnlyList<string> codes, IReadOnlyList<(string Code, QuestionEntry Question)> found)
    {
        var given = new List<Decided>();
        foreach (var line in answer.Lines.Count > 0 ? answer.Lines : [new AnswerLine(null, AnswerWords.Accept)])
        {
            var named = line.Code is not null
                ? found.Where(pair => pair.Code.Equals(Code(line.Code), StringComparison.OrdinalIgnoreCase))
                : found.Where(pair => codes.Contains(pair.Code, StringComparer.OrdinalIgnoreCase));
            if (named.Select(pair => pair.Question).DistinctBy(question => question.Id).ToList() is not [var question] || question.CommandOf(line.Word) is null) return null;
            given.Add(new Decided(question, line.Word, line.Fields));
        }
        return given.DistinctBy(one => one.Question.Id).Count() == given.Count ? given : null;
    }

    /// <summary>A word that decides, and no code with it: whoever is asked something believes to have answered.</summary>
    public static bool IsBare(Heard.Reply reply) => reply is { Codes.Count: 0, Answer: { } answer } && answer.Lines.All(line => line.Code is null);

    public static string? Code(string? written) => ReplyToken.Parse(written)?.Code;
}
