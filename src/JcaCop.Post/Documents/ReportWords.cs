using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;

namespace JcaCop.Post.Documents;

/// <summary>What reports of meetings and of years say in the same way.</summary>
internal static class ReportWords
{
    public static readonly IReadOnlyList<int> LiaisonShares = [4, 4, 5, 8, 4, 4, 4];
    public static readonly IReadOnlyList<int> DocumentShares = [3, 9, 5, 4];

    private static readonly string[] Sectors = ["ITU-T", "ITU-R", "ITU-D", "ITU Council"];

    public static IReadOnlyList<string> LiaisonColumns(DraftWords words) => words.Columns("number", "from", "to", "title", "date", "replyBy", "state");

    public static IReadOnlyList<string> DocumentColumns(DraftWords words) => words.Columns("number", "title", "source", "date");

    /// <summary>The sheet before the text, as documents of ITU-T groups have it.</summary>
    /// <param name="number">Of the document; null while it has none.</param>
    public static WordDocument Cover(this WordDocument document, DraftWords words, Group group, string? number, string title, string purpose)
    {
        document.Paragraph(words["union"], bold: true);
        if (Sectors.FirstOrDefault(sector => group.Parent?.StartsWith(sector, StringComparison.Ordinal) == true) is { } sector) document.Paragraph(words["sector." + sector], bold: true);
        return document.Facts(
        [
            (words["label.group"], $"{words.FullName(group)} ({group.Name})"),
            (words["label.document"], number ?? words["numberWhenFiled"]),
            (words["label.original"], words.NameOfLanguage),
            (words["label.source"], words.Say("chairman", group.Name)),
            (words["label.title"], title),
            (words["label.purpose"], purpose),
            (words["label.contact"], $"{words.Say("secretariat", group.Name)}\n{group.Address}"),
        ]);
    }

    /// <summary>Says when the register said so, and what a person still has to write.</summary>
    public static WordDocument AsOf(this WordDocument document, DraftWords words, Group group, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, group.Zone).DateTime;
        return document.Paragraph(words.Say("asOf", words.Day(DateOnly.FromDateTime(local)), DraftWords.Clock(TimeOnly.FromDateTime(local)), words.City(group.Zone)));
    }

    public static IReadOnlyList<string?> Row(LiaisonEntry liaison, Group group, DraftWords words) =>
    [
        liaison.Number ?? liaison.Reference ?? "–", words.List(liaison.From), string.Join("\n", liaison.To.Select(addressee => $"{addressee.Body} ({words.Coded("purpose", addressee.Purpose.ToString())})")),
        liaison.Title, words.Day(liaison.Date ?? DayOf(liaison.ReceivedAt, group.Zone)), liaison.Deadline is { } deadline ? words.Day(deadline) : null, words.State(liaison.State),
    ];

    public static IReadOnlyList<string?> Row(DocumentEntry document, Group group, DraftWords words) =>
        [document.Cited + (document.IsLate ? $"\n{words["late"]}" : ""), words.Title(document), document.Source is { } source ? words.Named(source) : null,
            document.Newest is { } newest ? words.Day(DayOf(newest.At, group.Zone)) : words["reserved"]];

    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>Statements that came or went; drafts and withdrawn ones are nobody's business yet, or no longer.</summary>
    public static bool IsOnItsWay(LiaisonEntry liaison) => liaison.State is not (LiaisonState.Draft or LiaisonState.Withdrawn);
}
