using System.Globalization;
using JcaCop.Post.Calendars;
using JcaCop.Post.Letters.Message;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Worker.Meetings;

/// <summary>Makes the letters about meetings, one for each addressee.</summary>
internal sealed class MeetingPost(TimeProvider clock)
{
    /// <summary>The invitation, with the meeting for calendars.</summary>
    public IReadOnlyList<OutgoingLetter> Invitation(Group group, MeetingEntry meeting, IReadOnlyList<Addressee> to) => Each(to, one => Letter(
        group, meeting, one, MeetingLetters.Announcement, $"Invitation: {meeting.Title}, {Where(meeting)}",
        [
            $"{group.FullName} invites you to its {meeting.Title}.", .. Facts(meeting), "",
            $"To register, answer this letter with name, function and organization of each participant, and say who takes part {(meeting.Remote is null ? "" : "in person and who ")}remotely.",
            $"Contributions reach {group.Address} by {Day(meeting, meeting.ContributionsUntil)}.", .. Agenda(meeting),
        ],
        new CalendarPart(MeetingCalendar.Published, MeetingCalendar.Publish(meeting, group, Now)), []));

    public IReadOnlyList<OutgoingLetter> Update(Group group, MeetingEntry meeting, IReadOnlyList<Addressee> to) => Each(to, one => Letter(
        group, meeting, one, MeetingLetters.Update, $"Changed: {meeting.Title}, {Where(meeting)}",
        ["Please note that the meeting has changed. It is now:", .. Facts(meeting), .. Agenda(meeting)],
        one.RegistrationId is null
            ? new CalendarPart(MeetingCalendar.Published, MeetingCalendar.Publish(meeting, group, Now))
            : new CalendarPart(MeetingCalendar.Requested, MeetingCalendar.Request(meeting, group, one, connection: false, Now)), []));

    public IReadOnlyList<OutgoingLetter> Cancellation(Group group, MeetingEntry meeting, IReadOnlyList<Addressee> to) => Each(to, one => Letter(
        group, meeting, one, MeetingLetters.Cancelled, $"Cancelled: {meeting.Title}, {Where(meeting)}",
        [$"The {meeting.Title} will not take place.", .. Facts(meeting)],
        new CalendarPart(MeetingCalendar.Cancelled, MeetingCalendar.Cancel(meeting, group, one.RegistrationId is null ? null : one, Now)), []));

    public IReadOnlyList<OutgoingLetter> ContributionsCall(Group group, MeetingEntry meeting, IReadOnlyList<Addressee> to) => Each(to, one => Letter(
        group, meeting, one, MeetingLetters.ContributionsCall, $"Call for contributions: {meeting.Title}, {Where(meeting)}",
        [$"Contributions to the {meeting.Title} are welcome until {Day(meeting, meeting.ContributionsUntil)}.", $"Answer this letter, with title and source in the text and the document attached.", .. Facts(meeting)], null, []));

    /// <param name="documents">In the order of their numbers.</param>
    public IReadOnlyList<OutgoingLetter> Documents(Group group, MeetingEntry meeting, IReadOnlyList<DocumentEntry> documents, IReadOnlyList<Addressee> to) => Each(to, one => Letter(
        group, meeting, one, MeetingLetters.Documents, $"Documents: {meeting.Title}, {Where(meeting)}",
        [
            $"These documents are available for the {meeting.Title}:", "",
            .. documents.Select(document => $"  {document.Cited}  {document.Title}{(document.Source is { } source ? $" ({source})" : "")}{(document.IsLate ? ", received after the deadline" : "")}"),
            "", .. Facts(meeting), .. Agenda(meeting),
        ], null, []));

    public IReadOnlyList<OutgoingLetter> Connection(Group group, MeetingEntry meeting, IReadOnlyList<Addressee> to) => Each(to, one => Letter(
        group, meeting, one, MeetingLetters.Connection, $"How to connect: {meeting.Title}, {Where(meeting)}",
        [
            $"You are registered to take part remotely in the {meeting.Title}.", .. Facts(meeting), "",
            .. new[] { meeting.Remote?.Link, meeting.Remote?.Details }.OfType<string>().SelectMany(text => text.ReplaceLineEndings("\n").Split((char)10)), "", "Please do not pass these details on.",
        ],
        new CalendarPart(MeetingCalendar.Requested, MeetingCalendar.Request(meeting, group, one, connection: true, Now)), []));

