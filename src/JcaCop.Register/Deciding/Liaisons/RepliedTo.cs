using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;

namespace JcaCop.Register.Deciding.Liaisons;

/// <summary>
/// The statement of ours that a statement answers, where no field of its form says so: the number stands in the subject of the mail, the title repeats ours ("Reply to LS on …"), or it calls itself a
/// reply and its sender owes us but one. Only from a body that owes the answer: anybody else may write on the same matter, and closes nothing (Rec. ITU-T A.1, 1.5.1: a reply says so in its title).
/// </summary>
internal static class RepliedTo
{
    public static LiaisonEntry? Find(Liaison told, MailContext mail, Known known)
    {
        if (LiaisonAnswer.Numbered(mail.Answers.Liaison, known) is { } numbered && IsOwed(numbered)) return numbered;
        if (LiaisonReference.RepliedKey(told.Title) is { } title && known.Named<LiaisonEntry>(EntryKind.Liaison, title).FirstOrDefault(IsOwed) is { } titled) return titled;
        if (told.InReplyTo is not null || mail.Answers.Liaison is not null || !LiaisonReply.SaysReply(told.Title)) return null;
        return Owed(told.From, known).ToList() is [var only] && IsOwed(only) ? only : null;

        bool IsOwed(LiaisonEntry ours) => ours is { Way: LiaisonWay.Outgoing, State: LiaisonState.Sent }
            && known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Liaison, ours.Id)).Any(owed => owed.Live && LiaisonPlacing.SpeaksFor(told.From, owed.Debtor));
    }

    /// <summary>Statements of ours that these bodies have not answered yet; those of whom the register knows by the sender's address.</summary>
    private static IEnumerable<LiaisonEntry> Owed(IReadOnlyList<string> from, Known known) =>
        known.All<ObligationEntry>().Where(owed => owed.Live && owed.OfKind == EntryKind.Liaison && LiaisonPlacing.SpeaksFor(from, owed.Debtor))
            .Select(owed => known.Filed<LiaisonEntry>(EntryKind.Liaison, owed.Of)).OfType<LiaisonEntry>().DistinctBy(ours => ours.Id);
}
