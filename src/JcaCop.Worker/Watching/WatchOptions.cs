using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace JcaCop.Worker.Watching;

/// <summary>Who hears when the service falls silent or something of it expires. Section <c>Watch</c>.</summary>
public sealed class WatchOptions : IValidatableObject
{
    /// <summary>Addresses of those who run the service. Empty: the secretaries of the group concerned.</summary>
    public IList<string> Operators { get; } = [];

    /// <summary>A mailbox that was not looked into for so long is reported; at least three of its poll intervals. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Silence { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>What ends on a day (yyyy-MM-dd) that no server tells: the client secret of a sign-in, a domain, a contract. <c>Watch:Expires:client secret of jca-cop</c>.</summary>
    public IDictionary<string, string> Expires { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Days before such a day, and before certificates end, on which operators are warned. Default 30, 14, 7, 2, 0.</summary>
    public IList<int> WarnDays { get; } = [];

    public IReadOnlyList<int> Warnings => WarnDays.Count == 0 ? [30, 14, 7, 2, 0] : [.. WarnDays];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var i = 0; i < Operators.Count; i++)
            if (!new EmailAddressAttribute().IsValid(Operators[i])) yield return new ValidationResult($"'{Operators[i]}' is no e-mail address", [$"{nameof(Operators)}:{i}"]);
        foreach (var (what, day) in Expires)
            if (Day(day) is null) yield return new ValidationResult($"'{day}' is no day as yyyy-MM-dd", [$"{nameof(Expires)}:{what}"]);
        foreach (var days in WarnDays.Where(days => days is < 0 or > 365)) yield return new ValidationResult($"{days} is no number of days from 0 to 365", [nameof(WarnDays)]);
    }

    internal static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
