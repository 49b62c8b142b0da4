namespace JcaCop.Register.Deciding;

/// <summary>What a group looks after year by year.</summary>
/// <param name="SeatMonths">A seat is asked to be confirmed so many months after it began or was confirmed; 0: never.</param>
/// <param name="AnswerDays">Calendar days that whoever is asked has for the answer.</param>
/// <param name="MandateDays">Calendar days before the mandate ends or is reviewed on which secretariat and chairman hear of it first (Rec. ITU-T A.1, 2.2.10).</param>
/// <param name="ActivityMonths">Whoever told of activities is asked for news in the first of every so many months of a year: 6 is January and July; 0: never.</param>
/// <param name="AnnualDay">From this day of a year on (its month and day count) the draft of the annual report on the year before is sent; null: never.</param>
public sealed record PeriodicRules(int SeatMonths, int AnswerDays, int MandateDays, int ActivityMonths, DateOnly? AnnualDay)
{
    public static readonly PeriodicRules Customary = new(12, 30, 90, 6, new DateOnly(2000, 1, 15));
}
