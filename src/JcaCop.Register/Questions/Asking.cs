using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Questions;

/// <summary>Opens questions, hands out their codes and closes them, beside whatever they are about: in the same order, in the same transaction.</summary>
public static class Asking
{
    /// <summary>A digest a day for a month hands out as many codes; older ones are spent.</summary>
    private const int MostCodes = 40;

    /// <summary>Opens the question, or finds the one that is open about the same matter and asks it again.</summary>
    /// <param name="told">With number 0 and no codes. Its <see cref="QuestionEntry.Key"/> must be among the order's <c>Named</c>.</param>
    /// <param name="code">The code that the letter carries, hashed; null where no letter goes out now.</param>
    public static QuestionEntry Ask(QuestionEntry told, IssuedCode? code, DeskDraft draft) => Ask(told, code, draft.Entries);

    internal static QuestionEntry Ask(QuestionEntry told, IssuedCode? code, EntryDraft entries)
    {
        var before = entries.Known.Named<QuestionEntry>(EntryKind.Question, told.Key).FirstOrDefault(question => question.Live);
        IReadOnlyList<IssuedCode> codes = [.. (before?.Codes ?? []).Append(code).OfType<IssuedCode>().TakeLast(MostCodes)];
        var after = before is null
            ? told with { Id = entries.Known.NextNew(), Codes = codes, OpenedAt = entries.At }
            // What the matter has become since is what is asked now.
            : before with { Title = told.Title, Answers = told.Answers, Answerers = told.Answerers, ExpiresAt = told.ExpiresAt, Codes = codes };
        return entries.Put(before, after, told.Title,
            before is null ? new FieldChange("question", null, told.Title) : null,
            code is null ? null : new FieldChange("asked", null, code.To));
    }

    /// <summary>Closes the question with its answer.</summary>
    /// <param name="who">Address of the person.</param>
    public static QuestionEntry Answer(QuestionEntry question, string word, string who, long messageId, DeskDraft draft) =>
        draft.Put(question, question with { State = QuestionState.Answered, Word = word, AnsweredBy = who, AnsweredAt = draft.Now, AnswerMessageId = messageId },
            question.Title, new FieldChange("state", question.State.ToString(), nameof(QuestionState.Answered)), new FieldChange("answer", null, word));

    /// <summary>Closes a question that nobody needs to answer any more.</summary>
    public static void Close(QuestionEntry question, QuestionState state, DeskDraft draft) => Close(question, state, draft.Entries);

    internal static void Close(QuestionEntry question, QuestionState state, EntryDraft entries)
    {
        if (question.Live) entries.Put(question, question with { State = state }, question.Title, new FieldChange("state", nameof(QuestionState.Open), state.ToString()));
    }
}
