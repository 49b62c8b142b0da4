using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;

namespace JcaCop.Worker.Conversing;

/// <summary>What others than its sender are told because of a mail.</summary>
internal static class Notices
{
    public static IEnumerable<OutgoingLetter> Of(JudgedMail mail, Group group, TalkLetters letters, DateTimeOffset now)
    {
        foreach (var letter in mail.Reach.Lost.SelectMany(seat => letters.Lost(group, seat, now))) yield return letter;
        if (IsInput(mail) && !Reached(mail, group) && letters.PassOn(group, mail.Taken, mail.Reading, now) is { } passed) yield return passed;
    }

    /// <summary>
    /// Inputs go to the chairman and to the secretariat (Rec. ITU-T A.1, 2.2.6): contributions and liaison statements, but for those that may be forged. A statement that
    /// was recorded goes to the chairman with what is asked of the group.
    /// </summary>
    private static bool IsInput(JudgedMail mail) => mail.Verdict.Items.Any(item => item.Because != HeldBecause.Confirm && ((item.Item is Contribution && (item.State != ItemState.Accepted || IsNews(mail, item))) || (item.Item is Liaison && item.State != ItemState.Accepted)));

    /// <summary>What is on file already is not passed on once more: a mail that was sent twice.</summary>
    private static bool IsNews(JudgedMail mail, ItemVerdict item) => mail.Changes.Any(change => change.ItemPosition == item.Position);

    /// <summary>Whether the chairman has it already: as its writer, or among those to whom it went.</summary>
    private static bool Reached(JudgedMail mail, Group group) =>
        Listening.Same(mail.Reading.Mail.Sender?.Email, group.Chairman) || Listening.Recipients(mail.Reading.Mail).Any(address => Listening.Same(address, group.Chairman));
}
