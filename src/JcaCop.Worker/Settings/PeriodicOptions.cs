using System.ComponentModel.DataAnnotations;
using JcaCop.Register.Deciding;

namespace JcaCop.Worker.Settings;

/// <summary>What a group looks after year by year: <c>Groups:jca-cop:Periodic:SeatMonths</c>. Days are calendar days, in the group's zone.</summary>
public sealed class PeriodicOptions
{
    /// <summary>Whoever holds a seat is asked to confirm it so many months after it began or was confirmed. 0: never.</summary>
    [Range(0, 120)]
    public int SeatMonths { get; set; } = PeriodicRules.Customary.SeatMonths;

    /// <summary>Whoever is asked to confirm a seat has so many days.</summary>
    [Range(1, 365)]
    public int AnswerDays { get; set; } = PeriodicRules.Customary.AnswerDays;

    /// <summary>Secretariat and chairman hear of the end or review of the mandate so many days before; the days themselves are kept by <c>mandate</c>.</summary>
    [Range(1, 730)]
    public int MandateDays { get; set; } = PeriodicRules.Customary.MandateDays;

    public PeriodicRules ToRules() => new(SeatMonths, AnswerDays, MandateDays);
}
