using JcaCop.Post.Letters;
using System.Globalization;
using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Periodic;

/// <summary>Looks each day which seats are to be confirmed again. The letters are those of the reminders.</summary>
internal sealed class SeatConfirmationJob(RegisterStore register, DeskStore desk, GroupList groups, IOptions<ReminderOptions> reminders, TimeProvider clock) : IDueWork
{
    /// <summary>Seats to a transaction.</summary>
    private const int Portion = 100;

    private readonly WorkingDays days = reminders.Value.ToHours().Days;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var asked = 0;
        foreach (var group in groups.Groups.Where(group => group.Periodic.SeatMonths > 0))
        {
            var snapshot = await register.SnapshotAsync(group.Key, null, stop);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), group.Zone).DateTime);
            foreach (var portion in SeatAsking.Due(snapshot.Seats, snapshot.All<ObligationEntry>(), group.Periodic, group.Zone, today).Select(seat => seat.Id).Chunk(Portion))
            {
                var outcome = await desk.DoAsync(group.Key, new DeskOrder("calendar", "seat ask", string.Create(CultureInfo.InvariantCulture, $"{portion.Length} seats"), [.. SeatDesk.Needs, EntryKind.Member],
                    draft => SeatAsking.Ask(portion, group, days, draft))
                {
                    Named = [.. portion.SelectMany(SeatDesk.About), .. portion.Select(id => (EntryKind.Question, SeatAsking.QuestionOf(id)))],
                }, stop);
                asked += outcome.Changes.Count(change => change.After is ObligationEntry);
            }
        }
        return asked == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{asked} seats to be confirmed");
    }

    /// <summary>Seats that come due for a confirmation: their letters are those of the reminders that follow.</summary>
    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        if (group.Periodic.SeatMonths == 0) return [];
        var snapshot = await register.SnapshotAsync(group.Key, null, stop);
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(until, group.Zone).DateTime);
        var to = SeatAsking.Due(snapshot.Seats, snapshot.All<ObligationEntry>(), group.Periodic, group.Zone, last).Select(seat => snapshot.Person(seat.PersonId)?.Name ?? seat.Body).ToList();
        return to.Count == 0 ? [] : [new ComingLetter("seat-confirmation", until, to, "", new Reason("seats", group.Periodic.SeatMonths))];
    }
}
