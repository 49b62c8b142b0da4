using JcaCop.Post.Letters;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;

namespace JcaCop.Post.Pages;

/// <summary>An invented register of a group that never was, with all that pages can show: to look at templates, and to check the pages in a browser.</summary>
public static class SamplePages
{
    private const string Key = "jca-sample";
    private static readonly DateTimeOffset Now = new(2012, 6, 20, 8, 0, 0, TimeSpan.Zero);

    /// <param name="baseUrl">As in <see cref="PagePolicy.BaseUrl"/>.</param>
    /// <param name="file">A file that stands for those of all documents.</param>
    public static PublicRegister Register(string? baseUrl, string? file) => new()
    {
        Group = Group, Now = Now, Today = new DateOnly(2012, 6, 20),
        Policy = new PagePolicy { BaseUrl = baseUrl, EmailAddresses = true },
        Meetings = Meetings, Documents = Documents, Liaisons = Liaisons, Activities = Activities, Calls = Calls, Seats = Seats,
        Organizations =
        [
            new(1, Key, "Lantern Kids Online Foundation", [], "AU", "https://lanternkids.example/en/about-us", null, OrganizationState.TakingPart, null, null),
            new(2, Key, "مؤسسة المنارة لحماية الطفل على الإنترنت", [], "OM", null, null, OrganizationState.TakingPart, null, null),
            new(3, Key, "Фонд «Безопасное детство в сети»", [], "KZ", "javascript:alert(1)", null, OrganizationState.TakingPart, null, null),
        ],
        Locate = (_, _) => file,
    };

