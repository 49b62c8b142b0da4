using JcaCop.Post.Letters.Receipts;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using static JcaCop.Post.Letters.Sample;

namespace JcaCop.Post.Letters.Secretariat;

internal static class SecretariatSamples
{
    public static IReadOnlyList<LetterSample> Mandates { get; } =
    [
        new("mandate-review", _ => new MandateReviewLetter(MandateOccasion.LifetimeEnds, new(2013, 4, 30), "ITU-T SG17", "2012-04-30")),
        new("mandate-review-assembly", _ => new MandateReviewLetter(MandateOccasion.Review, new(2013, 6, 4), "TSAG", null)),
    ];

    public static IReadOnlyList<LetterSample> Escalations { get; } =
    [
        new("escalation", _ => new EscalationLetter(
        [
            new("ITU-T SG2", "SG2-LS14", new(2012, 8, 17), 3, new(DebtorReach.Reached, "tsbsg2@example.int"), AnswerWaits: true), new("Ann Marsh", "DOC010", new(2012, 8, 20), 2, new(DebtorReach.Nowhere), AsksForTime: true),
            new("Luc Ferrand", "DOC011", new(2012, 8, 20), 0, new(DebtorReach.Away, "luc.ferrand@example.org", Back: new(2012, 9, 3), Deputy: "ida.roux@example.org")),
            new("Safe Childhood Trust", "TSB Circular 313", new(2012, 8, 17), 2, new(DebtorReach.Returned, "office@example.org", "452 4.2.2 mailbox full")),
        ])),
    ];

    public static IReadOnlyList<LetterSample> Expiries { get; } =
    [
        new("expiry-warning", _ => new ExpiryWarningLetter(
        [
            new(ExpiringKind.Certificate, "mail.example.int", new(2012, 9, 5), 14),
                new(ExpiringKind.Secret, "Mailboxes:jca-cop:PasswordFile", new(2012, 9, 12), 21),
                new(ExpiringKind.Grant, "Mailboxes:cwg-cop:Token", new(2012, 9, 20), 29),
        ])),
        new("expiry-warning-over", _ => new ExpiryWarningLetter([new(ExpiringKind.Secret, "client-secret", new(2012, 8, 18), -4)])),
    ];

    public static IReadOnlyList<LetterSample> Holidays { get; } = [new("holiday-data", _ => new HolidayDataLetter("2013", [new(2013, 1, 1), new(2013, 3, 29), new(2013, 4, 1)]))];

    public static IReadOnlyList<LetterSample> Heartbeats { get; } =
    [
        new("heartbeat-missed", _ => new HeartbeatMissedLetter("imap.example.int/INBOX", new ZonedTime(Now.AddHours(-3), Geneva), 10, "AUTHENTICATE failed")),
        new("heartbeat-missed-silent", _ => new HeartbeatMissedLetter("worker-2", new ZonedTime(Now.AddHours(-1), Geneva), 5, null)),
    ];

