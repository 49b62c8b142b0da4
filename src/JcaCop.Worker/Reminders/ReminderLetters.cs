using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Calls;
using JcaCop.Post.Letters.Liaisons;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Calls;
using Deadline = JcaCop.Post.Letters.Deadline;
using Nearness = JcaCop.Post.Letters.Calls.ReminderStep;
using Step = JcaCop.Register.Calendar.ReminderStep;

namespace JcaCop.Worker.Reminders;

/// <summary>The letters that remind, by what is owed, and the one that hands what reminders did not move to the secretariat.</summary>
internal sealed class ReminderLetters(LetterWriter writer)
{
    /// <returns>Empty where nobody can be written to, or where another job of the calendar writes the letters of this matter.</returns>
    public IReadOnlyList<OutgoingLetter> Of(Group group, ObligationEntry owed, Step step, RegisterSnapshot register, DateTimeOffset now)
    {
        if (LetterFor(group, owed, step, register) is not { } letter) return [];
        return [.. AddressesOf(group, owed.Debtor, register).Select(to => writer.Write(letter, to, new Dispatch(group, now)))
            .OfType<OutgoingLetter>().Select(written => written with { About = new EntryRef(owed.OfKind, owed.Of) })];
    }

    public IReadOnlyList<OutgoingLetter> Escalation(Group group, IReadOnlyList<DueReminder> overdue, RegisterSnapshot register, DateTimeOffset now)
    {
        var letter = new EscalationLetter([.. overdue.Select(one => new OverdueMatter(
            one.Owed.Debtor.Name, one.Owed.Title, DayOf(one.Owed, group), one.Reminded.Sent, AddressesOf(group, one.Owed.Debtor, register) is [var first, ..] ? first.Email : null))]);
        return [.. group.Secretaries.Select(to => writer.Write(letter, new LetterAddress(to), new Dispatch(group, now))).OfType<OutgoingLetter>()];
    }

    private static Letter? LetterFor(Group group, ObligationEntry owed, Step step, RegisterSnapshot register)
    {
        var nearness = step.DaysBefore switch { 0 => Nearness.LastDay, < 7 => Nearness.Near, _ => Nearness.Ahead };
        return owed.Matter switch
        {
            ObligationMatter.AnswerCall when register.All<CallEntry>().FirstOrDefault(call => call.Id == owed.Of) is { } call => CallLetters.Reminder(group, call, nearness),
            ObligationMatter.AnswerLiaison when register.All<LiaisonEntry>().FirstOrDefault(statement => statement.Id == owed.Of) is { } statement =>
                new LiaisonReminderLetter(nearness, statement.Name, statement.Title ?? statement.Name, string.Join("; ", statement.From), statement.Date, new Deadline(DayOf(owed, group), group.Zone)),
            ObligationMatter.ReviewMandate => new MandateReviewLetter(MandateOccasion.LifetimeEnds, DayOf(owed, group), group.Parent ?? group.Name, owed.Title),
            _ => null,
        };
    }

    /// <summary>Of an obligation with a deadline: only such are reminded.</summary>
    private static DateOnly DayOf(ObligationEntry owed, Group group) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(owed.Deadline!.At, group.Zone).DateTime);

    private static IReadOnlyList<LetterAddress> AddressesOf(Group group, Debtor debtor, RegisterSnapshot register)
    {
        if (debtor.Role == "chairman" && group.Chairman is { } chairman) return [new LetterAddress(chairman)];
        if (debtor.Role is not null) return [.. group.Secretaries.Select(to => new LetterAddress(to))];
        if (debtor.MemberId is { } memberId && register.All<MemberEntry>().FirstOrDefault(member => member.Id == memberId) is { } member)
            return Reachable(member.Addresses) is { } address ? [new LetterAddress(address, member.Language, member.Name)] : [];
        if (debtor.PersonId is { } personId && register.Person(personId) is { } person)
            return Reachable(person.Addresses) is { } address ? [new LetterAddress(address, debtor.Language, person.Name)] : [];
        return debtor.Email is { } email ? [new LetterAddress(email, debtor.Language, debtor.Name)] : [];
    }

    private static string? Reachable(IReadOnlyList<PersonAddress> addresses) => addresses.FirstOrDefault(address => address.Reachability != Reachability.Unreachable)?.Email;
}
