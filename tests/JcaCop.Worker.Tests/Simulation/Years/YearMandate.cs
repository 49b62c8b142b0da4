using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Periodic;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>The mandate: its end and its review are told three months before, and reminded until somebody decides.</summary>
internal sealed class YearMandate(ChanceYear year) : YearSubject(year)
{
    private const int DaysAhead = 90;

    private readonly Dictionary<string, DateOnly> days = [];
    private readonly Dictionary<string, int> told = [];
    private DateTimeOffset added = DateTimeOffset.MaxValue;
    private bool reviewed;

    public override void Draw()
    {
        if (!Dice.Happens(2)) return;
        var at = Dice.Chance(1, 60);
        var (until, review) = (OpenHours.DayOf(at).AddDays(Dice.Next(100, 280)), OpenHours.DayOf(at).AddDays(Dice.Next(60, 250)));
        Year.At(at, async () =>
        {
            await Year.DoAsync($"mandate add \"Terms of reference\" --decided-by \"ITU-T SG17\" --until {until:yyyy-MM-dd} --review {review:yyyy-MM-dd}");
            added = Year.Told;
            (days["lifetime"], days["review"]) = (until, review);
        });
        // In an eventful year nobody decides before it is told.
        if (Dice.Next(2) == 0 && !Dice.IsEventful)
            Year.At(Dice.Between(at.AddDays(1), until < review ? until : review), async () =>
            {
                if (reviewed = await Year.TryAsync($"mandate review 1 --decided-by TSAG --until {OpenHours.DayOf(YearDice.End).AddDays(300):yyyy-MM-dd} --next {OpenHours.DayOf(YearDice.End).AddDays(200):yyyy-MM-dd}")) Year.Note("review", "");
            });
    }

    public override bool IsSettled(ObligationEntry owed) => reviewed && owed.Matter == ObligationMatter.ReviewMandate && owed.Deadline!.At < YearDice.End;

    public override Task HoldAsync(YearLook look)
    {
        // Of the letters to the chairman alone it is plain which they are: reminders go to the secretariat.
        var news = look.Of("mandate-review").Where(letter => letter.To == TalkRig.Chairman).ToList();
        foreach (var letter in news)
        {
            var what = KindOf(letter);
            Must(!reviewed, $"told of a mandate that was reviewed: {letter.Subject}");
            Must((told[what] = told.GetValueOrDefault(what) + 1) == 1, $"told twice of the mandate: {letter.Subject}");
            Must(look.Of("mandate-review").Any(other => other.To == TalkRig.Secretary && KindOf(other) == what), $"the secretariat was not told: {letter.Subject}");
            Must(OpenHours.IsWorking(OpenHours.DayOf(Year.Told)), $"told on a day off: {letter.Subject}");
            Must(OpenHours.DayOf(Year.Told) >= days[what].AddDays(-DaysAhead), $"told too early: {letter.Subject}");
            Year.Note("mandate told", what);
        }
        if (!MustBeDone(look, typeof(MandateJob)) || reviewed || !OpenHours.IsWorking(OpenHours.DayOf(Year.Told))) return Task.CompletedTask;
        foreach (var (what, day) in days)
            if (OpenHours.DayOf(Year.Told) is var today && today >= OpenHours.OnOrAfter(day.AddDays(-DaysAhead)) && today <= day) Must(told.GetValueOrDefault(what) == 1, $"not told of the mandate's {what} on {day}");
        return Task.CompletedTask;
    }

    private static string KindOf(OutboxLine letter) => letter.Subject.Contains("review", StringComparison.OrdinalIgnoreCase) && !letter.Subject.Contains("lifetime", StringComparison.OrdinalIgnoreCase) ? "review" : "lifetime";
}
