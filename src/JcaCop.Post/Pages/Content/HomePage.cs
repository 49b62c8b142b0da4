using JcaCop.Post.Letters;
using JcaCop.Register.Entries.Calls;
using DayDeadline = JcaCop.Post.Letters.Deadline;

namespace JcaCop.Post.Pages.Content;

internal sealed record CallLine(LocalText CallTitle, string Reference, DayDeadline? Deadline);

/// <param name="Purpose">What the group is for, in its own words; null where the settings say nothing.</param>
/// <param name="Next">Null where none is announced.</param>
/// <param name="Latest">The newest documents.</param>
internal sealed record HomePage(LocalText? Purpose, string? Parent, MeetingLine? Next, IReadOnlyList<CallLine> Calls, IReadOnlyList<DocumentLine> Latest)
{
    private const int MostDocuments = 5;

    /// <summary>Of a purpose that is told in another language than the page; null otherwise.</summary>
    public LanguageMark? PurposeLanguage => Purpose is null ? null : new LanguageMark(Purpose, Direction: false);

    public LanguageMark? PurposeDirection => Purpose is null ? null : new LanguageMark(Purpose, Direction: true);

    public static HomePage Of(PublicRegister register) => new(
        register.Group.Purposes is { Count: > 0 } purposes ? new LocalText(purposes) : null, register.Group.Parent,
        register.Meetings.Where(meeting => meeting.IsComing(register.Now)).MinBy(meeting => meeting.Time.Opens) is { } next ? MeetingPage.Line(next, register) : null,
        [.. register.Calls.Select(call => Line(call, register))],
        [.. register.Documents.OrderByDescending(document => document.Newest?.At).ThenByDescending(document => document.Id).Take(MostDocuments).Select(document => DocumentsPage.Line(document, register))]);

    private static CallLine Line(CallEntry call, PublicRegister register) => new(
        new LocalText(new Dictionary<string, string>(call.Titles) { [LetterLanguages.English] = call.Title }), call.Number,
        call.Deadline is { } deadline ? new DayDeadline(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(deadline.At, register.Group.Zone).DateTime), register.Group.Zone) : null);
}

internal sealed record ParticipatePage(string? List);
