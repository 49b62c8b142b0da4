using JcaCop.Post.Letters.Calls;
using static JcaCop.Post.Letters.Sample;

namespace JcaCop.Post.Letters.Meetings;

internal static class MeetingSamples
{
    private static readonly DateTimeOffset Start = new(2012, 8, 30, 16, 0, 0, TimeSpan.Zero);

    private static readonly string[] Zones = ["Europe/Zurich", "America/New_York", "Asia/Shanghai"];

    public static MeetingName First => new(Group, 1, new(2012, 8, 30));

    public static MeetingFacts Facts => new(
        First, [.. Zones.Select(zone => new ZonedSpan(Start, Start.AddMinutes(90), TimeZoneInfo.FindSystemTimeZoneById(zone)))],
        Said("Geneva, Switzerland", "Genève, Suisse", "Ginebra, Suiza", "Женева, Швейцария", "جنيف، سويسرا", "瑞士日内瓦"), "H",
        new LanguageNames(["en", "fr"]));

    public static IReadOnlyList<LetterSample> Announcements { get; } =
    [
        new("meeting-announcement", _ => new MeetingAnnouncementLetter(Facts, new Deadline(new(2012, 8, 23), Geneva), new Deadline(new(2012, 8, 18), Geneva), Agenda)
        {
            RemotePossible = true,
            Text = new Prose(Said("I look forward to seeing you in Geneva.", "Je me réjouis de vous voir à Genève.", "Espero verle en Ginebra.",
                "Буду рада видеть вас в Женеве.", "أتطلع إلى لقائكم في جنيف.", "期待在日内瓦与您见面。")),
            Documents = "https://www.example.int/jca/cop/2012_08_30_Geneva",
        }),
        new("meeting-announcement-electronic",
            _ => new MeetingAnnouncementLetter(Facts with { Name = new(Group, null, new(2012, 8, 30)), Place = null, Room = null, WorkingLanguages = null },
                null, null, []) { RemotePossible = true }),
    ];

    public static IReadOnlyList<LetterSample> Updates { get; } =
    [
        new("meeting-update", _ => new MeetingUpdateLetter(Facts,
        [
            new(MeetingField.Time, new ZonedSpan(Start.AddHours(-2), Start, Geneva), Facts.Times[0]),
            new(MeetingField.Place, (LocalText)"K", (LocalText)"H"),
            new(MeetingField.RemoteAccess, null, Said("available", "possible", "disponible", "возможно", "متاحة", "可用")),
            new(MeetingField.Agenda, null, (LocalText)"DOC001 Rev.1"),
            new(MeetingField.Documents, null, (LocalText)"DOC002"),
            new(MeetingField.Deadline, new Deadline(new(2012, 8, 17), Geneva), new Deadline(new(2012, 8, 18), Geneva)),
        ])),
        new("meeting-update-invited", _ => new MeetingUpdateLetter(Facts, [new(MeetingField.Place, (LocalText)"K", (LocalText)"H")], Registered: false)),
    ];

    public static IReadOnlyList<LetterSample> Cancellations { get; } =
    [
        new("meeting-cancelled", _ => new MeetingCancelledLetter(First, Said("the parent group meets later", "report de la réunion du groupe de rattachement", "aplazamiento de la reunión del grupo rector",
            "перенос собрания основной группы", "تأجيل اجتماع الفريق الرئيسي", "主管组会议推迟"), new ZonedSpan(Start.AddDays(14), Start.AddDays(14).AddHours(2), Geneva))),
        new("meeting-cancelled-open", _ => new MeetingCancelledLetter(First, null, null)),
    ];

    public static IReadOnlyList<LetterSample> MissingLinks { get; } = [new("link-missing", _ => new LinkMissingLetter(First, "1", new(2012, 8, 29)))];

    public static IReadOnlyList<LetterSample> ContributionCalls { get; } = [new("contributions-call", _ => new ContributionsCallLetter(Facts, new Deadline(new(2012, 8, 18), Geneva)))];

