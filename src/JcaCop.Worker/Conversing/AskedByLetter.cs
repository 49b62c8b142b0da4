using JcaCop.Post.Letters;
using JcaCop.Reading;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Questions;
using JcaCop.Register.Trust;

namespace JcaCop.Worker.Conversing;

/// <summary>Which question a bare word answers, where the mail names no code: the only one that is open, where the mail replies to the letter that asks it.</summary>
/// <remarks>
/// Without the code nothing but our own server proves who writes, so its word is needed. A letter on the same matter that asks nothing proves
/// nothing: "OK" to an invitation approves no report.
/// </remarks>
internal static class AskedByLetter
{
    /// <summary>Letters that ask for an approval and for nothing else.</summary>
    private static readonly string[] Kinds = ["question", MeetingLetters.ReportApproval];

    /// <summary>Whether a mail replies, in more than thanks, to a letter that asks its writer something which is still open.</summary>
    public static bool IsOpen(IReadOnlyList<QuestionEntry> asked, AnsweredLetter? letter, ReceivedMail mail) =>
        letter is { About: { } about } && Kinds.Contains(letter.Kind, StringComparer.Ordinal) && Listening.Same(letter.Recipient, mail.Sender?.Email)
        && asked.Any(question => question.Live && question.AboutKind == about.Kind && question.AboutId == about.Id)
        && !mail.Body.ReplyText.Split('\n').Select(line => line.Trim()).All(line => line.Length == 0 || AnswerWords.IsCourtesy(line) || AnswerWords.Greets(line));

    /// <summary>The answer whose order is called as the mail says: "admit", where accepting is <c>document admit</c>; "defer", where rejecting is <c>document defer</c>.</summary>
    /// <returns>Null where the mail says more than that word, or another.</returns>
    public static string? WordOfOrder(QuestionEntry question, ReceivedMail mail)
    {
        var said = mail.Body.ReplyText.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !AnswerWords.IsCourtesy(line) && !AnswerWords.Greets(line)).ToList();
        return said is [var only] ? question.Answers.FirstOrDefault(answer => answer.Command.Split(' ') is [_, var verb, ..] && NameKey.Of(verb) == NameKey.Of(only))?.Word : null;
    }

    /// <summary>The answer that a mail gives in other words than those of the letter: the name of its order, or that the draft is fine as it stands.</summary>
    /// <inheritdoc cref="WordOfOrder"/>
    public static string? WordOf(QuestionEntry question, ReceivedMail mail) => WordOfOrder(question, mail)
        ?? (question is { Matter: QuestionMatter.Approval, AboutKind: EntryKind.Meeting or EntryKind.Liaison } && !mail.Attachments.Any(attachment => attachment.Listed)
            && AnswerReader.IsUnchanged(mail.Body.ReplyText, mail.Sender)
            ? AnswerWords.Accept : null);

    /// <param name="asked">What the sender is asked now.</param>
    /// <param name="letter">The letter of ours that the mail answers; null where it answers none.</param>
    /// <returns>Null where it is not plain, or not proved.</returns>
    public static QuestionEntry? Of(IReadOnlyList<QuestionEntry> asked, AnsweredLetter? letter, string sender, Group group, SenderProof proof, DateTimeOffset now) =>
        proof.Proof == Proof.Passed && Listening.IsOfficer(sender, group)
        && asked is [{ Matter: QuestionMatter.Approval, AboutKind: { } kind, AboutId: { } id } only] && only.ExpiresAt > now
        && letter is { About: { } about } && about == new EntryRef(kind, id) && Kinds.Contains(letter.Kind, StringComparer.Ordinal)
        && Listening.Same(letter.Recipient, sender) && letter.WrittenAt >= only.OpenedAt
            ? only : null;

    /// <summary>The question about the own seat, in whose letter's thread its holder writes; our server has proved the address to which the letter went.</summary>
    /// <inheritdoc cref="Of"/>
    public static QuestionEntry? OfSeat(IReadOnlyList<QuestionEntry> asked, AnsweredLetter? letter, string sender, SenderProof proof, DateTimeOffset now) =>
        proof.Proof == Proof.Passed && letter is { Kind: SeatAnswer.Question, About: { Kind: EntryKind.Seat } about } && Listening.Same(letter.Recipient, sender)
        && asked.Where(one => one is { Matter: QuestionMatter.Approval, AboutKind: EntryKind.Seat } && one.AboutId == about.Id && one.ExpiresAt > now && letter.WrittenAt >= one.OpenedAt).ToList() is [var only]
            ? only : null;

    /// <summary>What a member is asked, in whose letter's thread it writes: that letter brought the code of the only question that is open to it, and our own server has proved its address.</summary>
    /// <inheritdoc cref="Of"/>
    public static QuestionEntry? OfMember(IReadOnlyList<QuestionEntry> asked, AnsweredLetter? letter, string sender, SenderProof proof, DateTimeOffset now) =>
        proof.Proof == Proof.Passed && letter is { Kind: "question" } && Listening.Same(letter.Recipient, sender)
        && asked is [{ Matter: QuestionMatter.HeldMail or QuestionMatter.Choice } only] && only.ExpiresAt > now
        && only.Codes.Any(code => Listening.Same(code.To, sender) && (code.ExpiresAt - MemberQuestions.Lasting - letter.WrittenAt).Duration() < OneLetter)
            ? only : null;

    /// <summary>Letter and code are written at one time.</summary>
    private static readonly TimeSpan OneLetter = TimeSpan.FromMilliseconds(5);
}
