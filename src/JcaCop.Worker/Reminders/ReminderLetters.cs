using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Calls;
using JcaCop.Post.Letters.Liaisons;
using JcaCop.Post.Letters.Meetings;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Reports;
using JcaCop.Post.Letters.Seats;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;
using JcaCop.Worker.Calls;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Periodic;
using Deadline = JcaCop.Post.Letters.Deadline;
using Nearness = JcaCop.Post.Letters.Calls.ReminderStep;

namespace JcaCop.Worker.Reminders;

/// <summary>The letters that remind, by what is owed, and the one that hands what reminders did not move to the secretariat.</summary>
internal sealed class ReminderLetters(LetterWriter writer)
{
    /// <returns>Empty where nobody can be written to, or where another job of the calendar writes the letters of this matter.</returns>
    /// <param name="token">Of the question that one word answers; null where none is open.</param>
    public IReadOnlyList<OutgoingLetter> Of(Group group, DueReminder due, ReplyToken? token, RegisterSnapshot register, DateTimeOffset now)
    {
        var owed = due.Owed;
        if (due.Deputy is { } deputy)
            return [.. new[] { writer.Write(ForDeputy(group, owed, register), new LetterAddress(deputy, Speaking.In(register).Of(deputy) ?? owed.Debtor.Language), new Dispatch(group, now)) }
                .OfType<OutgoingLetter>().Select(written => written with { About = new EntryRef(owed.OfKind, owed.Of) })];
        if (LetterFor(group, owed, NearnessOf(due, group, now), due.Reminded.Sent > 0, register, now) is not { } letter) return [];
        return [.. AddressesOf(group, owed.Debtor, register).Select(to => writer.Write(letter, to, new Dispatch(group, now) { Token = token }))
            .OfType<OutgoingLetter>().Select(written => written with { About = new EntryRef(owed.OfKind, owed.Of) })];
    }

    /// <summary>The question that answers what is owed by one word, if one is open.</summary>
    public static QuestionEntry? QuestionOf(ObligationEntry owed, RegisterSnapshot register)
    {
        var key = owed.Matter switch
        {
            ObligationMatter.ConfirmSeat => SeatAsking.QuestionOf(owed.Of),
            ObligationMatter.Approve when MeetingOf(owed, register) is { } meeting => ReportSteps.QuestionOf(meeting),
            _ => null,
        };
        return key is null ? null : register.All<QuestionEntry>().FirstOrDefault(question => question.Live && question.Key == key);
    }

    public IReadOnlyList<OutgoingLetter> Escalation(Group group, IReadOnlyList<DueReminder> overdue, Standings standings, DateTimeOffset now)
    {
        var letter = new EscalationLetter([.. overdue.Select(one => new OverdueMatter(one.Owed.Debtor.Name, one.Owed.Title, DayOf(one.Owed, group), one.Reminded.Sent, standings.Of(one.Owed), one.AnswerWaits && !one.AsksForTime, one.AsksForTime))]);
        return [.. group.Secretaries.Select(to => writer.Write(letter, new LetterAddress(to), new Dispatch(group, now))).OfType<OutgoingLetter>()];
    }

