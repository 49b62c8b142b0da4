using System.ComponentModel.DataAnnotations;
using System.Globalization;
using JcaCop.Register.Calendar;

namespace JcaCop.Worker.Reminders;

/// <summary>When who is reminded. Section <c>Reminders</c>.</summary>
public sealed class ReminderOptions : IValidatableObject
{
    /// <summary>Days before the deadline on which whoever owes is reminded; negative days come after it and go to the secretariat. Default 14, 7, 2, 0, -3.</summary>
    public IList<int> Steps { get; } = [];

    /// <summary>Shortest time between two letters about one matter. Default 40 hours; the reminder of the last day keeps half of it.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Gap { get; set; } = TimeSpan.FromHours(40);

    /// <summary>Office hours in which reminders leave, where the addressee is: from, inclusive. Default 09:00.</summary>
    [Required]
    public string From { get; set; } = "09:00";

    /// <summary>Until, exclusive. Default 17:00.</summary>
    [Required]
    public string Until { get; set; } = "17:00";

    /// <summary>Days (yyyy-MM-dd) on which nobody works, beside weekends and the usual holidays of Geneva.</summary>
    public IList<string> Holidays { get; } = [];

    public ReminderPlan ToPlan() => Steps.Count == 0 ? ReminderPlan.Usual with { Gap = Gap } : ReminderPlan.Of(Steps, Gap);

    public SendingHours ToHours() => new(Time(From)!.Value, Time(Until)!.Value, WorkingDays.With(Holidays.Select(Day).OfType<DateOnly>()));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Time(From) is not { } from) yield return new ValidationResult($"'{From}' is no time like 09:00", [nameof(From)]);
        else if (Time(Until) is not { } until) yield return new ValidationResult($"'{Until}' is no time like 17:00", [nameof(Until)]);
        else if (until <= from) yield return new ValidationResult($"the hours end at {Until}, before they begin at {From}", [nameof(Until)]);
        foreach (var day in Holidays.Where(day => Day(day) is null)) yield return new ValidationResult($"'{day}' is no day as yyyy-MM-dd", [nameof(Holidays)]);
        foreach (var step in Steps.Where(step => step is > 365 or < -365)) yield return new ValidationResult($"{step} is no number of days from -365 to 365", [nameof(Steps)]);
    }

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
