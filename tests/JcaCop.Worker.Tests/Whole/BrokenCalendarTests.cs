using JcaCop.Worker.Digests;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Liaisons;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Reminders;

namespace JcaCop.Worker.Tests.Whole;

/// <summary>A service that dies while a job of the calendar runs, and is started again, ends where one ends that never died.</summary>
public sealed class BrokenCalendarTests
{
    /// <summary>The day after the meeting, when calls are to be closed, reports asked for and reminders due.</summary>
    private static readonly DateTimeOffset Day = new(2012, 11, 6, 9, 0, 0, TimeSpan.Zero);

    private static readonly Type[] Jobs =
        [typeof(ArchiveJob), typeof(LiaisonRoutingJob), typeof(RemindersJob), typeof(DigestJob), typeof(CallClosingJob), typeof(MeetingJob), typeof(ConversationJob)];

    [Fact]
    public async Task Whatever_statement_it_dies_before_each_job_ends_as_if_nothing_had_happened()
    {
        using var walk = await CrashWalk.BeginAsync();
        foreach (var mail in AllMails.Mails) await walk.TakeAsync(mail);
        await walk.SendAsync();
        foreach (var job in Jobs) await walk.DieAsync(job.Name, Day, rig => rig.WorkAsync(job));
        Assert.True(walk.Deaths > 200, $"it died only {walk.Deaths} times");
    }
}
