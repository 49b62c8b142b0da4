using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;
using static JcaCop.Register.Deciding.Desk.MeetingMornings;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>What the calendar does next for a meeting.</summary>
public enum MeetingStep { Announce, CallForContributions, AnnounceDocuments, SendConnections, Close, Reopen, Lapse, AskForReport, AskForApproval, DistributeReport }

/// <summary>Tells which letters of a meeting are due and have not gone out, and notes those that go.</summary>
public static class MeetingSteps
{
    /// <summary>An invitation calls for contributions itself: no second letter follows within so many days.</summary>
    private const int QuietDays = 3;

    /// <summary>Who opens a meeting late still has a day to complete it before the invitation leaves by itself.</summary>
    private static readonly TimeSpan TimeToComplete = TimeSpan.FromDays(1);

    /// <summary>A meeting that nobody was invited to and nobody noted as held was not held: it waits no longer.</summary>
    private static readonly TimeSpan TimeToLapse = TimeSpan.FromDays(30);

    /// <summary>Every step that is due now. Each is asked again inside its order, so that two workers take none twice.</summary>
    public static IReadOnlyList<MeetingStep> Due(MeetingEntry meeting, MeetingRules rules, DateTimeOffset now)
    {
        var steps = new List<MeetingStep>();
        var time = meeting.Time;
        if (meeting.State == MeetingState.Planned && now >= WorkingMorning(time, meeting.Limits.Announcement + 1, rules.Days) && now >= Opened(meeting) + TimeToComplete && now < time.Opens
            && !Rests(time, rules.Days, now, time.Opens)) steps.Add(MeetingStep.Announce);
        if (meeting.State == MeetingState.Planned && now > time.Closes + TimeToLapse && now > Opened(meeting) + TimeToLapse) steps.Add(MeetingStep.Lapse);
        if (IsNotedTooEarly(meeting, now)) steps.Add(MeetingStep.Reopen);
        if (meeting.State == MeetingState.Announced)
        {
            if (now > time.Closes) steps.Add(MeetingStep.Close);
            else
            {
                if (CallsForContributions(meeting, rules, now)) steps.Add(MeetingStep.CallForContributions);
                if (AnnouncesDocuments(meeting, rules, now)) steps.Add(MeetingStep.AnnounceDocuments);
                if (meeting.Remote is { Link: not null } && now >= time.HourBefore(meeting.Limits.Connection, Morning)) steps.Add(MeetingStep.SendConnections);
            }
        }
        if (meeting.State == MeetingState.Held)
            switch (meeting.Report.State)
            {
                case ReportState.Awaited when !meeting.Letters.ContainsKey(MeetingLetters.ReportRequest):
                    steps.Add(MeetingStep.AskForReport);
                    break;
                case ReportState.Drafted:
                    steps.Add(MeetingStep.AskForApproval);
                    break;
                case ReportState.Approved:
                    steps.Add(MeetingStep.DistributeReport);
                    break;
                default:
                    break;
            }
        return steps;
    }

    /// <summary>The steps that will become due until an instant, with when, as far as the meeting tells now: the rule itself is asked at each time at which it may change its mind.</summary>
    public static IReadOnlyList<(MeetingStep Step, DateTimeOffset At)> Coming(MeetingEntry meeting, MeetingRules rules, DateTimeOffset now, DateTimeOffset until)
    {
        var coming = new List<(MeetingStep Step, DateTimeOffset At)>();
        var time = meeting.Time;
        var times = new SortedSet<DateTimeOffset>(
        [
            now, NextMorning(time, now), WorkingMorning(time, meeting.Limits.Announcement + 1, rules.Days), Opened(meeting) + TimeToComplete,
            WorkingMorning(time, meeting.Limits.Contributions + rules.ContributionsCall, rules.Days),
            WorkingMorning(time, meeting.Limits.Documents, rules.Days), time.HourBefore(meeting.Limits.Connection, Morning), time.Closes.AddTicks(1),
        ]);
        if (meeting.Letters.TryGetValue(MeetingLetters.Announcement, out var announced)) times.Add(AfterQuiet(meeting, announced, rules.Days));
        times.UnionWith([.. times.Select(at => AfterRest(time, rules.Days, at))]);
        while (times.Count > 0 && times.Min is var at && at <= until)
        {
            times.Remove(at);
            if (at < now) continue;
            foreach (var step in Due(meeting, rules, at).Where(step => !coming.Exists(one => one.Step == step)).ToList())
            {
                if (step is not (MeetingStep.Close or MeetingStep.Reopen or MeetingStep.Lapse)) coming.Add((step, at));
                switch (step)
                {
                    case MeetingStep.Announce:
                        meeting = meeting with { State = MeetingState.Announced, Letters = new Dictionary<string, DateTimeOffset>(meeting.Letters) { [MeetingLetters.Announcement] = at } };
                        times.UnionWith([at.AddTicks(1), AfterQuiet(meeting, at, rules.Days)]);
                        break;
                    case MeetingStep.Close:
                        meeting = meeting with { State = MeetingState.Held };
                        times.Add(at.AddTicks(1));
                        break;
                    default:
                        break;
                }
            }
        }
        return coming;
    }

