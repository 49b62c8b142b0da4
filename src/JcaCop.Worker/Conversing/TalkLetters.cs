using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Answers;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Post.Letters.Seats;
using JcaCop.Reading;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Periodic;

namespace JcaCop.Worker.Conversing;

/// <summary>The letters of the conversation: what the service answers, asks and tells beside receipts.</summary>
public sealed class TalkLetters(LetterWriter writer)
{
    public LetterWriter Writer => writer;

    /// <summary>What was done for each line of a mail.</summary>
    /// <param name="passedOver">Lines that were taken for no order, and by none.</param>
    /// <param name="mayOrder">Whether the reader may give commands.</param>
    public OutgoingLetter? Result(Group group, MailReading reading, IReadOnlyList<OrderOutcome> results, IReadOnlyList<string> passedOver, bool mayOrder, DateTimeOffset now) => Answer(group, reading, new CommandResultLetter(
        results.All(result => result.Worded) ? (Told)string.Join("; ", results.Select(result => result.Line)) : new AsTyped(string.Join("; ", results.Select(result => result.Line))),
        [.. results.Select(result => new CommandReport(result.Line, result.Done ? CommandOutcome.Done : CommandOutcome.Refused, result.Printed.Trim() is { Length: > 0 } printed ? new Prose(new Printed(printed)) : null) { Worded = result.Worded ? (Told)result.Line : null })],
        [.. passedOver.Select(static line => new AsTyped(line))]) { MayOrder = mayOrder }, null, now);

    /// <summary>Thanks a member for the answer to a question.</summary>
    /// <param name="language">Null: that of the group.</param>
    public OutgoingLetter? Thanks(Group group, MailReading reading, AnswerStanding standing, string about, string word, string? language, DateTimeOffset now) =>
        Answer(group, reading, new AnswerNotedLetter(standing, about, word), language, now);

    /// <param name="officer">Whether the verbs of the secretariat are told too.</param>
    public OutgoingLetter? Help(Group group, MailReading reading, bool officer, string? language, DateTimeOffset now) =>
        Answer(group, reading, new HelpLetter(officer ? OrderLines.All : []), language, now);

