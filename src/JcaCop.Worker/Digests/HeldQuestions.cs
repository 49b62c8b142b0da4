using System.Globalization;
using JcaCop.Post.Letters.Message;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Digests;

/// <summary>Makes each mail that waits a question to the secretariat, answered by one word with the code of its line.</summary>
internal sealed class HeldQuestions(QuestionStore questions)
{
    /// <summary>A code is good for as long as a digest may lie unread.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromDays(30);

    /// <summary>Asks about a mail (one that was set aside goes the whole way again where it is accepted), and gives the code that one secretary's digest carries.</summary>
    /// <param name="more">A further answer that this mail allows; null for none.</param>
    public async Task<ReplyToken?> AskAsync(Group group, MessageLine mail, PreparedAnswer? more, string to, DateTimeOffset now, CancellationToken stop)
    {
        var token = ReplyToken.New();
        var question = new QuestionEntry(
            0, group.Key, QuestionMatter.HeldMail, QuestionEntry.KeyOfMessage(mail.Id), null, null, mail.Id, Title(mail),
            [
                new PreparedAnswer(AnswerWords.Accept, mail.State == MessageState.SetAside ? "review replay {id}" : "review accept {id}"), new PreparedAnswer(AnswerWords.Reject, "review reject {id}"),
                .. more is null ? (IEnumerable<PreparedAnswer>)[] : [more],
            ],
            Answerers.Secretariat, [], now, now + Lasting);
        var outcome = await questions.AskAsync(question, new IssuedCode(QuestionCode.HashOf(group.Key, token.Code), to, now + Lasting), "calendar", stop);
        return outcome.Problem is null ? token : null;
    }

    public static string Title(MessageLine mail) => string.Create(CultureInfo.InvariantCulture, $"mail {mail.Id}: {mail.Subject}");
}
