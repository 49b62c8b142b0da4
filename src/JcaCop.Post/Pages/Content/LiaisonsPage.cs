using System.Globalization;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register.Entries.Liaisons;

namespace JcaCop.Post.Pages.Content;

/// <param name="Reference">Our number or the sender's; where it has neither, its own title.</param>
/// <param name="Title">Null where it stands for the reference.</param>
/// <param name="Answers">What it answers, as cited; the anchor is null where that is not on the page.</param>
internal sealed record LiaisonLine(
    string? Reference, BareText Anchor, string? Title, string? From, string? ForAction, string? ForComment, string? ForInformation, DateOnly? Date, DateOnly? Deadline,
    string? Answers, BareText? AnswersAnchor, string? AnsweredBy, BareText? AnsweredByAnchor);

internal sealed record LiaisonSide(LiaisonWay Way, IReadOnlyList<LiaisonLine> Statements);

internal sealed record LiaisonsPage(IReadOnlyList<LiaisonSide> Ways)
{
    public static LiaisonsPage Of(PublicRegister register)
    {
        var shown = register.Liaisons.ToDictionary(liaison => liaison.Id);
        return new([.. register.Liaisons.GroupBy(liaison => liaison.Way).OrderBy(way => way.Key)
            .Select(way => new LiaisonSide(way.Key,
                [.. way.OrderByDescending(liaison => liaison.Date ?? DayOf(liaison, register)).ThenByDescending(liaison => liaison.Id)
                .Select(liaison => Line(liaison, shown, register))]))]);
    }

    private static LiaisonLine Line(LiaisonEntry liaison, Dictionary<long, LiaisonEntry> shown, PublicRegister register)
    {
        var reference = liaison.Number ?? liaison.Reference;
        var answers = liaison.Answers is { } question ? shown.GetValueOrDefault(question) : null;
        var answeredBy = liaison.AnsweredBy is { } reply ? shown.GetValueOrDefault(reply) : null;
        return new(
            reference ?? liaison.Title, new BareText(Anchor(liaison)), reference is null ? null : liaison.Title,
            liaison.Way == LiaisonWay.Incoming ? Joined(liaison.From) : null,
            To(LiaisonPurpose.Action), To(LiaisonPurpose.Comment), Joined([.. Bodies(LiaisonPurpose.Information), .. Bodies(LiaisonPurpose.Copy)]),
            liaison.Date ?? DayOf(liaison, register), liaison.Deadline,
            answers?.Name ?? liaison.InReplyTo, answers is null ? null : new BareText(Anchor(answers)), answeredBy?.Name, answeredBy is null ? null : new BareText(Anchor(answeredBy)));

        string? To(LiaisonPurpose purpose) => Joined([.. Bodies(purpose)]);
        IEnumerable<string> Bodies(LiaisonPurpose purpose) => liaison.To.Where(addressee => addressee.Purpose == purpose).Select(addressee => addressee.Body);
    }

    private static string Anchor(LiaisonEntry liaison) => string.Create(CultureInfo.InvariantCulture, $"statement-{liaison.Id}");

    private static DateOnly DayOf(LiaisonEntry liaison, PublicRegister register) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(liaison.ReceivedAt, register.Group.Zone).DateTime);

    private static string? Joined(IReadOnlyList<string> bodies) => bodies.Count == 0 ? null : string.Join(", ", bodies);
}
