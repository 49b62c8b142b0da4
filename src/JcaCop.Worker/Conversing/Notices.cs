using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Reading.Sorting;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;
using JcaCop.Register.Trust;

namespace JcaCop.Worker.Conversing;

/// <summary>What others than its sender are told because of a mail.</summary>
internal static class Notices
{
    public static IEnumerable<OutgoingLetter> Of(JudgedMail mail, Group group, TalkLetters letters, DateTimeOffset now)
    {
        foreach (var letter in mail.Reach.Lost.SelectMany(seat => letters.Lost(group, seat, now))) yield return letter;
        if (IsInput(mail) && !Reached(mail.Reading.Mail, group) && letters.PassOn(group, mail.Taken, mail.Reading, now) is { } passed) yield return passed;
    }

    /// <summary>
    /// A mail that is too large is read by nobody until a person takes it in hand: the chairman hears of it where it may be an input and had not reached the chairman. Not where a machine
    /// wrote it, or its sender may be forged.
    /// </summary>
    /// <param name="head">What its header says; null where that cannot be read.</param>
    /// <param name="server">authserv-id of our own mail server; null where none is set.</param>
    public static IEnumerable<OutgoingLetter> OfTooLarge(TakenMail taken, ReceivedMail? head, Group group, string? server, TalkLetters letters, DateTimeOffset now)
    {
        if (head is not { Sender: { } sender } || Listening.Same(sender.Email, group.Address) || Listening.IsSecretary(sender.Email, group) || Reached(head, group)
            || MailSorter.Sort(head).Kind != MailKind.Human || SenderProof.Of(head, server).Proof == Proof.Failed) yield break;
        if (letters.PassOnTooLarge(group, taken, head, now) is { } passed) yield return passed;
    }

    /// <summary>
    /// Inputs go to the chairman and to the secretariat (Rec. ITU-T A.1, 2.2.6): contributions and liaison statements, but for those that may be forged. A statement that
    /// was recorded goes to the chairman with what is asked of the group.
    /// </summary>
    private static bool IsInput(JudgedMail mail) => mail.Verdict.Items.Any(item => item.Because != HeldBecause.Confirm && ((item.Item is Contribution && (item.State != ItemState.Accepted || IsNews(mail, item))) || (item.Item is Liaison && item.State != ItemState.Accepted)));

    /// <summary>What is on file already is not passed on once more: a mail that was sent twice.</summary>
    private static bool IsNews(JudgedMail mail, ItemVerdict item) => mail.Changes.Any(change => change.ItemPosition == item.Position);

    /// <summary>Whether the chairman has it already: as its writer, or among those to whom it went.</summary>
    private static bool Reached(ReceivedMail mail, Group group) =>
        Listening.Same(mail.Sender?.Email, group.Chairman) || Listening.Recipients(mail).Any(address => Listening.Same(address, group.Chairman));
}
