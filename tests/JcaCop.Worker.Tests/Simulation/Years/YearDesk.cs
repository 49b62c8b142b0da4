using JcaCop.Worker.Periodic;
using JcaCop.Worker.Tests.Conversing;
using JcaCop.Worker.Watching;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>What comes by the calendar alone: the digest, the question for days off, warnings of what expires; and silence where there is nothing to tell.</summary>
internal sealed class YearDesk(ChanceYear year) : YearSubject(year)
{
    private static readonly DateOnly SecretEnds = new(2015, 8, 19);

    private static readonly int[] Warnings = [30, 14, 7, 2, 0];

    private readonly HashSet<DateOnly> digests = [];
    private readonly HashSet<int> warned = [];
    private int asked;
    private int drafts;

    /// <summary>Of every year.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:List"] = YearMeetings.List, ["Groups:g:Copies:0"] = "ITU-T TSAG", ["Groups:g:OfficialDomains:sixteen.example"] = "ITU-T SG16",
        ["Watch:Expires:client secret"] = $"{SecretEnds:yyyy-MM-dd}", ["Watch:Operators:0"] = "operator@union.example",
    };

    public override void Draw()
    {
    }

    public override Task HoldAsync(YearLook look)
    {
        var today = OpenHours.DayOf(Year.Told);
        foreach (var letter in look.Of("digest"))
        {
            Must(digests.Add(today), $"two digests on {today}");
            Year.Note("digest", "");
        }
        foreach (var letter in look.Of("holiday-data"))
        {
            Must(++asked == 1 && today >= new DateOnly(2015, 11, 15) && OpenHours.IsWorking(today), $"asked for days off on {today}, {asked}");
            Year.Note("days off", "");
        }
        if (MustBeDone(look, typeof(HolidaysJob)) && today >= new DateOnly(2015, 11, 16) && today.Year == 2015 && OpenHours.IsWorking(today)) Must(asked == 1, "not asked for days off");
        Warn(look, today);
        Must(!look.Of("heartbeat-missed").Any(), "told that a mailbox is silent, after a time in which nobody watched");
        // Of the year before nothing is on record.
        drafts += look.Of("annual-report").Count(letter => letter.To == TalkRig.Secretary);
        Must(drafts == 0 || today.Year == 2016, "a report on a year in which nothing happened");
        return Task.CompletedTask;
    }

    private void Warn(YearLook look, DateOnly today)
    {
        var left = SecretEnds.DayNumber - today.DayNumber;
        var step = Warnings.Where(days => left <= days).DefaultIfEmpty(-1).Min();
        foreach (var letter in look.Of("expiry-warning"))
        {
            Must(left is <= 30 && step >= 0 && warned.Add(step), $"warned twice, or too early: {left} days left");
            Year.Note("expiry", $"{left} days");
        }
        if (MustBeDone(look, typeof(ExpiryJob)) && step >= 0) Must(warned.Contains(step), $"not warned: {left} days left");
    }
}
