using JcaCop.Post.Letters.Meetings;
using static JcaCop.Post.Letters.Sample;

namespace JcaCop.Post.Letters.Reports;

internal static class ReportSamples
{
    public static IReadOnlyList<LetterSample> Requests { get; } =
    [
        new("report-request", _ => new ReportRequestLetter(MeetingSamples.First, "ITU-T SG17", new Deadline(new(2012, 9, 28), Geneva),
        [
            Said("Agreements reached under agenda item 3", "Accords au titre du point 3 de l’ordre du jour",
                "Acuerdos sobre el punto 3 del orden del día", "Договоренности по пункту 3 повестки дня", "ما اتُّفق عليه في إطار البند 3 من جدول الأعمال",
                "议程项目3达成的共识"),
            Said("Date of the next meeting", "Date de la prochaine réunion", "Fecha de la próxima reunión", "Дата следующего собрания", "موعد الاجتماع المقبل", "下次会议日期"),
        ])),
    ];

    public static IReadOnlyList<LetterSample> Approvals { get; } =
    [
        new("report-approval",
            _ => new ReportApprovalLetter(MeetingSamples.First, "DOC010", "Report of the first meeting",
                ["ITU-T SG17", "jcacop@lists.example.int", "Ann Marsh, Paul Reyes", "TSAG"], new ZonedTime(Now.AddDays(14), Geneva)),
            Asks: true),
    ];

    public static IReadOnlyList<LetterSample> Distributions { get; } =
    [
        .. Enum.GetValues<ReportAudience>().Select(audience => new LetterSample(
            audience == ReportAudience.Parent ? "report-distribution" : $"report-distribution-{audience.ToString().ToLowerInvariant()}",
            _ => new ReportDistributionLetter(audience, MeetingSamples.First, "DOC010", "Report of the first meeting",
                audience == ReportAudience.Parent ? "The group adopted its agenda and reviewed its terms of reference.\nFifteen participants attended, three of them remotely." : (Prose?)null,
                audience == ReportAudience.Participants ? new Deadline(new(2012, 9, 21), Geneva) : null, ["DOC010_report.docx"]))),
    ];

    public static IReadOnlyList<LetterSample> Years { get; } = [new("annual-report", _ => new AnnualReportLetter("2012", "ITU-T SG17"))];

    public static IReadOnlyList<LetterSample> Reminders { get; } =
    [
        new("report-reminder", _ => new ReportReminderLetter(AwaitedWord.Report, MeetingSamples.First, "ITU-T SG17", new Deadline(new(2012, 9, 28), Geneva), new(2012, 9, 3))),
        new("report-reminder-approval", _ => new ReportReminderLetter(AwaitedWord.Approval, MeetingSamples.First, "ITU-T SG17", new Deadline(new(2012, 9, 28), Geneva), new(2012, 9, 21)), Asks: true),
    ];
}
