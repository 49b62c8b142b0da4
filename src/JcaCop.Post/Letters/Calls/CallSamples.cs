using static JcaCop.Post.Letters.Sample;

namespace JcaCop.Post.Letters.Calls;

internal static class CallSamples
{
    public static IReadOnlyList<LetterSample> Calls { get; } =
    [
        new("call", _ => new CallLetter(CallPurpose.Nomination, Circular("313"), Nominations, null, null) { Annexes = [Terms], Website = "https://www.example.int/jca/cop" }),
        new("call-contacts", _ => new CallLetter(CallPurpose.Contacts, Circular("278"), NewActivity, Background, new Deadline(new(2012, 8, 22), Geneva)) { Annexes = [Terms] }),
        new("call-consultation", _ => new CallLetter(
            CallPurpose.Consultation, Circular("270"), NewActivity, null, new Deadline(new(2012, 4, 27), Geneva), new CallRule(Silence.Approves, 70, 10)) { Annexes = [Terms] }),
        new("call-questionnaire", _ => new CallLetter(CallPurpose.Questionnaire, Circular("320"), Survey, null, new Deadline(new(2013, 2, 1), Geneva))
        {
            Questions =
            [
                Said("Is there a national hotline for children?", "Existe-t-il une ligne nationale d’assistance aux enfants ?", "¿Existe una línea nacional de ayuda a la infancia?",
                    "Существует ли национальная горячая линия для детей?", "هل يوجد خط وطني لمساعدة الأطفال؟", "贵国是否设有全国儿童热线？"),
                Said("Which law or regulation applies?", "Quelle loi ou réglementation s’applique ?", "¿Qué ley o reglamento es aplicable?",
                    "Какой закон или нормативный акт применяется?", "ما القانون أو اللائحة المنطبقة؟", "适用何种法律或法规？"),
            ],
        }),
    ];

    public static IReadOnlyList<LetterSample> Reminders { get; } =
    [
        new("call-reminder", _ => new CallReminderLetter(CallPurpose.Nomination, ReminderStep.Ahead, Circular("313"), Nominations, new Deadline(new(2013, 1, 31), Geneva))),
        new("call-reminder-near", _ => new CallReminderLetter(CallPurpose.Consultation, ReminderStep.Near, Circular("270"), NewActivity, new Deadline(new(2012, 4, 27), Geneva), new CallRule(Silence.Approves))),
        new("call-reminder-last-day", _ => new CallReminderLetter(CallPurpose.Questionnaire, ReminderStep.LastDay, Circular("320"), Survey, new Deadline(new(2013, 2, 1), Geneva))),
        new("call-reminder-adjusted", _ => new CallReminderLetter(
            CallPurpose.Consultation, ReminderStep.Ahead, Circular("270"), NewActivity, new Deadline(new(2012, 5, 28), Geneva), new CallRule(Silence.Approves)) { OnEarlierText = true }),
        new("call-reminder-awaited", _ => new CallReminderLetter(CallPurpose.Questionnaire, ReminderStep.Near, Circular("320"), Survey, new Deadline(new(2013, 2, 1), Geneva)) { Awaited = "3, 4" }),
        new("call-reminder-contacts", _ => new CallReminderLetter(CallPurpose.Contacts, ReminderStep.Near, Circular("278"), NewActivity, new Deadline(new(2012, 8, 22), Geneva))),
    ];

    public static IReadOnlyList<LetterSample> Extensions { get; } =
    [
        new("call-extended", _ => new CallExtendedLetter(Circular("270"), NewActivity, new Deadline(new(2012, 5, 25), Geneva), false, "Corrigendum 1", new CallRule(Silence.Approves))),
        new("call-extended-in-time", _ => new CallExtendedLetter(Circular("313"), Nominations, new Deadline(new(2013, 2, 28), Geneva), true)),
    ];

    public static IReadOnlyList<LetterSample> Adjustments { get; } =
    [
        .. Enum.GetValues<EarlierReply>().Select(earlier => new LetterSample("call-adjusted" + (earlier == EarlierReply.None ? "" : "-" + earlier.ToString().ToLowerInvariant()), _ =>
            new CallAdjustedLetter(Circular("270"), NewActivity, Background, new Deadline(new(2012, 5, 25), Geneva), new CallRule(Silence.Approves), earlier))),
    ];

    public static IReadOnlyList<LetterSample> Cancellations { get; } =
    [
        new("call-cancelled", _ => new CallCancelledLetter(Circular("278"), NewActivity, false, "TSB Circular 281")),
        new("call-cancelled-answered", _ => new CallCancelledLetter(Circular("313"), Nominations, true)),
    ];