    /// <param name="draft">Made from the register, for the chairman to complete.</param>
    public IReadOnlyList<OutgoingLetter> ReportRequest(Group group, MeetingEntry meeting, DateTimeOffset due, LetterAttachment draft, IReadOnlyList<Addressee> to) => Each(to, one => Letter(
        group, meeting, one, MeetingLetters.ReportRequest, $"Report of the {meeting.Title}",
        [$"The report of the {meeting.Title} is due by {Day(meeting, due)}. A draft made from the register is attached.", "Please answer this letter with the report attached: it is then taken as approved by you, numbered and distributed."], null, [draft]));

    public IReadOnlyList<OutgoingLetter> ReportApproval(Group group, MeetingEntry meeting, DocumentEntry document, LetterAttachment text, IReadOnlyList<Addressee> to) => Each(to, one => Letter(
        group, meeting, one, MeetingLetters.ReportApproval, $"For your approval: {document.Cited}, report of the {meeting.Title}",
        [$"{document.Cited}, the draft report of the {meeting.Title}, is attached.", "Please answer with the one word approve, and it will be distributed; or send a corrected text."], null, [text]));

    public IReadOnlyList<OutgoingLetter> ReportDistribution(Group group, MeetingEntry meeting, DocumentEntry document, LetterAttachment text, IReadOnlyList<Addressee> to) => Each(to, one => Letter(
        group, meeting, one, MeetingLetters.ReportDistribution, $"Report of the {meeting.Title} ({document.Cited})",
        [$"Please find attached {document.Cited}, the report of the {meeting.Title} of {group.FullName}.", .. Facts(meeting)], null, [text]));

    private DateTimeOffset Now => clock.GetUtcNow();

    private static IReadOnlyList<OutgoingLetter> Each(IReadOnlyList<Addressee> to, Func<Addressee, OutgoingLetter?> write) => [.. to.Select(write).OfType<OutgoingLetter>()];

    private OutgoingLetter? Letter(
        Group group, MeetingEntry meeting, Addressee to, string kind, string subject, IReadOnlyList<string> lines, CalendarPart? calendar, IReadOnlyList<LetterAttachment> attachments) =>
        PlainLetter.Write(group, to, kind, subject, [$"Dear {to.Name},", "", .. lines, "", "Secretariat", group.FullName], calendar, attachments, Now) is { } letter
            ? letter with { About = new EntryRef(EntryKind.Meeting, meeting.Id) } : null;

    private static IEnumerable<string> Facts(MeetingEntry meeting)
    {
        yield return "";
        yield return $"When: {When(meeting)}";
        yield return $"Where: {string.Join(", ", new[] { meeting.Room, meeting.Place }.OfType<string>())}";
        if (meeting.Remote is { } remote) yield return $"Remote participation: {remote.Tool ?? "on request"}; connection details go to registered participants.";
        yield return $"Languages: {string.Join(", ", meeting.Languages)}";
        if (meeting.Website is { } site) yield return $"More: {site}";
    }

    private static IEnumerable<string> Agenda(MeetingEntry meeting) => meeting.Agenda.Count == 0 ? [] :
        meeting.Agenda.Select(item => $"  {item.Number}. {item.Title}{(item.Documents.Count > 0 ? $" ({string.Join(", ", item.Documents)})" : "")}").Prepend("Draft agenda:").Prepend("");

    private static string Where(MeetingEntry meeting) => $"{meeting.Place}, {meeting.Time.FirstDay.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";

    private static string When(MeetingEntry meeting)
    {
        var time = meeting.Time;
        var days = time.FirstDay.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture) + (time.Days > 1 ? time.LastDay.ToString("' to 'dddd d MMMM yyyy", CultureInfo.InvariantCulture) : "");
        return string.Create(CultureInfo.InvariantCulture, $"{days}, {time.From:HH:mm} to {time.Until:HH:mm} ({time.Zone})");
    }

    private static string Day(MeetingEntry meeting, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, meeting.Time.ZoneInfo).ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
}
