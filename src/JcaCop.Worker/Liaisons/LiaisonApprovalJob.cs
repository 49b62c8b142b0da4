using JcaCop.Post.Letters;
using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;
using JcaCop.Worker.Conversing;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;
using System.Globalization;

namespace JcaCop.Worker.Liaisons;

/// <summary>Asks the chairman for the word on drafted statements, and again where none came. The register says what was asked, so nothing is asked twice, nor again while a word on it waits for a person.</summary>
/// <remarks>A draft is shown at once; what asks again is a reminder, and keeps office hours and absences (docs/decisions/0132).</remarks>
internal sealed class LiaisonApprovalJob(RegisterStore register, ReminderStore reminders, DeskStore desk, LiaisonPost post, GroupList groups, IOptions<ReminderOptions> reminding, TimeProvider clock) : IDueWork
{
    private readonly SendingHours hours = reminding.Value.ToHours();

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var asked = 0;
        foreach (var group in groups.Groups)
            foreach (var (draft, at) in await WaitingAsync(group.Key, stop))
                if (at <= clock.GetUtcNow() && (await desk.DoAsync(group.Key, post.Asking(group, draft.Id), stop)).Changes.Count > 0) asked++;
        return asked == 0 ? null : $"{Counted.Of(asked, "liaison statement")} sent for approval";
    }

    public async Task<DateTimeOffset?> NextAsync(CancellationToken stop)
    {
        var next = new List<DateTimeOffset>();
        foreach (var group in groups.Groups) next.AddRange((await WaitingAsync(group.Key, stop)).Select(one => one.At));
        return next.Count == 0 ? null : next.Min();
    }

    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop) =>
    [
        .. (await WaitingAsync(group.Key, stop)).Where(one => one.At <= until).Select(one =>
            new ComingLetter("question", one.At, [.. group.Chairman is { } chairman ? [chairman] : group.Secretaries], one.Draft.Title ?? one.Draft.Name, new Reason("approval"))),
    ];

    private async Task<IReadOnlyList<(LiaisonEntry Draft, DateTimeOffset At)>> WaitingAsync(string group, CancellationToken stop)
    {
        var drafts = (await register.LiveAsync(group, [EntryKind.Liaison], stop)).OfType<LiaisonEntry>().Where(statement => statement is { Way: LiaisonWay.Outgoing, State: LiaisonState.Draft }).ToList();
        if (drafts.Count == 0) return [];
        var offices = groups.Groups.First(one => one.Key == group);
        var words = (await reminders.WaitingAsync(group, stop)).Where(word => Listening.IsOfficer(word.Sender, offices)).ToList();
        var away = await Absences.OfAsync(offices, register, clock.GetUtcNow(), stop);
        var questions = (await register.SnapshotAsync(group, null, stop)).All<QuestionEntry>().ToLookup(question => question.Key);
        return
        [
            .. from draft in drafts
               let question = questions[LiaisonApproval.QuestionOf(draft.Id)].OrderByDescending(question => question.Id).FirstOrDefault()
               let due = LiaisonApproval.NextAsk(draft, question)
               let at = due is { } again && question is not null ? AgainFrom(again, away.OfChairman, offices) : due
               where at is not null && !words.Exists(word => word.MayDecide(new EntryRef(EntryKind.Liaison, draft.Id), draft.ReceivedAt))
               select (draft, at.Value),
        ];
    }

    /// <summary>When it may be asked again: in office hours, and when the chairman is back.</summary>
    private DateTimeOffset AgainFrom(DateTimeOffset due, DateTimeOffset? back, Group group)
    {
        var now = clock.GetUtcNow();
        var from = due > now ? due : now;
        return hours.Next(back > from ? back.Value : from, group.Zone);
    }
}
