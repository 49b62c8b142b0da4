using JcaCop.Post.Letters;
using System.Globalization;
using JcaCop.Post.Letters.Message;
using JcaCop.Register;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;
using JcaCop.Worker.Calls;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Meetings;

/// <summary>
/// Does what meetings make due: invitation, call for contributions, word of the documents, connection details; after the meeting the chairman is
/// asked for its report, then for approval, and the report goes to all who get it. The register says what has gone out, so nothing goes twice.
/// </summary>
internal sealed class MeetingJob(RegisterStore register, DeskStore desk, GroupList groups, MeetingPost post, ReportFiles reports, Vetoes vetoes, TimeProvider clock) : IDueWork
{
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var told = new List<string>();
        foreach (var group in groups.Groups)
            foreach (var meeting in (await register.LiveAsync(group.Key, [EntryKind.Meeting], stop)).OfType<MeetingEntry>())
            {
                if (await AskLateAsync(group, meeting, stop) is { } asked) told.Add(asked);
                if (await TellOfLinkAsync(group, meeting, stop)) told.Add($"{meeting.Title}: secretariat told that connection details are missing");
                foreach (var step in MeetingSteps.Due(meeting, group.Meetings, clock.GetUtcNow()))
                    if (!await IsStoppedAsync(step, group, meeting, stop) && await OrderAsync(step, group, meeting, stop) is { } order && await desk.DoAsync(group.Key, order, stop) is { Changes.Count: > 0 })
                        told.Add($"{meeting.Title}: {Words(step)}");
            }
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    /// <summary>What came late is held for the next meeting, unless the chairman admits it (Rec. ITU-T A.1, 3.2.5): the chairman is asked, once for each, while there is time.</summary>
    private async Task<string?> AskLateAsync(Group group, MeetingEntry meeting, CancellationToken stop)
    {
        if (meeting.State is not (MeetingState.Planned or MeetingState.Announced) || clock.GetUtcNow() <= meeting.ContributionsUntil || clock.GetUtcNow() >= meeting.Time.Opens) return null;
        var asked = 0;
        foreach (var document in (await register.SnapshotAsync(group.Key, null, stop)).All<DocumentEntry>()
                .Where(document => document.MeetingId == meeting.Id && document is { IsPutOff: true, Admitted: null, State: DocumentState.Filed, Newest: { } newest } && newest.Files.All(file => !file.IsPending)))
        {
            var order = Order("document ask", meeting, draft => DocumentDesk.AskLate(document.Id, draft, late => post.AskLate(group, meeting, late))) with
            {
                OnceKey = string.Create(CultureInfo.InvariantCulture, $"document late {document.Id} {meeting.Id}"), Named = [(EntryKind.Question, DocumentDesk.QuestionOf(document))],
            };
            if ((await desk.DoAsync(group.Key, order, stop)).Changes.Count > 0) asked++;
        }
        return asked == 0 ? null : $"{meeting.Title}: chairman asked about {Counted.Of(asked, "late contribution")}";
    }

    /// <summary>Whoever takes part from afar waits for the link: where nobody has named one, the secretariat hears of it once, while there is time.</summary>
    private async Task<bool> TellOfLinkAsync(Group group, MeetingEntry meeting, CancellationToken stop)
    {
        if (!MeetingSteps.TellsOfLink(meeting, group.Meetings, clock.GetUtcNow()) || !await WaitForLinkAsync(group, meeting, stop)) return false;
        return (await desk.DoAsync(group.Key, Order("meeting link", meeting, _ => DeskResult.With(post.LinkMissing(group, meeting))) with { OnceKey = LinkKey(meeting) }, stop)).Done;
    }

