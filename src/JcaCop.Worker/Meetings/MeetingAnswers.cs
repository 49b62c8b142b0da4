using JcaCop.Post.Calendars;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Meetings;
using JcaCop.Post.Letters.Message;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Worker.Meetings;

/// <summary>Answers to mails that are about one meeting alone and were recorded whole: who is registered, who excuses themselves, under which number a contribution lies.</summary>
internal static class MeetingAnswers
{
    /// <returns>Null for any other mail: it gets the receipt that every mail gets.</returns>
    public static OutgoingLetter? To(JudgedMail mail, Group group, LetterWriter letters, DateTimeOffset now)
    {
        if (mail is not { Meeting: { } meeting, Verdict.Items.Count: > 0, Reading: { NeedsAttention: false, Mail.Sender: { } sender } }
            || mail.Verdict.Items.Any(item => item.State != ItemState.Accepted)) return null;
        var registered = mail.Changes.Select(change => change.After).OfType<RegistrationEntry>().Where(entry => entry.MeetingId == meeting.Id).DistinctBy(entry => entry.Id).ToList();
        Letter? letter = mail.Verdict.Items.Select(item => item.Item).ToList() switch
        {
            var items when items.TrueForAll(item => item is Registration or Regret or Withdrawal { Of: WithdrawalOf.Registration })
                && registered.Exists(Comes) && registered.Count == items.Count => new RegistrationReceiptLetter(
                MeetingWords.Facts(meeting, group), [.. registered.Where(Comes).Select(one => new RegisteredPerson(one.Name, one.Organization, Way(one), one.InsteadOf)
                {
                    Function = FunctionOf(one, mail), Heads = one.Rank == DelegationRank.Head, Deputizes = one.Rank == DelegationRank.Deputy,
                })]),
            var items when items.TrueForAll(item => item is Regret or Withdrawal { Of: WithdrawalOf.Registration }) && registered.Count == items.Count => new RegretReceiptLetter(
                MeetingWords.Name(meeting, group), string.Join(", ", registered.Select(one => one.Name)),
                mail.Changes.Any(change => change.Before is RegistrationEntry { State: RegistrationState.Registered })),
            [Contribution] when mail.Changes.Select(change => change.After).OfType<DocumentEntry>().ToList() is [{ Newest: { } newest } document] => new ContributionReceivedLetter(
                document.Cited, document.Title, document.Source, MeetingWords.Name(meeting, group), MeetingWords.Day(meeting, newest.At).Day,
                newest.Late ? ContributionTiming.Late : ContributionTiming.InTime, MeetingWords.Day(meeting, meeting.ContributionsUntil).Day, newest.Number > 0 ? document.Number : null),
            _ => null,
        };
        if (letter is null) return null;
        // Who registers themselves gets the meeting into the calendar; who registers a delegation has it there, or not, as they like.
        var self = registered is [{ State: RegistrationState.Registered } one] ? one : null;
        return letters.Write(letter, new LetterAddress(sender.Email, mail.Reading.Language), new Dispatch(group, now)
        {
            Answers = AnsweredMail.Of(mail.Reading.Mail), About = new EntryRef(EntryKind.Meeting, meeting.Id),
            Calendar = letter is not RegistrationReceiptLetter ? null
                : self is null ? Invites.Publish(meeting, group, now)
                : Invites.Request(meeting, group, new Addressee(MeetingRole.Participants, self.Name, sender.Email, null), connection: false, now),
        });
    }

    /// <summary>The meeting for the calendar of whoever was registered by a person's word; null where nobody was, or for several meetings.</summary>
    public static CalendarPart? CalendarFor(Group group, DecidedMail mail, IReadOnlyList<MeetingEntry> meetings, DateTimeOffset now)
    {
        var registered = mail.Changes.Select(change => change.After).OfType<RegistrationEntry>().Where(Comes).DistinctBy(entry => entry.Id).ToList();
        if (registered.Select(one => one.MeetingId).Distinct().ToList() is not [var only] || meetings.FirstOrDefault(meeting => meeting.Id == only) is not { State: MeetingState.Announced or MeetingState.Planned } held) return null;
        return registered is [var self] ? Invites.Request(held, group, new Addressee(MeetingRole.Participants, self.Name, mail.To, null), connection: false, now)
            : Invites.Publish(held, group, now);
    }

    private static bool Comes(RegistrationEntry entry) => entry.State == RegistrationState.Registered;

    private static string? FunctionOf(RegistrationEntry entry, JudgedMail mail) =>
        mail.Verdict.Items.Select(item => item.Item).OfType<Registration>().FirstOrDefault(told => NameKey.Of(told.Person.Name) == NameKey.Of(entry.Name))?.Person.Function;

    private static RegisteredAttendance Way(RegistrationEntry entry) => entry.Mode switch
    {
        AttendanceMode.InPerson => RegisteredAttendance.InPerson,
        AttendanceMode.Remote => RegisteredAttendance.Remote,
        _ => RegisteredAttendance.Open,
    };
}
