using System.Globalization;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>Who registers for a meeting.</summary>
internal sealed record Guest(string Name, string Address, string Country, bool Remote);

/// <summary>A meeting of the story: its days, what happened to it, and what left about it.</summary>
internal sealed class Assembly(int number, DateOnly day)
{
    private static readonly TimeOnly From = new(9, 30);
    private static readonly TimeOnly Until = new(17, 30);

    public int Number => number;

    /// <summary>Its number in the register.</summary>
    public long Id { get; set; }
    public string Title { get; } = string.Create(CultureInfo.InvariantCulture, $"Assembly A{number}");
    public DateOnly Day { get; set; } = day;

    /// <summary>What the clock said when it was opened; null: not yet.</summary>
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? AnnouncedAt { get; set; }
    public DateTimeOffset? CalledAt { get; set; }
    public bool Cancelled { get; set; }
    public bool HasLink { get; set; }

    /// <summary>When the first paper was filed.</summary>
    public DateTimeOffset? FiledAt { get; set; }
    public List<Guest> Guests { get; } = [];

    /// <summary>Kind and address of what left, each once.</summary>
    public HashSet<(string Kind, string To)> Sent { get; } = [];

    /// <summary>Who has the connection details of the present link.</summary>
    public HashSet<string> Connected { get; } = [];

    /// <summary>The report was asked for after the end; a request that a wrong clock brought early counts for nothing.</summary>
    public bool ReportAsked { get; set; }
    public int Requests { get; set; }

    /// <summary>How often the calendar may have seen the meeting run after the report was asked for.</summary>
    public int SeenRunning { get; set; }

    public DateTimeOffset? ReportCameAt { get; set; }
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>The day on which a text of the report was refused last; another one is due a week later.</summary>
    public DateOnly? RefusedOn { get; set; }

    /// <summary>What somebody announced has come.</summary>
    public bool AnnouncedCame { get; set; }
    public int LooksSinceApproval { get; set; }

    public DateTimeOffset Opens => OpenHours.At(Day, From);
    public DateTimeOffset Closes => OpenHours.At(Day, Until);
    public DateTimeOffset ContributionsUntil => OpenHours.At(Day.AddDays(-11), TimeOnly.MinValue).AddSeconds(-1);
    public DateTimeOffset ReportDue => OpenHours.At(RefusedOn is { } day ? day.AddDays(8) : Day.AddDays(15), TimeOnly.MinValue).AddSeconds(-1);

    /// <summary>The morning of a day so many days before the meeting; where that is a day off, of the working day before.</summary>
    public DateTimeOffset Morning(int daysBefore) => OpenHours.At(OpenHours.OnOrBefore(Day.AddDays(-daysBefore)), 8);

    public bool IsUnderWay => OpenedAt is not null && !Cancelled && AnnouncedAt is not null;
}
