using JcaCop.Post.Documents;
using JcaCop.Post.Letters.Message;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Commands.Desk.Calls;

namespace JcaCop.Worker.Calls;

/// <summary>The follow-up list of a circular: who answered what, and who owes an answer still; the workbook of <c>call answers</c>.</summary>
internal static class FollowUp
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The list whole: what was answered, and how each stands that was asked.</summary>
    /// <param name="answers">What was answered, by member or by question.</param>
    public static IReadOnlyList<ExportTable> Tables(CallView view, ExportTable answers, TimeZoneInfo zone) => [answers, CallAnswers.Asked(view, zone)];

    /// <summary>As it goes with a letter that tells how a circular stands.</summary>
    public static LetterAttachment Of(CallView view, TimeZoneInfo zone, DateTimeOffset now) =>
        new(Workbook.Write([.. Tables(view, CallAnswers.ByMember(view, zone), zone).Select(table => new Sheet(table.Name, table.Columns, table.Texts))], now), Xlsx, $"{Name(view.Call.Number)}.xlsx");

    /// <summary>The number of the circular as the name of a file on any system.</summary>
    private static string Name(string number) => string.Concat(number.Select(one => char.IsLetterOrDigit(one) || one is '.' or '-' ? one : '-')).Trim('-', '.') is { Length: > 0 } name ? name : "call";
}
