using System.ComponentModel.DataAnnotations;
using System.Globalization;
using JcaCop.Register.Deciding;

namespace JcaCop.Worker.Settings;

/// <summary>What a group looks after year by year: <c>Groups:jca-cop:Periodic:SeatMonths</c>. Days are calendar days, in the group's zone.</summary>
public sealed class PeriodicOptions : IValidatableObject
{
    /// <summary>Whoever holds a seat is asked to confirm it so many months after it began or was confirmed. 0: never.</summary>
    [Range(0, 120)]
    public int SeatMonths { get; set; } = PeriodicRules.Customary.SeatMonths;

    /// <summary>Whoever is asked to confirm a seat has so many days.</summary>
    [Range(1, 365)]
    public int AnswerDays { get; set; } = PeriodicRules.Customary.AnswerDays;

    /// <summary>Last day of the group's lifetime, yyyy-MM-dd. Null: none is set.</summary>
    public string? MandateEnds { get; set; }

    /// <summary>Days on which the mandate is reviewed, yyyy-MM-dd.</summary>
    public IList<string> MandateReviews { get; } = [];

    /// <summary>Secretariat and chairman hear of such a day so many days before.</summary>
    [Range(1, 730)]
    public int MandateDays { get; set; } = PeriodicRules.Customary.MandateDays;

    public PeriodicRules ToRules() => new(SeatMonths, AnswerDays, Day(MandateEnds), [.. MandateReviews.Select(Day).OfType<DateOnly>()], MandateDays);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MandateEnds is { Length: > 0 } && Day(MandateEnds) is null) yield return new ValidationResult($"'{MandateEnds}' is no day as yyyy-MM-dd", [nameof(MandateEnds)]);
        foreach (var day in MandateReviews.Where(day => Day(day) is null)) yield return new ValidationResult($"'{day}' is no day as yyyy-MM-dd", [nameof(MandateReviews)]);
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
