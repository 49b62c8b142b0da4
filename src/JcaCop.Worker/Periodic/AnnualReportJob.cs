using JcaCop.Post.Documents;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Reports;
using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Calls;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;
using System.Globalization;

namespace JcaCop.Worker.Periodic;

/// <summary>Sends secretariat and chairman the draft of the annual report on the year before, once; a group in which nothing happened in that year gets none.</summary>
internal sealed class AnnualReportJob(RegisterStore register, DeskStore desk, LetterWriter writer, DraftLanguages languages, GroupList groups, IOptions<ReminderOptions> reminders, TimeProvider clock) : IDueWork
{
    /// <summary>Days after its day in which a draft that was missed is still of use.</summary>
    private const int CatchUp = 60;

    private readonly WorkingDays days = reminders.Value.ToHours().Days;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var told = new List<string>();
        foreach (var group in groups.Groups)
        {
            var today = Today(group);
            // A group without officers has nobody to complete it; the day somebody is named, it is still due.
            if (!CallLetters.Desk(group).Any() || !days.IsWorking(today)) continue;
            if (DayIn(today.Year, group) is not { } day || today < day || today > day.AddDays(CatchUp) || await desk.IsDoneAsync(group.Key, OnceKey(today.Year - 1), stop)) continue;
            var year = today.Year - 1;
            var end = ClosingDay.EndOf(new DateOnly(year, 12, 31), group.Zone).At;
            var snapshot = await register.SnapshotAsync(group.Key, end, stop);
            if (!Happened(snapshot, year)) continue;
            var draftText = new LetterAttachment(AnnualReportDraft.Write(languages.Of(group), group, year, snapshot, end),
                MimeKit.MimeTypes.GetMimeType(".docx"), string.Create(CultureInfo.InvariantCulture, $"draft_annual_report_{year}.docx"));
            var letter = new AnnualReportLetter(year.ToString(CultureInfo.InvariantCulture), group.Parent ?? group.FullName);
            var outcome = await desk.DoAsync(group.Key, new DeskOrder("calendar", "report annual", group.Name, [], draft => DeskResult.With(
                [.. CallLetters.Desk(group)
                    .Select(to => writer.Write(letter, new LetterAddress(to), new Dispatch(group, draft.Now) { Attachments = [draftText] }))
                    .OfType<OutgoingLetter>()])) { OnceKey = OnceKey(year) }, stop);
            if (outcome.Done) told.Add(string.Create(CultureInfo.InvariantCulture, $"{group.Name}: draft of the annual report {year}"));
        }
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        var today = Today(group);
        if (!CallLetters.Desk(group).Any()) return [];
        foreach (var year in (int[])[today.Year, today.Year + 1])
        {
            if (DayIn(year, group) is not { } day || ClosingDay.StartOf(days.OnOrAfter(day), group.Zone) is var at && at > until || today > day.AddDays(CatchUp) || await desk.IsDoneAsync(group.Key, OnceKey(year - 1), stop)) continue;
            // Where nothing is on record of the year there is nothing to report, and nothing leaves.
            var end = ClosingDay.EndOf(new DateOnly(year - 1, 12, 31), group.Zone).At;
            if (Happened(await register.SnapshotAsync(group.Key, end < clock.GetUtcNow() ? end : null, stop), year - 1))
                return [new ComingLetter("annual-report", at, [.. CallLetters.Desk(group)], "", new Reason("year", year - 1))];
        }
        return [];
    }

    private static bool Happened(RegisterSnapshot register, int year) =>
        register.All<MeetingEntry>().Any(meeting => meeting.Time.FirstDay.Year == year)
            || register.All<CallEntry>().Any(call => call.OpenedAt.Year == year) || register.All<ActivityEntry>().Any(activity => activity.Live);

    private static DateOnly? DayIn(int year, Group group) => group.Periodic.AnnualDay is { } day ? new DateOnly(year, day.Month, day.Day) : null;

    private DateOnly Today(Group group) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), group.Zone).DateTime);

    private static string OnceKey(int year) => string.Create(CultureInfo.InvariantCulture, $"annual report {year}");
}
