using JcaCop.Reading;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>A reply to a question of ours about a mail speaks of that mail: "not nominated by us" is no answer to the circular under which a stranger wrote.</summary>
public static class QuestionReply
{
    /// <summary>The reading without the answer to a call that only its denials give; as it was, where the new words cite a circular, or put something forward.</summary>
    public static MailReading WithoutAnswer(MailReading reply, Known known) =>
        reply.Items.Count > 0 || CitedCalls.InText(reply.Mail.Body.ReplyText, known).Count > 0 ? reply
            : reply with { Declines = [], Answers = reply.Answers with { Circular = null } };
}
