using JcaCop.Reading.Parts;
using JcaCop.Register.Deciding.Liaisons;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>An incoming statement as the secretariat enters it.</summary>
/// <param name="Reference">The sender's number; null where it has none.</param>
/// <param name="From">Canonical codes of the senders.</param>
/// <param name="Deadline">Day by which it asks for an answer, inclusive; null where it does not.</param>
/// <param name="InReplyTo">Number or reference of the statement that it answers; null where it answers none.</param>
/// <param name="At">When it came, UTC.</param>
/// <param name="MessageId">The mail that brought it; null where it came on paper.</param>
/// <param name="SentBy">Sender of that mail.</param>
public sealed record ReceivedLiaison(
    string Title, string? Reference, IReadOnlyList<string> From, IReadOnlyList<LiaisonAddressee> To, DateOnly? Deadline, string? InReplyTo, LiaisonContact? Contact,
    DateTimeOffset At, long? MessageId, string? SentBy);

/// <summary>Enters a statement that came on paper, or in a mail that was not read. It is passed on, and owed, as one that was.</summary>
public static class LiaisonReceiving
{
    public static DeskResult Receive(ReceivedLiaison told, LiaisonHouse house, string who, DeskDraft draft)
    {
        var known = draft.Known;
        if (told.Title.Trim().Length == 0) return DeskResult.Refused("a statement needs a title");
        if (told.From.Count == 0 || told.From.Any(body => NameKey.Of(body).Length == 0)) return DeskResult.Refused("who sends it? --from BODY");
        if (told.From.Concat(told.To.Select(to => to.Body)).FirstOrDefault(StudyGroups.IsNone) is { } none) return DeskResult.Refused($"there is no study group '{none}'");
        if (LiaisonPlacing.Find(told.Reference, told.From, told.Title, known) is { } same)
            return DeskResult.Refused($"it is on record already: liaison statement {same.Id}, {same.Name}");
        LiaisonEntry? answered = null;
        if (told.InReplyTo is { } reference && (answered = LiaisonDesk.Find(reference, known)) is not { Way: LiaisonWay.Outgoing })
            return DeskResult.Refused($"the register holds no liaison statement of ours '{reference}'; 'liaison list' shows them");
        told = told with { To = [.. told.To.Select(to => to with { Body = Called(to.Body, house) })], From = [.. told.From.Select(body => Called(body, house))] };
        var asks = told.To.Any(to => to.Purpose is LiaisonPurpose.Action or LiaisonPurpose.Comment && house.Bodies.Any(body => NameKey.Of(body) == NameKey.Of(to.Body)));
        if (told.Deadline is not null && !told.To.Any(to => to.Purpose is LiaisonPurpose.Action or LiaisonPurpose.Comment))
            return DeskResult.Refused("a day is asked of whoever acts or comments: --action BODY or --comment BODY");

        var entry = draft.Put(null, new LiaisonEntry(
            known.NextNew(), known.Group, LiaisonWay.Incoming, LiaisonState.Received, null, told.Reference, told.From,
            told.To.Count > 0 ? told.To : [new LiaisonAddressee(house.Bodies.FirstOrDefault() ?? house.Name, LiaisonPurpose.Information)], told.Title.Trim(), told.Deadline, null,
            told.Contact, answered?.Number, answered?.Id, null, [], null, told.At, told.MessageId, told.SentBy), told.Reference ?? told.Title.Trim(),
            new FieldChange("from", null, string.Join(", ", told.From)), FieldText.Change("reference", null, told.Reference), new FieldChange("title", null, told.Title.Trim()),
            FieldText.Change("deadline", null, ActivityPlacing.Day(told.Deadline)), FieldText.Change("answers", null, answered?.Number));
        if (answered is { State: LiaisonState.Sent }) LiaisonPlacing.Settle(answered, entry, told.From, told.At, who, draft.Entries);
        return asks && told.Deadline is null
            ? new DeskResult(null, []) { Notes = ["It names no day for the answer: nobody is reminded of it."] } : DeskResult.Done;
    }

    /// <summary>A body by its code, and the house by one of its names: what is typed and what is read of a mail are called alike.</summary>
    private static string Called(string body, LiaisonHouse house) =>
        house.Bodies.Any(own => NameKey.Of(own) == NameKey.Of(body)) ? house.Bodies.First()
        : Bodies.Parse(body.Trim()) ?? (Domains.IsBodyCode(body.Trim()) ? Bodies.Parse(body.Trim().ToUpperInvariant()) : null) ?? body.Trim();
}
