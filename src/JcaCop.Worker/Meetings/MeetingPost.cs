using JcaCop.Post.Calendars;
using JcaCop.Post.Documents;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Answers;
using JcaCop.Post.Letters.Calls;
using JcaCop.Post.Letters.Meetings;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Reports;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;
using JcaCop.Worker.Calls;
using DayDeadline = JcaCop.Post.Letters.Deadline;

namespace JcaCop.Worker.Meetings;

/// <summary>Makes the letters about meetings, one for each addressee, in the addressee's language.</summary>
internal sealed class MeetingPost(LetterWriter letters, TimeProvider clock)
{
    /// <summary>The invitation, with the meeting for calendars.</summary>
    public IReadOnlyList<OutgoingLetter> Invitation(Group group, MeetingEntry meeting, IReadOnlyList<Addressee> to)
    {
        var letter = new MeetingAnnouncementLetter(
            MeetingWords.Facts(meeting, group), null, MeetingWords.Day(meeting, meeting.ContributionsUntil),
            [.. meeting.Agenda.Select(item => new AgendaLine(item.Number, item.Title, item.Documents.Count > 0 ? string.Join(", ", item.Documents) : null))])
        {
            RemotePossible = meeting.Remote is not null, Documents = meeting.Website,
        };
        var calendar = Invites.Publish(meeting, group, Now);
        return Each(group, meeting, to, _ => letter, _ => calendar);
    }

    /// <param name="before">The meeting as its invitation told it.</param>
    public IReadOnlyList<OutgoingLetter> Update(Group group, MeetingEntry before, MeetingEntry meeting, IReadOnlyList<Addressee> to)
    {
        var letter = new MeetingUpdateLetter(MeetingWords.Facts(meeting, group), MeetingWords.Changes(before, meeting));
        var published = Invites.Publish(meeting, group, Now);
        return Each(group, meeting, to, one => letter with { Registered = one.RegistrationId is not null }, one => one.RegistrationId is null
            ? published : Invites.Request(meeting, group, one, connection: one.Connected, Now));
    }

    /// <param name="why">In the secretariat's words, which stand in the frame of the addressee's language; null where it gives none.</param>
    public IReadOnlyList<OutgoingLetter> Cancellation(Group group, MeetingEntry meeting, string? why, IReadOnlyList<Addressee> to)
    {
        var letter = new MeetingCancelledLetter(MeetingWords.Name(meeting, group), string.IsNullOrWhiteSpace(why) ? null : (LocalText)why.Trim(), null);
        return Each(group, meeting, to, _ => letter, one => Invites.Cancel(meeting, group, one.RegistrationId is null ? null : one, Now));
    }

    public IReadOnlyList<OutgoingLetter> ContributionsCall(Group group, MeetingEntry meeting, IReadOnlyList<Addressee> to)
    {
        var letter = new ContributionsCallLetter(MeetingWords.Facts(meeting, group), MeetingWords.Day(meeting, meeting.ContributionsUntil));
        return Each(group, meeting, to, _ => letter);
    }

    /// <summary>Reminds those who take part, and have not contributed, of the deadline.</summary>
    public IReadOnlyList<OutgoingLetter> ContributionReminder(Group group, MeetingEntry meeting, IReadOnlyList<Addressee> to, DateTimeOffset now)
    {
        var until = MeetingWords.Day(meeting, meeting.ContributionsUntil);
        var letter = new ContributionReminderLetter(until.Day == MeetingWords.Day(meeting, now).Day ? ReminderStep.LastDay : ReminderStep.Near, MeetingWords.Name(meeting, group), until);
        return Each(group, meeting, to, _ => letter);
    }

    /// <param name="documents">In the order of their numbers.</param>
    public IReadOnlyList<OutgoingLetter> Documents(Group group, MeetingEntry meeting, IReadOnlyList<DocumentEntry> documents, IReadOnlyList<Addressee> to)
    {
        var letter = new DocumentsAnnouncementLetter(MeetingWords.Name(meeting, group), [.. documents.Select(document => new AnnouncedDocument(
            document.Cited, document.Title, document.Source, document.Newest is { Number: > 0 } ? Post.Letters.Meetings.DocumentState.Revised : Post.Letters.Meetings.DocumentState.Added))], meeting.Website);
        return Each(group, meeting, to, _ => letter);
    }

