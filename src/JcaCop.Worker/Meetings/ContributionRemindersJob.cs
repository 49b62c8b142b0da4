using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Meetings;

/// <summary>Reminds registered participants of the deadline for contributions. A registration says when its reminder was queued, so none goes twice.</summary>
internal sealed class ContributionRemindersJob(RegisterStore register, DeskStore desk, GroupList groups, MeetingPost post, Vetoes vetoes, IOptions<ReminderOptions> options, TimeProvider clock) : IDueWork
{
    private static readonly IReadOnlyCollection<EntryKind> Kinds = [.. MeetingKinds.All, EntryKind.Absence];

    private readonly SendingHours hours = options.Value.ToHours();

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var told = new List<string>();
        foreach (var group in groups.Groups)
            foreach (var meeting in await AnnouncedAsync(group, stop))
            {
                var due = (await WaitingAsync(group, meeting, stop)).Count(one => one.At <= clock.GetUtcNow());
                if (due == 0 || await vetoes.IsStoppedAsync(group.Key, KeyOf(meeting), stop)) continue;
                var outcome = await desk.DoAsync(group.Key, new DeskOrder("calendar", "meeting remind", meeting.Title, Kinds, draft =>
                    ContributionReminding.Remind(meeting.Number, group, hours, (after, to, _) => post.ContributionReminder(group, after, to, draft.Now), draft)), stop);
                if (outcome.Changes.Count > 0) told.Add(string.Create(CultureInfo.InvariantCulture, $"{meeting.Title}: {outcome.Changes.Count} reminded of the deadline for contributions"));
            }
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    public async Task<DateTimeOffset?> NextAsync(CancellationToken stop)
    {
        DateTimeOffset? next = null;
        foreach (var group in groups.Groups)
            foreach (var meeting in await AnnouncedAsync(group, stop))
                if (!await vetoes.IsStoppedAsync(group.Key, KeyOf(meeting), stop)
                        && (await WaitingAsync(group, meeting, stop)).Select(one => (DateTimeOffset?)one.At).Min() is { } at && (next is null || at < next))
                    next = at;
        return next;
    }

    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        var coming = new List<ComingLetter>();
        foreach (var meeting in await AnnouncedAsync(group, stop))
            if ((await WaitingAsync(group, meeting, stop)).Where(one => one.At <= until).ToList() is { Count: > 0 } waiting)
                coming.Add(new ComingLetter(MeetingLetters.ContributionReminder, waiting.Min(one => one.At),
                    [.. waiting.Select(one => one.Addressee.Name)], meeting.Title, new Reason("meeting", Day: meeting.Time.FirstDay)) { Key = KeyOf(meeting) });
        return coming;
    }

    private async Task<IReadOnlyList<MeetingEntry>> AnnouncedAsync(Group group, CancellationToken stop) =>
        group.Meetings.ContributionReminder == 0 ? []
            : [.. (await register.LiveAsync(group.Key, [EntryKind.Meeting], stop)).OfType<MeetingEntry>().Where(meeting => meeting.State == MeetingState.Announced && clock.GetUtcNow() <= meeting.ContributionsUntil)];

    private Task<IReadOnlyList<WaitingParticipant>> WaitingAsync(Group group, MeetingEntry meeting, CancellationToken stop) =>
        desk.SeeAsync(group.Key, Kinds, draft => ContributionReminding.Waiting(meeting, group, hours, draft.Known, draft.Now), stop);

    private static string KeyOf(MeetingEntry meeting) => string.Create(CultureInfo.InvariantCulture, $"meeting-{meeting.Id}-{MeetingLetters.ContributionReminder}");
}
