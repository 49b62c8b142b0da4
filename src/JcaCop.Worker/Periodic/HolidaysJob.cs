using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Periodic;

/// <summary>Asks the secretariat in November for the days off of the coming year that no rule tells, where the settings name none of that year; once for each year.</summary>
internal sealed class HolidaysJob(DeskStore desk, LetterWriter writer, GroupList groups, IOptions<ReminderOptions> reminders, TimeProvider clock) : IDueWork
{
    /// <summary>Day of November from which on is asked: calls that close in January are reminded of from Christmas on.</summary>
    private const int FromDay = 15;

    private readonly WorkingDays days = reminders.Value.ToHours().Days;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var told = new List<string>();
        foreach (var group in groups.Groups)
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), group.Zone).DateTime);
            if (today < AskedFrom(today.Year) || !days.IsWorking(today) || !IsLacking(today.Year + 1) || group.Secretaries.Count == 0 || await desk.IsDoneAsync(group.Key, OnceKey(today.Year + 1), stop)) continue;
            var letter = new HolidayDataLetter((today.Year + 1).ToString(CultureInfo.InvariantCulture), days.HolidaysOf(today.Year + 1));
            var outcome = await desk.DoAsync(group.Key, new DeskOrder("calendar", "holidays ask", letter.Year, [], draft =>
                DeskResult.With([.. group.Secretaries.Select(to => writer.Write(letter, new LetterAddress(to), new Dispatch(group, draft.Now))).OfType<OutgoingLetter>()])) { OnceKey = OnceKey(today.Year + 1) }, stop);
            if (outcome.Done) told.Add($"{group.Name}: days off in {letter.Year} asked for");
        }
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    public async Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), group.Zone).DateTime);
        var at = ClosingDay.StartOf(days.OnOrAfter(AskedFrom(today.Year)), group.Zone);
        return at > until || !IsLacking(today.Year + 1) || group.Secretaries.Count == 0 || await desk.IsDoneAsync(group.Key, OnceKey(today.Year + 1), stop) ? []
            : [new ComingLetter("holiday-data", at, [.. group.Secretaries], "", new Reason("holidays", today.Year + 1))];
    }

    private bool IsLacking(int year) => reminders.Value.Holidays.All(day => !day.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-"), StringComparison.Ordinal));

    private static DateOnly AskedFrom(int year) => new(year, 11, FromDay);

    private static string OnceKey(int year) => string.Create(CultureInfo.InvariantCulture, $"holidays {year}");
}