    /// <summary>How to take part from afar, with the meeting for the calendar of this one participant.</summary>
    public IReadOnlyList<OutgoingLetter> Connection(Group group, MeetingEntry meeting, IReadOnlyList<Addressee> to)
    {
        var remote = meeting.Remote!;
        var letter = new ConnectionDetailsLetter(MeetingWords.Facts(meeting, group), remote.Link!, null, null, [], null, remote.Details is { } details ? (Prose)details : null);
        return Each(group, meeting, to, _ => letter, one => Invites.Request(meeting, group, one, connection: true, Now));
    }

    /// <summary>Who takes part: names, functions and bodies, without addresses; whole as a workbook beside the letter.</summary>
    public IReadOnlyList<OutgoingLetter> ParticipantsList(Group group, MeetingEntry meeting, Known known, IReadOnlyList<Addressee> to)
    {
        var all = Addressees.Registered(meeting, known).OrderBy(one => one.Name, StringComparer.InvariantCultureIgnoreCase).ToList();
        var letter = new ParticipantsListLetter(MeetingWords.Name(meeting, group), [.. all.Select(one => new Participant(
            one.Name, known.Person(one.PersonId)?.Function, one.Organization, one.Country is { } country ? new CountryName(country) : null,
            one.Mode switch { AttendanceMode.Remote => Attendance.Remote, AttendanceMode.InPerson => Attendance.InPerson, _ => Attendance.Open }) { Heads = one.Rank == DelegationRank.Head, Deputizes = one.Rank == DelegationRank.Deputy })]);
        var list = new Sheet("participants", ["name", "function", "organization", "country", "attendance", "rank"], [.. all.Select(one => (IReadOnlyList<string?>)
            [one.Name, known.Person(one.PersonId)?.Function, one.Organization, one.Country, one.Mode switch { AttendanceMode.Remote => "remote", AttendanceMode.InPerson => "in person", _ => null }, one.Rank switch { DelegationRank.Head => "head of delegation", DelegationRank.Deputy => "deputy head of delegation", _ => null }])]);
        return Each(group, meeting, to, _ => letter, attached: new LetterAttachment(Workbook.Write([list], Now), MimeKit.MimeTypes.GetMimeType(".xlsx"), "participants.xlsx"));
    }

    /// <param name="draft">Made from the register, for the chairman to complete.</param>
    public IReadOnlyList<OutgoingLetter> ReportRequest(Group group, MeetingEntry meeting, DateTimeOffset due, LetterAttachment draft, IReadOnlyList<Addressee> to)
    {
        var letter = new ReportRequestLetter(MeetingWords.Name(meeting, group), group.Parent ?? group.FullName, MeetingWords.Day(meeting, due), []);
        return Each(group, meeting, to, _ => letter, attached: draft);
    }

    /// <param name="recipients">Names of those who will get it.</param>
    /// <param name="token">The code of the question; one for each letter.</param>
    public OutgoingLetter? ReportApproval(
        Group group, MeetingEntry meeting, DocumentEntry document, LetterAttachment text, Addressee to, IReadOnlyList<string> recipients, ReplyToken token, DateTimeOffset expires) =>
        Each(group, meeting, [to], _ => new ReportApprovalLetter(
            MeetingWords.Name(meeting, group), document.Cited, document.Title, [.. recipients.Select(name => (LocalText)name)],
                new ZonedTime(expires, group.Zone)),
                attached: text, token: token) is [var one]
                ? one : null;

    public IReadOnlyList<OutgoingLetter> ReportDistribution(Group group, MeetingEntry meeting, DocumentEntry document, LetterAttachment text, IReadOnlyList<Addressee> to) =>
        Each(group, meeting, to, one => new ReportDistributionLetter(
            AudienceOf(one.Role), MeetingWords.Name(meeting, group), document.Cited, document.Title, null, null, [text.FileName]), attached: text);