    /// <summary>Who gets the letter of a step, as the register stands; nobody where it would have nothing to tell, or has gone out.</summary>
    public static IReadOnlyList<Addressee> ReadersOf(MeetingStep step, MeetingEntry meeting, Group group, DeskDraft draft)
    {
        if (step == MeetingStep.AnnounceDocuments && !draft.Known.All<DocumentEntry>().Any(document => document.MeetingId == meeting.Id && document is { State: DocumentState.Filed, IsPutOff: false })) return [];
        if (step == MeetingStep.AskForApproval && ReportDesk.Document(meeting, draft.Known)?.Newest is { } text && text.Number == meeting.Report.AskedFor) return [];
        IReadOnlyList<MeetingRole>? roles = step switch
        {
            MeetingStep.Announce => group.Meetings.Invited,
            MeetingStep.CallForContributions => group.Meetings.Contributors,
            MeetingStep.AnnounceDocuments => group.Meetings.Readers,
            MeetingStep.DistributeReport => group.Meetings.Reported,
            _ => null,
        };
        if (step == MeetingStep.SendConnections)
            return [.. draft.Known.All<RegistrationEntry>().Where(one => LacksConnection(one, meeting)).Select(one => Addressees.Of(one, draft.Known)).OfType<Addressee>()];
        return roles is null ? Officers(meeting, group, draft) : Addressees.Of(roles, meeting, group, draft.Known, MeetingDesk.Today(group, draft)).All;
    }

