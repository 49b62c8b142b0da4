using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;
using System.Globalization;

namespace JcaCop.Worker.Periodic;

/// <summary>Tells secretariat and chairman in good time that the mandate needs a decision: what is owed for it by the register. What is not decided is reminded as any other obligation.</summary>
internal sealed class MandateJob(RegisterStore register, DeskStore desk, LetterWriter writer, GroupList groups, IOptions<ReminderOptions> reminders, TimeProvider clock) : IDueWork
{
    private readonly WorkingDays days = reminders.Value.ToHours().Days;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var told = new List<string>();
        // What is made up for at a start waits for a working day.
        foreach (var group in groups.Groups.Where(group => days.IsWorking(ClosingDay.DayOf(clock.GetUtcNow(), group.Zone))))
            foreach (var (owed, mandate, _) in (await OwedAsync(group, stop)).Where(one => one.Told <= clock.GetUtcNow()))
            {
                var outcome = await desk.DoAsync(group.Key,
                    new DeskOrder("calendar", "mandate tell", mandate.Title, [],
                        draft => DeskResult.With(Letters(group, owed, mandate, draft.Now))) { OnceKey = OnceKey(owed) }, stop);
                if (outcome.Done) told.Add(string.Create(CultureInfo.InvariantCulture, $"{group.Name}: {owed.Title}, {DayOf(owed, group):yyyy-MM-dd}"));
            }
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        var coming = new List<ComingLetter>();
        foreach (var (owed, _, told) in await OwedAsync(group, stop))
            if (told <= until && !await desk.IsDoneAsync(group.Key, OnceKey(owed), stop))
                coming.Add(new ComingLetter("mandate-review", told, [.. Readers(group)], owed.Title, new Reason("mandate", Day: DayOf(owed, group))));
        return coming;
    }

    /// <summary>The letter about one decision that is owed.</summary>
    public static MandateReviewLetter Letter(Group group, ObligationEntry owed, MandateEntry? mandate) => new(
        owed.Title == MandateDesk.EndOfLifetime ? MandateOccasion.LifetimeEnds : MandateOccasion.Review, DayOf(owed, group), mandate?.Parent ?? group.Parent ?? group.Name, mandate?.Title);

    /// <summary>What the mandates in force bring, and from when on it is told.</summary>
    private async Task<IReadOnlyList<(ObligationEntry Owed, MandateEntry Mandate, DateTimeOffset Told)>> OwedAsync(Group group, CancellationToken stop)
    {
        var live = await register.LiveAsync(group.Key, [EntryKind.Mandate, EntryKind.Obligation], stop);
        var mandates = live.OfType<MandateEntry>().ToDictionary(mandate => mandate.Id);
        return
        [
            .. live.OfType<ObligationEntry>().Where(owed => owed is { Matter: ObligationMatter.ReviewMandate, Deadline: not null } && owed.Deadline.At > clock.GetUtcNow() && mandates.ContainsKey(owed.Of))
                .Select(owed => (owed, mandates[owed.Of], ClosingDay.StartOf(days.OnOrAfter(DayOf(owed, group).AddDays(-group.Periodic.MandateDays)), group.Zone))),
        ];
    }

    private IReadOnlyList<OutgoingLetter> Letters(Group group, ObligationEntry owed, MandateEntry mandate, DateTimeOffset now) =>
    [
        .. Readers(group).Select(to => writer.Write(Letter(group, owed, mandate), new LetterAddress(to), new Dispatch(group, now) { About = new EntryRef(EntryKind.Mandate, mandate.Id) })).OfType<OutgoingLetter>(),
    ];

    private static IEnumerable<string> Readers(Group group) => group.Secretaries.Append(group.Chairman).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    private static DateOnly DayOf(ObligationEntry owed, Group group) => ClosingDay.Last(owed.Deadline!, group.Zone);

    /// <summary>A day that moves is told anew.</summary>
    private static string OnceKey(ObligationEntry owed) => string.Create(CultureInfo.InvariantCulture, $"mandate told {owed.Id} {owed.Deadline!.At:yyyy-MM-dd}");
}
