using JcaCop.Post.Letters;
using System.Globalization;
using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Periodic;

/// <summary>Looks each day which seats are to be confirmed again, and which need it no longer for they are over. The letters are those of the reminders.</summary>
internal sealed class SeatConfirmationJob(RegisterStore register, DeskStore desk, ReminderBook book, IReadOnlyList<PlannedJob> plans, GroupList groups, IOptions<ReminderOptions> reminders, TimeProvider clock) : IDueWork
{
    /// <summary>Seats to a transaction.</summary>
    private const int Portion = 100;

    private readonly WorkingDays days = reminders.Value.ToHours().Days;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var (asked, dropped) = (0, 0);
        foreach (var group in groups.Groups.Where(group => group.Periodic.SeatMonths > 0))
        {
            var snapshot = await register.SnapshotAsync(group.Key, null, stop);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), group.Zone).DateTime);
            foreach (var portion in SeatAsking.Over(snapshot.Seats, snapshot.All<ObligationEntry>(), today).Select(seat => seat.Id).Chunk(Portion))
            {
                var outcome = await desk.DoAsync(group.Key, new DeskOrder("calendar", "seat over", Counted.Of(portion.Length, "seat"), SeatDesk.Needs, draft => SeatAsking.Drop(portion, group, draft))
                {
                    Named = [.. portion.SelectMany(SeatDesk.About)],
                }, stop);
                dropped += outcome.Changes.Count(change => change.After is ObligationEntry);
            }
            foreach (var portion in SeatAsking.Due(snapshot.Seats, snapshot.All<ObligationEntry>(), group.Periodic, group.Zone, today).Select(seat => seat.Id).Chunk(Portion))
            {
                var outcome = await desk.DoAsync(group.Key, new DeskOrder("calendar", "seat ask", Counted.Of(portion.Length, "seat"), [.. SeatDesk.Needs, EntryKind.Member],
                    draft => SeatAsking.Ask(portion, group, days, draft))
                {
                    Named = [.. portion.SelectMany(SeatDesk.About), .. portion.Select(id => (EntryKind.Question, SeatAsking.QuestionOf(id)))],
                }, stop);
                asked += outcome.Changes.Count(change => change.After is ObligationEntry);
            }
        }
        return (asked, dropped) switch
        {
            (0, 0) => null,
            (_, 0) => $"{Counted.Of(asked, "seat")} to be confirmed",
            (0, _) => $"{Counted.Of(dropped, "seat")} over, and asked about no longer",
            _ => $"{Counted.Of(asked, "seat")} to be confirmed; {Counted.Of(dropped, "seat")} over, and asked about no longer",
        };
    }

    /// <summary>Seats that come due for a confirmation: their letters are those of the reminders that follow.</summary>
    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        var snapshot = await register.SnapshotAsync(group.Key, null, stop);
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, group.Zone).DateTime);
        var owed = new List<ObligationEntry>();
        foreach (var (seat, day) in SeatAsking.Coming(snapshot.Seats, snapshot.All<ObligationEntry>(), group.Periodic, group.Zone, today))
        {
            var due = ClosingDay.StartOf(day, group.Zone);
            if (due > until || snapshot.Person(seat.PersonId) is not { } person) continue;
            var country = (snapshot.Organization(seat.OrganizationId) ?? snapshot.Organization(person.OrganizationId))?.Country;
            owed.Add(SeatAsking.Owed(0, seat, person, SeatDesk.Title(seat.Body, person), country, null, group, days, PlannedJob.TimeOf(plans, typeof(SeatConfirmationJob), due > now ? due : now, clock)));
        }
        return
        [
            .. (await book.FirstOfAsync(group, owed, until, stop)).Select(first =>
                new ComingLetter(ReminderKey.KindOf(first.Owed.Matter), first.At, [first.Owed.Debtor.Name], first.Owed.Title, new Reason("seats", group.Periodic.SeatMonths))
                {
                    Key = ReminderKey.Of(first.Owed, first.Step), By = typeof(RemindersJob),
                }),
        ];
    }
}
