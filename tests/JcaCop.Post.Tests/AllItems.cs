using JcaCop.Reading.Items;
using Activity = JcaCop.Reading.Items.Activity;

namespace JcaCop.Post.Tests;

/// <summary>One item of each kind with every field given.</summary>
internal static class AllItems
{
    private static readonly Person Somebody = new("A Person", "Director", "person@example.org", "+41 22 555 01 00", "+41 22 555 01 01", "1 Example Street");
    private static readonly DateOnly Day = new(2012, 8, 30);

    public static IReadOnlyList<Item> Full { get; } =
    [
        new Nomination(new Organization("Trust", "CH", "https://example.org", "1 Example Street"), Somebody),
        new Representative("ITU-T SG17", SeatRole.FocalPoint, Somebody, "Another"),
        new Withdrawal(WithdrawalOf.Registration, "A Person"),
        new Correction("A Person", Somebody, new Organization("Trust", "CH")),
        new Liaison
        {
            Reference = "SG17-LS45", From = ["ITU-T SG17"], ForAction = ["ITU-T JCA-COP"], ForComment = ["IETF"], ForInformation = ["W3C"], Cc = ["ETSI"],
            Title = "On filters", Deadline = Day, Date = Day, Contact = Somebody, InReplyTo = "LS12", Files = ["ls.docx"],
        },
        new Activity("Training") { Category = ActivityCategory.Educational, Organization = "Trust", Country = "CH", Start = Day, End = Day, Place = "Geneva", Website = "https://example.org" },
        new Position(PositionTaken.NoObjection, "terms of reference"),
        new Questionnaire([new("1", "Yes"), new("2", "No")]),
        new Registration(Day, AttendanceMode.Remote, Somebody, "Trust", "CH"),
        new Regret(Day, "A Person"),
        new Contribution("Filters", "Trust", Day, ["c.docx"]),
        new Report(Day, "Report", ["r.docx"]),
    ];
}