    /// <param name="own">What the register holds of the sender.</param>
    /// <param name="register">The whole of it, where the sender may speak for a member; null where not.</param>
    /// <param name="unread">Mails of the sender that were set aside.</param>
    /// <param name="represented">The member for which the sender may speak, by a seat or an official domain: what is open and on record of it is told; null where none is known.</param>
    public OutgoingLetter? Status(Group group, MailReading reading, Known own, RegisterSnapshot? register, MemberEntry? represented, IReadOnlyList<MessageLine> unread, string? language, DateTimeOffset now)
    {
        var sender = reading.Mail.Sender!;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, group.Zone).DateTime);
        var persons = own.PersonsWithEmail(sender.Email).ToList();
        var owned = own.Named<MemberEntry>(EntryKind.Member, sender.Email).ToList();
        var members = owned.Concat(represented is null ? [] : [represented]).DistinctBy(member => member.Id).ToList();
        var owed = persons.Select(person => (EntryKind.Person, person.Id)).Concat(members.Select(member => (EntryKind.Member, member.Id)))
            .SelectMany(who => own.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.OwedBy(who.Item1, who.Id))).Where(one => one.Live).DistinctBy(one => one.Id);
        var held = register is null ? MemberHoldings.Nothing : MemberHoldings.Of([.. members.Where(member => member.Active)], register, group.Official, day);
        var seats = from pair in persons.SelectMany(person => own.SeatsOf(person.Id).Select(seat => (Seat: seat, Person: (PersonEntry?)person)))
                        .Concat(held.Seats.Select(seat => (Seat: seat, Person: register!.Person(seat.PersonId)))).DistinctBy(pair => pair.Seat.Id)
                    where pair.Seat.HoldsOn(day) && pair.Person is not null
                    select new HeldSeat(pair.Person!.Name ?? pair.Person.Email ?? sender.Email, pair.Seat.Body, new RoleName(pair.Seat.Role), pair.Person.Function, pair.Person.Email, pair.Person.Phone);
        var organizations = persons.SelectMany(person => own.ContactOf(person.Id)).Concat(persons.Select(person => own.Organization(person.OrganizationId)).OfType<OrganizationEntry>())
            .Where(organization => organization.State != OrganizationState.Withdrawn).Concat(held.Organizations).DistinctBy(organization => organization.Id)
            .Select(organization => Line(organization, own.Person(organization.ContactId) ?? register?.Person(organization.ContactId)));
        return Answer(group, reading, new StatusLetter(
            members.Select(member => member.Name).FirstOrDefault() ?? persons.Select(person => person.Name).FirstOrDefault(name => name is not null) ?? sender.Email,
            new ZonedTime(now, group.Zone),
            [.. owed.OrderBy(one => one.Deadline?.At ?? DateTimeOffset.MaxValue).Select(one => Open(one, group, now))], [.. seats], [.. organizations], [.. held.Activities.Select(ActivityUpdateJob.Listed)])
        {
            Registrations = [.. held.Registrations.Select(pair => new RegisteredFor(pair.Registration.Name, MeetingWords.Name(pair.Meeting, group)))],
            Contributions = [.. held.Contributions.Select(document => $"{document.Cited}: {document.Title}")],
            Answers = register is null ? [] : AnswersOnRecord.Of(members, sender.Email, register, group.Zone),
            Unread = [.. unread.Select(mail => new UnreadMail(mail.Subject is { Length: > 0 } subject ? subject : null, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mail.ArrivedAt, group.Zone).DateTime)))],
        }, language, now);
    }

    /// <summary>With its contact, so that a member sees what there is to correct.</summary>
    private static string Line(OrganizationEntry organization, PersonEntry? contact) => contact is null ? organization.Name
        : $"{organization.Name} ({string.Join("; ", new[] { contact.Name, contact.Email, contact.Phone }.OfType<string>())})";

    /// <summary>Tells the sender of a mail what was decided on items that had been held. Who is registered by it gets the meeting into the calendar, as with a receipt.</summary>
    /// <param name="meetings">Those that are still to come.</param>
    public OutgoingLetter? Decided(Group group, DecidedMail mail, IReadOnlyList<MeetingEntry> meetings, DateTimeOffset now) => writer.Write(
        new ItemDecidedLetter(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mail.ArrivedAt, group.Zone).DateTime), mail.Subject,
            [.. mail.Items.Select(item => new DecidedItem(ReceiptItem.Of(item, Seen(item, mail.Changes)), item.State == ItemState.Accepted ? ItemDecision.Recorded : ItemDecision.NotTaken))]),
        new LetterAddress(mail.To, mail.Language, mail.Name),
        new Dispatch(group, now) { Answers = new AnsweredMail(mail.InternetId, [mail.InternetId], mail.Subject), Calendar = MeetingAnswers.CalendarFor(group, mail, meetings, now) });

    /// <summary>What stood before is for those who speak for the entry: whoever does not, could ask by proposing another value.</summary>
    private static IReadOnlyList<RegisterChange> Seen(ItemVerdict item, IReadOnlyList<RegisterChange> changes) => item.Mandate != Mandate.Other ? changes
        : [.. changes.Select(change => change with { Fields = [.. change.Fields.Select(field => field with { Before = null })] })];

    /// <summary>A letter that looks whether an address works again.</summary>
    public OutgoingLetter? Probe(Group group, string email, string? language, DateTimeOffset now) => writer.Write(new AddressProbeLetter(email), new LetterAddress(email, language), new Dispatch(group, now));

    /// <summary>To each secretary: a seat is no longer reached, and who else there is.</summary>
    public IEnumerable<OutgoingLetter> Lost(Group group, LostSeat seat, DateTimeOffset now) => ToSecretaries(group, now,
        new SeatUnreachableLetter(seat.Name, seat.Represents, seat.Role is { } role ? new RoleName(role) : null, seat.Email, seat.Since, seat.Others), []);

    /// <summary>An input that reached the secretariat and not the chairman goes on to the chairman (Rec. ITU-T A.1, 2.2.6).</summary>
    public OutgoingLetter? PassOn(Group group, TakenMail taken, MailReading reading, DateTimeOffset now)
    {
        if (group.Chairman is not { } chairman) return null;
        return writer.Write(PassedOn(group, taken, reading.Mail), new LetterAddress(chairman), new Dispatch(group, now) { Attachments = [LetterAttachment.Mail(taken.Raw, "input.eml")] });
    }

    /// <summary>A mail that is too large to be taken in reached the mailbox and not the chairman, who hears of it and can ask for it.</summary>
    /// <param name="head">What its header says.</param>
    public OutgoingLetter? PassOnTooLarge(Group group, TakenMail taken, ReceivedMail head, DateTimeOffset now) => group.Chairman is not { } chairman ? null
        : writer.Write(PassedOn(group, taken, head) with { Text = null, Attachments = [], Size = string.Create(CultureInfo.InvariantCulture, $"{taken.Size / 1e6:0.0} MB") },
            new LetterAddress(chairman), new Dispatch(group, now));

    private static ForwardedToOtherOfficerLetter PassedOn(Group group, TakenMail taken, ReceivedMail mail) =>
        new(Officer.Chairman, mail.Sender is { } sender ? sender.Name is { } name ? $"{name} <{sender.Email}>" : sender.Email : "",
            mail.Subject, new ZonedTime(mail.WrittenAt ?? taken.ArrivedAt, group.Zone), mail.Body.ReplyText is { Length: > 0 } text ? (Prose)text : null,
            [.. mail.Attachments.Where(attachment => attachment.Listed).Select(attachment => attachment.Name)]);

    private IEnumerable<OutgoingLetter> ToSecretaries(Group group, DateTimeOffset now, Letter letter, IReadOnlyList<LetterAttachment> attachments) =>
        group.Secretaries.Select(secretary => writer.Write(letter, new LetterAddress(secretary), new Dispatch(group, now) { Attachments = attachments })).OfType<OutgoingLetter>();

    private OutgoingLetter? Answer(Group group, MailReading reading, Letter letter, string? language, DateTimeOffset now) => reading.Mail.Sender is not { } to ? null
        : writer.Write(letter, new LetterAddress(to.Email, language, to.Name), new Dispatch(group, now) { Answers = AnsweredMail.Of(reading.Mail) });

    private static OpenMatter Open(ObligationEntry owed, Group group, DateTimeOffset now) => owed.Deadline is { } due
        ? new(owed.Title, due.At < now ? OpenState.Overdue : OpenState.Due, due.DayOr(group.Zone))
        : new(owed.Title, OpenState.Undated, null);
}
