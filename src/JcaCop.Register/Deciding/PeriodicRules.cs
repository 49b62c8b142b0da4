namespace JcaCop.Register.Deciding;

/// <summary>What a group looks after year by year.</summary>
/// <param name="SeatMonths">A seat is asked to be confirmed so many months after it began or was confirmed; 0: never.</param>
/// <param name="AnswerDays">Calendar days that whoever is asked has for the answer.</param>
/// <param name="MandateEnds">Last day of the group's lifetime (Rec. ITU-T A.1, 2.2.10); null where none is set.</param>
/// <param name="MandateReviews">Days on which the mandate is reviewed, such as the first TSAG meeting after a WTSA.</param>
/// <param name="MandateDays">Calendar days before such a day on which secretariat and chairman hear of it first.</param>
public sealed record PeriodicRules(int SeatMonths, int AnswerDays, DateOnly? MandateEnds, IReadOnlyList<DateOnly> MandateReviews, int MandateDays)
{
    public static readonly PeriodicRules Customary = new(12, 30, null, [], 90);
}
