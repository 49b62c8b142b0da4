using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Digests;

/// <summary>Writes each secretary the digest of the group: once a day or week, and not at all where nothing happened and nothing leaves that the next one would tell too late to be stopped; what waits and is not new comes back once a week. A run that is repeated on the same day sends nothing twice.</summary>
internal sealed class DigestJob(
    Database database, DigestBook book, HeldQuestions questions, MoreTimeOffers moreTime, ComingQuestions coming, MessageQueries messages, DeskStore desk,
        LetterWriter writer, GroupList groups, IOptions<ScheduleOptions> schedule, IOptions<ReminderOptions> reminders, TimeProvider clock) : IDueWork
{
    /// <summary>Mails that one digest asks about; it tells how many more wait.</summary>
    private const int MostDecisions = 30;

    private const int MostWaiting = 1_000;

    private readonly WorkingDays days = reminders.Value.ToHours().Days;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var sent = 0;
        foreach (var group in groups.Groups)
            foreach (var secretary in group.Secretaries)
                // The codes and the letter that carries them are there together or not at all.
                if (await database.AsOneAsync(() => SendAsync(group, secretary, stop), stop)) sent++;
        return sent == 0 ? null : sent == 1 ? "one digest" : string.Create(CultureInfo.InvariantCulture, $"{sent} digests");
    }

    private async Task<bool> SendAsync(Group group, string secretary, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var key = string.Create(CultureInfo.InvariantCulture, $"digest {secretary} {TimeZoneInfo.ConvertTime(now, group.Zone):yyyy-MM-dd}");
        if (await desk.IsDoneAsync(group.Key, key, stop)) return false;
        var (since, next) = Period(now);
        var answered = WorkingDayAfter(next, group.Zone);
        var news = await book.NewsAsync(group, since, stop);
        IReadOnlyList<MessageLine> waiting = [.. (await messages.HeldAsync(group.Key, MostWaiting, stop)).Concat(await SetAsideAsync(group, stop)).OrderBy(mail => mail.Id)];
        if (!news.Any && (waiting.Count == 0 || !IsFirstOfWeek(since, now, group.Zone)) && !await coming.AnyAsync(group, secretary, answered, stop)) return false;
        var decisions = new List<DigestDecision>();
        foreach (var mail in waiting.Take(MostDecisions))
        {
            var details = await messages.ShowAsync(mail.Id, stop);
            var more = await moreTime.OfAsync(group, details, stop);
            if (await questions.AskAsync(group, mail, more?.Answer, secretary, now, stop) is { } token)
                decisions.Add(DigestBook.Decision(mail, details, token, more?.Told));
        }
        var letter = await book.WriteAsync(group, since, news, Shortened.With(decisions, Math.Max(0, waiting.Count - MostDecisions)), await coming.AskAsync(group, secretary, now, answered, stop), stop);
        var outcome = await desk.DoAsync(group.Key, new DeskOrder("calendar", "digest", secretary, [], draft =>
            writer.Write(letter, new LetterAddress(secretary), new Dispatch(group, draft.Now)) is { } written ? DeskResult.With(written)
                : DeskResult.Refused($"no letter can be sent to {secretary}")) { OnceKey = key }, stop);
        return outcome.Done;
    }

    /// <summary>A mail that could not be taken in waits for a person as any other.</summary>
    private async Task<IEnumerable<MessageLine>> SetAsideAsync(Group group, CancellationToken stop) =>
        (await messages.SetAsideAsync(MostWaiting * groups.Groups.Count, stop)).Where(mail => (mail.Group ?? groups.Mailboxes.FirstOrDefault(box => box.Name == mail.Mailbox)?.Group) == group.Key);

    private static bool IsFirstOfWeek(DateTimeOffset since, DateTimeOffset now, TimeZoneInfo zone)
    {
        return Week(since) < Week(now);

        // Weeks begin on Monday; day 0 of the calendar was one.
        int Week(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime).DayNumber / 7;
    }

    /// <summary>When whoever reads a digest has had a working day to answer it.</summary>
    private DateTimeOffset WorkingDayAfter(DateTimeOffset digest, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(digest, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        return digest.AddDays(days.After(days.OnOrAfter(day), 1).DayNumber - day.DayNumber);
    }

    /// <summary>The period reaches back to the digest before the one that is due now, which tells no less where it is written late, and forward to the next one.</summary>
    private (DateTimeOffset Since, DateTimeOffset Next) Period(DateTimeOffset now)
    {
        var cron = new Quartz.CronExpression(schedule.Value.Digest, schedule.Value.ZoneFor(groups));
        DateTimeOffset before = now.AddDays(-15), due = before;
        while (cron.GetNextValidTimeAfter(due) is { } time && time <= now) (before, due) = (due, time);
        return (before, cron.GetNextValidTimeAfter(now) ?? now.AddDays(1));
    }
}