    private static Group Group { get; } = new(
        Key, "JCA-Sample", "Joint Coordination Activity on Child Online Protection (sample)", "secretariat@jca-sample.example", "all@lists.jca-sample.example", "ITU-T SG17",
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"), [], null)
    {
        FullNames = new Dictionary<string, string>
        {
            ["ar"] = "نشاط التنسيق المشترك بشأن حماية الأطفال على الخط (نموذج)",
            ["zh"] = "保护上网儿童联合协调活动（样本）",
            ["fr"] = "Activité conjointe de coordination sur la protection en ligne des enfants (exemple)",
            ["ru"] = "Совместная координационная деятельность по защите ребенка в онлайновой среде (образец)",
        },
        Purposes = new Dictionary<string, string> { ["en"] = "Coordinates the work of study groups and standards bodies on child online protection, and is their visible point of contact." },
    };

    private static MeetingEntry[] Meetings =>
    [
        new(3, Key, "3", "Third meeting of JCA-Sample", new MeetingTime(new(2012, 8, 30), new(2012, 8, 31), new(18, 0), new(19, 30), "Europe/Zurich"), "Geneva", MeetingState.Announced)
        {
            Room = "Room K, Montbrillant building", Website = "https://www.example.org/meetings/2012-08-30?lang=en&view=full", Languages = ["en", "fr", "ar"], Remote = new RemoteAccess("Web conference", null, null),
            CalendarUid = "meeting-3@jca-sample.example", Folder = "2012_08_30_Geneva", Letters = Told(new(2012, 6, 1, 7, 0, 0, TimeSpan.Zero)),
            Agenda = [new("1", "Opening and adoption of the agenda", ["DOC004"]), new("2", "Reports from study groups and external bodies", []),
                new("3", "Liaison statements", []), new("3.1", "Terminology: “child”, <minor> & “young person”", ["DOC003", "DOC005"]),
                new("4", "Any other business", [])],
        },
        new(2, Key, "2", "Second meeting of JCA-Sample", new MeetingTime(new(2012, 5, 2), new(2012, 5, 2), new(9, 30), new(12, 0), "Europe/Zurich"), "Geneva", MeetingState.Cancelled)
        {
            CalendarUid = "meeting-2@jca-sample.example", Folder = "2012_05_02_Geneva", Letters = Told(new(2012, 3, 1, 7, 0, 0, TimeSpan.Zero)),
        },
        new(1, Key, "1", "First meeting of JCA-Sample", new MeetingTime(new(2012, 2, 8), new(2012, 2, 8), new(14, 0), new(17, 30), "Europe/Zurich"), "Geneva", MeetingState.Held)
        {
            CalendarUid = "meeting-1@jca-sample.example", Folder = "2012_02_08_Geneva", Letters = Told(new(2011, 12, 20, 7, 0, 0, TimeSpan.Zero)),
            Agenda = [new("1", "Opening", []), new("2", "Terms of reference", ["DOC001"])], Report = new MeetingReport(ReportState.Distributed, 2),
        },
    ];

    private static DocumentEntry[] Documents =>
    [
        Document(1, "DOC001", "Terms of reference", DocumentSort.TermsOfReference, 1, "ITU-T SG17", new(2012, 1, 20, 9, 0, 0, TimeSpan.Zero), 0, false, "2012_02_08_Geneva"),
        Document(2, "DOC002", "Report of the first meeting", DocumentSort.Report, 1, "Chairman", new(2012, 2, 20, 9, 0, 0, TimeSpan.Zero), 1, false, "2012_02_08_Geneva"),
        Document(3, "DOC003",
            "Notice-and-action times of hotlines: figures of 2011 from forty-six countries, with recommendations for common reporting interfaces",
            DocumentSort.Contribution, 3, "Northern Hotline Network", new(2012, 6, 11, 9, 0, 0, TimeSpan.Zero), 0, false, "2012_08_30_Geneva"),
        Document(4, "DOC004", "Draft agenda", DocumentSort.Agenda, 3, "Secretariat", new(2012, 6, 1, 9, 0, 0, TimeSpan.Zero), 2, false, "2012_08_30_Geneva"),
        Document(5, "DOC005", "مصطلحات مقترحة بشأن حماية الطفل على الخط", DocumentSort.Contribution, 3, "وزارة الاقتصاد الرقمي (نموذج)", new(2012, 6, 18, 9, 0, 0, TimeSpan.Zero), 0, true, "2012_08_30_Geneva"),
        Document(6, "JCA-INF-01", "A_very_long_word_without_any_place_to_break_it_as_file_names_in_titles_often_are_2012_final_v7_clean.docx",
            DocumentSort.Information, null, null, new(2012, 3, 3, 9, 0, 0, TimeSpan.Zero), 0, false, "general"),
    ];

    private static LiaisonEntry[] Liaisons =>
    [
        Statement(1, LiaisonWay.Incoming, LiaisonState.Answered, null, "SG16-LS219", ["ITU-T SG16"],
            [new("ITU-T JCA-COP", LiaisonPurpose.Action), new("ITU-T SG2", LiaisonPurpose.Information)],
            "Accessibility of reporting buttons for children with disabilities", new(2012, 7, 31)) with { AnsweredBy = 2 },
        Statement(2, LiaisonWay.Outgoing, LiaisonState.Sent, "JCA-Sample-LS1", null, [],
            [new("ITU-T SG16", LiaisonPurpose.Action), new("ETSI", LiaisonPurpose.Comment), new("W3C", LiaisonPurpose.Information)],
            "Reply on the accessibility of reporting buttons", null) with { Answers = 1 },
        Statement(3, LiaisonWay.Incoming, LiaisonState.Routed, null, null, ["ETSI"], [], null, null),
    ];

    private static ActivityEntry[] Activities =>
    [
        new(1, Key, "Safer Internet Day 2013", ActivityCategory.Event, "Lantern Kids Online Foundation", "AU", new(2013, 2, 5), null, "Canberra", "https://lanternkids.example/sid-2013", false, null),
        new(2, Key, "Учебный курс для учителей о безопасности в интернете", ActivityCategory.Educational, "Фонд «Безопасное детство в сети»", "KZ", new(2012, 3, 1), new(2012, 12, 15), "Алматы", null, false, null),
        new(3, Key, "Law on the protection of minors in electronic communications", ActivityCategory.Legal, null, "CL", null, null, null, null, false, null),
        new(4, Key, "儿童上网保护指南第一版", ActivityCategory.Policy, "数字办公室（样本）", "CN", new(2011, 9, 1), new(2011, 11, 30), null, null, false, null),
    ];

    private static CallEntry[] Calls =>
    [
        new(1, Key, "Circular 278", CallSort.Contacts, "Contact details of experts and representatives", new(2012, 5, 14, 14, 0, 0, TimeSpan.Zero),
            new(new(2012, 8, 22, 21, 59, 59, TimeSpan.Zero), "end of day, Europe/Zurich"), [], CallState.Open)
        {
            Titles = new Dictionary<string, string> { ["fr"] = "Coordonnées des experts et des représentants", ["ar"] = "بيانات الاتصال بالخبراء والممثلين" },
        },
        new(2, Key, "Circular 313", CallSort.Nomination, "Organizations active in child online protection", new(2012, 6, 1, 14, 0, 0, TimeSpan.Zero), null, [], CallState.Open),
    ];

    private static PublicSeat[] Seats =>
    [
        Seat(1, "ITU-T SG17", SeatRole.Representative, "Élodie Vasseur-Montagne", "Rapporteur, Question 4/17", null, null, "elodie.vasseur@sg17.example"),
        Seat(2, "ITU-T SG17", SeatRole.Alternate, "ياسر الكندي", "خبير أمن المعلومات", "وزارة الاقتصاد الرقمي (نموذج)", "OM", null),
        Seat(3, "ITU-T SG2", SeatRole.Representative, "Bogdan Petrescu", null, null, null, "a.rather.long.address.of.somebody.at.a.regional.office@telecommunication-authority.example"),
        Seat(4, "ITU-T TSAG", SeatRole.FocalPoint, null, null, null, null, null),
        Seat(5, "ETSI", SeatRole.Representative, "Ana Belén Otxoa", "Chair of the user group", "European user group", "ES", null),
        Seat(6, "数字办公室（样本）", SeatRole.Expert, "林小雨", "标准处", "数字办公室（样本）", "CN", null),
    ];

    private static Dictionary<string, DateTimeOffset> Told(DateTimeOffset at) => new() { [MeetingLetters.Announcement] = at };

    private static DocumentEntry Document(long id, string number, string title, DocumentSort sort, long? meeting, string? source, DateTimeOffset at, int revision, bool late, string folder) =>
        new(id, Key, number, title, sort, DocumentState.Filed, meeting)
        {
            Source = source, Folder = folder, Revisions = [new(revision, at, null, late, [new($"{number}.docx", null, null, 0, 184_320, at, null)])],
        };

    private static LiaisonEntry Statement(long id, LiaisonWay way, LiaisonState state, string? number, string? reference, string[] from, LiaisonAddressee[] to, string? title, DateOnly? deadline) =>
        new(id, Key, way, state, number, reference, from, to, title, deadline, null, null, null, null, null, [], null, new(2012, 6, (int)id, 9, 0, 0, TimeSpan.Zero), null, null);

    private static PublicSeat Seat(long id, string body, SeatRole role, string? person, string? function, string? organization, string? country, string? email) => new(
        new SeatEntry(id, Key, body, role, id, null, new(2012, 5, 21), null, null, null, null),
        person is null ? null : new PersonEntry(id, Key, person, function, null, [], null, null, null),
        organization is null ? null : new OrganizationEntry(id, Key, organization, [], country, null, null, OrganizationState.TakingPart, null, null), email);
}
