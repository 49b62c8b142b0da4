using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Liaisons;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Deciding;

/// <summary>Works out what accepted items change in the register. Pure: it writes into <see cref="Known"/> alone.</summary>
/// <remarks>A mail that completes an entry adds to it; a newer mail overwrites, an older one that comes late fills gaps only.</remarks>
public static class Placing
{
    public static IReadOnlyList<RegisterChange> Place(Verdict verdict, MailContext mail, Known known)
    {
        var changes = new List<RegisterChange>();
        foreach (var item in verdict.Items.Where(item => item.State == ItemState.Accepted))
            Place(item.Position, item.Item, mail, known, changes);
        if (verdict.Answer is { } answer) CallPlacing.Place(answer, mail, new EntryDraft(known, mail.At, RegisterChange.OfMail, changes));
        return changes;
    }

    /// <summary>Applies one item, when a mail is judged or when a person accepts it later.</summary>
    public static void Place(int position, Item item, MailContext mail, Known known, List<RegisterChange> changes)
    {
        var entries = new EntryDraft(known, mail.At, position, changes);
        switch (item)
        {
            case Nomination nomination:
                NominationPlacing.Place(nomination, mail.Sender, entries, mail.IsFromOfficer);
                break;
            case Representative representative:
                SeatPlacing.Place(representative, mail.Sender, mail.Respondent, entries, corrects: mail.Thread is { Kind: "receipt" or "item-decided" }, forwards: mail.IsFromOfficer);
                break;
            case Withdrawal { Of: WithdrawalOf.Registration } withdrawal:
                RegistrationPlacing.Cancel(withdrawal, mail, entries);
                break;
            case Withdrawal withdrawal:
                WithdrawalPlacing.Place(withdrawal, mail.Respondent, entries);
                break;
            case Correction { Letters: true } correction:
                CorrectionPlacing.Redirect(correction, mail.Speaker ?? Calls.SpokenFor.Find(null, mail.Respondent, known, OfficialDomains.None, known.DayOf(mail.At)).Member, entries);
                break;
            case Correction correction:
                CorrectionPlacing.Place(correction, mail.Respondent, entries);
                break;
            case Liaison liaison:
                LiaisonPlacing.Place(liaison, mail, entries);
                break;
            case Activity activity:
                ActivityPlacing.Place(activity, mail, entries);
                break;
            case Registration registration:
                RegistrationPlacing.Place(registration, mail, entries);
                break;
            case Regret regret:
                RegistrationPlacing.Place(regret, mail, entries);
                break;
            case Contribution contribution:
                PaperPlacing.Place(contribution, mail, entries);
                break;
            case Report report:
                PaperPlacing.Place(report, mail, entries);
                break;
            default:
                // Kept as an item with its state; the register has no entry of this sort.
                break;
        }
        SeatAnswered.Note(item, mail, entries);
    }
}
