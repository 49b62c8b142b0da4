using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Periodic;

/// <summary>Tells secretariat and chairman in good time that the mandate needs a decision. What is not decided is reminded as any other obligation.</summary>
internal sealed class MandateJob(RegisterStore register, DeskStore desk, LetterWriter writer, GroupList groups, TimeProvider clock) : IDueWork
{
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var told = new List<string>();
        foreach (var group in groups.Groups)
        {
            // Those that were decided long ago count too: a day is told once.
            if (MandateDay.Of(group.Periodic).Count == 0 && !(await register.LiveAsync(group.Key, [EntryKind.Obligation], stop)).OfType<ObligationEntry>().Any(owed => owed.Matter == ObligationMatter.ReviewMandate)) continue;
            var all = (await register.SnapshotAsync(group.Key, null, stop)).All<ObligationEntry>();
            var (open, settled) = MandateReview.Due(group, all, clock.GetUtcNow());
            if (open.Count + settled.Count == 0) continue;
            await desk.DoAsync(group.Key, new DeskOrder("calendar", "mandate review", group.Name, [EntryKind.Obligation], draft => MandateReview.Note(group, day => Letters(group, day, draft.Now), draft)), stop);
            told.AddRange(open.Select(day => $"{group.Name}: {day.Title}, {day.Day:yyyy-MM-dd}"));
            told.AddRange(settled.Select(owed => $"{group.Name}: {owed.Title} is settled"));
        }
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    private IReadOnlyList<OutgoingLetter> Letters(Group group, MandateDay day, DateTimeOffset now) =>
    [
        .. group.Secretaries.Append(group.Chairman).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(to => writer.Write(new MandateReviewLetter(day.Ends ? MandateOccasion.LifetimeEnds : MandateOccasion.Review, day.Day, group.Parent ?? group.Name, null), new LetterAddress(to), new Dispatch(group, now)))
            .OfType<OutgoingLetter>(),
    ];
}
