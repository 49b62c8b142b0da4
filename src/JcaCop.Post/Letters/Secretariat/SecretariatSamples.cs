using static JcaCop.Post.Letters.Sample;

namespace JcaCop.Post.Letters.Secretariat;

internal static class SecretariatSamples
{
    private static LocalText Accept => Said("accept", "accepter", "aceptar", "принять", "قبول", "接受");
    private static LocalText Reject => Said("reject", "refuser", "rechazar", "отклонить", "رفض", "拒绝");

    public static IReadOnlyList<LetterSample> Mandates { get; } =
    [
        new("mandate-review", _ => new MandateReviewLetter(MandateOccasion.LifetimeEnds, new(2013, 4, 30), "ITU-T SG17", "2012-04-30")),
        new("mandate-review-assembly", _ => new MandateReviewLetter(MandateOccasion.Review, new(2013, 6, 4), "TSAG", null)),
    ];

    public static IReadOnlyList<LetterSample> Escalations { get; } =
    [
        new("escalation", _ => new EscalationLetter([new("ITU-T SG2", "SG2-LS14", new(2012, 8, 17), 3, "tsbsg2@example.int"), new("Ann Marsh", "DOC010", new(2012, 8, 20), 2, null)])),
    ];

    public static IReadOnlyList<LetterSample> Expiries { get; } =
    [
        new("expiry-warning", _ => new ExpiryWarningLetter(
        [
            new(ExpiringKind.Certificate, "mail.example.int", new(2012, 9, 5), 14), new(ExpiringKind.Secret, "Mailboxes:jca-cop:PasswordFile", new(2012, 9, 12), 21), new(ExpiringKind.Grant, "Mailboxes:cwg-cop:Token", new(2012, 9, 20), 29),
        ])),
    ];

    public static IReadOnlyList<LetterSample> Heartbeats { get; } =
    [
        new("heartbeat-missed", _ => new HeartbeatMissedLetter("imap.example.int/INBOX", new ZonedTime(Now.AddHours(-3), Geneva), 10, "AUTHENTICATE failed")),
        new("heartbeat-missed-silent", _ => new HeartbeatMissedLetter("worker-2", new ZonedTime(Now.AddHours(-1), Geneva), 5, null)),
    ];

    public static IReadOnlyList<LetterSample> Digests { get; } =
    [
        new("digest", _ => new DigestLetter(new DayRange(new(2012, 8, 20), new(2012, 8, 22)), new(2012, 8, 22),
        [
            new("K7M2-9QXA", Said("Nomination of Safe Childhood Trust", "Désignation de Safe Childhood Trust", "Designación de Safe Childhood Trust", "Выдвижение организации Safe Childhood Trust", "ترشيح Safe Childhood Trust", "提名Safe Childhood Trust"),
                "An Official <official@example.org>", [Accept, Reject]),
            new("3TNC-05VE", "DOC010", "Ann Marsh", [Accept, Reject]),
        ])
        {
            CameIn = [new(Said("Nominations", "Désignations", "Designaciones", "Выдвижение кандидатур", "ترشيحات", "提名"), 7), new(Said("Absences", "Absences", "Ausencias", "Отсутствие", "غياب", "缺席"), 2), new("Spam", 1)],
            Changes = [new("Peter Hall, ITU-T SG17", "+41 22 555 01 99", "+41 22 555 01 00"), new("Safe Childhood Trust", "CH", null), new("Luc Ferrand", null, "ITU-T SG2")],
            Calls =
            [
                new(Said("TSB Circular 313", "Circulaire TSB 313", "Circular TSB 313", "Циркуляр 313 БСЭ", "الرسالة المعممة 313 لمكتب تقييس الاتصالات", "电信标准化局第313号通函"),
                    Said("Nomination of organizations", "Désignation d’organisations", "Designación de organizaciones", "Представление организаций", "ترشيح منظمات", "提名组织"), new Deadline(new(2013, 1, 31), Geneva), new Share(41, 193),
                [
                    new(new("africa"), new Share(5, 54), Said("Kenya, Senegal, South Africa", "Afrique du Sud, Kenya, Sénégal", "Kenya, Senegal, Sudáfrica", "Кения, Сенегал, Южная Африка", "جنوب إفريقيا، السنغال، كينيا", "肯尼亚、南非、塞内加尔")),
                    new(new("americas"), new Share(9, 35), Said("Brazil, Canada", "Brésil, Canada", "Brasil, Canadá", "Бразилия, Канада", "البرازيل، كندا", "巴西、加拿大")),
                    new(new("europe"), new Share(46, 46), null),
                    new(new("cis"), new Share(0, 10), null),
                ]),
            ],
            Coming = [new("9W3H-QK2D", "TSB Circular 313", new ZonedTime(Now.AddDays(1), Geneva), 152, Said("14 days before the deadline", "14 jours avant la date limite", "14 días antes de la fecha límite", "за 14 дней до срока", "قبل الموعد النهائي بأربعة عشر يوماً", "截止日期前14天"))],
            Undelivered = [new("expert@example.org", "JCA-COP meeting No. 1", "550 5.1.1 user unknown")],
            Obligations = [new("ITU-T SG2", "SG2-LS14", new(2012, 8, 17), true, 3), new("Ann Marsh", "DOC010", new(2012, 9, 28), false, 0), new("Safe Childhood Trust", "TSB Circular 320", null, false, 1)],
            Health = [new("IMAP", HealthState.Good, null), new("SMTP", HealthState.Warning, "3 letters unknown"), new("worker-2", HealthState.Bad, "no sign since 07:30")],
            Mailboxes = [new("jcacop@example.int", 1204, 1203, 4, 1)],
        }),
        new("digest-quiet", _ => new DigestLetter(new DayRange(new(2012, 8, 22), new(2012, 8, 22)), new(2012, 8, 22), []) { CameIn = [new("Spam", 1)] }),
    ];
}