    /// <summary>Asks the chairman, or where there is none the secretariat, whether a late contribution is taken; each letter with a code of its own.</summary>
    public IReadOnlyList<(OutgoingLetter Letter, IssuedCode Code)> AskLate(Group group, MeetingEntry meeting, DocumentEntry document)
    {
        var asked = new QuestionLetter(AskedMatter.Late, $"{document.Cited}: {document.Title}", null, [])
        {
            Sender = document.Newest?.By, Date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(document.Revisions[0].At, meeting.Time.ZoneInfo).DateTime),
            Text = new Prose(new LateDocument(document.Cited, document.Title, document.Source, MeetingWords.Name(meeting, group) with { Begins = true })),
            Expires = new ZonedTime(meeting.Time.Opens, meeting.Time.ZoneInfo),
        };
        var written = new List<(OutgoingLetter, IssuedCode)>();
        foreach (var to in group.Chairman is { } chairman ? [chairman] : group.Secretaries)
        {
            var token = ReplyToken.New();
            if (letters.Write(asked, new LetterAddress(to), new Dispatch(group, Now) { Token = token, About = new EntryRef(EntryKind.Document, document.Id) }) is { } letter)
                written.Add((letter, new IssuedCode(QuestionCode.HashOf(group.Key, token.Code), to, meeting.Time.Opens)));
        }
        return written;
    }

    /// <summary>Tells the secretariat that a report was approved and cannot leave: its text is not in the archive.</summary>
    public IReadOnlyList<OutgoingLetter> ReportLost(Group group, MeetingEntry meeting)
    {
        var letter = new EscalationLetter([new OverdueMatter(meeting.Title, $"the report is approved and cannot leave: no text of it is in the archive ('report draft {meeting.Number} FILE' files one)",
            MeetingWords.Day(meeting, meeting.Report.ApprovedAt ?? Now).Day, 0, new DebtorStanding(DebtorReach.Unsaid))]);
        return [.. group.Secretaries.Select(to => letters.Write(letter, new LetterAddress(to), new Dispatch(group, Now) { About = new EntryRef(EntryKind.Meeting, meeting.Id) })).OfType<OutgoingLetter>()];
    }

    /// <summary>Tells the secretariat that registered remote participants cannot be told how to connect.</summary>
    public IReadOnlyList<OutgoingLetter> LinkMissing(Group group, MeetingEntry meeting)
    {
        var letter = new LinkMissingLetter(MeetingWords.Name(meeting, group), meeting.Number, MeetingWords.Day(meeting, MeetingSteps.LinkDue(meeting, group.Meetings)).Day);
        return [.. CallLetters.Desk(group).Select(to => letters.Write(letter, new LetterAddress(to), new Dispatch(group, Now) { About = new EntryRef(EntryKind.Meeting, meeting.Id) })).OfType<OutgoingLetter>()];
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private static ReportAudience AudienceOf(MeetingRole role) => role switch
    {
        MeetingRole.Parent => ReportAudience.Parent,
        MeetingRole.Participants => ReportAudience.Participants,
        MeetingRole.AbsentSeats => ReportAudience.Absent,
        MeetingRole.List => ReportAudience.List,
        _ => ReportAudience.Information,
    };

    private IReadOnlyList<OutgoingLetter> Each(
        Group group, MeetingEntry meeting, IReadOnlyList<Addressee> to, Func<Addressee, Letter> letter, Func<Addressee, CalendarPart>? calendar = null, LetterAttachment? attached = null, ReplyToken? token = null) =>
    [
        .. to.Select(one => letters.Write(letter(one), new LetterAddress(one.Email, one.Language, one.Name), new Dispatch(group, Now)
        {
            About = new EntryRef(EntryKind.Meeting, meeting.Id), Calendar = calendar?.Invoke(one), Attachments = attached is null ? [] : [attached], Token = token,
        })).OfType<OutgoingLetter>(),
    ];
}