    public static IReadOnlyList<LetterSample> Results { get; } =
    [
        new("call-closed", _ => new CallClosedLetter(CallOutcome.Approved, Circular("270"), NewActivity, new(2012, 4, 27), new(2012, 4, 30), null, null,
        [
            new(CallFigure.Addressees, 193), new(CallFigure.Replies, 12), new(CallFigure.Support, 9), new(CallFigure.NoObjection, 3), new(CallFigure.Comments, 0),
            new(CallFigure.Objections, 0), new(CallFigure.Silent, 180), new(CallFigure.Waiting, 1),
        ])),
        new("call-closed-extended", _ => new CallClosedLetter(CallOutcome.Extended, Circular("270"), NewActivity, new(2012, 4, 27), null, new Deadline(new(2012, 5, 25), Geneva), Background,
            [new(CallFigure.Replies, 12), new(CallFigure.Comments, 4), new(CallFigure.Late, 1)])),
        new("call-closed-not-approved", _ => new CallClosedLetter(CallOutcome.NotApproved, Circular("270"), NewActivity, new(2012, 4, 27), null, null, null,
            [new(CallFigure.Replies, 20), new(CallFigure.Objections, 15)])),
        new("call-closed-nominations", _ => new CallClosedLetter(CallOutcome.Noted, Circular("313"), Nominations, new(2013, 1, 31), null, null, null,
            [new(CallFigure.Replies, 41), new(CallFigure.Organizations, 67), new(CallFigure.Persons, 52), new(CallFigure.Activities, 24)]) { LateRepliesWelcome = true }),
    ];

    public static IReadOnlyList<LetterSample> Waits { get; } =
    [
        new("call-waits", _ => new CallWaitsLetter("TSB Circular 270", NewActivity, 2)),
        new("call-waits-chairman", _ => new CallWaitsLetter("TSB Circular 270", NewActivity, 2) { MayDecide = false }),
        new("call-waits-unadjusted", _ => new CallWaitsLetter("TSB Circular 270", NewActivity, 0) { Unadjusted = true }),
        new("call-waits-unadjusted-chairman", _ => new CallWaitsLetter("TSB Circular 270", NewActivity, 0) { Unadjusted = true, MayDecide = false }),
    ];

    public static IReadOnlyList<LetterSample> Unsent { get; } =
        [new("call-unsent", _ => new CallUnsentLetter(Circular("313"), Nominations, new Deadline(new(2013, 1, 31), Geneva), ["Administration of Chad", "Safe Childhood Trust"]))];

    private static LocalText NewActivity => Said(
        "New joint coordination activity on child online protection", "Nouvelle activité conjointe de coordination sur la protection en ligne des enfants",
        "Nueva actividad conjunta de coordinación sobre protección de la infancia en línea", "Новая группа по совместной координационной деятельности по защите ребенка в онлайновой среде",
        "نشاط جديد للتنسيق المشترك بشأن حماية الأطفال على الخط", "新的保护上网儿童联合协调活动");

    private static LocalText Nominations => Said(
        "Nomination of organizations active in child online protection", "Désignation d’organisations actives dans la protection en ligne des enfants",
        "Designación de organizaciones que trabajan en la protección de la infancia en línea", "Представление организаций, занимающихся защитой ребенка в онлайновой среде",
        "ترشيح منظمات عاملة في مجال حماية الأطفال على الخط", "提名活跃于保护上网儿童领域的组织");

    private static LocalText Survey => Said(
        "Questionnaire on national approaches", "Questionnaire sur les approches nationales", "Cuestionario sobre los enfoques nacionales",
        "Вопросник о национальных подходах", "استبيان بشأن النُهُج الوطنية", "关于国家做法的问卷");

    private static LocalText Terms => Said("Terms of reference", "Mandat", "Mandato", "Круг ведения", "الاختصاصات", "职责范围");

    private static Prose Background => new(Said(
        "Study Group 17 agreed at its last meeting to set up the activity.\n\nThe first meeting will take place in Geneva.",
        "La Commission d’études 17 a décidé à sa dernière réunion de créer cette activité.\n\nLa première réunion aura lieu à Genève.",
        "La Comisión de Estudio 17 acordó en su última reunión crear esta actividad.\n\nLa primera reunión se celebrará en Ginebra.",
        "17-я Исследовательская комиссия на своем последнем собрании решила создать эту группу.\n\nПервое собрание состоится в Женеве.",
        "اتفقت لجنة الدراسات 17 في اجتماعها الأخير على إنشاء هذا النشاط.\n\nوسيُعقد الاجتماع الأول في جنيف.",
        "第17研究组在上一次会议上同意设立该活动。\n\n第一次会议将在日内瓦召开。"));

    private static LocalText Circular(string number) => Said(
        $"TSB Circular {number}", $"Circulaire TSB {number}", $"Circular TSB {number}", $"Циркуляр {number} БСЭ", $"الرسالة المعممة {number} لمكتب تقييس الاتصالات", $"电信标准化局第{number}号通函");
}