    /// <summary>A meeting that is over is noted by itself, and the report asked for; its letters before that have their mornings, by its own clock.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken stop)
    {
        DateTimeOffset? next = null;
        var now = clock.GetUtcNow();
        foreach (var group in groups.Groups)
            foreach (var meeting in (await register.LiveAsync(group.Key, [EntryKind.Meeting], stop)).OfType<MeetingEntry>())
                foreach (var at in MeetingSteps.Coming(meeting, group.Meetings, now, meeting.Time.Closes).Select(step => step.At).Append(meeting.Time.Closes.AddTicks(1)))
                    if (meeting.State is MeetingState.Planned or MeetingState.Announced && at > now && (next is null || at < next)) next = at;
        return next;
    }

    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        var coming = new List<ComingLetter>();
        foreach (var meeting in (await register.LiveAsync(group.Key, [EntryKind.Meeting], stop)).OfType<MeetingEntry>())
        {
            if (await LinkLetterAsync(group, meeting, until, stop) is { } missing) coming.Add(missing);
            foreach (var (step, at) in MeetingSteps.Coming(meeting, group.Meetings, clock.GetUtcNow(), until))
            {
                var to = await desk.SeeAsync(group.Key, MeetingKinds.All, draft => MeetingSteps.ReadersOf(step, meeting, group, draft), stop);
                if (to.Count > 0)
                    coming.Add(new ComingLetter(KindOf(step), at, [.. to.Select(one => one.Name)], meeting.Title, new Reason("meeting", Day: meeting.Time.FirstDay)) { Key = KeyOf(step, meeting) });
            }
        }
        return coming;
    }

    /// <summary>The word that connection details are missing, as long as nobody has named the link.</summary>
    private async Task<ComingLetter?> LinkLetterAsync(Group group, MeetingEntry meeting, DateTimeOffset until, CancellationToken stop)
    {
        var at = MeetingSteps.LinkDue(meeting, group.Meetings);
        if (at > until || !MeetingSteps.LacksLink(meeting, group.Meetings, at > clock.GetUtcNow() ? at : clock.GetUtcNow())
            || !await WaitForLinkAsync(group, meeting, stop) || await desk.IsDoneAsync(group.Key, LinkKey(meeting), stop)) return null;
        return new ComingLetter("link-missing", at, [.. CallLetters.Desk(group)], meeting.Title, new Reason("meeting", Day: meeting.Time.FirstDay));
    }

    private async Task<bool> WaitForLinkAsync(Group group, MeetingEntry meeting, CancellationToken stop) =>
        (await register.LiveAsync(group.Key, [EntryKind.Registration], stop)).OfType<RegistrationEntry>().Any(one => MeetingSteps.LacksConnection(one, meeting));

    private static string LinkKey(MeetingEntry meeting) => string.Create(CultureInfo.InvariantCulture, $"meeting link {meeting.Id} {meeting.Time.FirstDay:yyyy-MM-dd}");

    private async Task<bool> IsStoppedAsync(MeetingStep step, Group group, MeetingEntry meeting, CancellationToken stop) =>
        KeyOf(step, meeting) is { } key && await vetoes.IsStoppedAsync(group.Key, key, stop);

    /// <returns>Null where the step is more than a letter: stopping it would stop the meeting's way.</returns>
    private static string? KeyOf(MeetingStep step, MeetingEntry meeting) => step is MeetingStep.Announce or MeetingStep.CallForContributions or MeetingStep.AnnounceDocuments or MeetingStep.SendConnections
        ? string.Create(CultureInfo.InvariantCulture, $"meeting-{meeting.Id}-{KindOf(step)}") : null;

    private static string KindOf(MeetingStep step) => step switch
    {
        MeetingStep.Announce => MeetingLetters.Announcement,
        MeetingStep.CallForContributions => MeetingLetters.ContributionsCall,
        MeetingStep.AnnounceDocuments => MeetingLetters.Documents,
        MeetingStep.SendConnections => MeetingLetters.Connection,
        MeetingStep.AskForApproval => MeetingLetters.ReportApproval,
        MeetingStep.DistributeReport => MeetingLetters.ReportDistribution,
        _ => MeetingLetters.ReportRequest,
    };

    /// <returns>Null where there is nothing to do after all.</returns>
    private async Task<DeskOrder?> OrderAsync(MeetingStep step, Group group, MeetingEntry meeting, CancellationToken stop)
    {
        switch (step)
        {
            case MeetingStep.Announce:
                return Order("meeting announce", meeting, draft => MeetingDesk.Announce(meeting.Number, group, (after, to, _) => post.Invitation(group, after, to), draft));
            case MeetingStep.CallForContributions:
                return OncePerDay("meeting call", group, meeting, draft => MeetingSteps.SendOnce(
                    meeting.Number, MeetingLetters.ContributionsCall, step, group.Meetings.Contributors, group, (after, to, _) => post.ContributionsCall(group, after, to), draft));
            case MeetingStep.AnnounceDocuments:
                return OncePerDay("meeting documents", group, meeting, draft => MeetingSteps.SendOnce(
                    meeting.Number, MeetingLetters.Documents, step, group.Meetings.Readers, group,
                        (after, to, known) => Documents(after, known) is { Count: > 0 } documents
                        ? post.Documents(group, after, documents, to) : [], draft));
            case MeetingStep.SendConnections:
                return !(await register.LiveAsync(group.Key, [EntryKind.Registration], stop)).OfType<RegistrationEntry>()
                    .Any(one => MeetingSteps.LacksConnection(one, meeting))
                    ? null
                    : Order("meeting connections", meeting,
                        draft => MeetingSteps.SendConnections(meeting.Number, group, (after, to, _) => post.Connection(group, after, to), draft));
            case MeetingStep.Close:
                return Order("meeting held", meeting, draft => MeetingDesk.Held(meeting.Number, group, draft));
            case MeetingStep.Reopen:
                return Order("meeting reopen", meeting, draft => MeetingSteps.Reopen(meeting.Number, draft));
            case MeetingStep.Lapse:
                return Order("meeting cancel", meeting, draft => MeetingDesk.Cancel(meeting.Number, group, (_, _, _) => [], draft));
            case MeetingStep.AskForReport:
                var draftText = await reports.DraftAsync(group, meeting, "calendar", stop);
                return Order("report request", meeting, draft => MeetingSteps.AskForReport(meeting.Number, group, (after, due, to) => post.ReportRequest(group, after, due, draftText, to), draft));
            case MeetingStep.AskForApproval:
                return await reports.FiledAsync(group, meeting, stop) is not { } filed ? null
                    : Order("report approval", meeting, draft => MeetingSteps.AskForApproval(meeting.Number, group, (after, document, to, recipients, expires) =>
                    {
                        var token = ReplyToken.New();
                        return (post.ReportApproval(group, after, document, filed, to, recipients, token, expires), QuestionCode.HashOf(group.Key, token.Code));
                    }, draft)) with { Named = [(EntryKind.Question, ReportSteps.QuestionOf(meeting))] };
            default:
                return await reports.FiledAsync(group, meeting, stop) is not { } approved
                    // Once for each text: a report that is owed to the parent group must not stay behind unnoticed.
                    ? Order("report lost", meeting, _ => DeskResult.With(post.ReportLost(group, meeting))) with
                    {
                        OnceKey = string.Create(CultureInfo.InvariantCulture, $"report lost {meeting.Id} {meeting.Report.ApprovedRevision} {meeting.Report.ApprovedAt:yyyy-MM-dd}"),
                    }
                    : Order("report distribute", meeting, draft => ReportDesk.Distribute(meeting.Number, group, (after, document, to) => post.ReportDistribution(group, after, document, approved, to), draft));
        }
    }

    private static DeskOrder Order(string verb, MeetingEntry meeting, Func<DeskDraft, DeskResult> work) => new("calendar", verb, meeting.Title, MeetingKinds.All, work);

    /// <summary>What may find nothing to tell yet is tried once on each day.</summary>
    private DeskOrder OncePerDay(string verb, Group group, MeetingEntry meeting, Func<DeskDraft, DeskResult> work) => Order(verb, meeting, work) with
    {
        OnceKey = string.Create(CultureInfo.InvariantCulture, $"{verb} {meeting.Id} {TimeZoneInfo.ConvertTime(clock.GetUtcNow(), group.Zone):yyyy-MM-dd}"),
    };

    private static List<DocumentEntry> Documents(MeetingEntry meeting, JcaCop.Register.Deciding.Known known) =>
        [.. known.All<DocumentEntry>().Where(document => document.MeetingId == meeting.Id && document is { State: DocumentState.Filed, IsPutOff: false }).OrderBy(document => document.Number, StringComparer.Ordinal)];

    private static string Words(MeetingStep step) => step switch
    {
        MeetingStep.Announce => "invitation sent",
        MeetingStep.CallForContributions => "contributions called for",
        MeetingStep.AnnounceDocuments => "documents announced",
        MeetingStep.SendConnections => "connection details sent",
        MeetingStep.Close => "over; the report is awaited",
        MeetingStep.Reopen => "was noted as held before its end: it is still to come",
        MeetingStep.Lapse => "never announced nor noted as held: cancelled",
        MeetingStep.AskForReport => "report asked for",
        MeetingStep.AskForApproval => "approval of the report asked for",
        _ => "report distributed",
    };
}

/// <summary>What orders about meetings must know whole.</summary>
internal static class MeetingKinds
{
    public static readonly IReadOnlyCollection<EntryKind> All =
    [
        EntryKind.Meeting, EntryKind.Registration, EntryKind.Document, EntryKind.Series, EntryKind.Obligation, EntryKind.Member,
        EntryKind.Person, EntryKind.Seat, EntryKind.Organization,
    ];
}
