using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Deciding;

/// <summary>Works out what accepted items change in the register. Pure: it writes into <see cref="Known"/> alone.</summary>
/// <remarks>A mail that completes an entry adds to it; a newer mail overwrites, an older one that comes late fills gaps only.</remarks>
public static class Placing
{
    /// <param name="at">When the mail arrived.</param>
    public static IReadOnlyList<RegisterChange> Place(Verdict verdict, MailReading reading, DateTimeOffset at, Known known)
    {
        var changes = new List<RegisterChange>();
        foreach (var item in verdict.Items.Where(item => item.State == ItemState.Accepted))
            Place(item.Position, item.Item, reading.Mail.Sender?.Email, reading.Respondent, at, known, changes);
        return changes;
    }

    /// <summary>Applies one item, when a mail is judged or when a person accepts it later.</summary>
    /// <param name="sender">Address of whoever sent the item; null where unknown.</param>
    public static void Place(
        int position, Item item, string? sender, Respondent? respondent, DateTimeOffset at, Known known, List<RegisterChange> changes)
    {
        var entries = new EntryDraft(known, at, position, changes);
        switch (item)
        {
            case Nomination nomination:
                NominationPlacing.Place(nomination, sender, entries);
                break;
            case Representative representative:
                SeatPlacing.Place(representative, sender, respondent, entries);
                break;
            case Withdrawal withdrawal:
                WithdrawalPlacing.Place(withdrawal, respondent, entries);
                break;
            case Correction correction:
                CorrectionPlacing.Place(correction, respondent, entries);
                break;
            default:
                // Kept as an item with its state; the register has no entry of this sort.
                break;
        }
    }
}
