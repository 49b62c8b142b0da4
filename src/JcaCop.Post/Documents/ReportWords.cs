using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Items;
using JcaCop.Reading.Parts;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;

namespace JcaCop.Post.Documents;

/// <summary>What reports of meetings and of years say in the same way. They are written in English, the language in which they are discussed.</summary>
internal static class ReportWords
{
    private static readonly Lazy<LanguageWords> English = new(() => LanguageWords.Load(new TemplateFolder(null), LetterLanguages.English));

    public static readonly IReadOnlyList<string> LiaisonColumns = ["Number", "From", "To", "Title", "Date", "Reply by", "State"];
    public static readonly IReadOnlyList<int> LiaisonShares = [4, 4, 5, 8, 4, 4, 4];
    public static readonly IReadOnlyList<string> DocumentColumns = ["Number", "Title", "Source", "Date"];
    public static readonly IReadOnlyList<int> DocumentShares = [3, 9, 5, 4];

    /// <summary>The sheet before the text, as documents of ITU-T groups have it.</summary>
    /// <param name="number">Of the document; null while it has none.</param>
    public static WordDocument Cover(this WordDocument document, Group group, string? number, string title, string purpose)
    {
        document.Paragraph("INTERNATIONAL TELECOMMUNICATION UNION", bold: true);
        if (Sector(group) is { } sector) document.Paragraph(sector, bold: true);
        return document.Facts(
        [
            ("Group", $"{group.FullName} ({group.Name})"),
            ("Document", number ?? "(number given when filed)"),
            ("Original", "English"),
            ("Source", $"Chairman, {group.Name}"),
            ("Title", title),
            ("Purpose", purpose),
            ("Contact", $"Secretariat of {group.Name}\n{group.Address}"),
        ]);
    }

    /// <summary>Says when the register said so, and what a person still has to write.</summary>
    public static WordDocument AsOf(this WordDocument document, Group group, DateTimeOffset at) => document.Paragraph(
        string.Create(CultureInfo.InvariantCulture, $"Draft prepared from the register as it stood on {TimeZoneInfo.ConvertTime(at, group.Zone):d MMMM yyyy, HH:mm} ({English.Value.City(group.Zone)} time). Passages in [square brackets] are to be completed."));

    public static IReadOnlyList<string?> Row(LiaisonEntry liaison) =>
    [
        liaison.Number ?? liaison.Reference ?? "–", string.Join(", ", liaison.From), string.Join("\n", liaison.To.Select(addressee => $"{addressee.Body} ({addressee.Purpose.ToString().ToLowerInvariant()})")),
        liaison.Title, liaison.Date is { } date ? Day(date) : null, liaison.Deadline is { } deadline ? Day(deadline) : null, liaison.State.ToString().ToLowerInvariant(),
    ];

    public static IReadOnlyList<string?> Row(DocumentEntry document, Group group) =>
        [document.Cited + (document.IsLate ? "\n(late)" : ""), document.Title, document.Source, document.Newest is { } newest ? Day(DayOf(newest.At, group.Zone)) : "reserved"];

    public static string? Country(string? code) => code is null ? null : CountryTitles.Of(code, "en");

    public static string Role(SeatRole role) => role switch
    {
        SeatRole.FocalPoint => "focal point",
        _ => role.ToString().ToLowerInvariant(),
    };

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Days(MeetingTime time) => time.Days == 1 ? Day(time.FirstDay) : $"{Day(time.FirstDay)} to {Day(time.LastDay)}";

    public static string Hours(MeetingTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.From:HH:mm} to {time.Until:HH:mm} ({English.Value.City(TimeZoneInfo.FindSystemTimeZoneById(time.Zone))} time)");

    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    public static string Count(int count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");

    /// <summary>Statements that came or went; drafts and withdrawn ones are nobody's business yet, or no longer.</summary>
    public static bool IsOnItsWay(LiaisonEntry liaison) => liaison.State is not (LiaisonState.Draft or LiaisonState.Withdrawn);

    private static string? Sector(Group group) => group.Parent switch
    {
        { } parent when parent.StartsWith("ITU-T", StringComparison.Ordinal) => "TELECOMMUNICATION STANDARDIZATION SECTOR",
        { } parent when parent.StartsWith("ITU-R", StringComparison.Ordinal) => "RADIOCOMMUNICATION SECTOR",
        { } parent when parent.StartsWith("ITU-D", StringComparison.Ordinal) => "TELECOMMUNICATION DEVELOPMENT SECTOR",
        "ITU Council" => "COUNCIL",
        _ => null,
    };
}
