using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Watching;

/// <summary>Notices that mail has stopped: a mailbox that no worker has looked into for too long is reported, once for each silence and day.</summary>
/// <remarks>Only a silence that this worker has watched counts: after a night in which the whole service was off, mail is taken in first.</remarks>
internal sealed class HeartbeatJob(SignStore signs, GroupList groups, DeskStore desk, LetterWriter writer, IOptions<WatchOptions> options, IOptions<ScheduleOptions> schedule, TimeProvider clock) : IDueWork
{
    /// <summary>Looks that may fail to come before the watching itself counts as broken off.</summary>
    private const int MissedLooks = 3;

    private DateTimeOffset watchingSince = DateTimeOffset.MaxValue;
    private DateTimeOffset lookedAt = DateTimeOffset.MinValue;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now < lookedAt || now - lookedAt > MissedLooks * schedule.Value.Heartbeat) watchingSince = now;
        lookedAt = now;
        var all = (await signs.AllAsync(stop)).ToDictionary(sign => sign.Part, StringComparer.Ordinal);
        var told = new List<string>();
        foreach (var box in groups.Mailboxes)
        {
            var part = PartOf(box.Name);
            var (last, trouble) = all.TryGetValue(part, out var sign) ? (sign.At ?? watchingSince, sign.Trouble) : (watchingSince, null);
            var limit = LimitOf(box, options.Value);
            if (now - (last > watchingSince ? last : watchingSince) <= limit) continue;
            var group = groups.Groups.First(group => group.Key == box.Group);
            var letter = new HeartbeatMissedLetter(part, new ZonedTime(last, group.Zone), (int)limit.TotalMinutes, trouble);
            var outcome = await desk.DoAsync(group.Key, new DeskOrder("calendar", "heartbeat", part, [], draft => DeskResult.With(
                [.. Operators.Of(options.Value, group).Select(to => writer.Write(letter, new LetterAddress(to), new Dispatch(group, draft.Now))).OfType<OutgoingLetter>()]))
            {
                OnceKey = string.Create(CultureInfo.InvariantCulture, $"silent {part} {last:yyyy-MM-ddTHH:mm} {now:yyyy-MM-dd}"),
            }, stop);
            if (outcome.Done) told.Add(string.Create(CultureInfo.InvariantCulture, $"{part} is silent since {last:yyyy-MM-dd HH:mm} UTC"));
        }
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    public static string PartOf(string mailbox) => $"mailbox {mailbox}";

    public static TimeSpan LimitOf(MailboxOptions box, WatchOptions options) => options.Silence > 3 * box.PollInterval ? options.Silence : 3 * box.PollInterval;
}