    /// <summary>Calls for contributions, or announces the documents: letters that a meeting sends once.</summary>
    /// <param name="kind">Of <see cref="MeetingLetters"/>.</param>
    public static DeskResult SendOnce(string number, string kind, MeetingStep step, IReadOnlyList<MeetingRole> roles, Group group, MeetingLetterMaker letters, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting || !Due(meeting, group.Meetings, draft.Now).Contains(step)) return DeskResult.Done;
        var made = letters(meeting, Addressees.Of(roles, meeting, group, draft.Known, MeetingDesk.Today(group, draft)).All, draft.Known);
        // Where there is nothing to tell, or nobody to tell it to, it is tried again.
        if (made.Count == 0) return DeskResult.Done;
        Note(meeting, kind, draft);
        return DeskResult.With(made);
    }

    /// <summary>Sends the connection details to registered remote participants who have not had them, or had others.</summary>
    public static DeskResult SendConnections(string number, Group group, MeetingLetterMaker letters, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting || !Due(meeting, group.Meetings, draft.Now).Contains(MeetingStep.SendConnections)) return DeskResult.Done;
        var to = new List<Addressee>();
        foreach (var registration in draft.Known.All<RegistrationEntry>().Where(one => LacksConnection(one, meeting)).ToList())
        {
            if (Addressees.Of(registration, draft.Known) is not { } one) continue;
            to.Add(one);
            var after = registration with { ConnectionSentAt = draft.Now };
            draft.Put(registration, after, RegistrationPlacing.Title(registration, draft.Known), [.. FieldChanges.Between(registration, after)]);
        }
        if (to.Count == 0) return DeskResult.Done;
        // The entry with the link takes the place of the one without, also where a calendar goes by the count alone (RFC 5546, 2.1.5).
        var counted = meeting with { Sequence = meeting.Sequence + 1 };
        draft.Put(meeting, counted, meeting.Title, [.. FieldChanges.Between(meeting, counted)]);
        return DeskResult.With(letters(counted, to, draft.Known));
    }

    /// <summary>Sends the list of participants to those on it and to the secretariat, at the secretariat's word.</summary>
    public static DeskResult SendParticipants(string number, Group group, MeetingLetterMaker letters, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting) return MeetingDesk.None(number);
        if (meeting.State is MeetingState.Planned or MeetingState.Cancelled) return DeskResult.Refused($"{meeting.Title} is {meeting.Standing.ToLowerInvariant()}");
        if (!Addressees.Registered(meeting, draft.Known).Any()) return DeskResult.Refused($"nobody is registered for {meeting.Title}");
        var made = letters(meeting, Addressees.Of([MeetingRole.Participants, MeetingRole.Secretariat], meeting, group, draft.Known, MeetingDesk.Today(group, draft)).All, draft.Known);
        if (made.Count == 0) return DeskResult.Refused("no address is known to which the list could go");
        Note(meeting, MeetingLetters.Participants, draft);
        return DeskResult.With(made);
    }

    /// <summary>Until when the secretariat must have named the link, so that the connection details leave in time: the last working morning that is early enough.</summary>
    public static DateTimeOffset LinkDue(MeetingEntry meeting, MeetingRules rules) => WorkingMorning(meeting.Time, meeting.Limits.Connection, rules.Days);

    /// <summary>The time for the connection details has come, and there is no link to send.</summary>
    public static bool LacksLink(MeetingEntry meeting, MeetingRules rules, DateTimeOffset now) =>
        meeting is { State: MeetingState.Announced, Remote.Link: null } && now >= LinkDue(meeting, rules) && now < meeting.Time.Closes;

    /// <summary>The secretariat hears of it in the hours of a working day, unless the meeting opens before the next one.</summary>
    public static bool TellsOfLink(MeetingEntry meeting, MeetingRules rules, DateTimeOffset now) => LacksLink(meeting, rules, now) && !Rests(meeting.Time, rules.Days, now, meeting.Time.Opens);

    /// <summary>Registered for remote participation in the meeting, and without connection details.</summary>
    public static bool LacksConnection(RegistrationEntry registration, MeetingEntry meeting) =>
        registration.MeetingId == meeting.Id && registration is { State: RegistrationState.Registered, Mode: JcaCop.Reading.Items.AttendanceMode.Remote, ConnectionSentAt: null };

    /// <summary>Asks the chairman for the report, with a draft.</summary>
    public static DeskResult AskForReport(string number, Group group, Func<MeetingEntry, DateTimeOffset, IReadOnlyList<Addressee>, IReadOnlyList<OutgoingLetter>> letters, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting || !Due(meeting, group.Meetings, draft.Now).Contains(MeetingStep.AskForReport)) return DeskResult.Done;
        var due = draft.Known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Meeting, meeting.Id))
            .FirstOrDefault(obligation => obligation.Matter == ObligationMatter.SendReport)?.Deadline?.At ?? meeting.Time.EndOfDayBefore(-group.Meetings.Report);
        var after = Note(meeting, MeetingLetters.ReportRequest, draft);
        return DeskResult.With(letters(after, due, Officers(after, group, draft)));
    }

    /// <summary>Asks the chairman to approve the newest text of the report, once for each text. The answer is one word by mail; it stands for <c>report approve</c>.</summary>
    /// <param name="letter">Makes the letter to one officer, with who will get the report and until when the question stands; it gives the hashed code of the question beside it.</param>
    public static DeskResult AskForApproval(
        string number, Group group, Func<MeetingEntry, DocumentEntry, Addressee, IReadOnlyList<string>, DateTimeOffset, (OutgoingLetter? Letter, string Hash)> letter, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { Report.State: ReportState.Drafted } meeting || ReportDesk.Document(meeting, draft.Known) is not { Newest: { } newest } document) return DeskResult.Done;
        if (newest.Files.Any(file => file.ArchivedAt is null) || meeting.Report.AskedFor == newest.Number) return DeskResult.Done;
        var after = Note(meeting with { Report = meeting.Report with { AskedFor = newest.Number } }, MeetingLetters.ReportApproval, draft);
        ReportSteps.AskApproval(after, group, group.Meetings.Approval, draft.Entries);
        var expires = draft.Now.AddDays(group.Meetings.Approval + ExpiryAfterDeadline);
        var quoted = meeting.Number.Replace("\"", "", StringComparison.Ordinal);
        var question = new QuestionEntry(
            0, draft.Known.Group, QuestionMatter.Approval, ReportSteps.QuestionOf(meeting), EntryKind.Meeting, meeting.Id, null, $"{document.Cited}: report of {meeting.Title}",
            [new PreparedAnswer(AnswerWords.Accept, $"report approve \"{quoted}\""), new PreparedAnswer(AnswerWords.Reject, $"report reject \"{quoted}\"")], Answerers.Officers, [], draft.Now, expires);
        var recipients = Addressees.Of(group.Meetings.Reported, after, group, draft.Known, MeetingDesk.Today(group, draft)).All.Select(one => one.Name).ToList();
        var made = new List<OutgoingLetter>();
        foreach (var officer in Officers(after, group, draft))
        {
            var (one, hash) = letter(after, document, officer, recipients, expires);
            if (one is null) continue;
            Asking.Ask(question, new IssuedCode(hash, officer.Email, expires), draft);
            made.Add(one);
        }
        return DeskResult.With(made);
    }

    /// <summary>Days after the deadline in which an answer by one word is still understood.</summary>
    private const int ExpiryAfterDeadline = 60;

    /// <summary>The chairman; where no address of the chairman is set, the secretariat.</summary>
    private static IReadOnlyList<Addressee> Officers(MeetingEntry meeting, Group group, DeskDraft draft) =>
        Addressees.Of([group.Chairman is null ? MeetingRole.Secretariat : MeetingRole.Chairman], meeting, group, draft.Known, MeetingDesk.Today(group, draft)).All;

    private static bool CallsForContributions(MeetingEntry meeting, MeetingRules rules, DateTimeOffset now) =>
        !meeting.Letters.ContainsKey(MeetingLetters.ContributionsCall) && now <= meeting.ContributionsUntil
        && now >= WorkingMorning(meeting.Time, meeting.Limits.Contributions + rules.ContributionsCall, rules.Days) && !Rests(meeting.Time, rules.Days, now, meeting.ContributionsUntil)
        && (!meeting.Letters.TryGetValue(MeetingLetters.Announcement, out var announced) || now >= AfterQuiet(meeting, announced, rules.Days));

    /// <summary>Word of the documents leaves once, before the meeting opens.</summary>
    private static bool AnnouncesDocuments(MeetingEntry meeting, MeetingRules rules, DateTimeOffset now) =>
        !meeting.Letters.ContainsKey(MeetingLetters.Documents) && now < meeting.Time.Opens && IsMorning(meeting.Time, now)
        && now >= WorkingMorning(meeting.Time, meeting.Limits.Documents, rules.Days) && !Rests(meeting.Time, rules.Days, now, meeting.Time.Opens);

    /// <summary>
    /// The meeting was noted as held after an end that has not come: the clock ran ahead then. One that people noted as held before its end, because it ended early, stands. While it runs,
    /// a request for its report that is noted already was written too early as well: it leaves again when the meeting is over.
    /// </summary>
    private static bool IsNotedTooEarly(MeetingEntry meeting, DateTimeOffset now) => now < meeting.Time.Closes && meeting.Report.State == ReportState.Awaited && meeting.State switch
    {
        MeetingState.Held => meeting.Stamps.TryGetValue("state", out var noted) && noted > meeting.Time.Closes,
        MeetingState.Announced => now >= meeting.Time.Opens && meeting.Letters.ContainsKey(MeetingLetters.ReportRequest),
        _ => false,
    };

    /// <summary>Takes back that a meeting was held which has not ended yet, and with it what is owed for its report.</summary>
    public static DeskResult Reopen(string number, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting || !IsNotedTooEarly(meeting, draft.Now)) return DeskResult.Done;
        var after = meeting with
        {
            State = MeetingState.Announced,
            Letters = draft.Now < meeting.Time.Opens ? meeting.Letters : meeting.Letters.Where(letter => letter.Key != MeetingLetters.ReportRequest).ToDictionary(),
        };
        draft.Put(meeting, after, meeting.Title, [.. FieldChanges.Between(meeting, after)]);
        ReportSteps.Waive(after, draft.Entries);
        return DeskResult.Done;
    }

    /// <summary>The end of the quiet days; where it is a day off and there is time, the morning of the next working day.</summary>
    private static DateTimeOffset AfterQuiet(MeetingEntry meeting, DateTimeOffset announced, WorkingDays days)
    {
        var (time, quiet) = (meeting.Time, announced.AddDays(QuietDays));
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(quiet, time.ZoneInfo).DateTime);
        var open = days.OnOrAfter(day);
        var morning = time.HourBefore(time.FirstDay.DayNumber - open.DayNumber, Morning);
        return open == day || morning > meeting.ContributionsUntil ? quiet : morning;
    }

    private static DateTimeOffset Opened(MeetingEntry meeting) => meeting.Stamps.TryGetValue("number", out var at) ? at : DateTimeOffset.MinValue;

    private static MeetingEntry Note(MeetingEntry meeting, string kind, DeskDraft draft)
    {
        var before = draft.Known.Filed<MeetingEntry>(EntryKind.Meeting, meeting.Id);
        var after = meeting with { Letters = MeetingDesk.Sent(meeting, kind, draft.Now) };
        return draft.Put(before, after, meeting.Title, [.. FieldChanges.Between(before, after)]);
    }
}
