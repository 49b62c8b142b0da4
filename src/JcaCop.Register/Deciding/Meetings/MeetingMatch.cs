using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Neighbours;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>The meeting that an item is about.</summary>
/// <param name="Meeting">Where <paramref name="Doubt"/> stands, the one that is meant if a person says so; null where none can be named.</param>
/// <param name="Doubt">Why a person must look, one sentence; null where the evidence suffices.</param>
public sealed record MeetingFinding(MeetingEntry? Meeting, string? Doubt);

/// <summary>
/// Tells which meeting a mail means. Evidence, strongest first: the letter of ours that it answers; the day that it names; its number or title; the one
/// meeting to which we have invited and that is still to come. Whatever contradicts, and whatever is weaker, waits for a person.
/// </summary>
public static class MeetingMatch
{
    /// <param name="day">As the item tells it; null where it tells none.</param>
    public static MeetingFinding Find(DateOnly? day, MailContext mail, Known known)
    {
        if (mail.Chosen is { } chosen) return new MeetingFinding(chosen, null);
        var answered = OfThread(mail.Thread?.About, known);
        var named = mail.Named.Coming(mail.At);
        if ((day ?? mail.Answers.Meeting) is not { } told) return answered is not null ? Unless(named, answered, other => $"it answers a letter about {answered.Title}, and names {other}") : Called(named, mail, known);
        var onDay = known.Named<MeetingEntry>(EntryKind.Meeting, MeetingEntry.OnDay(told)).ToList();
        if (onDay.Count > 1 && onDay.Where(meeting => meeting.State != MeetingState.Cancelled).ToList() is { Count: > 0 } standing) onDay = standing;
        if (onDay.Count > 1 && onDay.Where(meeting => named.Any(one => one.Id == meeting.Id)).ToList() is [var called]) onDay = [called];
        var spelled = told.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (answered is not null)
            return onDay.Any(meeting => meeting.Id == answered.Id) ? new MeetingFinding(answered, null)
                : new MeetingFinding(answered, $"it answers a letter about {answered.Title}, and speaks of a meeting on {spelled}");
        return onDay switch
        {
            [var only] => Unless(named, only, other => $"it speaks of a meeting on {spelled}, and names {other}"),
            [] => new MeetingFinding(null, Elsewhere.MeetingOn(told, mail.At, known) is { } theirs ? $"on {spelled} the register holds no meeting, and another group holds {theirs.Title}"
                : $"the register holds no meeting on {spelled}"),
            _ => new MeetingFinding(null, $"several meetings take place on {spelled}: {string.Join(", ", onDay.Select(Spelled))}"),
        };
    }

    /// <summary>So that two meetings on one day can be told apart: their titles may be alike.</summary>
    private static string Spelled(MeetingEntry meeting) => string.Create(CultureInfo.InvariantCulture, $"{meeting.Title} (meeting {meeting.Number}, {meeting.Time.From:HH:mm})");

    /// <summary>The meeting of which a letter or a day tells, unless the mail calls another one by name.</summary>
    /// <param name="doubt">What is said of both, with the title of the other one.</param>
    private static MeetingFinding Unless(IReadOnlyList<MeetingEntry> named, MeetingEntry told, Func<string, string> doubt) =>
        named.Count == 0 || named.Any(meeting => meeting.Id == told.Id) ? new MeetingFinding(told, null) : new MeetingFinding(told, doubt(named[0].Title));

    /// <summary>The meeting that the mail calls by number or title. One that is over, or that nobody knows, is no reason to take another one.</summary>
    private static MeetingFinding Called(IReadOnlyList<MeetingEntry> named, MailContext mail, Known known) => named switch
    {
        [var one] => new MeetingFinding(one, null),
        [] when mail.Named.Any => OnlyComing(mail, known) with
        {
            Doubt = mail.Named.All is [var over, ..] ? $"it names {over.Title}, which is not to come" : string.Create(CultureInfo.InvariantCulture, $"it names meeting {mail.Named.Unknown[0]}, which the register does not hold"),
        },
        [] => OnlyComing(mail, known),
        _ => new MeetingFinding(null, $"it names several meetings: {string.Join(", ", named.Select(meeting => meeting.Title))}"),
    };

