using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>Reads a mail on a questionnaire beside what its member has answered before: "3. The Commissioner." alone is the rest where nothing but question 3 is open.</summary>
internal static class RestOfAnswer
{
    /// <summary>The answers of the mail by the numbers of the questions: until the call is called off, for what comes after the closing completes an answer too.</summary>
    public static MailReading Read(MailReading reading, CallEntry questionnaire, MemberEntry? member, Known known)
    {
        IReadOnlyList<string> asked = [.. questionnaire.Questions.Select(static question => question.Number)];
        return QuestionnaireReader.AsAnswer(reading, asked, Missing(questionnaire, asked, member, known));
    }

    /// <summary>The questions that the member's answer on record leaves open; none where nothing of it is on record yet, or more of it waits.</summary>
    private static IReadOnlyList<string> Missing(CallEntry call, IReadOnlyList<string> asked, MemberEntry? member, Known known) =>
        member is not null && CallPlacing.Entry(known, call.Id, member.Id, null) is { Waiting.Count: 0, Given.Said: { Sort: AnswerSort.Responses } said }
            ? [.. asked.Where(number => !said.Responses.Any(response => response.Number.Equals(number, StringComparison.OrdinalIgnoreCase)))] : [];
}
