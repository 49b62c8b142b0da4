using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Watching;

/// <summary>Warns operators in steps of what expires: certificates of mail servers and private authorities, and what the settings name with its day.</summary>
internal sealed class ExpiryJob(Expiries expiries, GroupList groups, DeskStore desk, LetterWriter writer, IOptions<WatchOptions> options, TimeProvider clock) : IDueWork
{
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        if (groups.Primary is not { } group && (group = groups.Groups.FirstOrDefault()) is null) return null;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), group.Zone).DateTime);
        var due = new List<(Expiring What, string OnceKey)>();
        foreach (var one in await expiries.AllAsync(today, stop))
        {
            // Of several steps that were passed over only the nearest counts; what has expired is told as its last day.
            if (options.Value.Warnings.Where(days => one.DaysLeft <= days).DefaultIfEmpty(-1).Min() is not (>= 0 and var step)) continue;
            var key = string.Create(CultureInfo.InvariantCulture, $"expires {one.Name} {one.Expires:yyyy-MM-dd} {step}");
            if (!await desk.IsDoneAsync(group.Key, key, stop)) due.Add((one, key));
        }
        if (due.Count == 0) return null;
        var letter = new ExpiryWarningLetter([.. due.Select(one => one.What).OrderBy(one => one.Expires)]);
        // The first of the keys carries the letter for all; the others are only noted.
        for (var i = 0; i < due.Count; i++)
        {
            var carries = i == 0;
            await desk.DoAsync(group.Key, new DeskOrder("calendar", "expiry warning", due[i].What.Name, [], draft => carries
                ? DeskResult.With([.. Operators.Of(options.Value, group).Select(to => writer.Write(letter, new LetterAddress(to), new Dispatch(group, draft.Now))).OfType<OutgoingLetter>()])
                : DeskResult.Done) { OnceKey = due[i].OnceKey }, stop);
        }
        return string.Join("; ", letter.Expiring.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} expires on {one.Expires:yyyy-MM-dd}")));
    }
}
