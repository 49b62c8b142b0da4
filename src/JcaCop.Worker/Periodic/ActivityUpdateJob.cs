using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Activities;
using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Periodic;

/// <summary>Asks whoever told of activities, once in each part of the year, whether what is listed is still right; not of what was told or changed lately, and nobody whose activities are all over.</summary>
internal sealed class ActivityUpdateJob(RegisterStore register, DeskStore desk, LetterWriter writer, GroupList groups, IOptions<ReminderOptions> reminders, TimeProvider clock) : IDueWork
{
    /// <summary>News of so many days needs no asking.</summary>
    private const int Fresh = 60;

    private readonly WorkingDays days = reminders.Value.ToHours().Days;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var sent = 0;
        foreach (var group in groups.Groups)
        {
            var today = Today(group);
            if (!IsMonth(today, group) || !days.IsWorking(today)) continue;
            var snapshot = await register.SnapshotAsync(group.Key, null, stop);
            foreach (var (to, activities) in Asked(snapshot, today, clock.GetUtcNow()))
            {
                var outcome = await desk.DoAsync(group.Key, new DeskOrder("calendar", "activity ask", to.Email, [], draft =>
                    writer.Write(new ActivityUpdateLetter([.. activities.Select(Listed)]), to, new Dispatch(group, draft.Now)) is { } letter
                        ? DeskResult.With(letter) : DeskResult.Refused($"no letter can be sent to {to.Email}"))
                {
                    OnceKey = OnceKey(today, to),
                }, stop);
                if (outcome.Done) sent++;
            }
        }
        return sent == 0 ? null : $"{Counted.Of(sent, "member")} asked for news of activities";
    }

    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        var coming = new List<ComingLetter>();
        var today = Today(group);
        if (group.Periodic.ActivityMonths == 0) return coming;
        for (var first = new DateOnly(today.Year, today.Month, 1); ClosingDay.StartOf(first, group.Zone) <= until; first = first.AddMonths(1))
        {
            var day = days.OnOrAfter(first < today ? today : first);
            if (!IsMonth(first, group) || day.Month != first.Month) continue;
            var at = ClosingDay.StartOf(day, group.Zone);
            var to = new List<string>();
            foreach (var (address, _) in Asked(await register.SnapshotAsync(group.Key, null, stop), day, at))
                if (!await desk.IsDoneAsync(group.Key, OnceKey(day, address), stop)) to.Add(address.Name ?? address.Email);
            if (to.Count == 0) continue;
            coming.Add(new ComingLetter("activity-update", at, to, "", new Reason("activities", group.Periodic.ActivityMonths)));
            break;
        }
        return coming;
    }

    private static string OnceKey(DateOnly day, LetterAddress to) => string.Create(CultureInfo.InvariantCulture, $"activities {day:yyyy-MM} {to.Email.ToLowerInvariant()}");

    private static bool IsMonth(DateOnly day, Group group) => group.Periodic.ActivityMonths > 0 && (day.Month - 1) % group.Periodic.ActivityMonths == 0;

    private static List<(LetterAddress To, List<ActivityEntry> Activities)> Asked(RegisterSnapshot register, DateOnly today, DateTimeOffset now) =>
    [
        .. from activity in register.All<ActivityEntry>()
           where activity is { Live: true, ReportedBy: not null } && activity.StatusOn(today) != "done" && activity.Stamps.Values.All(at => at < now.AddDays(-Fresh))
           group activity by activity.ReportedBy!.ToLowerInvariant() into same
           let to = AddressOf(same.First().ReportedBy!, register)
           where to is not null
           select (to, same.OrderBy(one => one.Start).ToList()),
    ];

    /// <returns>Null where letters to it come back.</returns>
    private static LetterAddress? AddressOf(string email, RegisterSnapshot register)
    {
        var member = register.All<MemberEntry>().FirstOrDefault(member => member.Addresses.Any(Is));
        var person = register.Persons.FirstOrDefault(person => person.Addresses.Any(Is));
        var known = (member?.Addresses ?? []).Concat(person?.Addresses ?? []).FirstOrDefault(Is);
        return known is { Reachability: Reachability.Unreachable } ? null : new LetterAddress(email, Speaking.In(register).Of(email), person?.Name ?? member?.Name);

        bool Is(PersonAddress address) => address.Email.Equals(email, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An activity as letters list it.</summary>
    internal static ListedActivity Listed(ActivityEntry activity) => new(activity.Title, activity.IsOpenEnded ? new OpenDays(activity.Start!.Value) : activity.Start is { } start ? new DayRange(start, activity.End ?? start) : null, activity.Place is { } place ? (PlaceName)place : null);

    private DateOnly Today(Group group) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), group.Zone).DateTime);
}
