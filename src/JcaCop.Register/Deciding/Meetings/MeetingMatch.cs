using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>The meeting that an item is about.</summary>
/// <param name="Meeting">Where <paramref name="Doubt"/> stands, the one that is meant if a person says so; null where none can be named.</param>
/// <param name="Doubt">Why a person must look, one sentence; null where the evidence suffices.</param>
public sealed record MeetingFinding(MeetingEntry? Meeting, string? Doubt);

/// <summary>
/// Tells which meeting a mail means. Evidence, strongest first: the letter of ours that it answers; the day that it names; the one
/// meeting to which we have invited and that is still to come. Whatever contradicts, and whatever is weaker, waits for a person.
/// </summary>
public static class MeetingMatch
{
    /// <param name="day">As the item tells it; null where it tells none.</param>
    public static MeetingFinding Find(DateOnly? day, MailContext mail, Known known)
    {
        var answered = OfThread(mail.Thread?.About, known);
        if ((day ?? mail.Answers.Meeting) is not { } told) return answered is not null ? new MeetingFinding(answered, null) : OnlyComing(mail, known);
        var onDay = known.Named<MeetingEntry>(EntryKind.Meeting, MeetingEntry.OnDay(told)).ToList();
        if (onDay.Count > 1 && onDay.Where(meeting => meeting.State != MeetingState.Cancelled).ToList() is { Count: > 0 } standing) onDay = standing;
        var spelled = told.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (answered is not null)
            return onDay.Any(meeting => meeting.Id == answered.Id) ? new MeetingFinding(answered, null)
                : new MeetingFinding(answered, $"it answers a letter about {answered.Title}, and speaks of a meeting on {spelled}");
        return onDay switch
        {
            [var only] => new MeetingFinding(only, null),
            [] => new MeetingFinding(null, $"the register holds no meeting on {spelled}"),
            _ => new MeetingFinding(null, $"several meetings take place on {spelled}: {string.Join(", ", onDay.Select(meeting => meeting.Title))}"),
        };
    }

    /// <summary>The one meeting that changes are about; null where they are about none or several.</summary>
    public static MeetingEntry? Of(IReadOnlyList<RegisterChange> changes, Known known) =>
        changes.Select(change => change.After switch { RegistrationEntry entry => entry.MeetingId, DocumentEntry entry => entry.MeetingId, _ => null })
            .OfType<long>().Distinct().ToList() is [var only] ? known.Filed<MeetingEntry>(EntryKind.Meeting, only) : null;

    private static MeetingFinding OnlyComing(MailContext mail, Known known) =>
        known.All<MeetingEntry>().Where(meeting => meeting.IsComing(mail.At)).ToList() switch
        {
            [{ State: MeetingState.Announced } only] => new MeetingFinding(only, null),
            [var only] => new MeetingFinding(only, $"it names no meeting; {only.Title}, the only one to come, has not been announced yet"),
            [] => new MeetingFinding(null, "it names no meeting, and none is to come"),
            var several => new MeetingFinding(null, $"it does not say which meeting it means: {string.Join(", ", several.Select(meeting => meeting.Title))}"),
        };

    private static MeetingEntry? OfThread(EntryRef? about, Known known) => about switch
    {
        { Kind: EntryKind.Meeting } => known.Filed<MeetingEntry>(EntryKind.Meeting, about.Id),
        { Kind: EntryKind.Registration } => known.Filed<MeetingEntry>(EntryKind.Meeting, known.Filed<RegistrationEntry>(EntryKind.Registration, about.Id)?.MeetingId),
        { Kind: EntryKind.Document } => known.Filed<MeetingEntry>(EntryKind.Meeting, known.Filed<DocumentEntry>(EntryKind.Document, about.Id)?.MeetingId),
        _ => null,
    };

    /// <summary>Why an item about a meeting cannot be recorded without a person, for the reviewer and for the sender.</summary>
    /// <returns>Null where nothing speaks against it, and for items about no meeting.</returns>
    public static (string Why, HeldBecause Because)? Doubt(Item item, MailContext mail, Known known) => Against(ContributionSteps.Doubt(item, mail.Thread)) ?? item switch
    {
        Registration registration => Coming(Find(registration.Meeting, mail, known), mail),
        Regret { Name: null or "" } => Against("it does not say who will not come"),
        Regret regret => Coming(Find(regret.Meeting, mail, known), mail) ?? Against(RegistrationPlacing.Against(regret, mail, known)),
        Withdrawal { Of: WithdrawalOf.Registration } withdrawal => RegistrationPlacing.Registered(withdrawal, mail, known) is null ? Against($"the register holds no registration of {withdrawal.Name}") : null,
        Contribution contribution => Coming(Find(contribution.Meeting, mail, known), mail) ?? Against(DocumentMatch.Doubt(contribution.Title, contribution.Source, contribution.Files, mail, known)
            ?? (Find(contribution.Meeting, mail, known).Meeting is { } meeting ? ContributionSteps.Unclear(contribution, meeting, mail, known) : null)),
        Report report => Begun(Find(report.Meeting, mail, known), mail),
        _ => null,
    };

    private static (string Why, HeldBecause Because)? Against(string? why) => why is null ? null : (why, HeldBecause.Contradiction);

    /// <summary>Why an item cannot be recorded even if a person accepts it: nothing tells where.</summary>
    /// <returns>One sentence; null where it can.</returns>
    public static string? Obstacle(Item item, MailContext mail, Known known) => item switch
    {
        Registration registration => Unknown(Find(registration.Meeting, mail, known)),
        Regret regret => Unknown(Find(regret.Meeting, mail, known)),
        Contribution contribution => Unknown(Find(contribution.Meeting, mail, known)),
        Report report => Unknown(Find(report.Meeting, mail, known)),
        Withdrawal { Of: WithdrawalOf.Registration } withdrawal when RegistrationPlacing.Registered(withdrawal, mail, known) is null => $"the register holds no registration of {withdrawal.Name}",
        _ => null,
    };

    private static string? Unknown(MeetingFinding finding) => finding.Meeting is null ? $"{finding.Doubt}; open it first (meeting open), or reject the item" : null;

    private static (string Why, HeldBecause Because)? Coming(MeetingFinding finding, MailContext mail) => finding switch
    {
        { Doubt: { } doubt } => Against(doubt),
        { Meeting: { State: MeetingState.Cancelled } meeting } => ($"{meeting.Title} was cancelled", HeldBecause.Cancelled),
        { Meeting: { } meeting } when meeting.Time.Closes < mail.At => ($"{meeting.Title} is over", HeldBecause.Over),
        _ => null,
    };

    private static (string Why, HeldBecause Because)? Begun(MeetingFinding finding, MailContext mail) => finding switch
    {
        { Doubt: { } doubt } => Against(doubt),
        { Meeting: { State: MeetingState.Cancelled } meeting } => ($"{meeting.Title} was cancelled", HeldBecause.Cancelled),
        { Meeting: { } meeting } when meeting.Time.Opens > mail.At => Against($"{meeting.Title} has not begun"),
        _ => null,
    };
}