    public static IReadOnlyList<LetterSample> ContributionReminders { get; } =
    [
        new("contribution-reminder", _ => new ContributionReminderLetter(ReminderStep.Near, First, new Deadline(new(2012, 8, 18), Geneva))),
        new("contribution-reminder-announced", _ => new ContributionReminderLetter(ReminderStep.Ahead, First, new Deadline(new(2012, 8, 18), Geneva), "DOC004", "Filters in home routers")),
        new("contribution-reminder-last-day", _ => new ContributionReminderLetter(ReminderStep.LastDay, First, new Deadline(new(2012, 8, 18), Geneva), "DOC004", "Filters in home routers")),
    ];

    public static IReadOnlyList<LetterSample> Contributions { get; } =
    [
        new("contribution-received",
            _ => new ContributionReceivedLetter("DOC004 Rev.1", "Filters in home routers", "Example Research Institute", First, new(2012, 8, 15),
                ContributionTiming.InTime, new(2012, 8, 18), "DOC004")),
        new("contribution-received-late", _ => new ContributionReceivedLetter("DOC009", "Filters in home routers", null, First, new(2012, 8, 21), ContributionTiming.Late, new(2012, 8, 18))),
    ];

    public static IReadOnlyList<LetterSample> Documents { get; } =
    [
        new("documents-announcement", _ => new DocumentsAnnouncementLetter(First,
        [
            new("DOC001", "Draft agenda and allocation of documents", "Chairman", DocumentState.Added, "https://www.example.int/jca/cop/DOC001_draft_agenda.docx"),
            new("DOC004 Rev.1", "Filters in home routers", "Example Research Institute", DocumentState.Revised),
            new("DOC005", "Mission d’information sur la protection des mineurs", null, DocumentState.Added),
        ], "https://www.example.int/jca/cop/2012_08_30_Geneva")),
    ];

    public static IReadOnlyList<LetterSample> Connections { get; } =
    [
        new("connection-details",
            _ => new ConnectionDetailsLetter(Facts, "https://meet.example.int/j/5550100", "555 0100", "417 228",
                ["+41 22 555 01 00 (Geneva)", "+1 202 555 0100 (Washington)"], new ZonedTime(Start.AddMinutes(-30), Geneva))),
    ];

    public static IReadOnlyList<LetterSample> ParticipantLists { get; } =
    [
        new("participants-list", _ => new ParticipantsListLetter(First,
        [
            new("Ann Marsh", "Chairman", "Example Administration", new("US"), Attendance.InPerson),
            new("Élodie Marchand", "Directrice des programmes", "Association « Réseau Enfance »", new("FR"), Attendance.Remote),
            new("سامر خليل", null, "مركز أمان الأسرة", new("EG"), Attendance.Remote),
            new("林晓梅", "项目主任", "星光儿童上网安全中心", new("CN"), Attendance.InPerson),
            new("Paul Reyes", null, "ITU-T SG17", null, Attendance.Open),
        ])),
    ];

    public static IReadOnlyList<LetterSample> Registrations { get; } =
    [
        new("registration-receipt", _ => new RegistrationReceiptLetter(Facts,
        [
            new("Peter Hall", "Safe Childhood Trust", RegisteredAttendance.InPerson) { Function = "Director", Heads = true }, new("Élodie Marchand", "Association « Réseau Enfance »", RegisteredAttendance.Remote, "Luc Ferrand") { Deputizes = true },
            new("ليلى حداد", null, RegisteredAttendance.Open),
        ])),
    ];

    public static IReadOnlyList<LetterSample> Regrets { get; } = [new("regret-receipt", _ => new RegretReceiptLetter(First, "Peter Hall", true))];

    private static IReadOnlyList<AgendaLine> Agenda =>
    [
        new("1", Said("Opening", "Ouverture", "Apertura", "Открытие", "الافتتاح", "开幕")),
        new("2", Said("Adoption of the agenda", "Adoption de l’ordre du jour", "Adopción del orden del día", "Утверждение повестки дня", "إقرار جدول الأعمال", "通过议程"), "DOC001"),
        new("3", Said("Terms of reference", "Mandat", "Mandato", "Круг ведения", "الاختصاصات", "职责范围"), "DOC002, DOC003"),
        new("4", Said("Other business", "Divers", "Otros asuntos", "Прочие вопросы", "ما يستجد من أعمال", "其他事项")),
    ];
}