    /// <summary>The meeting whose report comes: the one of that number where no day is told, or one on which the report was sent: "it replaces the one that I sent on 17 May".</summary>
    internal static MeetingFinding OfReport(Report report, MailContext mail, Known known)
    {
        if (mail.Chosen is { } chosen) return new MeetingFinding(chosen, null);
        IReadOnlyList<MeetingEntry> named = [.. mail.Named.OfPapers.Concat(mail.Named.All).DistinctBy(meeting => meeting.Id)];
        var answered = OfThread(mail.Thread?.About, known);
        if ((report.Meeting ?? mail.Answers.Meeting) is not { } day) return answered is null && named is [var only] ? new MeetingFinding(only, null) : Find(report.Meeting, mail, known);
        if (Find(day, mail, known) is not { Doubt: not null } doubtful || known.Named<MeetingEntry>(EntryKind.Meeting, MeetingEntry.OnDay(day)).Any()) return Find(day, mail, known);
        var meant = named.Count > 0 ? named : answered is null ? [] : [answered];
        if (meant is [var one] && (answered is null || answered.Id == one.Id) && one.Time.FirstDay <= day) return new MeetingFinding(one, null);
        return doubtful.Meeting is null && known.All<MeetingEntry>().Where(meeting => meeting.State == MeetingState.Held && meeting.Time.FirstDay <= day).MaxBy(meeting => meeting.Time.FirstDay) is { } last
            ? new MeetingFinding(last, $"{doubtful.Doubt}; the last one held is {last.Title}") : doubtful;
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
        Registration registration => Against(MeetingDays.Unread(DayOf(registration.Meeting, mail, known), mail)) ?? Coming(Find(registration.Meeting, mail, known), mail)
            ?? Against(RegistrationPlacing.Unclear(registration, mail, known)),
        Regret { Name: null or "" } => Against("it does not say who will not come"),
        Regret regret => Against(MeetingDays.Unread(DayOf(regret.Meeting, mail, known), mail)) ?? Coming(Find(regret.Meeting, mail, known),
            mail) ?? Against(RegistrationPlacing.Against(regret, mail, known) ?? RegistrationPlacing.Unclear(regret, mail, known)),
        Withdrawal { Of: WithdrawalOf.Registration } withdrawal when RegistrationPlacing.Unclear(withdrawal, mail, known) is { } unclear => Against(unclear),
        Withdrawal { Of: WithdrawalOf.Registration } withdrawal => RegistrationPlacing.Registered(withdrawal, mail, known) is null ? Against($"the register holds no registration of {withdrawal.Name}") : null,
        Contribution contribution => Coming(Find(contribution.Meeting, mail, known), mail) ?? Against(DocumentMatch.Doubt(contribution.Title, contribution.Source, contribution.Files, mail, known)
            ?? (Find(contribution.Meeting, mail, known).Meeting is { } meeting ? ContributionSteps.Unclear(contribution, meeting, mail, known) ?? DocumentMatch.Order(contribution, meeting, mail, known) : null)),
        Report report => Begun(OfReport(report, mail, known), mail),
        _ => null,
    };

    private static DateOnly? DayOf(DateOnly? told, MailContext mail, Known known) => Find(told, mail, known).Meeting?.Time.FirstDay ?? told;

    private static (string Why, HeldBecause Because)? Against(string? why) => why is null ? null : (why, HeldBecause.Contradiction);

    /// <summary>Why an item cannot be recorded even if a person accepts it: nothing tells where.</summary>
    /// <returns>One sentence; null where it can.</returns>
    public static string? Obstacle(Item item, MailContext mail, Known known) => item switch
    {
        Registration registration => Unknown(Find(registration.Meeting, mail, known), registration.Meeting, mail, known) ?? RegistrationPlacing.Several(registration, mail, known),
        Regret regret => Unknown(Find(regret.Meeting, mail, known), regret.Meeting, mail, known) ?? RegistrationPlacing.Several(regret, mail, known),
        Contribution contribution => Unknown(Find(contribution.Meeting, mail, known), contribution.Meeting, mail, known)
            ?? DocumentMatch.Obstacle(contribution, Find(contribution.Meeting, mail, known).Meeting, mail, known),
        Report report => Unknown(OfReport(report, mail, known), report.Meeting, mail, known),
        Withdrawal { Of: WithdrawalOf.Registration } withdrawal when RegistrationPlacing.Registered(withdrawal, mail, known) is null =>
            RegistrationPlacing.Unclear(withdrawal, mail, known) is { } unclear ? SayWho(unclear) : $"the register holds no registration of {withdrawal.Name}",
        _ => null,
    };

    /// <summary>What the person who accepts must say where a name may be several people's.</summary>
    internal static string SayWho(string unclear) => $"{unclear}; say the name in full as 'name: …' (--field name=…), or reject it";

    private static string? Unknown(MeetingFinding finding, DateOnly? day, MailContext mail, Known known) => finding.Meeting is not null ? null
        : (day ?? mail.Answers.Meeting) is { } told && known.Named<MeetingEntry>(EntryKind.Meeting, MeetingEntry.OnDay(told)).Skip(1).Any() ? $"{finding.Doubt}; say which (field meeting, its number), or reject the item"
        : (day ?? mail.Answers.Meeting) is null && known.All<MeetingEntry>().Any(meeting => meeting.IsComing(mail.At)) ? $"{finding.Doubt}; say which (field meeting, its first day), or reject the item"
        : $"{finding.Doubt}; open it first (meeting open), or reject the item";

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
