using JcaCop.Post.Letters.Receipts;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using static JcaCop.Post.Letters.Sample;

namespace JcaCop.Post.Letters.Answers;

internal static class AnswerSamples
{
    private static ReceiptItem Alternate => new(
        new Representative("ITU-T SG17", SeatRole.Alternate, new Person("Peter Hall", "Head of Unit", "expert@example.org", "+41 22 555 01 99")), Standing.Recorded, null,
        [new FieldChange("person.phone", "+41 22 555 01 00", "+41 22 555 01 99")]);

    private static ReceiptItem Nomination => new(
        new Nomination(new Organization("Safe Childhood Trust", "CH", "https://www.example.org/cop"), new Person("Laura Bennett", null, "programmes@example.org")), Standing.Held, HeldBecause.Sender, []);

    public static IReadOnlyList<LetterSample> Decisions { get; } =
    [
        new("item-decided", _ => new ItemDecidedLetter(new(2012, 8, 21), "Re: Circular 313", [new(Alternate, ItemDecision.Recorded), new(Nomination, ItemDecision.NotTaken, "The organization asked not to be listed.")])),
    ];

    public static IReadOnlyList<LetterSample> Questions { get; } =
    [
        new("question", _ => new QuestionLetter(AskedMatter.HeldItem, "Safe Childhood Trust", "The address of the sender is not on record for the member.", [new(Nomination)])
        {
            Sender = "An Official <official@example.org>", Date = new(2012, 8, 21), CanCorrect = true, Expires = new ZonedTime(Now.AddDays(14), Geneva),
            Excerpt = "We nominate the Safe Childhood Trust.\nContact: Laura Bennett",
        }, Asks: true),
        new("question-confirmation",
            _ => new QuestionLetter(AskedMatter.Confirmation, "Safe Childhood Trust", null, [new(Nomination)]) { ToMember = true,
                Sender = "assistant@mail.example", Date = new(2012, 8, 21) },
            Asks: true),
        new("question-contradiction", _ => new QuestionLetter(AskedMatter.Contradiction, "ITU-T SG17", null, [new(Alternate, "1"), new(Nomination, "2")])
        {
            Choices =
            [
                new("1", Said("the first answer", "la première réponse", "la primera respuesta", "первый ответ", "الرد الأول", "第一份答复")),
                new("2", Said("the second answer", "la seconde réponse", "la segunda respuesta", "второй ответ", "الرد الثاني", "第二份答复")),
            ],
        }, Asks: true),
        new("question-merge", _ => new QuestionLetter(AskedMatter.Merge, "Safe Childhood Trust", null, [new(Nomination), new(Nomination)]), Asks: true),
        new("question-liaison",
            _ => new QuestionLetter(AskedMatter.Liaison, "JCA-COP-LS5", null,
                []) { Text = "To: ITU-T SG2\nTitle: LS on parental control interfaces\n\nThe group thanks you for your liaison statement." },
            Asks: true),
        new("question-late", _ => new QuestionLetter(AskedMatter.Late, "DOC009: Filters in home routers", null, []) { Sender = "itu@comms.example", Date = new(2012, 8, 21), Text = "DOC009: Filters in home routers (Australia)" }, Asks: true),
    ];

    public static IReadOnlyList<LetterSample> Noted { get; } =
    [
        new("answer-noted", _ => new AnswerNotedLetter(AnswerStanding.Noted, "Safe Childhood Trust", "accept")),
        new("answer-noted-repeated", _ => new AnswerNotedLetter(AnswerStanding.Repeated, "TSB Circular 270", "2")),
    ];

    public static IReadOnlyList<LetterSample> Commands { get; } =
    [
        new("command-result", _ => new CommandResultLetter((AsTyped)"meeting add; call close 313",
        [
            new("meeting add 2012-08-30 18:00 --place Geneva", CommandOutcome.Done, "Meeting 1 is planned for 2012-08-30 18:00 Europe/Zurich.\nInvitations go out on 2012-08-22."),
            new("person add Peter Hall", CommandOutcome.Nothing, "Peter Hall is in the register already (17)."),
            new("call close 313", CommandOutcome.Refused, "Circular 313 has no closing date; say --now."),
            new("report send DOC010", CommandOutcome.Failed, null),
        ], ["meting show 7", "Thank you, Ann"])),
        new("command-result-chairman", _ => new CommandResultLetter((AsTyped)"accept", [new("accept", CommandOutcome.Refused, "Circular 313 has no closing date; say --now.")], []) { MayOrder = false }),
    ];

    public static IReadOnlyList<LetterSample> Help { get; } =
    [
        new("help", _ => new HelpLetter([])),
        new("help-secretariat", _ => new HelpLetter([new("review accept 12", "Records what was held."), new("meeting open 7 --date 2012-11-05 --place Geneva", "Plans a meeting.")])),
    ];

    public static IReadOnlyList<LetterSample> Status { get; } =
    [
        new("status", _ => new StatusLetter(Said("Switzerland", "Suisse", "Suiza", "Швейцария", "سويسرا", "瑞士"), new ZonedTime(Now, Geneva),
            [new("TSB Circular 313", OpenState.Due, new(2013, 1, 31)), new("SG2-LS14", OpenState.Overdue, new(2012, 8, 15)), new("TSB Circular 320", OpenState.Undated, null)],
            [new("Peter Hall", "ITU-T SG17", new(SeatRole.Alternate), "Head of Unit", "expert@example.org", "+41 22 555 01 99")],
            ["Safe Childhood Trust"], [new("Safer Internet Day", new DayRange(new(2013, 2, 5), new(2013, 2, 5)), null)])
        {
            Answers =
            [
                new("TSB Circular 313", new AnswerGiven(new(2012, 8, 21), "info@example.org", "put forward"), RecordedAnswer.Waiting),
                new("TSB Circular 278", new AnswerGiven(new(2012, 4, 30), "expert@example.org", "no objection"), RecordedAnswer.Late),
                new("DM-10/1008", new AnswerGiven(new(2010, 5, 4), null, "will attend"), RecordedAnswer.Taken),
            ],
            Unread = [new("Study with annexes", new(2012, 8, 30))],
        }),
        new("status-empty", _ => new StatusLetter("Safe Childhood Trust", new ZonedTime(Now, Geneva), [], [], [], [])),
    ];

    public static IReadOnlyList<LetterSample> Forwardings { get; } =
    [
        new("forwarded-to-other-officer",
            _ => new ForwardedToOtherOfficerLetter(Officer.Chairman, "An Official <official@example.org>", "Comments on the agenda",
                new ZonedTime(Now, Geneva), "Dear colleagues,\n\nitem 4 should come first.", ["agenda.docx"])),
        new("forwarded-too-large", _ => new ForwardedToOtherOfficerLetter(Officer.Chairman, "official@example.org", "Study with annexes", new ZonedTime(Now, Geneva), null, []) { Size = "48 MB" }),
        new("forwarded-to-secretariat", _ => new ForwardedToOtherOfficerLetter(Officer.Secretariat, "official@example.org", "Comments", new ZonedTime(Now, Geneva), null, [])),
    ];
}
