using System.ComponentModel.DataAnnotations;
using JcaCop.Worker.Settings;
using Quartz;

namespace JcaCop.Worker.Jobs;

/// <summary>When the calendar's jobs run. Section <c>Schedule</c>. Times of day are those of <see cref="TimeZone"/>.</summary>
public sealed class ScheduleOptions : IValidatableObject
{
    /// <summary>Pause between two looks into the outbox. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Outbox { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause between two looks for reminders that are due. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "06:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Reminders { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Pause between two looks for liaison statements that came and are to be passed on. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Liaison { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Pause between two looks for files of documents that are not in their folders yet, and for letters of meetings that have become due. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Documents { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Pause between two looks whether the public pages must be written anew. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Pages { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Pause between two looks whether a part of the service has fallen silent. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>When it is looked for what meetings make due by the passing of time alone: a Quartz cron text. Default every morning at eight.</summary>
    [Required]
    public string Meetings { get; set; } = "0 0 8 * * ?";

    /// <summary>When secretaries get the digest: a Quartz cron text. Default at seven on working days; once a week is '0 0 7 ? * MON'.</summary>
    [Required]
    public string Digest { get; set; } = "0 0 7 ? * MON-FRI";

    /// <summary>When mailbox and register are counted against each other: a Quartz cron text (seconds first). Default at half past three each night.</summary>
    [Required]
    public string Reconciliation { get; set; } = "0 30 3 * * ?";

    /// <summary>When calls are looked at that are due to be closed: a Quartz cron text. Default at nine each morning.</summary>
    [Required]
    public string Calls { get; set; } = "0 0 9 * * ?";

    /// <summary>When what is kept no longer is taken away: a Quartz cron text. Default at a quarter to five each night.</summary>
    [Required]
    public string Retention { get; set; } = "0 45 4 * * ?";

    /// <summary>When questions run out and doubtful addresses are probed: a Quartz cron text. Default at twenty past five each morning.</summary>
    [Required]
    public string Conversation { get; set; } = "0 20 5 * * ?";

    /// <summary>When it is looked for what comes back year by year (seats to be confirmed, the mandate) or expires: a Quartz cron text. Default at half past nine from Monday to Friday.</summary>
    [Required]
    public string Periodic { get; set; } = "0 30 9 ? * MON-FRI";

    /// <summary>IANA name. Null: the zone of the primary group, otherwise of the first.</summary>
    public string? TimeZone { get; set; }

    /// <summary>In which the times of day are meant.</summary>
    internal TimeZoneInfo ZoneFor(GroupList groups) => TimeZone is { } named ? TimeZoneInfo.FindSystemTimeZoneById(named)
        : (groups.Primary ?? groups.Groups.MinBy(group => group.Key, StringComparer.Ordinal))?.Zone ?? TimeZoneInfo.Utc;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (cron, key) in new[] { (Reconciliation, nameof(Reconciliation)), (Retention, nameof(Retention)), (Digest, nameof(Digest)),
            (Meetings, nameof(Meetings)), (Calls, nameof(Calls)), (Conversation, nameof(Conversation)), (Periodic, nameof(Periodic)) })
            if (!CronExpression.TryParse(cron, out var times))
                yield return new ValidationResult($"'{cron}' is no cron text; every night at half past three is '0 30 3 * * ?'", [key]);
            else if (times.GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is null)
                yield return new ValidationResult($"'{cron}' never comes", [key]);
        if (TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"this machine knows no time zone '{TimeZone}'", [nameof(TimeZone)]);
    }
}
