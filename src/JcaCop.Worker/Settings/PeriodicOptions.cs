using System.ComponentModel.DataAnnotations;
using System.Globalization;
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

    /// <summary>Whoever told of activities is asked for news in the first of every so many months of a year: 6 is January and July. 0: never.</summary>
    [AllowedValues(0, 1, 2, 3, 4, 6, 12, ErrorMessage = "the months must divide a year: 1, 2, 3, 4, 6, 12, or 0 for never")]
    public int ActivityMonths { get; set; } = PeriodicRules.Customary.ActivityMonths;

    /// <summary>Month and day (MM-dd) from which on secretariat and chairman get the draft of the annual report on the year before. Empty: never.</summary>
    [RegularExpression(@"(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])", ErrorMessage = "a month and a day to the 28th, such as 01-15")]
    public string AnnualDay { get; set; } = "01-15";

    public PeriodicRules ToRules() => new(SeatMonths, AnswerDays, MandateDays, ActivityMonths, AnnualDay.Length == 0 ? null : DateOnly.ParseExact($"2000-{AnnualDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