    public static IReadOnlyList<LetterSample> Digests { get; } =
    [
        new("digest", _ => new DigestLetter(new DayRange(new(2012, 8, 20), new(2012, 8, 22)), new(2012, 8, 22),
        [
            new("K7M2-9QXA",
                Said("Nomination of Safe Childhood Trust", "Désignation de Safe Childhood Trust", "Designación de Safe Childhood Trust",
                    "Выдвижение организации Safe Childhood Trust", "ترشيح Safe Childhood Trust", "提名Safe Childhood Trust"),
                "An Official <official@example.org>"),
            new("3TNC-05VE", new HeldMailName("DOC010", "announced: gmail.com gives addresses to anybody"), "Ann Marsh")
            {
                Items = [new ItemSummary(new Nomination(new Organization("Safe Childhood Trust", "AU"), new Person("Peter Hall", "Director", "peter.hall@example.org", "+61 2 5550 0100")))], Call = "TSB Circular 313",
            },
            new("PD4X-71HW", new HeldMailName("TSB Circular 313", "a person must read it: asks for more time: We would need additional time."), "itu@ministry.example")
            {
                Extend = new DigestExtension("Administration of France", "TSB Circular 313", new(2013, 2, 14), Dayless: true),
            },
        ])
        {
            CameIn = [new(new MailSortName("Human"), 7), new(new MailSortName("AutoReply"), 2), new(new MailSortName("Spam"), 1)],
            Changes =
            [
                new(new EntryName(EntryKind.Person, "Peter Hall", "phone"), (LocalText)"+41 22 555 01 99", (LocalText)"+41 22 555 01 00"),
                    new(new EntryName(EntryKind.Organization, "Safe Childhood Trust", null), new NewEntry(), null),
                new(new EntryName(EntryKind.Organization, "Safe Childhood Trust", "state"), new FieldValue("state", "TakingPart", Geneva), new FieldValue("state", "Proposed", Geneva)),
                new(new EntryName(EntryKind.Seat, "ITU-T SG17", "role"), new FieldValue("role", "FocalPoint", Geneva), new FieldValue("role", "Expert", Geneva)),
                new(new EntryName(EntryKind.Person, "Luc Ferrand", "organization"), null, (LocalText)"ITU-T SG2"),
            ],
            Calls =
            [
                new(Said("TSB Circular 313", "Circulaire TSB 313", "Circular TSB 313", "Циркуляр 313 БСЭ", "الرسالة المعممة 313 لمكتب تقييس الاتصالات", "电信标准化局第313号通函"),
                    Said("Nomination of organizations", "Désignation d’organisations", "Designación de organizaciones", "Представление организаций",
                            "ترشيح منظمات", "提名组织"),
                        new Deadline(new(2013, 1, 31), Geneva), new Share(41, 193),
                [
                    new(new("africa"), new Share(5, 54), new MemberNames(["KE", "SN", "ZA"])), new(new("americas"), new Share(9, 35), new MemberNames(["BR", "CA", "Telecom Example"])),
                    new(new("europe"), new Share(46, 46), null),
                    new(new("cis"), new Share(0, 10), null),
                ]) { Unreached = new MemberNames(["KE", "Telecom Example"]), Away = new MemberNames(["BR"]) },
            ],
            Coming =
            [
                new("9W3H-QK2D", new ComingName("call-reminder", "TSB Circular 313"), new ZonedTime(Now.AddDays(1), Geneva), 152, new Reason("before", 14, new DateOnly(2012, 9, 6))),
                new(null, new ComingName("annual-report", ""), new ZonedTime(Now.AddDays(2), Geneva), 2, new Reason("year", 2011)),
            ],
            Unrouted = [new("SG16-LS45", "LS on reporting tools", null, "liaison route 5 --to BODY"), new("SG2-LS14", null, "ITU-T SG9; ETSI", "liaison route 6 --to BODY")],
            Duplicates = [new("Safe Childhood Trust", "The Safe Childhood Trust", new Told("the same name but for an article, a legal form or the country"), "organization merge 12 31")],
            Undelivered = [new("expert@example.org", "JCA-COP meeting No. 1", (LocalText)"550 5.1.1 user unknown"), new("list@example.org", "DOC010", new DeliveryName(OutboxState.Unknown))],
            Obligations =
            [
                new("ITU-T SG2", "SG2-LS14", new(2012, 8, 17), true, 3, new(DebtorReach.Reached, "tsbsg2@example.int")), new("Ann Marsh", "DOC010", new(2012, 9, 28), false, 0, new(DebtorReach.Unsaid)),
                new("Luc Ferrand", "DOC011", new(2012, 8, 20), true, 2, new(DebtorReach.Away, "luc.ferrand@example.org", Back: new(2012, 9, 3))),
                new("Safe Childhood Trust", "TSB Circular 320", null, false, 1, new(DebtorReach.Returned, "office@example.org", "550 5.1.1 user unknown")),
            ],
            Health =
            [
                new((LocalText)"IMAP", HealthState.Good, null), new(new PartName("outbox"), HealthState.Warning, new DeliveryCounts([(OutboxState.Accepted, 154), (OutboxState.Queued, 0), (OutboxState.Unknown, 3)])),
                new((LocalText)"worker-2", HealthState.Bad, (LocalText)"AUTHENTICATE failed"), new(new PartName("reconciliation", "INBOX"), HealthState.Good, new ZonedTime(Now, Geneva)),
            ],
            Mailboxes = [new("jcacop@example.int", 1204, 1203, 4, 1)],
        }),
        new("digest-quiet", _ => new DigestLetter(new DayRange(new(2012, 8, 22), new(2012, 8, 22)), new(2012, 8, 22), []) { CameIn = [new(new MailSortName("Spam"), 1)] }),
    ];
}
