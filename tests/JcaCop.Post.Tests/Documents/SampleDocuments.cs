using JcaCop.Post.Documents;
using JcaCop.Post.Pages;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;

namespace JcaCop.Post.Tests.Documents;

/// <summary>A register with something in every list, and the documents made of it.</summary>
internal static class SampleDocuments
{
    public static readonly PublicRegister Sample = SamplePages.Register(null, null);
    public static readonly DateTimeOffset At = new(2012, 9, 3, 8, 0, 0, TimeSpan.Zero);
    private static readonly MeetingEntry Meeting = Sample.Meetings.First(meeting => meeting.Number == "3");

    public static RegisterSnapshot Register => new([.. Sample.Organizations], [.. Sample.Seats.Select(seat => seat.Person).OfType<PersonEntry>()], [.. Sample.Seats.Select(seat => seat.Seat)])
    {
        Filed =
        [
            .. Sample.Meetings, .. Sample.Documents, .. Sample.Liaisons, .. Sample.Activities, .. Sample.Calls,
            Registration(1, "Élodie Vasseur-Montagne", "ITU-T SG17", "FR", AttendanceMode.InPerson, RegistrationState.Registered),
            Registration(2, "ياسر الكندي", "وزارة الاقتصاد الرقمي (نموذج)", "OM", AttendanceMode.Remote, RegistrationState.Registered),
            Registration(3, "ETSI", null, null, null, RegistrationState.Regrets),
            new CallEntry(9, Sample.Group.Key, "Consultation 1", CallSort.Consultation, "Establishment of the group", new(2012, 3, 22, 9, 0, 0, TimeSpan.Zero), null, [], CallState.Closed)
            {
                EndedAt = new(2012, 4, 30, 9, 0, 0, TimeSpan.Zero), Result = new CallResult(new(2012, 4, 30), new CallSheet(CallOutcome.Approved, [new SheetLine("Outcome", "approved")]), "draft"),
            },
        ],
    };

    private static RegistrationEntry Registration(long id, string name, string? body, string? country, AttendanceMode? mode, RegistrationState state) =>
        new(id, Sample.Group.Key, Meeting.Id, id, name, body, country, mode, state);

    public static DraftWords Words(string language = "en") => DraftWords.Load(new JcaCop.Post.Letters.LetterOptions(), language);

    public static byte[] MeetingReport(string language = "en") => MeetingReportDraft.Write(Words(language), Sample.Group, Meeting, Register, null, At);

    public static byte[] EmptyReport() => MeetingReportDraft.Write(Words(), Sample.Group with { Parent = null }, Meeting with { Agenda = [] }, new RegisterSnapshot([], [], []), "DOC001", At);

    public static byte[] Workbook() =>
        JcaCop.Post.Documents.Workbook.Write([new Sheet("documents", ["number", "title"], [.. Sample.Documents.Select(one => (IReadOnlyList<string?>)[one.Number, one.Title])])], At);
}
