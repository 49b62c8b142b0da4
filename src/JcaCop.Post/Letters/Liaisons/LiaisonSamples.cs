using JcaCop.Post.Letters.Calls;
using static JcaCop.Post.Letters.Sample;

namespace JcaCop.Post.Letters.Liaisons;

internal static class LiaisonSamples
{
    private const string Title = "LS on technical measures for child online protection";
    private const string Body = "The group thanks you for your liaison statement and would welcome information on work under way on parental control interfaces.\n\nThe next meeting of the group takes place in Geneva on 13 April 2013.";

    public static IReadOnlyList<LetterSample> Acknowledgements { get; } =
    [
        new("liaison-acknowledgement", _ => new LiaisonAcknowledgementLetter(LiaisonPurpose.Action, "SG2-LS14", Title, "ITU-T SG2", new(2012, 8, 21), "JCA-COP-IN12", new Deadline(new(2012, 9, 14), Geneva))),
        new("liaison-acknowledgement-comment", _ => new LiaisonAcknowledgementLetter(LiaisonPurpose.Comment, null, Title, "ITU-T SG16; ETSI", new(2012, 8, 21), null, null) { Unreached = "ITU-T SG9; 3GPP SA6" }),
        new("liaison-acknowledgement-information", _ => new LiaisonAcknowledgementLetter(LiaisonPurpose.Information, "S6-252007", Title, "3GPP SA6", new(2012, 8, 21), null, null)),
    ];

    public static IReadOnlyList<LetterSample> Statements { get; } =
    [
        new("liaison-out", _ => new LiaisonOutLetter(
            "JCA-COP-LS5", null, "JCA-COP (Geneva, 30 August 2012)", "LS on parental control interfaces (reply to SG2-LS14)", "ITU-T SG2", null, "ITU-T SG17; ETSI",
            "Chairman of JCA-COP, 3 September 2012", new Deadline(new(2012, 11, 30), Geneva),
            [new("Ann Marsh", "Chairman, JCA-COP", "Example Administration", "+41 22 555 01 00", "chairman@example.int"), new("Paul Reyes", "Secretariat", null, null, "jcacop@example.int")],
            "SG2-LS14, " + Title, Body, ["JCA-COP-LS5.docx", "DOC065_overview.pdf"])),
    ];

    public static IReadOnlyList<LetterSample> Reminders { get; } =
    [
        new("liaison-reminder", _ => new LiaisonReminderLetter(ReminderStep.Ahead, "SG2-LS14", Title, "ITU-T SG2", new(2012, 8, 20), new Deadline(new(2012, 9, 14), Geneva))),
        new("liaison-reminder-near", _ => new LiaisonReminderLetter(ReminderStep.Near, "JCA-COP-LS5", Title, "JCA-COP", null, new Deadline(new(2012, 9, 14), Geneva))),
        new("liaison-reminder-last-day", _ => new LiaisonReminderLetter(ReminderStep.LastDay, "SG2-LS14", Title, "ITU-T SG2", new(2012, 8, 20), new Deadline(new(2012, 9, 14), Geneva))),
    ];

    public static IReadOnlyList<LetterSample> Routings { get; } =
    [
        new("liaison-routed", _ => new LiaisonRoutedLetter(
            LiaisonPurpose.Action, "SG2-LS14", Title, "ITU-T SG2", new(2012, 8, 20), "JCA-COP", null, "ITU-T SG17", new Deadline(new(2012, 9, 7), Geneva),
            "Please see paragraph 2.", Body, ["SG2-LS14.docx"])),
        new("liaison-routed-comment", _ => new LiaisonRoutedLetter(LiaisonPurpose.Comment, "SG2-LS14", Title, "ITU-T SG2", null, null, "JCA-COP", null, null, null, Body, [])),
        new("liaison-routed-information", _ => new LiaisonRoutedLetter(LiaisonPurpose.Information, "S6-252007", Title, "3GPP SA6", new(2012, 8, 20), null, null, "JCA-COP", null, null, null, ["S6-252007.zip"])),
    ];
}