    /// <summary>What the letter says of the time left is told by the calendar, and not by the step: the reminder of a last day that is a day off leaves on the working day before.</summary>
    private static Nearness NearnessOf(DueReminder due, Group group, DateTimeOffset now)
    {
        var here = DayIn(now, group);
        var there = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, due.State.Zone).DateTime);
        return (DayOf(due.Owed, group).DayNumber - (there > here ? there : here).DayNumber) switch { <= 0 => Nearness.LastDay, < 7 => Nearness.Near, _ => Nearness.Ahead };
    }

    private static Letter? LetterFor(Group group, ObligationEntry owed, Nearness nearness, bool again, RegisterSnapshot register, DateTimeOffset now)
    {
        return owed.Matter switch
        {
            ObligationMatter.AnswerCall when register.One<CallEntry>(owed.Of) is { } call => CallLetters.Reminder(group, call, nearness, owed.Deadline, AnswerOf(call, owed, register)),
            ObligationMatter.AnswerLiaison when register.One<LiaisonEntry>(owed.Of) is { } statement =>
                new LiaisonReminderLetter(nearness, statement.Name, statement.Title ?? statement.Name, string.Join("; ", statement.From), statement.Date, DeadlineOf(owed, group)),
            ObligationMatter.ReviewMandate => MandateJob.Letter(group, owed, register.One<MandateEntry>(owed.Of)),
            ObligationMatter.SendContribution when MeetingOf(owed, register) is { } meeting && register.One<DocumentEntry>(owed.DocumentId) is { } document =>
                new ContributionReminderLetter(nearness, MeetingWords.Name(meeting, group), DeadlineOf(owed, group), document.Number, document.Title),
            ObligationMatter.SendReport or ObligationMatter.Approve when MeetingOf(owed, register) is { } meeting =>
                new ReportReminderLetter(owed.Matter == ObligationMatter.Approve ? AwaitedWord.Approval : AwaitedWord.Report, MeetingWords.Name(meeting, group), group.Parent ?? group.FullName, DeadlineOf(owed, group), AskedOn(meeting, owed, group)),
            ObligationMatter.ConfirmSeat when register.Seats.FirstOrDefault(seat => seat.Id == owed.Of) is { } seat && StillAsked(seat, owed, DayIn(now, group)) && register.Person(seat.PersonId) is { } person =>
                new SeatConfirmationLetter(person.Name ?? person.Email ?? "", seat.Body, new RoleName(seat.Role), person.Function, person.Email, person.Phone,
                    seat.From, seat.ConfirmedAt is { } confirmed ? DayIn(confirmed, group) : null, DeadlineOf(owed, group)) { Again = again },
            _ => null,
        };
    }

    private static AnswerEntry? AnswerOf(CallEntry call, ObligationEntry owed, RegisterSnapshot register) =>
        register.All<AnswerEntry>().FirstOrDefault(answer => answer.CallId == call.Id && answer.MemberId is { } member && member == owed.Debtor.MemberId);

    private static AbsenceDeputyLetter ForDeputy(Group group, ObligationEntry owed, RegisterSnapshot register)
    {
        var call = owed.Matter == ObligationMatter.AnswerCall ? register.One<CallEntry>(owed.Of) : null;
        return new(owed.Debtor.Name, owed.Debtor.MemberId is not null, owed.NotBefore is { } back ? DayIn(back, group) : null, owed.Title, call?.Title ?? owed.Title, DeadlineOf(owed, group));
    }

    /// <summary>A seat that has ended or was confirmed meanwhile is no longer asked about, whichever way that came about.</summary>
    /// <param name="today">In the group's zone, as the days of seats are.</param>
    private static bool StillAsked(SeatEntry seat, ObligationEntry owed, DateOnly today) =>
        seat.HoldsOn(today) && !(seat.ConfirmedAt > owed.OpenedAt);

    private static MeetingEntry? MeetingOf(ObligationEntry owed, RegisterSnapshot register) => owed.OfKind == EntryKind.Meeting ? register.One<MeetingEntry>(owed.Of) : null;

    private static DateOnly AskedOn(MeetingEntry meeting, ObligationEntry owed, Group group) => DayIn(
        meeting.Letters.TryGetValue(owed.Matter == ObligationMatter.Approve ? MeetingLetters.ReportApproval : MeetingLetters.ReportRequest, out var at) ? at : owed.OpenedAt, group);

    private static DateOnly DayIn(DateTimeOffset at, Group group) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, group.Zone).DateTime);

    /// <summary>Of an obligation with a deadline: only such are reminded.</summary>
    private static DateOnly DayOf(ObligationEntry owed, Group group) => owed.Deadline!.DayOr(group.Zone);

    private static Deadline DeadlineOf(ObligationEntry owed, Group group) => new(DayOf(owed, group), owed.Deadline!.ZoneOr(group.Zone));

    /// <summary>To whom letters to a debtor go; empty where no address is reached.</summary>
    internal static IReadOnlyList<LetterAddress> AddressesOf(Group group, Debtor debtor, RegisterSnapshot register)
    {
        if (debtor.Role == "chairman" && group.Chairman is { } chairman) return [new LetterAddress(chairman)];
        if (debtor.Role is not null) return [.. group.Secretaries.Select(to => new LetterAddress(to))];
        if (debtor.MemberId is { } memberId && register.One<MemberEntry>(memberId) is { } member)
            return Reachable(member.Addresses) is { } address ? [new LetterAddress(address, Speaking.In(register).Of(member), member.Name)]
                // Where its own addresses fail, whoever stands for it is written to: the principal, or who comes next.
                : [.. new MemberSeats(member, group.Official).Reached(register.Seats, id => register.Person(id), register.MembersNamed).Take(1)
                    .Select(seat => new LetterAddress(seat.Email, Speaking.In(register).Of(seat.Person) ?? Speaking.In(register).Of(member), seat.Person.Name))];
        if (debtor.PersonId is { } personId && register.Person(personId) is { } person)
            return Reachable(person.Addresses) is { } address ? [new LetterAddress(address, Speaking.In(register).Of(person) ?? debtor.Language, person.Name)] : [];
        return debtor.Email is { } email ? [new LetterAddress(email, Speaking.In(register).Of(email) ?? debtor.Language, debtor.Name)] : [];
    }

    private static string? Reachable(IReadOnlyList<PersonAddress> addresses) => addresses.FirstOrDefault(address => address.Reachability != Reachability.Unreachable)?.Email;
}
